//! A panic inside: the article stays, the reader is told, the page goes on, and
//! so do the other widgets in it.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, scenes, trap, wait};
use serde_json::{Value, json};

scenes![
    after_a_panic_the_article_stays_and_the_others_live,
    after_a_panic_nothing_of_it_runs,
    after_a_panic_an_article_in_the_page_is_as_it_was needs axe,
    a_panic_while_the_reader_does_something,
    an_error_of_the_page_s_own_inside,
    a_panic_before_the_article_is_there,
    where_there_is_room_for_one_instance_alone,
];

const TAG: &str = "data-src=/article.json data-backend=local";

/// Serves a module that panics whenever this method is called.
fn panic_in(stage: &Stage, method: &str) -> Result<()> {
    const WASM: &str = "/dist/article-widget_bg.wasm";
    let glue = stage.site.read("/dist/article-widget.js")?;
    let module = trap::in_method(&stage.site.bytes(WASM)?, &glue, method)?;
    stage.site.break_at(WASM, Fault::Module(module));
    Ok(())
}

/// Opens a page, and waits until so many widgets are ready.
async fn open<'stage>(
    stage: &'stage Stage,
    body: &str,
    count: usize,
) -> Result<Vec<Widget<'stage>>> {
    stage.site.page("/p", pages::page("fr", body));
    stage.open("/p").await?;
    let widgets: Vec<_> = (0..count).map(|index| Widget::nth(&stage.browser, index)).collect();
    for widget in &widgets {
        widget.until("the state \"ready\"", "host.state === 'ready'").await?;
        widget.find("svg #actor-alba").await?;
    }
    Ok(widgets)
}

/// Selects an actor from outside, as a page does, and gives what comes of it.
async fn select(widget: &Widget<'_>) -> Result<Value> {
    let script = "window.outcome = undefined; \
        host.selectActor('alba').then((found) => { window.outcome = found }, \
            (error) => { window.outcome = error.name })";
    widget.run(script, Value::Null).await?;
    widget.until("what came of it", "window.outcome !== undefined").await?;
    widget.run("return window.outcome", Value::Null).await
}

/// Sees that the reader is told once, in a sentence that says that the article stays.
async fn is_told(stage: &Stage, widget: &Widget<'_>) -> Result<()> {
    widget.until_text("[part~=error]", "l’article reste lisible").await?;
    ensure!(widget.state().await? == "error");
    let detail = pages::until_happened(&stage.browser, "article-error").await?;
    ensure!(detail["code"] == json!("broken"), "{detail}");
    ensure!(widget.count("[part~=error]:not([hidden])").await? == 1);
    Ok(())
}

/// Sees that all is well with a widget.
async fn lives(widget: &Widget<'_>) -> Result<()> {
    ensure!(widget.state().await? == "ready");
    ensure!(widget.count("[part~=error]").await? == 0);
    widget.click("[part~=mention]").await?;
    widget.until_text("#actor-panel", "Alba").await?;
    let form = CommentForm::main(*widget);
    form.fill("text", "Un pont utile.").await?;
    form.send().await?;
    widget.until_text("[part~=comment]", "Un pont utile.").await.map(drop)
}

async fn after_a_panic_the_article_stays_and_the_others_live(stage: &Stage) -> Result<()> {
    panic_in(stage, "selectActor")?;
    let widgets = open(stage, &pages::script_tag(TAG).repeat(3), 3).await?;
    let [first, broken, last] = &widgets[..] else { unreachable!() };
    let outcome = select(broken).await?;
    ensure!(outcome == json!("RuntimeError"), "{outcome}");
    is_told(stage, broken).await?;
    ensure!(broken.text("[part~=title]").await? == "Le pont et la rivière");
    ensure!(broken.text("[part~=body]").await?.contains("partagent un pont"));
    // Where the reader is, the sentence is in sight.
    let seen =
        "return root.querySelector('[part~=error]').getBoundingClientRect().top < innerHeight";
    broken.run("host.scrollIntoView({behavior: 'instant'})", Value::Null).await?;
    ensure!(broken.run(seen, Value::Null).await? == json!(true));
    // One of an older instance, and one of a newer.
    lives(first).await?;
    lives(last).await?;
    ensure!(broken.state().await? == "error");
    pages::nothing_uncaught(&stage.browser).await?;

    // Another try has an instance of its own, too.
    broken.press_button("Réessayer").await?;
    broken.until_ready().await?;
    lives(broken).await?;
    ensure!(pages::times(&stage.browser, "article-error").await? == 1);
    pages::nothing_uncaught(&stage.browser).await
}

