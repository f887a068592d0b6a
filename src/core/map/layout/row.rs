//! Actors without relations stand in rows under the others, evenly, instead of
//! being strewn among relations that don't concern them.

use super::MARGIN_PX;
use super::geometry::{Point, greater, lesser};
use super::result::LabelSide;
use super::scene::Placed;

/// Between the rows, and between them and what is above.
const ROW_GAP_PX: f64 = 18.0;

/// Between two actors of a row, at least and at most.
const COLUMN_GAP_PX: [f64; 2] = [14.0, 44.0];

/// How many widths of a row are tried.
const WIDTHS: usize = 24;

/// Adds `single` to `actors`, below `top`, in as few rows as there can be, and
/// these about equally wide: 5 are 3 and 2, not 4 and 1. Returns where they end.
pub(super) fn place(single: &[Placed], width: f64, top: f64, actors: &mut Vec<Placed>) -> f64 {
    let before = actors.len();
    let room = width - 2.0 * MARGIN_PX;
    let (least, _) = fill(single, width, room, top, actors);
    let mut step = 0;
    loop {
        step += 1;
        actors.truncate(before);
        let share = step as f64 / WIDTHS as f64;
        let (count, bottom) = fill(single, width, room * share, top, actors);
        if count == least {
            return bottom;
        }
    }
}

/// Fills one row after the other up to `room`; returns how many there are, and
/// where the last one ends.
#[inline(never)]
fn fill(
    single: &[Placed],
    width: f64,
    room: f64,
    top: f64,
    actors: &mut Vec<Placed>,
) -> (usize, f64) {
    let (mut count, mut bottom, mut rest) = (0, top, single);
    while !rest.is_empty() {
        let (mut gaps, mut sum, mut above, mut below) = (0, rest[0].width(), 0.0, 0.0);
        for (place, actor) in rest.iter().enumerate() {
            if place > 0 {
                let wider = sum + actor.width();
                if wider + COLUMN_GAP_PX[0] * place as f64 > room {
                    break;
                }
                (gaps, sum) = (place, wider);
            }
            above = greater(above, actor.shape.half.y);
            below = greater(below, actor.shape.half.y + actor.label_height());
        }
        let (row, others) = rest.split_at(gaps + 1);
        let gaps = gaps as f64;
        let spare = width - 2.0 * MARGIN_PX - sum;
        let gap = lesser(COLUMN_GAP_PX[1], spare / greater(1.0, gaps));
        let mut x = (width - sum - gap * gaps) / 2.0;
        bottom += ROW_GAP_PX;
        for actor in row {
            let mut placed = *actor;
            placed.put(Point::new(x + actor.width() / 2.0, bottom + above), LabelSide::Below);
            actors.push(placed);
            x += actor.width() + gap;
        }
        bottom += above + below;
        count += 1;
        rest = others;
    }
    (count, bottom)
}
