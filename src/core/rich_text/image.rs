//! A picture in a document.

use super::Image;
use crate::decode::{Place, Problem, Warnings};

impl Image {
    /// Reads a picture; `src` is required.
    pub fn decode(place: &Place<'_>, _warnings: &mut Warnings) -> Result<Self, Problem> {
        Err(place.problem("pictures are not read yet"))
    }
}
