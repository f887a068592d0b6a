//! The map in time and on the globe, and links to what is shown.

use anyhow::{Result, ensure};
use article_widget_e2e_tests::shadow::{Widget, press};
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, scenes};
use serde_json::{Value, json};
use thirtyfour::Key;

scenes![
    time_goes_from_change_to_change,
    time_goes_on_by_itself_until_the_end,
    a_link_leads_to_what_was_shown_and_back_again,
    the_world_comes_when_it_is_asked_for,
    without_the_base_map_a_sentence_and_another_try,
    a_relation_over_the_antimeridian_is_parted,
    axe_in_every_view needs axe,
];

/// Where all actors are.
const PLACES: &str = "return [...root.querySelectorAll('svg .map-actor .map-shape')]
    .map((shape) => shape.outerHTML).join()";

async fn open(stage: &Stage, attributes: &str, fragment: &str) -> Result<()> {
    let tag = pages::script_tag(&format!("data-src=/niger.json {attributes}"));
    stage.site.page("/p", pages::page("fr", &tag));
    stage.open(&format!("/p{fragment}")).await?;
    Widget::first(&stage.browser).until_ready().await
}

async fn told(widget: &Widget<'_>, words: &str) -> Result<()> {
    widget.until_text(".map-change", words).await.map(drop)
}

async fn time_goes_from_change_to_change(stage: &Stage) -> Result<()> {
    open(stage, "", "").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("svg [id^=actor-]").await?;
    let places = widget.run(PLACES, Value::Null).await?;
    told(&widget, "de 2012 au 16 mars 2024").await?;
    widget.click("[data-step=next]").await?;
    told(&widget, "2012\u{a0}: ").await?;
    widget.click("[data-step=next]").await?;
    told(&widget, "juillet 2012\u{a0}: Accord militaire avec les États-Unis").await?;
    ensure!(widget.count(".map-line.far").await? > 3, "what is not yet true fades");
    ensure!(widget.count(".map-line.now .map-now").await? > 0, "what begins is marked");
    // By the keys of the handle, which every keyboard has.
    widget.run("root.getElementById('map-moment').focus()", Value::Null).await?;
    widget.until_focus("#map-moment").await?;
    for (key, words) in [
        (Key::Right, "juillet 2023"),
        (Key::End, "16 mars 2024"),
        (Key::Left, "mars 2024"),
        (Key::Left, "décembre 2023"),
        (Key::Home, "2012"),
    ] {
        press(&stage.browser, &[key]).await?;
        let expression =
            format!("root.getElementById('map-moment').ariaValueText === '{words}' || null");
        let text = "root.getElementById('map-moment').getAttribute('aria-valuetext')";
        let expression =
            expression.replace("root.getElementById('map-moment').ariaValueText", text);
        widget.until(words, &expression).await?;
    }
    // The handle goes to the nearest change, wherever it is let go.
    let slide = "const handle = root.getElementById('map-moment');
        handle.value = +handle.max - 440;
        handle.dispatchEvent(new Event('input', {bubbles: true, composed: true}))";
    widget.run(slide, Value::Null).await?;
    told(&widget, "juillet 2023\u{a0}: Coup d’État au Niger").await?;
    ensure!(widget.run(PLACES, Value::Null).await? == places, "time has moved an actor");
    widget.click("[data-step=all]").await?;
    told(&widget, "de 2012 au 16 mars 2024").await?;
    ensure!(widget.count("svg .far").await? == 0);
    pages::nothing_uncaught(&stage.browser).await
}

async fn time_goes_on_by_itself_until_the_end(stage: &Stage) -> Result<()> {
    open(stage, "", "#at=2024-03").await?;
    let widget = Widget::first(&stage.browser);
    told(&widget, "mars 2024\u{a0}: Délégation").await?;
    widget.click("[data-tool=play]").await?;
    told(&widget, "16 mars 2024").await?;
    // Then the button plays again, from the start.
    widget
        .until(
            "a button that plays",
            "root.querySelector('[data-tool=play][aria-label=Lecture]') && 1",
        )
        .await?;
    widget.click("[data-tool=play]").await?;
    told(&widget, "2012\u{a0}: ").await?;
    widget.click("[data-tool=play]").await?;
    widget
        .until("a stop", "root.querySelector('[data-tool=play][aria-label=Lecture]') && 1")
        .await?;
    Ok(())
}

async fn a_link_leads_to_what_was_shown_and_back_again(stage: &Stage) -> Result<()> {
    open(stage, "", "#chapter-2&actor=russie&at=2023-12").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("#actor-panel", "Russie").await?;
    told(&widget, "décembre 2023\u{a0}: Départ des forces françaises").await?;
    let url =
        || async { Ok::<_, anyhow::Error>(stage.browser.driver.current_url().await?.to_string()) };
    widget.click("[data-view=table]").await?;
    widget.until_count("svg [id^=actor-]", 0).await?;
    widget.until_text("#actor-panel", "Russie").await?;
    let expected = stage.site.url("/p#chapter-2&actor=russie&at=2023-12&view=table");
    ensure!(url().await? == expected, "{}", url().await?);
    told(&widget, "décembre 2023").await?;
    widget.click("#actor-niger").await?;
    widget.until_text("#actor-panel-name", "Niger").await?;
    stage.browser.driver.back().await?;
    widget.until_text("#actor-panel-name", "Russie").await?;
    stage.browser.driver.back().await?;
    widget.find("svg #actor-russie").await?;
    ensure!(url().await?.ends_with("/p#chapter-2&actor=russie&at=2023-12"), "{}", url().await?);
    stage.browser.driver.forward().await?;
    widget.until_count("svg [id^=actor-]", 0).await
}

