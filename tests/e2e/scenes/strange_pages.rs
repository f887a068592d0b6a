//! Pages that are old, strict or strange: everything works in them all the same.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait};
use serde_json::{Value, json};

scenes![
    hostile_styles_stay_outside,
    built_ins_that_the_page_has_overwritten,
    inside_a_form,
    in_quirks_mode,
    in_a_page_of_another_encoding,
    in_a_page_from_right_to_left,
    with_large_root_text,
    in_a_frame,
    in_a_sandboxed_frame,
    thirty_in_one_page,
    storage_is_refused,
    storage_is_full,
    the_clock_is_wrong,
];

const TAG: &str = "data-src=/article.json data-backend=local";

/// The main things that a reader does: reads, selects an actor, comments.
async fn everything_works(stage: &Stage, widget: Widget<'_>) -> Result<()> {
    widget.until_ready().await?;
    ensure!(widget.text("[part~=title]").await? == "Le pont et la rivière");
    widget.click("[part~=mention]").await?;
    widget.until_text("#actor-panel", "Alba").await?;
    post(widget).await?;
    widget.until_text("[part~=comment]", "Un pont utile.").await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// Writes a comment and sends it.
async fn post(widget: Widget<'_>) -> Result<()> {
    let form = CommentForm::main(widget);
    form.fill("text", "Un pont utile.").await?;
    form.send().await
}

/// As [`everything_works`], for the one widget of a page.
async fn works_in(stage: &Stage, page: String) -> Result<()> {
    stage.site.page("/p", page);
    stage.open("/p").await?;
    everything_works(stage, Widget::first(&stage.browser)).await
}

async fn hostile_styles_stay_outside(stage: &Stage) -> Result<()> {
    let styles = "<style>
        * { all: unset !important; box-sizing: content-box; position: absolute }
        article, section, form, p, h1, svg, button, textarea { display: none !important }
        div { margin: 400px !important; transform: rotate(90deg); color: red !important }
    </style>";
    // Only what is outside of the shadow root is the page's to unset.
    let stay =
        "<style>article-widget { display: block !important; position: static !important }</style>";
    let tag = pages::script_tag(TAG);
    works_in(stage, pages::page("fr", &format!("{styles}{tag}{stay}"))).await?;
    let widget = Widget::first(&stage.browser);
    let colour = "return getComputedStyle(root.querySelector('[part~=body] p')).color";
    let colour = widget.run(colour, Value::Null).await?;
    ensure!(colour != json!("rgb(255, 0, 0)"), "the page's colour came in");
    Ok(())
}

async fn built_ins_that_the_page_has_overwritten(stage: &Stage) -> Result<()> {
    // What the browser's driver calls stays as it was.
    let overwrite = "<script>
        for (const name of ['map', 'filter', 'forEach', 'find', 'findIndex', 'at', 'includes',
            'push', 'flat', 'some', 'every', 'indexOf', 'join', 'slice', 'concat', 'reduce', 'values']) {
            const real = Array.prototype[name];
            const value = function (...args) {
                if (new Error().stack.includes('/dist/')) throw new Error('Array.prototype.' + name);
                return Reflect.apply(real, this, args);
            };
            Object.defineProperty(Array.prototype, name, {value});
        }
        const old = function () { return new Error().stack.includes('/dist/') ? 'old' : this; };
        Object.defineProperty(Array.prototype, 'toJSON', {value: old});
        for (const name of ['parse', 'stringify']) {
            const real = JSON[name];
            JSON[name] = function (...args) {
                if (new Error().stack.includes('/dist/')) throw new Error('JSON.' + name);
                return Reflect.apply(real, this, args);
            };
        }
    </script>";
    stage.site.page("/p", pages::page("fr", &format!("{}{overwrite}", pages::script_tag(TAG))));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.click("[part~=mention]").await?;
    widget.until_text("#actor-panel", "Alba").await?;
    post(widget).await?;
    widget.until_text("[part~=comment]", "Un pont utile.").await.map(drop)
}

async fn inside_a_form(stage: &Stage) -> Result<()> {
    let form = |inner: &str| {
        format!(
            "<form action=/elsewhere><input name=q value=1>{inner}<button id=own>Go</button></form>"
        )
    };
    works_in(stage, pages::page("fr", &form(&pages::script_tag(TAG)))).await?;
    let path = stage.browser.run("return location.pathname", vec![]).await?;
    ensure!(path == json!("/p"), "our form sent the page's: {path}");
    Ok(())
}

async fn in_a_page_of_another_encoding(stage: &Stage) -> Result<()> {
    stage.site.break_at("/article.json", Fault::Hold);
    // A server that says nothing of encodings.
    stage.site.break_at("/dist/embed.js", Fault::ContentType("text/javascript"));
    let body = format!("<html lang=ar><body>{}", pages::script_tag(TAG));
    let content_type = "text/html; charset=windows-1256";
    stage.site.break_at("/old", Fault::Instead { content_type, body });
    stage.open("/old").await?;
    let encoding = stage.browser.run("return document.characterSet", vec![]).await?;
    ensure!(encoding == json!("windows-1256"), "{encoding}");
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=loading]", "جارٍ التحميل").await.map(drop)
}

async fn in_quirks_mode(stage: &Stage) -> Result<()> {
    let page = pages::page("fr", &pages::script_tag(TAG)).replace("<!doctype html>", "");
    works_in(stage, page).await?;
    let mode = stage.browser.run("return document.compatMode", vec![]).await?;
    ensure!(mode == json!("BackCompat"), "{mode}");
    Ok(())
}

