//! The commands, as an author or a CI runs them.
//!
//! | file | holds |
//! | --- | --- |
//! | `program.rs` | running the program that was built |
//! | `tools.rs` | the validators |
//! | `check.rs` | what is wrong in `data/` is found at its place |
//! | `docs.rs` | the examples of the documentation are true |
//! | `new.rs` | what is started is right |
//! | `draft.rs` | the actors of the samples are found |
//! | `prerender.rs` | the pages are valid, complete and harmless |
#![allow(clippy::unwrap_used)]

mod check;
mod docs;
mod draft;
mod new;
mod prerender;
mod program;
mod tools;
