//! The article document: what an author writes, as our own types.
//!
//! | module | holds |
//! | --- | --- |
//! | [`document`] | the whole document and its decoding |
//! | [`block`] | the blocks of `body`, written as JSON or as one string of HTML |
//! | `french` | which of its texts are set by the rules of French |
//! | [`mod@write`] | an article as a document again |
//! | [`byline`] | authors, dates, corrections, sources |

pub mod block;
pub mod byline;
pub mod document;
mod french;
pub mod write;

pub use byline::{Author, Correction, Source};
pub use document::Article;
