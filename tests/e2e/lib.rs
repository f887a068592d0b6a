//! Tests of article-widget.
