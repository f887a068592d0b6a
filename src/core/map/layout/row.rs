//! Actors without relations stand in rows under the others, evenly, instead of
//! being strewn among relations that don't concern them.

use super::MARGIN_PX;
use super::geometry::Point;
use super::result::LabelSide;
use super::scene::{Body, Placed};

/// Between the rows, and between them and what is above.
const ROW_GAP_PX: f64 = 18.0;

/// Between two actors of a row, at least and at most.
const COLUMN_GAP_PX: [f64; 2] = [14.0, 44.0];

/// One line of actors, as indices, and how wide it is without gaps.
struct Row {
    members: Vec<usize>,
    width: f64,
}

/// Fills one row after the other up to `room`.
fn broken(bodies: &[Body], single: &[usize], room: f64) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for &i in single {
        let width = bodies[i].width();
        match rows.last_mut() {
            Some(row)
                if row.width + width + COLUMN_GAP_PX[0] * row.members.len() as f64 <= room =>
            {
                row.members.push(i);
                row.width += width;
            }
            _ => rows.push(Row { members: vec![i], width }),
        }
    }
    rows
}

/// As few rows as there can be, and these about equally wide: 5 are 3 and 2,
/// not 4 and 1.
fn rows(bodies: &[Body], single: &[usize], width: f64) -> Vec<Row> {
    let room = width - 2.0 * MARGIN_PX;
    let widest = broken(bodies, single, room);
    let mut even = room / widest.len().max(1) as f64;
    while even < room {
        let rows = broken(bodies, single, even);
        if rows.len() == widest.len() {
            return rows;
        }
        even += room / 24.0;
    }
    widest
}

fn top(bodies: &[Body], row: &Row) -> f64 {
    row.members.iter().fold(0.0_f64, |top, &i| top.max(bodies[i].radius))
}

fn row_height(bodies: &[Body], row: &Row) -> f64 {
    let top = top(bodies, row);
    row.members
        .iter()
        .fold(0.0_f64, |most, &i| most.max(top - bodies[i].radius + bodies[i].height()))
}

/// What the rows take, with the gap above them.
pub(super) fn height(bodies: &[Body], single: &[usize], width: f64) -> f64 {
    rows(bodies, single, width)
        .iter()
        .fold(0.0, |height, row| height + ROW_GAP_PX + row_height(bodies, row))
}

/// Puts the `single` ones into `actors`, below `bottom`.
pub(super) fn place(
    bodies: &[Body],
    single: &[usize],
    width: f64,
    bottom: f64,
    actors: &mut [Placed],
) {
    let mut y = bottom;
    for row in rows(bodies, single, width) {
        let gaps = (row.members.len() - 1) as f64;
        let spare = (width - 2.0 * MARGIN_PX - row.width) / gaps.max(1.0);
        let gap = spare.min(COLUMN_GAP_PX[1]);
        let mut x = (width - row.width - gap * gaps) / 2.0;
        y += ROW_GAP_PX;
        for &i in &row.members {
            let half = bodies[i].width() / 2.0;
            let center = Point::new(x + half, y + top(bodies, &row));
            actors[i] = bodies[i].placed(center, LabelSide::Below);
            x += 2.0 * half + gap;
        }
        y += row_height(bodies, &row);
    }
}
