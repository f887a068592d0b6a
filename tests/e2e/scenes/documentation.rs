//! The examples of `docs/`, each in a page of its own.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, places, scenes};
use serde_json::{Value, json};

scenes![
    every_page_of_embedding_shows_its_article,
    the_script_for_a_button_does_what_it_says,
    the_script_for_events_does_what_it_says,
    every_style_of_theming_takes_effect,
    the_policy_is_the_one_that_is_tested,
    every_page_of_the_documentation_is_there needs axe,
];

/// The code of a language in a page of the documentation, as this site serves it.
fn blocks(page: &str, language: &str) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(places::repository().join("docs").join(page))?;
    let start = format!("```{language}\n");
    let blocks = text.split(&*start).skip(1).filter_map(|rest| rest.split("```").next());
    let here = |block: &str| block.replace("/article-widget/", "/dist/").replace("/articles/", "/");
    Ok(blocks.map(here).collect())
}

async fn open(stage: &Stage, body: &str) -> Result<()> {
    // The comment server of the examples is nobody's.
    let body = body.replace("https://comments.example.org", &stage.site.origin);
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await
}

async fn every_page_of_embedding_shows_its_article(stage: &Stage) -> Result<()> {
    let examples = blocks("embedding.md", "html")?;
    ensure!(examples.len() >= 6, "{} examples", examples.len());
    for example in examples {
        open(stage, &example).await?;
        let widget = Widget::first(&stage.browser);
        widget
            .until("the state \"ready\"", "host.state === 'ready'")
            .await
            .with_context(|| example.clone())?;
        pages::nothing_uncaught(&stage.browser).await.with_context(|| example.clone())?;
    }
    Ok(())
}

/// The one example that holds these words.
fn with(examples: Vec<String>, words: &str) -> Result<String> {
    examples.into_iter().find(|example| example.contains(words)).context(words.to_owned())
}

async fn the_script_for_a_button_does_what_it_says(stage: &Stage) -> Result<()> {
    open(stage, &with(blocks("embedding.md", "html")?, "selectActor")?).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.run("document.getElementById('show').click()", Value::Null).await?;
    widget.until_text("[part~=actor-panel]", "Niamey").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_script_for_events_does_what_it_says(stage: &Stage) -> Result<()> {
    open(stage, &with(blocks("embedding.md", "html")?, "actor-select")?).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.run("host.selectActor('niamey')", Value::Null).await?;
    widget
        .until("the name in the page", "document.getElementById('who').value === 'Niamey'")
        .await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// Each declaration changes what its part or the element is computed to be.
async fn every_style_of_theming_takes_effect(stage: &Stage) -> Result<()> {
    let styles = blocks("theming.md", "css")?.concat();
    ensure!(styles.contains("::part(") && styles.contains("--article-widget-accent"));
    let tag = pages::script_tag("data-src=/article.json data-backend=local");
    let look = "const of = (part, property) =>\
            getComputedStyle(root.querySelector(`[part~=${part}]`))[property];\
        return [of('title', 'fontWeight'), of('button', 'borderRadius'),\
            of('comment-form', 'marginBlockStart'), of('article', 'fontFamily'),\
            getComputedStyle(root.querySelector('[part~=comment-form] button')).backgroundColor]";
    let mut looks = Vec::new();
    for style in ["", styles.as_str()] {
        open(stage, &format!("<style>{style}</style>{tag}")).await?;
        let widget = Widget::first(&stage.browser);
        widget.until_ready().await?;
        widget.find("[part~=comment-form]").await?;
        widget.find("[part~=button]").await?;
        looks.push(widget.run(look, Value::Null).await?);
    }
    let (plain, themed) = (&looks[0], &looks[1]);
    for index in 0..5 {
        ensure!(plain[index] != themed[index], "{index} stays: {plain} {themed}");
    }
    ensure!(themed[0] == json!("500") && themed[1] == json!("0px"), "{themed}");
    Ok(())
}

async fn the_policy_is_the_one_that_is_tested(_: &Stage) -> Result<()> {
    let documented = blocks("security.md", "csp")?.concat();
    let tested = pages::strict_policy("https://comments.example.org");
    ensure!(documented.trim() == tested, "{documented} {tested}");
    Ok(())
}

/// From the configurator on: every link leads somewhere, and every page of `docs/`
/// is among what it leads to.
async fn every_page_of_the_documentation_is_there(stage: &Stage) -> Result<()> {
    let (mut open, mut seen) = (vec!["/dist/demo/docs/index.html".to_owned()], Vec::new());
    stage.open("/dist/demo/index.html").await?;
    let leads = "return !!document.querySelector('a[href=\"docs/index.html\"]')";
    ensure!(stage.browser.run(leads, vec![]).await? == json!(true), "no link to it");
    while let Some(path) = open.pop() {
        stage.open(&path).await?;
        axe::check(&stage.browser, &path).await?;
        let too_wide = "return document.documentElement.scrollWidth > innerWidth";
        ensure!(stage.browser.run(too_wide, vec![]).await? == json!(false), "{path} is too wide");
        let links = "return [...document.links].filter((link) => link.origin == location.origin)
            .map((link) => link.pathname + link.hash)";
        let links = stage.browser.run(links, vec![]).await?;
        for link in links.as_array().context("a list")?.iter().filter_map(Value::as_str) {
            let (page, fragment) = link.split_once('#').unwrap_or((link, ""));
            let text = stage.site.read(page).with_context(|| format!("{path}: {link}"))?;
            ensure!(
                fragment.is_empty() || text.contains(&format!("id=\"{fragment}\"")),
                "{path}: {link}"
            );
            let is_new = page != path && !seen.iter().chain(&open).any(|known| known == page);
            if is_new && page.starts_with("/dist/demo/docs/") {
                open.push(page.to_owned());
            }
        }
        seen.push(path);
    }
    for entry in std::fs::read_dir(places::repository().join("docs"))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let page = format!("/dist/demo/docs/{}.html", name.replace("README", "index"));
        ensure!(path.is_dir() || seen.contains(&page), "nothing leads to {page}");
    }
    Ok(())
}
