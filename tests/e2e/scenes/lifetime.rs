//! Moved, loaded anew, removed: what stays, and what a widget leaves behind.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::browsers::{Browser, Engine};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait};
use serde_json::{Value, json};

scenes![
    a_moved_element_keeps_its_state,
    a_removed_element_leaves_nothing,
    reload_loads_anew,
    coming_and_going_leaves_nothing,
];

async fn a_moved_element_keeps_its_state(stage: &Stage) -> Result<()> {
    let tag = pages::script_tag("data-src=/article.json data-backend=local");
    stage.site.page("/p", pages::page("fr", &format!("{tag}<section id=there></section>")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.run("host.selectActor('alba')", Value::Null).await?;
    widget.until_text("#actor-panel", "Alba").await?;
    widget.type_into("[part~=comment-form] textarea", "À moitié").await?;
    widget.run("document.getElementById('there').append(host)", Value::Null).await?;
    // Whatever a move sets off has happened two frames later.
    widget.run("window.frames2 = 0; requestAnimationFrame(() => requestAnimationFrame(() => { window.frames2 = 1 }))", Value::Null).await?;
    widget.until("two frames", "window.frames2 === 1").await?;
    ensure!(widget.state().await? == "ready");
    ensure!(widget.text("#actor-panel").await?.contains("Alba"));
    ensure!(widget.value("[part~=comment-form] textarea").await? == "À moitié");
    ensure!(stage.site.requests("/article.json") == 1);
    ensure!(pages::times(&stage.browser, "article-ready").await? == 1);
    pages::nothing_uncaught(&stage.browser).await
}

async fn a_removed_element_leaves_nothing(stage: &Stage) -> Result<()> {
    stage.site.break_at("/article.json", Fault::Hold);
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=loading]", "Chargement").await?;
    wait::until("the request for the article", || async {
        Ok((stage.site.requests("/article.json") > 0).then_some(()))
    })
    .await?;
    widget.run("window.gone = host; host.remove()", Value::Null).await?;
    stage.site.mend("/article.json");
    // A second element, which is ready after the first would have been.
    stage.browser.run("const next = document.createElement('article-widget'); next.setAttribute('src', '/article.json?2'); document.body.append(next)", vec![]).await?;
    widget.until_ready().await?;
    let state = stage.browser.run("return window.gone.state", vec![]).await?;
    ensure!(state != json!("ready"), "the removed element went on");
    ensure!(pages::times(&stage.browser, "article-ready").await? == 1);
    widget.run("window.gone = host; host.remove()", Value::Null).await?;
    wait::until("an empty shadow root", || async {
        let left = "return window.gone.shadowRoot.querySelectorAll('[part~=article], [part~=comments]').length";
        Ok((stage.browser.run(left, vec![]).await? == json!(0)).then_some(()))
    })
    .await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn reload_loads_anew(stage: &Stage) -> Result<()> {
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/article.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    let mut other = pages::article();
    other["title"] = json!("Corrigé");
    stage.site.page("/article.json", other.to_string());
    let script = "const host = document.querySelector('article-widget'); const done = arguments[arguments.length - 1];
                  host.reload().then(() => done(host.state), (error) => done(String(error)))";
    let state = stage.browser.driver.execute_async(script, vec![]).await?;
    ensure!(*state.json() == json!("ready"), "{}", state.json());
    widget.until_text("[part~=title]", "Corrigé").await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// Counts what would go on after a widget: timers that still wait, and observers
/// that still watch. It runs before anything else of the page.
const WATCH: &str = "<script>
    window.timers = new Set();
    const {setTimeout, clearTimeout, setInterval, clearInterval} = window;
    window.setTimeout = (act, ms, ...values) => {
        const timer = setTimeout(() => { window.timers.delete(timer); act(...values); }, ms);
        window.timers.add(timer);
        return timer;
    };
    window.clearTimeout = (timer) => { window.timers.delete(timer); clearTimeout(timer); };
    window.setInterval = (...values) => {
        const timer = setInterval(...values);
        window.timers.add(timer);
        return timer;
    };
    window.clearInterval = (timer) => { window.timers.delete(timer); clearInterval(timer); };
    window.watching = new Set();
    for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver']) {
        window[name] = class extends window[name] {
            observe(...values) { window.watching.add(this); super.observe(...values); }
            disconnect() { window.watching.delete(this); super.disconnect(); }
        };
    }
</script>";

/// Brings and removes so many widgets, each in full, 25 at a time.
const COME_AND_GO: &str = "
    const [times, done] = [arguments[0], arguments[arguments.length - 1]];
    const frame = () => new Promise(requestAnimationFrame);
    const one = async () => {
        const widget = document.createElement('article-widget');
        widget.setAttribute('src', '/article.json');
        widget.setAttribute('backend', 'local');
        const ready = new Promise((go) => widget.addEventListener('article-ready', go, {once: true}));
        document.body.append(widget);
        await ready;
        while (!widget.shadowRoot.querySelector('svg [id^=actor-]')) await frame();
        while (!widget.shadowRoot.querySelector('form')) await frame();
        await widget.selectActor('alba');
        widget.remove();
        await frame();
    };
    (async () => {
        for (let i = 0; i < times; i += 25) await Promise.all(Array.from({length: 25}, one));
        window.happenings.length = 0;
    })().then(() => done('done'), (error) => done(String(error)));";

/// Code that the engine has compiled would count as the page's heap, and comes
/// whenever the engine finds it worth its while.
const INTERPRETED: &str = "--js-flags=--no-opt --no-maglev --no-sparkplug";

/// In numbers where the engine tells them: there, what the first 50 leave is what
/// the engine got to know, and after 500 more nothing has come on top.
async fn coming_and_going_leaves_nothing(stage: &Stage) -> Result<()> {
    let body = format!("{WATCH}<script src=/dist/embed.js></script>");
    stage.site.page("/p", pages::page("fr", &body));
    if stage.browser.engine != Engine::Chromium {
        stage.open("/p").await?;
        come_and_go(&stage.browser, 50).await?;
        return nothing_goes_on(&stage.browser).await;
    }
    let browser = Browser::start_with(Engine::Chromium, &[INTERPRETED]).await?;
    browser.driver.goto(stage.site.url("/p")).await?;
    come_and_go(&browser, 50).await?;
    let before = counters(&browser).await?;
    for _ in 0..10 {
        come_and_go(&browser, 50).await?;
    }
    nothing_goes_on(&browser).await?;
    let after = counters(&browser).await?;
    browser.quit().await;
    for ((name, before), (_, after)) in before.into_iter().zip(after) {
        let allowed = if name == "JSHeapUsedSize" { before / 100.0 } else { 0.0 };
        let growth = after - before;
        ensure!(growth <= allowed, "{name}: {before} before 500 widgets, {after} after them");
    }
    Ok(())
}

async fn nothing_goes_on(browser: &Browser) -> Result<()> {
    wait::until("no timer and no observer", || async {
        let left = "return [window.timers.size, window.watching.size]";
        let left = browser.run(left, Vec::new()).await?;
        ensure!(left == json!([0, 0]), "{left}");
        Ok(Some(()))
    })
    .await
}

async fn come_and_go(browser: &Browser, times: u32) -> Result<()> {
    let outcome = browser.driver.execute_async(COME_AND_GO, vec![json!(times)]).await?;
    ensure!(*outcome.json() == json!("done"), "{}", outcome.json());
    Ok(())
}

/// What Chromium counts of the page; garbage is not counted.
async fn counters(browser: &Browser) -> Result<Vec<(&'static str, f64)>> {
    let cdp = browser.driver.cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    // What the first round frees, finalizers let go of, and the next one frees.
    for _ in 0..5 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
        let turn = "requestAnimationFrame(() => setTimeout(arguments[arguments.length - 1], 0))";
        browser.driver.execute_async(turn, Vec::new()).await?;
    }
    let metrics = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("no metrics")?;
    ["Nodes", "JSEventListeners", "Documents", "Frames", "JSHeapUsedSize"]
        .into_iter()
        .filter_map(|name| {
            let found = metrics.iter().find(|metric| metric["name"] == name)?;
            Some(found["value"].as_f64().map(|value| (name, value)).context(name))
        })
        .collect()
}
