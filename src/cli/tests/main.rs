//! The commands, as an author or a CI runs them.
//!
//! | file | holds |
//! | --- | --- |
//! | `program.rs` | running the program that was built |
//! | `check.rs` | what is wrong in `data/` is found at its place |
#![allow(clippy::unwrap_used)]

mod check;
mod program;
