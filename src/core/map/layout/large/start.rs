//! A first drawing from the distances to pivots alone (Brandes, Pich 2007,
//! "Eigensolver Methods for Progressive Multidimensional Scaling of Large Data").

use super::super::geometry::Point;
use super::super::random::Random;
use super::pivots::Pivots;

/// So many of the pivots are enough for a start.
const MOST: usize = 20;

/// How often a vector is multiplied on its way to the eigenvector.
const ROUNDS: usize = 40;

/// How far places are shaken, in units of a relation's length.
const JITTER: f64 = 0.3;

/// What it takes, in distances looked at.
pub(super) fn work(count: usize) -> usize {
    count * MOST * MOST / 4
}

/// Everyone's place, in units of a relation's length as near as that can be
/// known.
pub(super) fn places(pivots: &Pivots, count: usize, random: &mut Random) -> Vec<Point> {
    let width = pivots.wanted.min(MOST);
    let squares = centred_squares(pivots, width, count);
    // The product with its own transpose: `width` by `width`.
    let mut product = vec![0.0; width * width];
    for row in squares.chunks_exact(width) {
        for (a, &x) in row.iter().enumerate() {
            for (b, &y) in row[..=a].iter().enumerate() {
                product[a * width + b] += x * y;
            }
        }
    }
    for a in 0..width {
        for b in 0..a {
            product[b * width + a] = product[a * width + b];
        }
    }
    let first = eigenvector(&product, width, None, random);
    let second = eigenvector(&product, width, Some(&first), random);
    let dot = |row: &[f64], axis: &[f64]| row.iter().zip(axis).map(|(x, y)| x * y).sum();
    let mut places: Vec<Point> = squares
        .chunks_exact(width)
        .map(|row| Point::new(dot(row, &first), dot(row, &second)))
        .collect();
    scale(&mut places, pivots);
    // Who is as far from all pivots as someone else would lie on them.
    for place in &mut places {
        *place = place.plus(Point::new(random.signed(), random.signed()).times(JITTER));
    }
    places
}

/// Squared distances, less the means of row and column, as classical scaling
/// has them; node by node.
fn centred_squares(pivots: &Pivots, width: usize, count: usize) -> Vec<f64> {
    let mut squares = Vec::with_capacity(count * width);
    let mut columns = vec![0.0; width];
    for row in pivots.distances.chunks_exact(pivots.wanted) {
        for (&distance, column) in row[..width].iter().zip(&mut columns) {
            let square = f64::from(distance) * f64::from(distance);
            *column += square / count as f64;
            squares.push(square);
        }
    }
    let mean = columns.iter().sum::<f64>() / width as f64;
    for row in squares.chunks_exact_mut(width) {
        let own = row.iter().sum::<f64>() / width as f64;
        for (square, column) in row.iter_mut().zip(&columns) {
            *square = (own + column - mean - *square) / 2.0;
        }
    }
    squares
}

/// The greatest eigenvector that is at right angles to `other`, by power iteration.
fn eigenvector(
    product: &[f64],
    width: usize,
    other: Option<&[f64]>,
    random: &mut Random,
) -> Vec<f64> {
    let mut vector: Vec<f64> = (0..width).map(|_| random.signed()).collect();
    for _ in 0..ROUNDS {
        let mut next: Vec<f64> = product
            .chunks_exact(width)
            .map(|row| row.iter().zip(&vector).map(|(x, y)| x * y).sum())
            .collect();
        if let Some(other) = other {
            let along: f64 = next.iter().zip(other).map(|(x, y)| x * y).sum();
            for (x, y) in next.iter_mut().zip(other) {
                *x -= along * y;
            }
        }
        let length = next.iter().map(|x| x * x).sum::<f64>().sqrt();
        if length < 1e-9 {
            break;
        }
        for x in &mut next {
            *x /= length;
        }
        vector = next;
    }
    vector
}

/// Makes distances to the first pivot as long as they ought to be, on average.
fn scale(places: &mut [Point], pivots: &Pivots) {
    let origin = places[pivots.nodes[0] as usize];
    let (mut drawn, mut wanted) = (0.0, 0.0);
    for (place, row) in places.iter().zip(pivots.distances.chunks_exact(pivots.wanted)) {
        drawn += origin.distance(*place);
        wanted += f64::from(row[0]);
    }
    if drawn > 0.0 {
        for place in places {
            *place = place.times(wanted / drawn);
        }
    }
}