/// Counts what is called in each instance. It runs before anything else of the page.
const COUNT: &str = "<script>
    window.calls = [];
    const counted = (instance) => {
        const number = window.calls.push(0) - 1;
        const exports = {};
        for (const name in instance.exports) {
            const item = instance.exports[name];
            exports[name] = typeof item == 'function'
                ? (...values) => { window.calls[number] += 1; return item(...values); }
                : item;
        }
        return {exports};
    };
    const {instantiateStreaming, Instance} = WebAssembly;
    WebAssembly.instantiateStreaming = async (...given) => {
        const {module, instance} = await instantiateStreaming(...given);
        return {module, instance: counted(instance)};
    };
    WebAssembly.Instance = function (module, imports) {
        const instance = new Instance(module, imports);
        return imports ? counted(instance) : instance;
    };
</script>";

async fn after_a_panic_nothing_of_it_runs(stage: &Stage) -> Result<()> {
    panic_in(stage, "selectActor")?;
    let widgets = open(stage, &format!("{COUNT}{}", pages::script_tag(TAG)), 1).await?;
    let widget = &widgets[0];
    // All of it is there, the comments last.
    widget.find("form").await?;
    select(widget).await?;
    is_told(stage, widget).await?;
    let before = widget.run("return window.calls", Value::Null).await?;
    // What it listened to happens, and what a reader may try.
    let stir = "for (const name of ['online', 'offline', 'resize', 'hashchange', 'storage', 'pagehide'])
            window.dispatchEvent(new Event(name));
        location.hash = 'actor-alba';
        root.querySelectorAll('button, a, svg g').forEach((one) => {
            if (one.closest('[part~=error]')) return;
            for (const name of ['click', 'pointerdown', 'pointermove', 'pointerup', 'keydown', 'focusin'])
                one.dispatchEvent(new Event(name, {bubbles: true, composed: true, cancelable: true}));
        });
        root.querySelector('form').requestSubmit();
        host.setAttribute('map', 'table');
        host.setAttribute('lang', 'en');
        window.frames2 = 0;
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { window.frames2 = 1 }, 300)))";
    widget.run(stir, Value::Null).await?;
    widget.until("a while later", "window.frames2 === 1").await?;
    let after = widget.run("return window.calls", Value::Null).await?;
    ensure!(before == after, "calls of the WebAssembly: {before}, then {after}");
    ensure!(select(widget).await? == json!(false));
    // A form without its program does not lead out of the page.
    let path = stage.browser.run("return location.pathname + location.search", vec![]).await?;
    ensure!(path == json!("/p"), "{path}");
    pages::nothing_uncaught(&stage.browser).await
}

async fn after_a_panic_an_article_in_the_page_is_as_it_was(stage: &Stage) -> Result<()> {
    panic_in(stage, "selectActor")?;
    let article = "<article id=own><h1>Le pont d’Alba</h1><p>À Alba, le pont.</p></article>";
    let body = format!(
        "<script src=/dist/embed.js></script>\
         <article-widget map-src=/article.json backend=local>{article}</article-widget>"
    );
    let widgets = open(stage, &body, 1).await?;
    select(&widgets[0]).await?;
    is_told(stage, &widgets[0]).await?;
    let left = "return [document.getElementById('own').outerHTML.length, \
        CSS.highlights?.get('article-widget-mention')?.size ?? 0, \
        document.getElementById('own').getBoundingClientRect().height > 0]";
    let left = widgets[0].run(left, Value::Null).await?;
    let length = article.replace("id=own", "id=\"own\"").chars().count();
    ensure!(left == json!([length, 0, true]), "{left}");
    axe::check(&stage.browser, "after a panic").await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// Keeps the memory of each instance in the page's reach.
const REACH: &str = "<script>
    window.memories = [];
    const kept = (instance) => {
        for (const name in instance.exports) {
            const item = instance.exports[name];
            if (item instanceof WebAssembly.Memory) window.memories.push(item);
        }
        return instance;
    };
    const {instantiateStreaming, Instance} = WebAssembly;
    WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiateStreaming(...given);
        kept(made.instance);
        return made;
    };
    WebAssembly.Instance = function (module, imports) { return kept(new Instance(module, imports)); };
