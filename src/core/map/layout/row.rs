//! Actors without relations stand in rows under the others, evenly, instead of
//! being strewn among relations that don't concern them.

use super::geometry::Point;
use super::result::LabelSide;
use super::scene::{Body, Drawing};
use super::{GAP_PX, MARGIN_PX};

/// Between the rows, and between them and what is above.
const ROW_GAP_PX: f64 = 18.0;

/// Between two actors of a row.
const COLUMN_GAP_PX: f64 = 28.0;

/// Puts the `single` ones into `drawing`, below `bottom`.
pub(super) fn place(
    bodies: &[Body],
    single: &[usize],
    width: f64,
    bottom: f64,
    drawing: &mut Drawing,
) {
    let room = width - 2.0 * MARGIN_PX;
    let widest = single.iter().fold(1.0_f64, |widest, &i| widest.max(bodies[i].width()));
    // As many as fit, then evened out: 5 are 3 and 2, not 4 and 1.
    let fitting = (((room + GAP_PX) / (widest + GAP_PX)) as usize).max(1);
    let rows = single.len().div_ceil(fitting).max(1);
    let columns = single.len().div_ceil(rows).max(1);
    let step = (room / columns as f64).min(widest + COLUMN_GAP_PX);
    let mut y = bottom;
    for row in single.chunks(columns) {
        y += if y > 0.0 { ROW_GAP_PX } else { MARGIN_PX };
        let radius = row.iter().fold(0.0_f64, |most, &i| most.max(bodies[i].radius));
        let height = row
            .iter()
            .fold(0.0_f64, |most, &i| most.max(radius - bodies[i].radius + bodies[i].height()));
        for (column, &i) in row.iter().enumerate() {
            let from_middle = column as f64 - (row.len() - 1) as f64 / 2.0;
            let center = Point::new(width / 2.0 + from_middle * step, y + radius);
            drawing.put(bodies, i, center, LabelSide::Below);
        }
        y += height;
    }
}
