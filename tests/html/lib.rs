//! Foreign HTML, held against what a browser's parser makes of it.
//!
//! | file | holds |
//! | --- | --- |
//! | `shown` | what a reader sees, as lines that two readers can be compared by |
//! | `ours` | blocks of the core → lines |
//! | `harmless` | what must hold of whatever was read; fuzz targets use it, too |
//! | `theirs` | HTML → the tree of html5ever → the same allow-list → lines |
//! | `agreement` | that both show the same, and where they don't, why |
//! | `random` | pieces of HTML in a random order |
//! | `html5lib/` | inputs and answers of html5lib's tests |

pub mod harmless;
pub mod ours;
pub mod shown;

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod random;
#[cfg(test)]
mod theirs;
