//! Whether work grows in proportion to its input, for tests: a ratio of two
//! sizes in the same run, in the time of this thread alone. A machine that is
//! busy with other things, or slow, changes nothing of it.

use std::time::Duration;

use cpu_time::ThreadTime;

/// What is too short to be compared.
const FLOOR: Duration = Duration::from_millis(2);

/// Fails if four times the input takes much more than four times as long: with
/// the square it would be sixteen times. `input` makes an input of a size, `work`
/// is what is measured.
pub(crate) fn stays_in_proportion<T>(
    what: &str,
    size: usize,
    input: impl Fn(usize) -> T,
    work: impl Fn(&T),
) {
    let inputs = [input(size), input(4 * size)];
    // In turn, so that a core that is slower for a while is so for both. The first
    // round warms up.
    let mut least = [Duration::MAX; 2];
    for _ in 0..4 {
        for (input, least) in inputs.iter().zip(&mut least) {
            let start = ThreadTime::now();
            work(input);
            *least = start.elapsed().min(*least);
        }
    }
    let [one, four] = least.map(|time| time.max(FLOOR));
    assert!(four < 10 * one, "{what}: {one:?} for {size}, {four:?} for {}", 4 * size);
}

#[test]
#[should_panic(expected = "the square")]
fn the_square_is_found_out() {
    let pairs = |list: &Vec<u64>| {
        let sum: u64 = list.iter().flat_map(|a| list.iter().map(move |b| a ^ b)).sum();
        assert!(std::hint::black_box(sum) > 0);
    };
    stays_in_proportion("the square", 2_000, |size| (0..size as u64).collect(), pairs);
}

#[test]
fn what_is_in_proportion_passes() {
    let sum = |list: &Vec<u64>| {
        assert!(std::hint::black_box(list.iter().map(|a| a ^ 7).sum::<u64>()) > 0);
    };
    stays_in_proportion("a sum", 500_000, |size| (0..size as u64).collect(), sum);
}
