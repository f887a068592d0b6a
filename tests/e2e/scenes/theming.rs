//! A page that changes all that a site may change: what it sets is what is seen.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, places, scenes};
use serde_json::{Value, json};

scenes![
    every_property_changes_what_is_seen,
    every_part_can_be_styled,
    a_themed_page_is_accessible needs axe,
    dark_mode_follows_the_page_live,
    the_attribute_theme_is_followed_live,
];

pub(crate) const TAG: &str = "data-src=/article.json data-backend=local";

/// What stands first in the rows of the documentation's tables: names in code.
fn documented(heading: &str) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(places::repository().join("docs/theming.md"))?;
    let (_, section) = text.split_once(&format!("## {heading}\n")).context("no such heading")?;
    let section = section.split("\n## ").next().unwrap_or_default();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('|'));
    let names = cells.flat_map(|(cell, _)| cell.split(['`', ',', ' ']).map(str::to_owned));
    Ok(names.filter(|name| !name.is_empty()).collect())
}

/// The names that `custom-elements.json` has of this kind.
fn manifested(stage: &Stage, kind: &str) -> Result<Vec<String>> {
    let manifest: Value = serde_json::from_str(&stage.site.read("/dist/custom-elements.json")?)?;
    let list = manifest["modules"][0]["declarations"][0][kind].as_array().context("a list")?;
    Ok(list.iter().filter_map(|item| Some(item["name"].as_str()?.to_owned())).collect())
}

/// Opens a page with these styles, with an actor selected and a comment written.
pub(crate) async fn open<'stage>(
    stage: &'stage Stage,
    styles: &str,
    tag: &str,
) -> Result<Widget<'stage>> {
    let body = format!("<style>{styles}</style><h1>Page</h1>{}", pages::script_tag(tag));
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("svg #actor-alba").await?;
    widget.run("host.selectActor('alba')", Value::Null).await?;
    widget.find("[part~=actor-panel]").await?;
    Ok(widget)
}

/// What of the widget each property changes: in the light, or in the dark.
const SEEN: &[(&str, &str, &str, &str, &str)] = &[
    ("--article-widget-accent", "light", "#8a1c3a", "[part~=mention]", "color"),
    ("--article-widget-accent-dark", "dark", "#ff9db5", "[part~=mention]", "color"),
    ("--article-widget-font", "light", "Courier, monospace", "[part~=body]", "fontFamily"),
    ("--article-widget-ink", "light", "#112233", "[part~=body]", "color"),
    ("--article-widget-ink-dark", "dark", "#ddeeff", "[part~=body]", "color"),
    ("--article-widget-surface", "light", "#fffae0", ".widget", "backgroundColor"),
    ("--article-widget-surface-dark", "dark", "#201005", ".widget", "backgroundColor"),
];

async fn every_property_changes_what_is_seen(stage: &Stage) -> Result<()> {
    let names: Vec<&str> = SEEN.iter().map(|row| row.0).collect();
    let (documented, manifested) =
        (documented("Custom properties")?, manifested(stage, "cssProperties")?);
    ensure!(names == documented, "in the documentation: {documented:?}");
    ensure!(names == manifested, "in custom-elements.json: {manifested:?}");
    for &(name, theme, value, selector, property) in SEEN {
        let widget = open(stage, "", &format!("{TAG} data-theme={theme}")).await?;
        widget.find(selector).await?;
        let look = format!("return getComputedStyle(root.querySelector('{selector}')).{property}");
        let before = widget.run(&look, Value::Null).await?;
        // Live, as a page that lets its readers choose would.
        let set = format!("host.style.setProperty('{name}', '{value}')");
        widget.run(&set, Value::Null).await?;
        let after = widget.run(&look, Value::Null).await?;
        ensure!(before != after, "{name}: {property} of {selector} stays {before}");
    }
    Ok(())
}

