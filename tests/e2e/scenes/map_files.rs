//! What of the map can be taken away, and what is in it.

use anyhow::{Context, Result, ensure};
use article_widget_core::json::Json;
use article_widget_core::map::foreign;
use article_widget_e2e_tests::shadow::{Widget, press};
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait};
use serde_json::{Value, json};
use thirtyfour::Key;

scenes![
    the_picture_is_a_file_that_looks_the_same_without_us,
    the_picture_in_pixels_is_twice_as_large,
    the_data_is_what_others_read,
    a_map_in_a_foreign_format_is_taken_away_in_ours,
    the_link_leads_to_what_is_shown,
    the_list_opens_moves_and_closes_by_keyboard,
];

/// Keeps what the page would have the browser keep.
const CATCH: &str = "window.kept = [];
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs.set(url, blob); return url };
    HTMLAnchorElement.prototype.click = function () {
        window.kept.push({name: this.download, blob: blobs.get(this.href)}) };";

async fn open<'stage>(stage: &'stage Stage, attributes: &str) -> Result<Widget<'stage>> {
    let html = pages::page("fr", &pages::script_tag(attributes));
    stage.site.page_under_policy("/p", html, &pages::strict_policy(""));
    stage.open("/p").await?;
    stage.browser.run(CATCH, vec![]).await?;
    let widget = Widget::first(&stage.browser);
    widget.find("[part~=map] [id^=actor-]").await?;
    Ok(widget)
}

/// Takes away one kind, and waits until the page has it.
async fn take(stage: &Stage, widget: &Widget<'_>, kind: &str) -> Result<String> {
    let before = stage.browser.run("return window.kept.length", vec![]).await?;
    widget.click("[data-tool=take]").await?;
    widget.click(&format!("[data-take={kind}]")).await?;
    let script = "return window.kept[arguments[0]]?.name";
    let name = wait::until(kind, || async {
        let name = stage.browser.run(script, vec![before.clone()]).await?;
        Ok(name.as_str().map(str::to_owned))
    })
    .await?;
    widget.until_count("[data-take]", 0).await?;
    widget.until_focus("[data-tool=take]").await?;
    Ok(name)
}

/// What the last file holds, by a script that sees it as `blob` and returns a promise.
async fn of_last(stage: &Stage, promise: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1]; const {{blob}} = window.kept.at(-1);
         Promise.resolve({promise}).then(done, (error) => done(String(error)))"
    );
    Ok(stage.browser.driver.execute_async(script, vec![]).await?.json().clone())
}

async fn text_of_last(stage: &Stage) -> Result<String> {
    let text = of_last(stage, "blob.text()").await?;
    Ok(text.as_str().context("no text")?.to_owned())
}

async fn the_picture_is_a_file_that_looks_the_same_without_us(stage: &Stage) -> Result<()> {
    let widget = open(stage, "data-src=/niger.json data-theme=dark").await?;
    // All of it, from however near it is looked at.
    widget.click("[data-tool=in]").await?;
    widget.find("svg.map-network[data-near]").await?;
    ensure!(take(stage, &widget, "svg").await? == "niger.svg");
    let svg = text_of_last(stage).await?;
    let size = "const svg = root.querySelector('svg.map-network');
        return `viewBox=\"0 0 ${+svg.getAttribute('width')} ${+svg.getAttribute('height')}\"`";
    let size = widget.run(size, Value::Null).await?;
    for part in [size.as_str().unwrap_or_default(), "Niger", "États-Unis", "<title>", "#"] {
        ensure!(svg.contains(part), "no {part}: {svg}");
    }
    for part in ["class=", "var(", "style=", "url(", "color(", "map-hit", "NaN", "undefined"] {
        ensure!(!svg.contains(part), "{part}: {svg}");
    }
    // The ground is dark, as it was shown.
    let ground = svg.split("<rect").nth(1).and_then(|rect| rect.split("fill=\"#").nth(1));
    let ground = ground.and_then(|hex| u8::from_str_radix(hex.get(..2)?, 16).ok());
    ensure!(ground.is_some_and(|red| red < 0x40), "{ground:?}");
    pages::nothing_uncaught(&stage.browser).await?;
    // As a picture of its own it is one, and well-formed.
    stage.site.page("/niger.svg", svg);
    stage.site.page("/q", pages::page("fr", "<img src=/niger.svg>"));
    stage.open("/q").await?;
    let image =
        "const image = document.querySelector('img'); return image.complete && image.naturalWidth";
    wait::until("the picture", || async {
        let width = stage.browser.run(image, vec![]).await?;
        Ok(width.as_f64().filter(|width| *width > 200.0))
    })
    .await
    .map(drop)
}

async fn the_picture_in_pixels_is_twice_as_large(stage: &Stage) -> Result<()> {
    for view in ["network", "world"] {
        let widget = open(stage, &format!("data-src=/niger.json data-map={view}")).await?;
        widget.find("svg.map-network").await?;
        ensure!(take(stage, &widget, "png").await? == "niger.png");
        let width = "return +root.querySelector('svg.map-network').getAttribute('width')";
        let width = widget.run(width, Value::Null).await?.as_f64().unwrap_or_default();
        // Sizes as the file says them (PNG, 11.2.2), and how many colours it has.
        let look = "createImageBitmap(blob).then(async (image) => {
            const bytes = new DataView(await blob.arrayBuffer());
            const canvas = document.createElement('canvas');
            Object.assign(canvas, {width: image.width, height: image.height});
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const pixels = new Uint32Array(
                context.getImageData(0, 0, image.width, image.height).data.buffer);
            return [bytes.getUint32(1) === 0x504e470d, bytes.getUint32(16), new Set(pixels).size,
                    pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length] })";
        let seen = of_last(stage, look).await?;
        ensure!(seen[0] == json!(true), "{view}: no PNG: {seen}");
        ensure!(seen[1].as_f64() == Some((width * 2.0).round()), "{view}: {width} px: {seen}");
        ensure!(seen[2].as_u64() > Some(30), "{view}: an empty picture: {seen}");
        ensure!(seen[3].as_f64() > Some(0.02), "{view}: an empty picture: {seen}");
        pages::nothing_uncaught(&stage.browser).await?;
    }
    Ok(())
}

