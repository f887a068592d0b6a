//! The tags with `integrity`: what a site has pinned runs, and nothing else does.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, places, scenes, wait};
use serde_json::{Value, json};

scenes![
    the_pinned_script_runs,
    a_changed_byte_is_refused,
    a_changed_byte_of_a_module_is_refused,
    every_file_has_a_hash_and_a_rule,
];

/// The tags of the documentation, with this build's hashes in them.
fn tags(stage: &Stage) -> Result<String> {
    let text = std::fs::read_to_string(places::repository().join("docs/security.md"))?;
    let (_, block) = text.split_once("```html\n").context("no tags in the documentation")?;
    let mut tags = block.split("```").next().unwrap_or_default().to_owned();
    let hashes: Value = serde_json::from_str(&stage.site.read("/dist/integrity.json")?)?;
    for name in
        ["embed.js", "article-widget.js", "in-page.js", "broken.js", "companion.js", "map-tools.js"]
    {
        let hash = hashes[name].as_str().context("no hash")?;
        let place = format!("sha384-HASH-OF-{name}");
        ensure!(tags.contains(&place), "the tags don't pin {name}");
        tags = tags.replace(&place, hash);
    }
    Ok(tags.replace("/article-widget/", "/dist/").replace("/articles/niger.json", "/article.json"))
}

async fn open<'stage>(stage: &'stage Stage) -> Result<Widget<'stage>> {
    let tags = tags(stage)?;
    stage.site.page("/p", pages::page("fr", &tags));
    stage.open("/p").await?;
    Ok(Widget::first(&stage.browser))
}

async fn the_pinned_script_runs(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    widget.until_ready().await?;
    widget.click("[part~=mention]").await?;
    widget.until_text("#actor-panel", "Alba").await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// The file with one more byte, at its end, where it changes nothing.
fn change(stage: &Stage, path: &str) -> Result<()> {
    let changed = stage.site.read(path)? + "\n";
    stage.site.break_at(path, Fault::Instead { content_type: "text/javascript", body: changed });
    Ok(())
}

async fn a_changed_byte_is_refused(stage: &Stage) -> Result<()> {
    change(stage, "/dist/embed.js")?;
    // The browser says it of a script: it is not run, and its tag is told.
    stage.site.page("/p", pages::page("fr", "<p>Page"));
    stage.open("/p").await?;
    let tags = tags(stage)?;
    let (_, tag) = tags.split_once("integrity=\"").context("no integrity")?;
    let hash = tag.split('"').next().unwrap_or_default();
    let script = "const tag = document.createElement('script');
        tag.integrity = arguments[0];
        tag.crossOrigin = 'anonymous';
        tag.onload = () => { window.outcome = 'run' };
        tag.onerror = () => { window.outcome = 'refused' };
        tag.src = '/dist/embed.js';
        document.body.append(tag)";
    for (wanted, path) in [("refused", "/dist/embed.js"), ("run", "")] {
        if path.is_empty() {
            stage.site.mend("/dist/embed.js");
        }
        stage.browser.run("window.outcome = ''", vec![]).await?;
        stage.browser.run(script, vec![json!(hash)]).await?;
        let outcome = wait::until("what became of the tag", || async {
            let outcome = stage.browser.run("return window.outcome", vec![]).await?;
            Ok((outcome != json!("")).then_some(outcome))
        })
        .await?;
        ensure!(outcome == json!(wanted), "{outcome}");
        let known = "return !!customElements.get('article-widget')";
        let known = stage.browser.run(known, vec![]).await?;
        ensure!(known == json!(wanted == "run"), "the element is known: {known}");
    }
    Ok(())
}

/// Where the browser reads `integrity` in import maps; others run what they are given.
async fn a_changed_byte_of_a_module_is_refused(stage: &Stage) -> Result<()> {
    change(stage, "/dist/article-widget.js")?;
    let widget = open(stage).await?;
    let state = widget.until("an end", "host && host.state != 'loading' && host.state").await?;
    // A module that is pinned to another hash, to see what this browser does.
    let hash = "A".repeat(64);
    let asked = format!(
        "<script type=importmap>{{\"integrity\": {{\"/probe.js\": \"sha384-{hash}\"}}}}</script>
        <script type=module>
            import('/probe.js').then(() => {{ window.able = 'run' }}, () => {{ window.able = 'refused' }});
        </script>"
    );
    stage.site.page("/probe.js", "export {}");
    stage.site.page("/q", pages::page("fr", &asked));
    stage.open("/q").await?;
    let able = wait::until("what this browser does", || async {
        let able = stage.browser.run("return window.able", vec![]).await?;
        Ok((able != Value::Null).then_some(able))
    })
    .await?;
    let wanted = if able == json!("refused") { "error" } else { "ready" };
    ensure!(state == json!(wanted), "{state}, where a pinned module is {able}");
    Ok(())
}

/// `integrity.json` and the cache rules of the documentation leave nothing out.
async fn every_file_has_a_hash_and_a_rule(stage: &Stage) -> Result<()> {
    let hashes: Value = serde_json::from_str(&stage.site.read("/dist/integrity.json")?)?;
    let text = std::fs::read_to_string(places::repository().join("docs/upgrading.md"))?;
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once(" |"));
    let ruled: Vec<String> = rows
        .flat_map(|(cell, _)| cell.split(['`', ',', ' ']).map(str::to_owned).collect::<Vec<_>>())
        .filter(|name| !name.is_empty())
        .collect();
    let dist = places::dist()?;
    let mut folders = vec![dist.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&dist)?.to_string_lossy().into_owned();
            let plain = name.trim_end_matches(".br").trim_end_matches(".gz");
            ensure!(hashes[plain].is_string() || plain == "integrity.json", "no hash: {name}");
            let has_rule = ruled.iter().any(|rule| match rule.split_once('*') {
                Some((start, end)) => plain.starts_with(start) && plain.ends_with(end),
                None => rule == plain,
            });
            ensure!(has_rule, "no rule for {name} in docs/upgrading.md: {ruled:?}");
        }
    }
    Ok(())
}