</script>";

/// With a memory that is nothing but ones, every way through it ends in a trap.
async fn a_panic_while_the_reader_does_something(stage: &Stage) -> Result<()> {
    let body = format!("{REACH}{}", pages::script_tag(TAG).repeat(2));
    let widgets = open(stage, &body, 2).await?;
    // Which of the two was shown first is left to chance: find whose memory it is.
    let spoil = "new Uint8Array(window.memories[0].buffer).fill(255)";
    stage.browser.run(spoil, vec![]).await?;
    for widget in &widgets {
        widget.click("[part~=mention]").await?;
    }
    let told = wait::until("one that is told", || async {
        for (index, widget) in widgets.iter().enumerate() {
            if widget.state().await? == "error" {
                return Ok(Some(index));
            }
        }
        Ok(None)
    })
    .await?;
    is_told(stage, &widgets[told]).await?;
    // The page gets to know of it, as of every error.
    ensure!(pages::times(&stage.browser, "uncaught").await? >= 1);
    lives(&widgets[1 - told]).await
}

async fn an_error_of_the_page_s_own_inside(stage: &Stage) -> Result<()> {
    let widgets = open(stage, &pages::script_tag(TAG).repeat(2), 2).await?;
    let spoil = "for (const name of ['createElement', 'createElementNS']) {
            document[name] = function (...values) {
                if (window.isWhole || !new Error().stack.includes('wasm-function'))
                    return Document.prototype[name].apply(this, values);
                throw new Error('of the page');
            };
        }
        root.querySelector('[part~=mention]').click()";
    widgets[0].run(spoil, Value::Null).await?;
    is_told(stage, &widgets[0]).await?;
    ensure!(widgets[0].text("[part~=title]").await? == "Le pont et la rivière");
    stage.browser.run("window.isWhole = true", vec![]).await?;
    lives(&widgets[1]).await
}

async fn a_panic_before_the_article_is_there(stage: &Stage) -> Result<()> {
    panic_in(stage, "update")?;
    let body = format!(
        "{}<article-widget map-src=/article.json><article id=own>Le pont</article></article-widget>",
        pages::script_tag("data-src=/article.json")
    );
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    for index in 0..2 {
        let widget = Widget::nth(&stage.browser, index);
        widget.until_text("[part~=error]", "programme").await?;
        ensure!(widget.state().await? == "error");
        ensure!(widget.text("[part~=button]").await? == "Réessayer");
    }
    let seen = "return document.getElementById('own').getBoundingClientRect().height > 0";
    ensure!(stage.browser.run(seen, vec![]).await? == json!(true));
    ensure!(pages::times(&stage.browser, "article-error").await? == 2);
    pages::nothing_uncaught(&stage.browser).await
}

/// What is shared, breaks down together, and each reader is told.
async fn where_there_is_room_for_one_instance_alone(stage: &Stage) -> Result<()> {
    panic_in(stage, "selectActor")?;
    let full = "<script>const {Instance} = WebAssembly;
        WebAssembly.Instance = function (module, imports) {
            if (imports) throw new RangeError('no room');
            return new Instance(module);
        };</script>";
    let widgets = open(stage, &format!("{full}{}", pages::script_tag(TAG).repeat(2)), 2).await?;
    widgets[0].click("[part~=mention]").await?;
    widgets[0].until_text("#actor-panel", "Alba").await?;
    ensure!(select(&widgets[1]).await? == json!("RuntimeError"));
    for widget in &widgets {
        is_told(stage, widget).await?;
    }
    pages::nothing_uncaught(&stage.browser).await
}
