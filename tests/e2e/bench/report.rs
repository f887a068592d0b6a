//! A table of medians, and the goals beside it.

use std::fmt;

/// What a bench has found.
#[derive(Default)]
pub(crate) struct Report {
    /// Under which conditions.
    pub(crate) conditions: String,
    /// The names of the columns.
    pub(crate) columns: Vec<&'static str>,
    /// The rows: what was measured, and its figures.
    pub(crate) rows: Vec<(String, Vec<String>)>,
    /// Each goal, and whether it was reached.
    pub(crate) goals: Vec<(String, bool)>,
}

impl Report {
    /// The goals that were not reached.
    pub(crate) fn missed(&self) -> impl Iterator<Item = String> + '_ {
        self.goals.iter().filter(|(_, is_reached)| !is_reached).map(|(goal, _)| goal.clone())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.conditions)?;
        writeln!(f, "| | {} |", self.columns.join(" | "))?;
        writeln!(f, "| --- |{}", " ---: |".repeat(self.columns.len()))?;
        for (name, figures) in &self.rows {
            writeln!(f, "| {name} | {} |", figures.join(" | "))?;
        }
        writeln!(f)?;
        for (goal, is_reached) in &self.goals {
            writeln!(f, "- {goal}: {}", if *is_reached { "yes" } else { "**no**" })?;
        }
        Ok(())
    }
}

/// The middle of some figures.
pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    match figures.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => figures[middle],
        _ => f64::midpoint(figures[middle - 1], figures[middle]),
    }
}
