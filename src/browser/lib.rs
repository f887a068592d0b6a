//! The one layer of article-widget that touches the browser: requests, storage,
//! style sheets, events, the browser's own dates, numbers and plural rules.
//!
//! Nothing here decides; the core decides, and the views show.