async fn the_world_comes_when_it_is_asked_for(stage: &Stage) -> Result<()> {
    open(stage, "", "").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("svg [id^=actor-]").await?;
    ensure!(stage.site.requests("/dist/world.bin") == 0, "the base map came unasked");
    widget.click("[data-view=world]").await?;
    widget.find("svg .map-land").await?;
    ensure!(stage.site.requests("/dist/world.bin") == 1);
    ensure!(widget.count("svg .map-actor").await? == 17);
    ensure!(widget.count("svg[role] .map-line").await? == 20);
    ensure!(widget.count("svg .map-land").await? > 100);
    let named = "[...root.querySelectorAll('.map-land title')].some((t) => t.textContent === 'Algérie') || null";
    widget.until("countries' names in French", named).await?;
    widget.until_text(".map-source", "Natural Earth").await?;
    // Names that are shown do not lie over each other. (A text's box has room for
    // accents and descenders that most names lack, in Firefox the most.)
    let overlaps =
        "const boxes = [...root.querySelectorAll('svg .map-actor .map-text:not([visibility])')]
            .map((text) => [text.textContent, text.getBoundingClientRect()]);
        const found = [];
        boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
            const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
            const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
            if (wide > 1 && high > 6) found.push(a + ' / ' + b);
        }));
        return found.concat(boxes.length > 8 ? [] : ['only ' + boxes.length + ' names'])";
    let found = widget.run(overlaps, Value::Null).await?;
    ensure!(found == json!([]), "{found}");
    // A country is its actor: one press selects, another clears.
    for (expected, press) in [(1, "state"), (0, "state")] {
        let click = format!(
            "root.querySelector('.map-land.{press}').dispatchEvent(
                new MouseEvent('click', {{bubbles: true, composed: true}}))"
        );
        widget.run(&click, Value::Null).await?;
        widget.until_count("#actor-panel", expected).await?;
    }
    let names = "return [...root.querySelectorAll('svg [role=button], svg [role=img]')]
        .filter((e) => e.checkVisibility())";
    for element in widget.all(names).await? {
        let name = stage.browser.computed_name(&element).await?;
        ensure!(!name.trim().is_empty(), "something has no name");
    }
    pages::nothing_uncaught(&stage.browser).await
}

async fn without_the_base_map_a_sentence_and_another_try(stage: &Stage) -> Result<()> {
    stage.site.break_at("/dist/world.bin", Fault::Status(503));
    open(stage, "data-map=world", "").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text(".map-waits", "La carte du monde n’est pas arrivée.").await?;
    stage.site.break_at("/dist/world.bin", Fault::Cut(500));
    widget.click("[data-view=world]").await?;
    widget.until_text(".map-waits", "La carte du monde n’est pas arrivée.").await?;
    stage.site.mend("/dist/world.bin");
    widget.click("[data-view=network]").await?;
    widget.find("svg #actor-niger").await?;
    widget.click("[data-view=world]").await?;
    widget.find("svg .map-land").await.map(drop)
}

async fn a_relation_over_the_antimeridian_is_parted(stage: &Stage) -> Result<()> {
    let article = json!({
        "lang": "fr", "title": "Le Pacifique", "body": "<p>Texte.</p>",
        "actors": [
            {"id": "japon", "name": "Japon", "kind": "state", "country": "JP"},
            {"id": "perou", "name": "Pérou", "kind": "state", "country": "PE"},
            {"id": "france", "name": "France", "kind": "state", "country": "FR"},
            {"id": "nulle-part", "name": "Nulle part", "kind": "group", "country": "ZZ"},
        ],
        "relations": [
            {"from": "japon", "to": "perou", "label": "commerce"},
            {"from": "japon", "to": "france", "label": "visite"},
        ],
    });
    stage.site.page("/pacific.json", article.to_string());
    let tag = pages::script_tag("data-src=/pacific.json data-map=world");
    stage.site.page("/q", pages::page("fr", &tag));
    stage.open("/q").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("svg .map-land").await?;
    let parts = "return [...root.querySelectorAll('svg[role] .map-line > .map-stroke')]
        .map((line) => line.getAttribute('d').split('M').length - 1)";
    let parts = widget.run(parts, Value::Null).await?;
    ensure!(parts == json!([2, 1]), "{parts}");
    // Of an unknown country: below the map, and still there.
    widget.find("svg #actor-nulle-part").await.map(drop)
}

async fn axe_in_every_view(stage: &Stage) -> Result<()> {
    stage.site.page("/blank", "<title>blank</title>");
    for view in ["network", "world", "table"] {
        let fragment = format!("#actor=niger&at=2024-03-16&view={view}");
        open(stage, "", &fragment).await?;
        let widget = Widget::first(&stage.browser);
        widget.find("#actor-panel").await?;
        if view == "world" {
            widget.find("svg .map-land").await?;
        }
        axe::check(&stage.browser, view).await?;
        stage.open("/blank").await?;
    }
    Ok(())
}
