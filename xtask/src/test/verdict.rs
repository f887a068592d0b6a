//! Counting what passed, failed and was skipped.

use crate::Outcome;

/// What came of one step, or of all together.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Verdict {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
    /// What failed or was skipped, in words.
    pub(crate) complaints: Vec<String>,
}

impl Verdict {
    /// Of something that is one test.
    pub(crate) fn of(outcome: Outcome) -> Self {
        match outcome {
            Ok(()) => Self { passed: 1, ..Self::default() },
            Err(reason) => {
                Self { failed: 1, complaints: vec![format!("failed: {reason}")], ..Self::default() }
            }
        }
    }

    /// Of something that could not be tried.
    pub(crate) fn skipped(reason: &str) -> Self {
        Self { skipped: 1, complaints: vec![format!("skipped: {reason}")], ..Self::default() }
    }

    /// Of a test runner that ended well or not, and wrote this.
    pub(crate) fn of_runner(succeeded: bool, written: &str) -> Self {
        let mut verdict = Self::default();
        for line in written.lines() {
            let line = without_colours(line);
            if let Some(name) = failed_test(&line) {
                verdict.complaints.push(format!("failed: {name}"));
            }
            let Some(counts) = line.strip_prefix("test result: ") else { continue };
            let count = |what: &str| -> usize {
                counts
                    .split([';', '.'])
                    .filter_map(|part| part.trim().strip_suffix(what)?.trim().parse::<usize>().ok())
                    .sum()
            };
            verdict.passed += count("passed");
            verdict.failed += count("failed");
            verdict.skipped += count("ignored");
        }
        if verdict.skipped > 0 {
            verdict.complaints.push(format!("skipped: {} tests are marked so", verdict.skipped));
        }
        if !succeeded && verdict.failed == 0 {
            verdict.failed = 1;
            verdict.complaints.push("failed: the tests did not run to their end".to_string());
        }
        if succeeded && verdict.passed == 0 {
            verdict.failed += 1;
            verdict.complaints.push("failed: no test was run".to_string());
        }
        verdict
    }

    /// The same, with its complaints saying where they come from.
    pub(crate) fn of_step(mut self, name: &str) -> Self {
        for complaint in &mut self.complaints {
            complaint.insert_str(0, &format!("{name}: "));
        }
        self
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.complaints.extend(other.complaints);
    }

    /// On a machine that should be able to run everything.
    pub(crate) fn skips_are_failures(&mut self) {
        if self.skipped > 0 {
            self.complaints.push("failed: with CI=true, nothing may be skipped".to_string());
        }
        self.failed += std::mem::take(&mut self.skipped);
    }

    /// The one line at the end.
    pub(crate) fn line(&self) -> String {
        format!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// The test that this line says has failed; the runner for the browser says
/// `FAIL`, the others `FAILED`.
fn failed_test(line: &str) -> Option<&str> {
    let (name, verdict) = line.strip_prefix("test ")?.split_once(" ... ")?;
    verdict.starts_with("FAIL").then_some(name.trim_end())
}

/// The line without a terminal's escape sequences.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_string();
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_RUNS: &str = "\
test layout::tests::is_deterministic ... ok
test json::tests::numbers ... FAILED
test result: FAILED. 11 passed; 1 failed; 2 ignored; 0 measured; 3 filtered out; finished in 0.01s
   Doc-tests article_widget_core
test result: \u{1b}[32mok\u{1b}[0m. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out
";

    #[test]
    fn runs_are_added_up() {
        let verdict = Verdict::of_runner(false, TWO_RUNS);
        assert_eq!(verdict.line(), "15 passed, 1 failed, 2 skipped");
        assert!(verdict.complaints.contains(&"failed: json::tests::numbers".to_string()));
    }

    #[test]
    fn a_runner_that_breaks_off_is_a_failure() {
        assert_eq!(Verdict::of_runner(false, "error: could not compile").failed, 1);
    }

    #[test]
    fn failed_tests_are_named() {
        assert_eq!(failed_test("test map::is_drawn ... FAIL"), Some("map::is_drawn"));
        assert_eq!(failed_test("test map::is_drawn   ... FAILED"), Some("map::is_drawn"));
        assert_eq!(failed_test("test map::is_drawn ... ok"), None);
    }

    #[test]
    fn no_test_at_all_is_a_failure() {
        let none = "test result: ok. 0 passed; 0 failed; 0 ignored";
        assert_eq!(Verdict::of_runner(true, none).failed, 1);
    }

    #[test]
    fn skips_can_count_as_failures() {
        let mut verdict = Verdict::of(Ok(()));
        verdict.add(Verdict::skipped("no WebKit here"));
        assert_eq!(verdict.line(), "1 passed, 0 failed, 1 skipped");
        verdict.skips_are_failures();
        assert_eq!(verdict.line(), "1 passed, 1 failed, 0 skipped");
    }
}