/// How many actors and relations a document has.
fn counts(document: &Json) -> Value {
    let length = |key: &str| match document.get(key) {
        Some(Json::List(items)) => items.len(),
        _ => 0,
    };
    json!([length("actors"), length("relations")])
}

async fn the_data_is_what_others_read(stage: &Stage) -> Result<()> {
    let original: Value = serde_json::from_str(&stage.site.read("/niger.json")?)?;
    let widget = open(stage, "data-src=/niger.json data-map=table").await?;
    // Without a picture there is none to be taken.
    widget.click("[data-tool=take]").await?;
    widget.find("[data-take=json]").await?;
    ensure!(widget.count("[data-take=svg], [data-tool=in]").await? == 0);
    widget.click("[data-tool=take]").await?;
    ensure!(take(stage, &widget, "json").await? == "niger.json");
    let map: Value = serde_json::from_str(&text_of_last(stage).await?)?;
    for key in ["actors", "relations", "events"] {
        ensure!(map[key] == original[key] && map[key].is_array(), "{key} differ");
    }
    ensure!(map["body"].is_null());
    ensure!(take(stage, &widget, "graphml").await? == "niger.graphml");
    let text = text_of_last(stage).await?;
    let read = foreign::document(&text, None).context("no GraphML")?;
    let expected = json!([17, 20]);
    ensure!(counts(&read.map_err(anyhow::Error::msg)?) == expected, "{text}");
    ensure!(take(stage, &widget, "csv").await? == "niger.csv");
    let text = text_of_last(stage).await?;
    let read = foreign::document(&text, None).context("no table")?;
    let read = read.map_err(anyhow::Error::msg)?;
    ensure!(counts(&read)[1] == expected[1], "{text}");
    pages::nothing_uncaught(&stage.browser).await
}

async fn a_map_in_a_foreign_format_is_taken_away_in_ours(stage: &Stage) -> Result<()> {
    let table = "de;à;libellé;depuis\r\nNiger;Mali;alliance;2023-09\r\n";
    stage.site.page("/map.csv", table);
    let widget = open(stage, "data-src=/niger.json data-map-src=/map.csv").await?;
    widget.find("svg #actor-Mali").await?;
    ensure!(take(stage, &widget, "json").await? == "map.json");
    let map: Value = serde_json::from_str(&text_of_last(stage).await?)?;
    ensure!(map["actors"].as_array().map(Vec::len) == Some(2), "{map}");
    ensure!(map["relations"][0]["since"] == json!("2023-09"), "{map}");
    // The place where it was is not there any more: that is said.
    stage.site.page("/map.csv", "nothing");
    stage.site.page("/niger.json", "{}");
    widget.click("[data-tool=take]").await?;
    widget.click("[data-take=csv]").await?;
    widget.until_text(".map-take [role=status]", "Le fichier n’a pas pu être préparé.").await?;
    Ok(())
}

async fn the_link_leads_to_what_is_shown(stage: &Stage) -> Result<()> {
    let widget = open(stage, "data-src=/niger.json").await?;
    widget.click("#actor-niger .map-shape").await?;
    widget.find("#actor-panel").await?;
    let clipboard = "Object.defineProperty(navigator, 'clipboard', {configurable: true, value:
        {writeText: async (text) => { if (window.refuses) throw new Error('no'); window.copied = text }}})";
    stage.browser.run(clipboard, vec![]).await?;
    widget.click("[data-tool=take]").await?;
    widget.click("[data-take=link]").await?;
    widget.until_text(".map-take [role=status]", "Le lien est copié.").await?;
    let copied = stage.browser.run("return window.copied", vec![]).await?;
    ensure!(copied == json!(stage.site.url("/p#actor=niger")), "{copied}");
    stage.browser.run("window.refuses = true", vec![]).await?;
    widget.click("[data-take=link]").await?;
    widget.until_focus(".map-take input").await?;
    ensure!(widget.value(".map-take input").await? == stage.site.url("/p#actor=niger"));
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_list_opens_moves_and_closes_by_keyboard(stage: &Stage) -> Result<()> {
    let widget = open(stage, "data-src=/niger.json").await?;
    widget.run("root.querySelector('[data-tool=take]').focus()", Value::Null).await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_focus("[data-take=svg]").await?;
    widget.find("[data-tool=take][aria-expanded=true]").await?;
    for (key, kind) in [(Key::Down, "png"), (Key::Up, "svg"), (Key::Up, "link"), (Key::Down, "svg")]
    {
        press(&stage.browser, &[key]).await?;
        widget.until_focus(&format!("[data-take={kind}]")).await?;
    }
    press(&stage.browser, &[Key::Escape]).await?;
    widget.until_focus("[data-tool=take][aria-expanded=false]").await?;
    ensure!(widget.count("[data-take]").await? == 0);
    // Whoever goes on has it closed behind them.
    press(&stage.browser, &[Key::Enter]).await?;
    widget.until_focus("[data-take=svg]").await?;
    widget.run("root.querySelector('#map-moment').focus()", Value::Null).await?;
    widget.until_count("[data-take]", 0).await
}
