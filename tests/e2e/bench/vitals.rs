//! What a reader feels of a load: when the largest part of the first screen is
//! painted, whether something jumps, whether the page answers.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use article_widget_e2e_tests::browsers::Browser;
use serde_json::{Value, json};

use crate::conditions;

/// The figures of one load.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vitals {
    /// Largest Contentful Paint.
    pub(crate) lcp_ms: f64,
    /// First Contentful Paint.
    pub(crate) fcp_ms: f64,
    /// The sum of all layout shifts, whenever they were.
    pub(crate) shift: f64,
    /// Total Blocking Time: what tasks took beyond 50 ms each, from the first
    /// contentful paint until the page is interactive.
    pub(crate) blocked_ms: f64,
    /// The longest of these tasks.
    pub(crate) longest_ms: f64,
    /// The longest task after that.
    pub(crate) later_ms: f64,
    /// When the widget was ready; 0 without one.
    pub(crate) ready_ms: f64,
}

/// A page is interactive from where no task is long for such a time (Lighthouse,
/// "Time to Interactive"), and not before the article is there.
const QUIET_WINDOW_MS: f64 = 5_000.0;

/// Runs before anything of the page.
const OBSERVE: &str = "
    const seen = window.vitals = {lcp: 0, fcp: 0, shift: 0, tasks: [], shifts: [], ready: 0};
    const on = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act))
        .observe({type, buffered: true});
    on('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
    on('paint', (entry) => { if (entry.name == 'first-contentful-paint') seen.fcp = entry.startTime; });
    on('layout-shift', (entry) => { seen.shift += entry.value; seen.shifts.push([entry.startTime, entry.value,
        entry.sources.map(({node}) => node?.parentElement?.tagName + '>' + (node?.id || node?.className || node?.nodeName)).join()]); });
    on('longtask', (entry) => { seen.tasks.push([entry.startTime, entry.duration]); });
    addEventListener('article-ready', () => { seen.ready = performance.now(); });
";

/// How long nothing may happen before a load counts as over.
const QUIET: Duration = Duration::from_secs(3);
const PATIENCE: Duration = Duration::from_secs(60);

/// Loads a page for the first time; `until` is an expression that is true when
/// all is there.
pub(crate) async fn load(browser: &Browser, url: &str, until: &str) -> Result<Vitals> {
    let cdp = browser.driver.cdp();
    browser.driver.goto("about:blank").await?;
    conditions::set(browser).await?;
    let script = json!({"source": OBSERVE});
    let added = cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    browser.driver.goto(url).await?;
    let seen = settled(browser, until).await;
    conditions::lift(browser).await?;
    let added = json!({"identifier": added["identifier"]});
    cdp.send_raw("Page.removeScriptToEvaluateOnNewDocument", added).await?;
    let seen = seen?;
    if std::env::var_os("ARTICLE_WIDGET_BENCH_DETAILS").is_some() {
        eprintln!("{url}: {seen}");
    }
    let figure = |name: &str| seen[name].as_f64().unwrap_or_default();
    let (fcp_ms, ready_ms) = (figure("fcp"), figure("ready"));
    let (mut blocked_ms, mut longest_ms, mut later_ms) = (0.0, 0.0_f64, 0.0_f64);
    let mut busy_until_ms = fcp_ms.max(ready_ms);
    for task in seen["tasks"].as_array().into_iter().flatten() {
        let (start, duration) = (number(&task[0]), number(&task[1]));
        if start + duration <= fcp_ms {
            continue;
        }
        if start > busy_until_ms + QUIET_WINDOW_MS {
            later_ms = later_ms.max(duration);
            busy_until_ms = f64::NEG_INFINITY;
            continue;
        }
        busy_until_ms = busy_until_ms.max(start + duration);
        blocked_ms += (duration - 50.0).max(0.0);
        longest_ms = longest_ms.max(duration);
    }
    let (lcp_ms, shift) = (figure("lcp"), figure("shift"));
    Ok(Vitals { lcp_ms, fcp_ms, shift, blocked_ms, longest_ms, later_ms, ready_ms })
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

/// What was seen, once all is there and nothing has happened for a while.
async fn settled(browser: &Browser, until: &str) -> Result<Value> {
    let script = format!("return {until} ? window.vitals : null");
    let begin = Instant::now();
    let (mut last, mut since) = (Value::Null, Instant::now());
    while begin.elapsed() < PATIENCE {
        let seen = browser.run(&script, Vec::new()).await?;
        if seen != last {
            (last, since) = (seen, Instant::now());
        } else if !last.is_null() && since.elapsed() > QUIET {
            return Ok(last);
        }
        // Seldom: each question is a task in the page.
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    bail!("waited in vain for {until}")
}
