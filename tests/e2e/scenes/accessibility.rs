//! For everybody: axe-core in every state, and a name for all that can be used.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::isso::{House, Isso};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, scenes, wait};
use serde_json::{Value, json};

scenes![
    axe_in_french_by_day needs isso axe,
    axe_in_french_by_night needs isso axe,
    axe_in_arabic_by_day needs isso axe,
    axe_in_arabic_by_night needs isso axe,
    everything_that_can_be_used_has_a_name,
    every_state_of_the_comments_has_names,
    targets_are_large_enough,
    nothing_overflows_at_twice_the_text,
];

async fn axe_in_french_by_day(stage: &Stage) -> Result<()> {
    axe_in_every_state(stage, "fr", "light").await
}

async fn axe_in_french_by_night(stage: &Stage) -> Result<()> {
    axe_in_every_state(stage, "fr", "dark").await
}

async fn axe_in_arabic_by_day(stage: &Stage) -> Result<()> {
    axe_in_every_state(stage, "ar", "light").await
}

async fn axe_in_arabic_by_night(stage: &Stage) -> Result<()> {
    axe_in_every_state(stage, "ar", "dark").await
}

/// The sample in a language.
fn sample(lang: &str) -> &'static str {
    if lang == "ar" { "/green-wall.json" } else { "/niger.json" }
}

/// A page whose own colours go with the theme.
fn themed_page(lang: &str, theme: &str, attributes: &str) -> String {
    let tag = pages::script_tag(&format!("data-theme={theme} {attributes}"));
    let style = format!(
        "<style>:root {{ color-scheme: {theme}; background: Canvas; color: CanvasText }}</style></head>"
    );
    pages::page(lang, &tag).replace("</head>", &style)
}

/// Loading, error, ready, form with errors, actor selected.
async fn axe_in_every_state(stage: &Stage, lang: &str, theme: &str) -> Result<()> {
    let (site, browser) = (&stage.site, &stage.browser);
    let server = Isso::start(House::Moderated, &site.origin).await?;
    let attributes = format!(
        "data-src={} data-thread=/t data-backend=isso data-backend-url={}",
        sample(lang),
        server.url
    );
    // Without an article, the page's heading is the site's own.
    let heading = "<h1 id=site>Journal</h1>";
    let page = |attributes: &str| {
        themed_page(lang, theme, attributes).replace("<main>", &format!("<main>{heading}"))
    };
    site.page("/p", page(&attributes));
    site.page("/lost", page("data-src=/nowhere.json"));
    let widget = Widget::first(browser);
    let in_state = |state: &str| format!("{state}, {lang}, {theme}");

    site.break_at(sample(lang), Fault::Hold);
    stage.open("/p").await?;
    widget.find("[part~=loading]").await?;
    axe::check(browser, &in_state("loading")).await?;
    site.mend(sample(lang));

    widget.until_ready().await?;
    browser.run("document.getElementById('site').remove()", Vec::new()).await?;
    widget.find("form").await?;
    widget.find("svg [id^=actor-]").await?;
    axe::check(browser, &in_state("ready")).await?;

    widget.click("[part~=body] [part~=mention]").await?;
    widget.find("#actor-panel").await?;
    axe::check(browser, &in_state("actor selected")).await?;

    let form = CommentForm::main(widget);
    form.fill("text", "a").await?;
    form.send().await?;
    form.until_wrong("text").await?;
    axe::check(browser, &in_state("form with errors")).await?;

    stage.open("/lost").await?;
    widget.find("[part~=error]").await?;
    axe::check(browser, &in_state("error")).await
}

/// By what the browser itself computes, which axe only imitates.
async fn everything_that_can_be_used_has_a_name(stage: &Stage) -> Result<()> {
    let attributes = "data-src=/niger.json data-backend=local";
    stage.site.page("/p", pages::page("fr", &pages::script_tag(attributes)));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.click("[part~=body] [part~=mention]").await?;
    widget.find("#actor-panel").await?;
    CommentForm::main(widget).fill("text", "abc").await?;
    let usable = "return [...root.querySelectorAll('a[href], button, input, textarea, select, \
        [role=button], [role=img], [tabindex=\"0\"], svg[role]')].filter((e) => e.checkVisibility())";
    let elements = widget.all(usable).await?;
    ensure!(elements.len() > 20, "only {} elements", elements.len());
    for element in elements {
        let name = stage.browser.computed_name(&element).await?;
        if name.trim().is_empty() {
            let html = element.outer_html().await?;
            anyhow::bail!("no name: {}", html.chars().take(300).collect::<String>());
        }
    }
    Ok(())
}

async fn every_state_of_the_comments_has_names(stage: &Stage) -> Result<()> {
    super::comment_states::every_state(stage, "fr", false).await
}

/// WCAG 2.2, 2.5.8: 24 px at least, links in running text apart.
async fn targets_are_large_enough(stage: &Stage) -> Result<()> {
    let attributes = "data-src=/niger.json data-backend=local";
    stage.site.page("/p", pages::page("fr", &pages::script_tag(attributes)));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.click("#actor-niger .map-shape").await?;
    widget.find("#actor-panel").await?;
    CommentForm::main(widget).fill("text", "abc").await?;
    let small =
        "return [...root.querySelectorAll('button, input, textarea, select, [role=button]')]
        .filter((e) => e.checkVisibility())
        .map((e) => ({box: e.getBoundingClientRect(), html: e.outerHTML.slice(0, 120)}))
        .filter(({box}) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(({box, html}) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`)";
    let small = widget.run(small, Value::Null).await?;
    ensure!(small == json!([]), "too small: {small:#}");
    Ok(())
}

async fn nothing_overflows_at_twice_the_text(stage: &Stage) -> Result<()> {
    let attributes = "data-src=/niger.json data-backend=local";
    let html =
        pages::page("fr", &format!("<div id=narrow>{}</div>", pages::script_tag(attributes)))
            .replace(
                "</head>",
                "<style>:root {font-size: 200%} #narrow {width: 360px}</style></head>",
            );
    stage.site.page("/p", html);
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("[part~=map]").await?;
    widget.run("host.selectActor('niger')", Value::Null).await?;
    widget.find("#actor-panel").await?;
    // What scrolls by itself, and what is for screen readers alone, may be wide.
    let wide = "return [...root.querySelectorAll('*')].filter((e) => {
            if (!e.checkVisibility() || e.closest('svg svg, svg *')) return false;
            for (let up = e.parentElement; up; up = up.parentElement) {
                const style = getComputedStyle(up);
                if (style.overflowX !== 'visible' || style.clipPath !== 'none') return false;
            }
            const box = e.getBoundingClientRect();
            return box.width > 1 && box.right > host.getBoundingClientRect().right + 1
                && getComputedStyle(e).clipPath === 'none';
        }).map((e) => e.outerHTML.slice(0, 120))";
    let wide = wait::until("a layout", || async {
        widget.run(wide, Value::Null).await.map(Some).context("overflow")
    })
    .await?;
    ensure!(wide == json!([]), "wider than the page: {wide:#}");
    Ok(())
}
