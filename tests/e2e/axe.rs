//! The accessibility rules of axe-core.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::browsers::Browser;
use crate::places;

/// Runs after axe has been injected; looks into open shadow roots by itself.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, {resultTypes: ['violations']}).then(
        (result) => done(result.violations.map((violation) => ({
            rule: violation.id,
            help: violation.help,
            nodes: violation.nodes.slice(0, 5).map(
                (node) => node.target.flat().join(' >>> ') + ': ' + node.failureSummary),
        }))),
        (error) => done([{rule: 'axe itself', help: String(error), nodes: []}]),
    );";

/// Fails with what axe-core finds in the page, in `state`.
pub async fn check(browser: &Browser, state: &str) -> Result<()> {
    check_but(browser, state, "").await
}

/// The same, but for one rule, which can't be held against this state.
pub async fn check_but(browser: &Browser, state: &str, rule: &str) -> Result<()> {
    let known = browser.run("return typeof axe === 'object'", Vec::new()).await?;
    if known != Value::Bool(true) {
        let source = std::fs::read_to_string(places::axe()?)?;
        browser.run(&source, Vec::new()).await?;
    }
    let answer = browser.driver.execute_async(RUN, Vec::new()).await?;
    let violations = answer.json().as_array().context("axe gave no list")?.clone();
    let found = violations.iter().filter(|violation| violation["rule"] != rule);
    let list: Vec<String> = found.map(describe).collect();
    ensure!(list.is_empty(), "axe-core, {state}:\n{}", list.join("\n"));
    Ok(())
}

fn describe(violation: &Value) -> String {
    let nodes: Vec<&str> =
        violation["nodes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    format!(
        "  {}: {}\n    {}",
        violation["rule"].as_str().unwrap_or_default(),
        violation["help"].as_str().unwrap_or_default(),
        nodes.join("\n    ")
    )
}
