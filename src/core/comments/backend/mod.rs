//! A comment server described in data.
//!
//! A description (`backends/NAME.json`, checked against
//! `schemas/backend.json`) says how a server is asked and how its answers are
//! read. A new server is a new description, not new code.
//!
//! | module | holds |
//! | --- | --- |
//! | [`description`] | the description, once it is known to be right |
//! | [`shape`] | what a description may say where |
//! | [`template`] | texts with places for values: `/posts/{thread}` |
//! | [`filter`] | how values are changed for their places |
//! | [`pick`] | where a value stands in an answer, and what has to be there |
//! | [`request`] | requests, filled by a description |
//! | [`answer`] | from a description and an answer to comments |
//! | [`refusal`] | why a server does not want what was sent |
//! | [`local`] | this browser as a comment server |

pub mod answer;
pub mod description;
pub mod filter;
pub mod local;
pub mod pick;
pub mod refusal;
pub mod request;
pub mod shape;
pub mod template;

pub use answer::{Listing, Outcome};
pub use description::{Backend, Operation, Sort};
pub use refusal::{Captcha, Refusal};
pub use request::{Next, Page};
pub use template::{Subject, Values};

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod reference;

#[cfg(test)]
mod unheard_of;
