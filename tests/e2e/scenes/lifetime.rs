//! What a widget leaves behind when it goes: nothing.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::browsers::{Browser, Engine};
use article_widget_e2e_tests::pages;
use article_widget_e2e_tests::scenes;
use article_widget_e2e_tests::stage::Stage;
use serde_json::json;

scenes![coming_and_going_leaves_nothing];

/// Brings and removes so many widgets, one after the other, each in full.
const COME_AND_GO: &str = "
    const [times, done] = [arguments[0], arguments[arguments.length - 1]];
    const frame = () => new Promise(requestAnimationFrame);
    (async () => {
        for (let i = 0; i < times; i++) {
            const widget = document.createElement('article-widget');
            widget.setAttribute('src', '/article.json');
            widget.setAttribute('backend', 'local');
            document.body.append(widget);
            await new Promise((ready) => widget.addEventListener('article-ready', ready, {once: true}));
            while (!widget.shadowRoot.querySelector('svg [id^=actor-]')) await frame();
            while (!widget.shadowRoot.querySelector('form')) await frame();
            await widget.selectActor('alba');
            widget.remove();
            await frame();
        }
        window.happenings.length = 0;
    })().then(() => done('done'), (error) => done(String(error)));";

async fn coming_and_going_leaves_nothing(stage: &Stage) -> Result<()> {
    stage.site.page("/p", pages::page("fr", "<script src=/dist/embed.js></script>"));
    stage.open("/p").await?;
    come_and_go(&stage.browser, 5).await?;
    let before = counters(&stage.browser).await?;
    come_and_go(&stage.browser, 40).await?;
    let after = counters(&stage.browser).await?;
    for (name, before) in before {
        let (_, after) = *after.iter().find(|(other, _)| *other == name).context(name)?;
        // One widget has hundreds of nodes and a dozen listeners.
        ensure!(after < before + 20.0, "{name}: {before} before 40 widgets, {after} after them");
    }
    Ok(())
}

async fn come_and_go(browser: &Browser, times: u32) -> Result<()> {
    let outcome = browser.driver.execute_async(COME_AND_GO, vec![json!(times)]).await?;
    ensure!(*outcome.json() == json!("done"), "{}", outcome.json());
    Ok(())
}

/// What the engine counts of the page, where it tells; garbage is not counted.
async fn counters(browser: &Browser) -> Result<Vec<(&'static str, f64)>> {
    if browser.engine != Engine::Chromium {
        return Ok(Vec::new());
    }
    let cdp = browser.driver.cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    // What the first round frees, finalizers let go of, and the next one frees.
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
        let turn = "setTimeout(arguments[arguments.length - 1], 0)";
        browser.driver.execute_async(turn, Vec::new()).await?;
    }
    let metrics = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("no metrics")?;
    ["Nodes", "JSEventListeners"]
        .into_iter()
        .filter_map(|name| {
            let found = metrics.iter().find(|metric| metric["name"] == name)?;
            Some(found["value"].as_f64().map(|value| (name, value)).context(name))
        })
        .collect()
}
