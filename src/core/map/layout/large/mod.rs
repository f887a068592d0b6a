//! Where actors are in large networks, of hundreds to tens of thousands, in
//! time proportional to their size: a drawing of the distances to a few pivots
//! (Brandes, Pich 2007), in which everyone then moves to where its neighbours
//! and the pivots want it (Ortmann, Klimenta, Brandes 2016, "A Sparse Stress
//! Model").
//!
//! It is done in slices, so that a page stays able to answer, and is the same
//! in every browser, however it is sliced.
//!
//! | module | holds |
//! | --- | --- |
//! | `graph` | neighbours, distances, what hangs together |
//! | `pivots` | who stands for all others |
//! | `start` | a first drawing |
//! | `part` | the way from the one to the other |
//! | `pack` | unconnected parts side by side |

mod graph;
mod pack;
mod part;
mod pivots;
mod start;
#[cfg(test)]
mod tests;

use super::geometry::Point;
use graph::Graph;
use part::Part;

/// A layout that is under way.
///
/// ```
/// use article_widget_core::map::layout::LargeLayout;
///
/// let mut layout = LargeLayout::new(4, &[(0, 1), (1, 2), (2, 3)]);
/// while !layout.step(100_000) {}
/// let places = layout.places();
/// let length = (places[0].x - places[3].x).hypot(places[0].y - places[3].y);
/// assert!((length - 3.0).abs() < 0.1);
/// ```
pub struct LargeLayout {
    count: usize,
    parts: Vec<Part>,
    /// How many parts are drawn.
    done: usize,
}

impl LargeLayout {
    /// Of `count` actors and the relations between them, by their numbers. A
    /// relation that leads nowhere is left out.
    pub fn new(count: usize, edges: &[(u32, u32)]) -> Self {
        let parts = Graph::new(count, edges).parts().into_iter().map(Part::new).collect();
        LargeLayout { count, parts, done: 0 }
    }

    /// Goes on for a while, and says whether the drawing is done. `work` is
    /// about how many distances are looked at: a million take some 10 to 30
    /// milliseconds. Only the first drawing is never divided: it takes a hundred
    /// for each actor.
    pub fn step(&mut self, work: usize) -> bool {
        let mut work = work;
        while let Some(part) = self.parts.get_mut(self.done) {
            if !part.step(&mut work) {
                return false;
            }
            self.done += 1;
            if self.done == self.parts.len() {
                pack::pack(&mut self.parts);
            }
        }
        true
    }

    /// Where everyone is, in units of a relation's length; before the drawing
    /// is done, nobody is anywhere in particular.
    pub fn places(&self) -> Vec<Point> {
        let mut places = vec![Point::default(); self.count];
        for part in &self.parts {
            for (&node, &place) in part.nodes.iter().zip(&part.places) {
                places[node as usize] = place;
            }
        }
        places
    }
}
