//! Comments, and the servers that keep them.
//!
//! | module | holds |
//! | --- | --- |
//! | [`comment`] | a comment as our own type, and what a reader writes |
//! | [`thread`] | flat lists of comments as the tree that readers see |
//! | [`form`] | what a form may hold, and what is wrong with it |
//! | [`draft`] | drafts as they are kept in the browser |
//! | [`outbox`] | the way of a comment to the server, exactly once, as a state machine |
//! | [`lease`] | which page drives an entry of the outbox |
//! | [`own`] | what the reader has written here, as this browser remembers it |
//! | [`backend`] | a comment server described in data: requests and answers |

pub mod backend;
pub mod comment;
pub mod draft;
pub mod form;
pub mod lease;
pub mod outbox;
pub mod own;
pub mod thread;

pub use backend::Backend;
pub use comment::{Comment, CommentStatus, Draft};
