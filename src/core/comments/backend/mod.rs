//! A comment server described in data.

/// A comment server's description.
#[derive(Clone, Debug, PartialEq)]
pub struct Backend;
