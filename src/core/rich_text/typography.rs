//! French spaces.
