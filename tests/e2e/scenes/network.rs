//! The network: how relations are drawn, what is on paper, and what the browser
//! itself says is there.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::browsers::Engine;
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes};
use serde_json::{Value, json};

scenes![
    every_actor_and_relation_is_in_the_accessibility_tree,
    relations_of_the_same_actors_bend_apart_and_one_to_itself_is_a_loop,
    the_legend_shows_what_the_lines_look_like,
    on_paper_there_is_the_picture_and_the_tables,
];

/// Two relations of the same two actors, one of an actor to itself, and one that
/// is over.
fn article() -> Value {
    json!({
        "lang": "fr", "title": "Le pont", "body": "<p>Alba et Borga.</p>",
        "actors": [
            {"id": "alba", "name": "Alba", "kind": "place"},
            {"id": "borga", "name": "Borga", "kind": "place"},
            {"id": "conseil", "name": "Conseil", "kind": "organisation"},
        ],
        "relations": [
            {"from": "alba", "to": "borga", "label": "paie", "sign": "cooperation"},
            {"from": "borga", "to": "alba", "label": "attaque", "sign": "conflict"},
            {"from": "conseil", "to": "conseil", "label": "se divise", "sign": "conflict"},
            {"from": "conseil", "to": "alba", "label": "dirige", "until": "2012"},
        ],
    })
}

async fn open(stage: &Stage, source: &str) -> Result<()> {
    let tag = pages::script_tag(&format!("data-src={source}"));
    stage.site.page("/p", pages::page("fr", &tag));
    stage.open("/p").await?;
    Widget::first(&stage.browser).find("svg [id^=actor-]").await.map(drop)
}

/// The browser's own dump; other engines than Chromium give names alone.
async fn every_actor_and_relation_is_in_the_accessibility_tree(stage: &Stage) -> Result<()> {
    open(stage, "/niger.json").await?;
    let (browser, widget) = (&stage.browser, Widget::first(&stage.browser));
    let named = |selector: &str, attribute: &str| {
        format!("return [...root.querySelectorAll('{selector}')].map((e) => {attribute})")
    };
    let actors = named("svg .map-actor", "e.getAttribute(\"aria-label\")");
    let relations = named("svg[role] .map-line", "e.querySelector(\"title\").textContent");
    let mut found: Vec<(String, String)> = Vec::new();
    if browser.engine == Engine::Chromium {
        let cdp = browser.driver.cdp();
        cdp.send_raw("Accessibility.enable", json!({})).await?;
        let tree = cdp.send_raw("Accessibility.getFullAXTree", json!({})).await?;
        for node in tree["nodes"].as_array().context("no tree")? {
            if node["ignored"] != json!(true) {
                let text = |key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
                found.push((text("role"), text("name")));
            }
        }
    } else {
        let elements = "return [...root.querySelectorAll('svg .map-actor, svg[role] .map-line')]";
        for element in widget.all(elements).await? {
            let role = if element.attr("data-actor").await?.is_some() { "button" } else { "image" };
            found.push((role.into(), browser.computed_name(&element).await?));
        }
    }
    for (script, role, least) in [(actors, "button", 17), (relations, "image", 20)] {
        let expected = widget.run(&script, Value::Null).await?;
        let expected = expected.as_array().context("no names")?;
        ensure!(expected.len() == least, "{} of {role}", expected.len());
        for name in expected {
            let name = name.as_str().context("no name")?;
            let is_it = |(a, b): &(String, String)| a == role && b == name;
            ensure!(!name.is_empty() && found.iter().any(is_it), "no {role} \"{name}\"");
        }
    }
    Ok(())
}

async fn relations_of_the_same_actors_bend_apart_and_one_to_itself_is_a_loop(
    stage: &Stage,
) -> Result<()> {
    stage.site.page("/four.json", article().to_string());
    open(stage, "/four.json").await?;
    let widget = Widget::first(&stage.browser);
    let middles = "return [...root.querySelectorAll('svg[role] .map-line > .map-hit-line')]
        .map((line) => {
            const [whole, middle] = [line.getTotalLength(), line.getPointAtLength(line.getTotalLength() / 2)];
            const [start, end] = [line.getPointAtLength(0), line.getPointAtLength(whole)];
            return [middle.x, middle.y, whole, Math.hypot(start.x - end.x, start.y - end.y)];
        })";
    let lines = widget.run(middles, Value::Null).await?;
    let at = |line: usize, value: usize| lines[line][value].as_f64().unwrap_or(f64::NAN);
    let apart = (at(0, 0) - at(1, 0)).hypot(at(0, 1) - at(1, 1));
    ensure!(apart > 10.0, "{apart} px between the middles of the two: {lines}");
    ensure!(at(2, 2) > 40.0 && at(2, 3) < at(2, 2) / 2.0, "no loop: {lines}");
    ensure!(widget.count("svg[role] .map-line.ended > .map-break").await? == 1, "no break");
    ensure!(widget.count("svg[role] .map-line.conflict > .map-gap").await? == 2);
    ensure!(widget.count("svg[role] .map-line > .map-arrow").await? == 4);
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_legend_shows_what_the_lines_look_like(stage: &Stage) -> Result<()> {
    stage.site.page("/four.json", article().to_string());
    open(stage, "/four.json").await?;
    let widget = Widget::first(&stage.browser);
    let colours = "return [...root.querySelectorAll('.map-legend .map-stroke')]
        .map((line) => getComputedStyle(line).stroke)";
    let colours = widget.run(colours, Value::Null).await?;
    let colours = colours.as_array().context("no lines")?;
    ensure!(colours.len() == 4, "{colours:?}");
    ensure!(colours.iter().all(|colour| colour != "none"), "{colours:?}");
    ensure!(colours[0] != colours[1] && colours[1] != colours[2], "{colours:?}");
    Ok(())
}

async fn on_paper_there_is_the_picture_and_the_tables(stage: &Stage) -> Result<()> {
    open(stage, "/niger.json").await?;
    let widget = Widget::first(&stage.browser);
    ensure!(widget.count("svg.map-network").await? == 1);
    let rows = "return [...root.querySelectorAll('.print-only tbody tr')].length";
    let rows = widget.run(rows, Value::Null).await?;
    ensure!(rows == json!(37), "{rows} rows for 17 actors and 20 relations");
    if stage.browser.engine == Engine::Chromium {
        let cdp = stage.browser.driver.cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
        let shown = "return ['svg.map-network', '.map-tables', '.map-steps', '.map-views']
            .map((part) => root.querySelector(part).checkVisibility())";
        let shown = widget.run(shown, Value::Null).await?;
        cdp.send_raw("Emulation.setEmulatedMedia", json!({"media": ""})).await?;
        ensure!(shown == json!([true, true, false, false]), "{shown}");
    }
    Ok(())
}
