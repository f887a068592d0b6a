//! The article document: what an author writes, as our own types.
//!
//! | module | holds |
//! | --- | --- |
//! | [`document`] | the whole document and its decoding |
//! | [`block`] | the blocks of `body`, written as JSON or as one string of HTML |
//! | [`byline`] | authors, dates, corrections, sources |

pub mod block;
pub mod byline;
pub mod document;

pub use byline::{Author, Correction, Source};
pub use document::Article;