/// The parts that are seen while the article is there; `loading` and `error` are
/// seen before it, or instead of it.
async fn every_part_can_be_styled(stage: &Stage) -> Result<()> {
    let parts = documented("Parts")?;
    let mut sorted = [parts.clone(), manifested(stage, "cssParts")?];
    sorted.iter_mut().for_each(|list| list.sort());
    ensure!(sorted[0] == sorted[1], "documentation and custom-elements.json: {sorted:?}");
    let styles: String = parts
        .iter()
        .enumerate()
        .map(|(number, part)| {
            format!("article-widget::part({part}) {{ outline: {}px solid red }}", number + 3)
        })
        .collect();
    let widget = open(stage, &styles, TAG).await?;
    let form = CommentForm::main(widget);
    form.fill("text", "Un pont utile.").await?;
    form.send().await?;
    widget.find("[part~=comment]").await?;
    for (number, part) in parts.iter().enumerate() {
        if part == "loading" || part == "error" {
            continue;
        }
        let selector = format!("[part~={part}]");
        widget.find(&selector).await?;
        // Some are two parts: the later of the two rules counts.
        let look = "return [...root.querySelectorAll(argument)].map((one) =>
            [one.getAttribute('part'), getComputedStyle(one).outlineWidth])";
        let looks = widget.run(look, json!(selector)).await?;
        let wanted = format!("{}px", number + 3);
        let is_seen = looks.as_array().context("a list")?.iter().any(|look| {
            let own = look[0].as_str().unwrap_or_default();
            let last = parts.iter().rposition(|other| own.split(' ').any(|part| part == other));
            look[1] == json!(wanted) || last != Some(number)
        });
        ensure!(is_seen, "{part}: {looks}");
    }
    // Before the article, and instead of it.
    for (part, src) in [("error", "/nothing.json"), ("loading", "/held.json")] {
        stage.site.break_at("/held.json", Fault::Hold);
        let tag = pages::script_tag(&format!("data-src={src}"));
        stage.site.page("/q", pages::page("fr", &format!("<style>{styles}</style>{tag}")));
        stage.open("/q").await?;
        let number = parts.iter().position(|other| other == part).context("no such part")?;
        let seen = format!(
            "root && [...root.querySelectorAll('[part~={part}]')].some((one) => \
             getComputedStyle(one).outlineWidth == '{}px')",
            number + 3
        );
        Widget::first(&stage.browser).until(part, &seen).await?;
    }
    stage.site.mend("/held.json");
    Ok(())
}

/// Colours of a site that has chosen well.
pub(crate) const THEME: &str = "article-widget {
    --article-widget-accent: #8a1c3a; --article-widget-accent-dark: #ff9db5;
    --article-widget-font: Georgia, serif; --article-widget-ink: #101820;
    --article-widget-ink-dark: #e6eef5; --article-widget-surface: #fffaf0;
    --article-widget-surface-dark: #101418; }
    article-widget::part(button) { border-radius: 0 }
    article-widget::part(title) { font-weight: 500 }";

async fn a_themed_page_is_accessible(stage: &Stage) -> Result<()> {
    for theme in ["light", "dark"] {
        open(stage, THEME, &format!("{TAG} data-theme={theme}")).await?;
        axe::check(&stage.browser, theme).await?;
    }
    Ok(())
}

/// Waits until the widget is dark, or light.
pub(crate) async fn until_theme(widget: &Widget<'_>, theme: &str) -> Result<()> {
    widget.until(theme, &format!("root.querySelector('.widget.{theme}')")).await.map(drop)
}

async fn dark_mode_follows_the_page_live(stage: &Stage) -> Result<()> {
    // A page with a switch of its own.
    let styles = "body { background: #fff; color: #111 } .night { background: #111; color: #eee }";
    let widget = open(stage, styles, TAG).await?;
    for (on, theme) in [(false, "light"), (true, "dark"), (false, "light")] {
        let switch = "document.body.classList.toggle('night', argument)";
        widget.run(switch, json!(on)).await?;
        until_theme(&widget, theme).await?;
    }
    Ok(())
}

async fn the_attribute_theme_is_followed_live(stage: &Stage) -> Result<()> {
    let widget = open(stage, "", TAG).await?;
    for theme in ["dark", "light", "dark"] {
        widget.run("host.setAttribute('theme', argument)", json!(theme)).await?;
        until_theme(&widget, theme).await?;
    }
    widget.run("host.setAttribute('theme', 'auto')", Value::Null).await?;
    until_theme(&widget, "light").await
}
