//! Something that is wrong in a document.

use std::ops::Range;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    /// Something is refused or left out.
    Error,
    /// It is probably not what its author meant.
    Warning,
}

/// Something that is wrong in a document.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    /// A JSON Pointer; empty for the whole document.
    pub(crate) pointer: String,
    /// Bytes of the text to look at.
    pub(crate) range: Range<usize>,
    /// What was expected, and what was found.
    pub(crate) message: String,
    /// What may be meant instead.
    pub(crate) hints: Vec<String>,
    /// What the schema says of the place.
    pub(crate) note: Option<String>,
}
