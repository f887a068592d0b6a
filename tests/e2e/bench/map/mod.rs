//! What the benches of the map share.
//!
//! | file | holds |
//! | --- | --- |
//! | `graphs` | the graphs that are laid out |
//! | `stage`, `peers.js` | the page, and the layouts that run in it |
//! | `figures` | how readable a drawing is |
//! | `package.json` | the peers, pinned |

pub(crate) mod figures;
pub(crate) mod graphs;
pub(crate) mod stage;
