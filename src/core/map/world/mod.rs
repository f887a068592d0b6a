//! The world: countries, and where actors are on the globe and on the plane.
//!
//! | module | holds |
//! | --- | --- |
//! | [`atlas`] | the base map, read |
//! | [`angle`] | sines and their inverses |
//! | [`globe`] | places on the globe, and the way between them |
//! | [`projection`] | from the globe to the plane |
//! | [`view`] | which part of the world is shown |
//! | [`drawing`] | all of it as numbers and paths: what the companion module does |

pub mod angle;
pub mod atlas;
pub mod drawing;
pub mod globe;
pub mod projection;
pub mod view;

pub use atlas::{Atlas, Country};
pub use globe::Place;
pub use projection::Projection;
pub use view::{Site, WorldView};
