//! The actors of an article, how they relate, and when.
//!
//! | module | holds |
//! | --- | --- |
//! | [`actor`], [`relation`], [`event`] | the parts of the document, and how each is decoded |
//! | [`actor_map`] | all of them together, and questions about them |
//! | [`label`] | names broken into lines, and their size |
//! | [`layout`] | where actors and labels are drawn in the network |
//! | [`timeline`] | what is true when, and where something changes |
//! | [`world`] | where actors are on the globe, and the base map |
//! | [`filter`] | what the reader has hidden |
//! | [`link`] | what the reader has chosen, in an address |
//! | [`foreign`] | maps of other tools, as documents of ours, and back |
//! | [`direction`] | the next actor in a direction, for arrow keys |

pub mod actor;
pub mod actor_map;
pub mod direction;
pub mod event;
pub mod filter;
pub mod foreign;
pub mod label;
pub mod layout;
pub mod link;
pub mod relation;
pub mod timeline;
pub mod world;

pub use actor::{Actor, ActorIndex, ActorKind};
pub use actor_map::ActorMap;
pub use event::Event;
pub use relation::{Relation, RelationIndex, Sign};
