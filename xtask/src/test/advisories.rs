//! cargo-deny, with or without the advisory database.

use std::process::Command;

use super::verdict::Verdict;
use crate::tools::{CARGO_DENY, Toolbox};
use crate::{Outcome, run, say, workspace};

/// Checks licences, sources and duplicates, and advisories where the database
/// can be had.
pub(super) fn check(toolbox: &Toolbox) -> Verdict {
    let program = match toolbox.tool(&CARGO_DENY) {
        Ok(program) => program,
        Err(reason) => return Verdict::skipped(&reason),
    };
    let deny = |checks: &[&str]| {
        let mut deny = Command::new(program);
        deny.current_dir(workspace::root()).env("PATH", toolbox.path());
        deny.args(["--workspace", "check", "--hide-inclusion-graph"]).args(checks);
        deny
    };
    let mut verdict = Verdict::of(run::run(&mut deny(&["licenses", "bans", "sources"])));
    verdict.add(match advisories(&mut deny(&["advisories"])) {
        Ok(None) => Verdict::of(Ok(())),
        Ok(Some(why)) => {
            say::note(&format!("the advisories are not checked: {why}"));
            Verdict::default()
        }
        Err(reason) => Verdict::of(Err(reason)),
    });
    verdict
}

/// Nothing if there is no advisory, or why the database can't be had.
fn advisories(deny: &mut Command) -> Outcome<Option<String>> {
    let (good, written) = run::tee(deny)?;
    if good {
        return Ok(None);
    }
    match written.lines().find(|line| line.contains("failed to fetch advisory database")) {
        Some(_) => Ok(Some("their database can't be fetched from here".to_string())),
        None => Err("there are advisories about what we use".to_string()),
    }
}