async fn in_a_page_from_right_to_left(stage: &Stage) -> Result<()> {
    // The page is Arabic, the article French: each keeps its direction.
    works_in(stage, pages::page("ar", &pages::script_tag(TAG))).await?;
    let widget = Widget::first(&stage.browser);
    let direction = "return getComputedStyle(root.querySelector('[part~=body]')).direction";
    ensure!(widget.run(direction, Value::Null).await? == json!("ltr"));
    Ok(())
}

async fn with_large_root_text(stage: &Stage) -> Result<()> {
    let large = "<style>html { font-size: 22px }</style>";
    works_in(stage, pages::page("fr", &format!("{large}{}", pages::script_tag(TAG)))).await?;
    let widget = Widget::first(&stage.browser);
    let size = "return parseFloat(getComputedStyle(root.querySelector('[part~=body] p')).fontSize)";
    let size = widget.run(size, Value::Null).await?;
    ensure!(size.as_f64().is_some_and(|size| size >= 22.0), "{size}");
    let overflow = "return document.documentElement.scrollWidth - innerWidth";
    let overflow = widget.run(overflow, Value::Null).await?;
    ensure!(overflow.as_f64().is_some_and(|pixels| pixels <= 0.0), "{overflow} px too wide");
    Ok(())
}

/// Opens a page that holds another in a frame, and goes into the frame.
async fn into_frame(stage: &Stage, sandbox: &str) -> Result<()> {
    stage.site.page("/inner", pages::page("fr", &pages::script_tag(TAG)));
    let frame = format!("<iframe src=/inner {sandbox} width=900 height=700></iframe>");
    stage.site.page("/p", pages::page("fr", &frame));
    stage.open("/p").await?;
    Ok(stage.browser.driver.enter_frame(0).await?)
}

async fn in_a_frame(stage: &Stage) -> Result<()> {
    into_frame(stage, "").await?;
    everything_works(stage, Widget::first(&stage.browser)).await
}

/// Without an origin of its own there is no storage: the comments of `local`
/// can't be kept, and everything else works.
async fn in_a_sandboxed_frame(stage: &Stage) -> Result<()> {
    into_frame(stage, "sandbox=allow-scripts").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.click("[part~=mention]").await?;
    widget.until_text("#actor-panel", "Alba").await?;
    widget.type_into("[part~=comment-form] textarea", "Un pont utile.").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn thirty_in_one_page(stage: &Stage) -> Result<()> {
    let tags = pages::script_tag(TAG).repeat(30);
    stage.site.page("/p", pages::page("fr", &tags));
    stage.open("/p").await?;
    for index in 0..30 {
        // With all its parts: what comes further up moves the rest of the page, where
        // the browser does not hold on to what is seen.
        Widget::nth(&stage.browser, index).until_comments().await?;
    }
    ensure!(stage.site.requests("/dist/article-widget_bg.wasm") == 1);
    // An actor that is selected in one is selected in that one alone.
    Widget::nth(&stage.browser, 29).click("[part~=mention]").await?;
    Widget::nth(&stage.browser, 29).until_text("#actor-panel", "Alba").await?;
    ensure!(Widget::nth(&stage.browser, 28).count("#actor-panel").await? == 0);
    pages::nothing_uncaught(&stage.browser).await
}

/// Runs before anything else of the page.
async fn works_after<'stage>(stage: &'stage Stage, script: &str) -> Result<Widget<'stage>> {
    let tag = pages::script_tag(TAG);
    stage.site.page("/p", pages::page("fr", &format!("<script>{script}</script>{tag}")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.click("[part~=mention]").await?;
    widget.until_text("#actor-panel", "Alba").await?;
    Ok(widget)
}

async fn storage_is_refused(stage: &Stage) -> Result<()> {
    let refuse = "window.refusals = 0;
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
            Object.defineProperty(window, name, {get() {
                window.refusals += 1;
                throw new DOMException('no', 'SecurityError');
            }});";
    let widget = works_after(stage, refuse).await?;
    // Where nothing can be kept, nothing is claimed to be: what was typed stays in
    // the form, and the reader is told.
    post(widget).await?;
    let status = widget.find("[part~=comment-status]").await?;
    wait::until("a sentence", || async {
        Ok((!status.text().await?.trim().is_empty()).then_some(()))
    })
    .await?;
    ensure!(widget.value("[part~=comment-form] textarea").await? == "Un pont utile.");
    ensure!(widget.count("[part~=comment]").await? == 0);
    ensure!(pages::times(&stage.browser, "comment-posted").await? == 0);
    let asked = stage.browser.run("return window.refusals > 0", vec![]).await?;
    ensure!(asked == json!(true), "nobody asked for the storage");
    // Its state is its own: another article is not held up by it.
    widget.run("host.setAttribute('map', 'table')", Value::Null).await?;
    widget.find("[part~=map] table").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn storage_is_full(stage: &Stage) -> Result<()> {
    let fill = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    let widget = works_after(stage, fill).await?;
    widget.type_into("[part~=comment-form] textarea", "Un pont utile.").await?;
    ensure!(widget.value("[part~=comment-form] textarea").await? == "Un pont utile.");
    pages::nothing_uncaught(&stage.browser).await
}

/// Articles and comments from the future, as a slow clock sees them, are dated
/// by the calendar and never « dans 40 ans ».
async fn the_clock_is_wrong(stage: &Stage) -> Result<()> {
    let slow = "const Real = Date; const back = 40 * 365 * 864e5;
        Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(Real.now() - back); } static now() { return Real.now() - back; } };";
    let widget = works_after(stage, slow).await?;
    let byline = widget.text("[part~=byline]").await?;
    ensure!(byline.contains("2024") && !byline.contains("dans"), "{byline}");
    pages::nothing_uncaught(&stage.browser).await
}
