//! The actor map: by pointer, by keyboard, as a table, and joined with the text.

use anyhow::{Result, ensure};
use article_widget_core::language::MapWords;
use article_widget_e2e_tests::shadow::{Widget, press};
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, wait, words};
use serde_json::{Value, json};
use thirtyfour::Key;

scenes![
    a_click_selects_an_actor,
    keys_walk_select_and_close,
    the_table_says_the_same,
    the_tables_are_sorted_by_their_columns,
    the_panel_says_where_by_whom_and_leads_through_the_text,
    a_mention_leads_to_its_actor_and_back,
    the_page_selects_an_actor,
    the_legend_filters_by_click_and_by_key,
    labels_do_not_overlap,
    the_same_picture_every_time,
];

fn words() -> &'static MapWords {
    &words::french().map
}

async fn open(stage: &Stage, attributes: &str) -> Result<()> {
    let tag = pages::script_tag(&format!("data-src=/article.json {attributes}"));
    stage.site.page("/p", pages::page("fr", &tag));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("[part~=map]").await.map(drop)
}

async fn a_click_selects_an_actor(stage: &Stage) -> Result<()> {
    open(stage, "").await?;
    let widget = Widget::first(&stage.browser);
    widget.click("#actor-alba .map-shape").await?;
    let panel = widget.until_text("#actor-panel", "Alba").await?;
    for expected in ["Ville du nord", "partage le pont avec", "Borga", "attaque en justice", "2012"]
    {
        ensure!(panel.contains(expected), "no \"{expected}\" in the panel: {panel}");
    }
    widget.find("[part~=actor-panel]").await?;
    let detail = pages::until_happened(&stage.browser, "actor-select").await?;
    ensure!(detail == json!({"id": "alba", "name": "Alba"}), "{detail}");
    widget.click("#actor-borga .map-shape").await?;
    widget.until_text("#actor-panel", "Ville du sud.").await?;
    ensure!(pages::times(&stage.browser, "actor-select").await? == 2);
    Ok(())
}

async fn keys_walk_select_and_close(stage: &Stage) -> Result<()> {
    open(stage, "").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("[id^=actor-][tabindex='0']").await?;
    // Only one actor is a stop for Tab; arrows lead to the others.
    ensure!(widget.count("svg [id^=actor-][tabindex='0']").await? == 1);
    widget
        .run("root.querySelector('svg [id^=actor-][tabindex=\"0\"]').focus()", Value::Null)
        .await?;
    widget.until_focus("svg [id^=actor-]").await?;
    let focused = "root.activeElement.closest('[id^=actor-]')?.id";
    let first = widget.until("a focused actor", focused).await?;
    let mut seen = vec![first.clone()];
    for key in [Key::Right, Key::Right, Key::Down, Key::Left, Key::Left, Key::Up, Key::Right] {
        press(&stage.browser, &[key]).await?;
        let now = widget.until("a focused actor", focused).await?;
        if !seen.contains(&now) {
            seen.push(now);
        }
    }
    ensure!(seen.len() == 3, "the arrows lead only to {seen:?}");
    ensure!(pages::times(&stage.browser, "actor-select").await? == 0, "walking selects nothing");
    press(&stage.browser, &[Key::Enter]).await?;
    let detail = pages::until_happened(&stage.browser, "actor-select").await?;
    ensure!(detail["id"].is_string(), "{detail}");
    widget.find("#actor-panel").await?;
    press(&stage.browser, &[Key::Escape]).await?;
    widget.until_count("#actor-panel", 0).await?;
    let detail = pages::until_happened(&stage.browser, "actor-select").await?;
    ensure!(detail == json!({"id": null}), "{detail}");
    widget.until_focus("svg [id^=actor-]").await
}

async fn the_table_says_the_same(stage: &Stage) -> Result<()> {
    open(stage, "data-map=table").await?;
    let widget = Widget::first(&stage.browser);
    let tables = widget.run("return [...root.querySelectorAll('[part~=map] table')].map((t) => t.textContent).join(' ')", Value::Null).await?;
    let tables = tables.as_str().unwrap_or_default().to_owned();
    for expected in
        ["Alba", "Borga", "Société du pont", "Ville du nord", "partage le pont avec", "2020"]
    {
        ensure!(tables.contains(expected), "no \"{expected}\" in the table: {tables}");
    }
    ensure!(widget.count("[part~=map] table th[scope]").await? > 0);
    ensure!(widget.count("[part~=map] svg [id^=actor-]").await? == 0);
    // A selection in the table is the selection of the picture.
    let select = "const cell = [...root.querySelectorAll('[part~=map] table :is(button, a)')]
        .find((button) => button.textContent.includes('Borga')); cell.click()";
    widget.run(select, Value::Null).await?;
    widget.until_text("#actor-panel", "Borga").await?;
    choose_view(&widget, words().network).await?;
    widget.find("[part~=map] svg #actor-borga").await?;
    widget.until_text("#actor-panel", "Borga").await?;
    ensure!(pages::times(&stage.browser, "actor-select").await? == 1);
    Ok(())
}

/// Chooses a view of the map by what its control says.
async fn choose_view(widget: &Widget<'_>, name: &str) -> Result<()> {
    let script =
        "const control = [...root.querySelectorAll('[part~=map] :is(button, label, [role=tab])')]
        .find((control) => control.textContent.trim() === argument); control.click()";
    widget.run(script, json!(name)).await.map(drop)
}

async fn a_mention_leads_to_its_actor_and_back(stage: &Stage) -> Result<()> {
    open(stage, "").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_count("[part~=body] [part~=mention]", 4).await?;
    let mention = "[part~=body] [part~=mention][href='#actor-company']";
    ensure!(widget.text(mention).await? == "société du pont");
    widget.click(mention).await?;
    widget.until_text("#actor-panel", "Société du pont").await?;
    widget.until_focus("#actor-panel").await?;
    let seen = "(() => { const box = root.getElementById('actor-panel').getBoundingClientRect();
        return box.top < innerHeight && box.bottom > 0 })()";
    widget.until("the panel in sight", seen).await?;
    ensure!(widget.count("[part~=mention].selected").await? == 1);
    widget.click("#actor-panel [href^='#mention-']").await?;
    widget.until_focus(mention).await?;
    // The page's own address is not touched by a click on our links: it leads to
    // what is shown.
    let url = stage.browser.driver.current_url().await?;
    ensure!(url.as_str() == stage.site.url("/p#actor=company"), "{url}");
    Ok(())
}

async fn the_page_selects_an_actor(stage: &Stage) -> Result<()> {
    open(stage, "").await?;
    let widget = Widget::first(&stage.browser);
    let select = "const host = document.querySelector('article-widget'); const done = arguments[arguments.length - 1];
                  host.selectActor(arguments[0]).then((found) => done(found ?? null), (error) => done(String(error)))";
    stage.browser.driver.execute_async(select, vec![json!("borga")]).await?;
    widget.until_text("#actor-panel", "Borga").await?;
    let detail = pages::until_happened(&stage.browser, "actor-select").await?;
    ensure!(detail == json!({"id": "borga", "name": "Borga"}), "{detail}");
    stage.browser.driver.execute_async(select, vec![Value::Null]).await?;
    widget.until_count("#actor-panel", 0).await
}

/// In the sample, which has more actors than a toy.
async fn the_legend_filters_by_click_and_by_key(stage: &Stage) -> Result<()> {
    stage.site.page("/n", pages::page("fr", &pages::script_tag("data-src=/niger.json")));
    stage.open("/n").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("svg #actor-niger").await?;
    let places = "return [...root.querySelectorAll('svg .map-actor.organisation .map-shape')]
        .map((shape) => { const box = shape.getBoundingClientRect(); return [box.x, box.width]; })";
    let before = widget.run(places, Value::Null).await?;
    let states = widget.count("svg .map-actor.state").await?;
    ensure!(states > 0 && widget.count("[part~=mention].state").await? > 0);
    widget.click("[data-hide='0']").await?;
    widget.until_count("svg .map-actor.state", 0).await?;
    ensure!(widget.count("[part~=mention].state").await? == 0, "hidden actors are marked");
    ensure!(widget.run(places, Value::Null).await? == before, "hiding has moved someone");
    let url = stage.browser.driver.current_url().await?.to_string();
    ensure!(url.ends_with("/n#hide=state"), "{url}");
    widget.run("root.querySelector(\"[data-hide='0']\").focus()", Value::Null).await?;
    press(&stage.browser, &[Key::Space]).await?;
    widget.until_count("svg .map-actor.state", states).await?;
    // A link hides, too.
    stage.open("/n#hide=conflict.person").await?;
    widget.find("svg #actor-niger").await?;
    widget.until_count("svg .map-line.conflict", 0).await?;
    ensure!(widget.count("svg .map-actor.person").await? == 0);
    widget.find("[data-hide='7'][aria-pressed=false]").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn labels_do_not_overlap(stage: &Stage) -> Result<()> {
    stage.site.page("/p", pages::page("fr", &pages::script_tag("data-src=/niger.json")));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.until_ready().await?;
    widget.find("svg [id^=actor-]").await?;
    let overlaps = "const labels = [...root.querySelectorAll('svg [id^=actor-] text')]
            .map((text) => ({text: text.textContent, box: text.getBoundingClientRect()}))
            .filter((label) => label.box.width > 0);
        const found = [];
        labels.forEach((a, i) => labels.slice(i + 1).forEach((b) => {
            const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
            const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
            if (wide > 1 && high > 3) found.push(a.text + ' / ' + b.text);
        }));
        return found";
    let found = widget.run(overlaps, Value::Null).await?;
    ensure!(found == json!([]), "labels overlap: {found}");
    let small = "return [...root.querySelectorAll('svg text')].filter((text) =>
        text.getBoundingClientRect().height > 0 && text.getBoundingClientRect().height < 11).length";
    let small = widget.run(small, Value::Null).await?;
    ensure!(small == json!(0), "{small} labels are too small");
    Ok(())
}

async fn the_same_picture_every_time(stage: &Stage) -> Result<()> {
    // A scroll bar that comes while the page grows leaves the map less room.
    let tag = pages::script_tag("data-src=/article.json");
    let body = format!("<style>html {{ overflow-y: scroll }}</style>{tag}");
    stage.site.page("/p", pages::page("fr", &body));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("svg [id^=actor-]").await?;
    let places =
        "return [...root.querySelectorAll('svg [id^=actor-]')].map((actor) => actor.innerHTML)";
    let first = widget.run(places, Value::Null).await?;
    stage.browser.driver.refresh().await?;
    widget.until_ready().await?;
    widget.find("svg [id^=actor-]").await?;
    let second = widget.run(places, Value::Null).await?;
    ensure!(first == second && first != json!([]), "{first} is not {second}");
    Ok(())
}

async fn the_tables_are_sorted_by_their_columns(stage: &Stage) -> Result<()> {
    stage.site.page("/n", pages::page("fr", &pages::script_tag("data-src=/niger.json")));
    stage.open("/n#view=table").await?;
    let widget = Widget::first(&stage.browser);
    widget.find(".map-tables .map-sort").await?;
    // What the cells of a column say, in a table.
    let column =
        "return [...root.querySelectorAll('.map-tables table')[argument[0]].tBodies[0].rows]
        .map((row) => row.cells[argument[1]].textContent.trim())";
    let names = widget.run(column, json!([0, 0])).await?;
    let first = names[0].clone();
    let sorted = |wanted: &'static [&'static str], at: Value| async move {
        let found = widget.run(column, at).await?;
        let is_it = wanted.iter().enumerate().all(|(index, text)| found[index] == json!(text));
        ensure!(is_it, "{found}");
        Ok::<_, anyhow::Error>(())
    };
    let head = |table: usize, column: usize| {
        format!("table:nth-of-type({}) th:nth-child({}) .map-sort", table + 1, column + 1)
    };
    widget.click(&head(0, 0)).await?;
    widget.find("table th:nth-child(1)[aria-sort=ascending]").await?;
    // As French people look it up: "É" is among the "E".
    sorted(&["Base aérienne 201", "Délégation américaine", "États-Unis"], json!([0, 0])).await?;
    widget.until_focus(&head(0, 0)).await?;
    press(&stage.browser, &[Key::Enter]).await?;
    widget.find("table th:nth-child(1)[aria-sort=descending]").await?;
    sorted(&["Sahel", "Russie"], json!([0, 0])).await?;
    // Numbers as numbers, dates as dates, and one column at a time.
    widget.click(&head(0, 3)).await?;
    widget.click(&head(0, 3)).await?;
    widget.find("table th:nth-child(4)[aria-sort=descending]").await?;
    ensure!(widget.count("table:first-of-type [aria-sort]").await? == 1);
    sorted(&["Niger"], json!([0, 0])).await?;
    widget.click(&head(1, 3)).await?;
    widget.find("table:nth-of-type(2) [aria-sort=ascending]").await?;
    let periods = widget.run(column, json!([1, 3])).await?;
    ensure!(periods[0] == json!("2012") || periods[0].as_str() > Some("2"), "{periods}");
    // With the filter, and back.
    widget.click("[data-hide='0']").await?;
    widget.until_count("table:first-of-type tbody tr", 11).await?;
    let counts = widget.run(column, json!([0, 3])).await?;
    let number = |value: &Value| {
        let text = value.as_str().unwrap_or_default().to_owned();
        text.split(' ').next().and_then(|digits| digits.parse::<u32>().ok()).unwrap_or(0)
    };
    let counts: Vec<u32> = counts.as_array().into_iter().flatten().map(number).collect();
    ensure!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    widget.click("[data-hide='0']").await?;
    widget.until_count("table:first-of-type tbody tr", 17).await?;
    sorted(&["Niger"], json!([0, 0])).await?;
    // A press in a moved row selects who is in it.
    widget.click("#actor-niger").await?;
    widget.until_text("#actor-panel-name", "Niger").await?;
    ensure!(first != json!(""));
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_panel_says_where_by_whom_and_leads_through_the_text(stage: &Stage) -> Result<()> {
    let mut article = pages::article();
    article["sources"] =
        json!([{"id": "act", "title": "L’acte du pont", "url": "https://a.example/act"}]);
    article["relations"][0]["source"] = json!("act");
    article["actors"][0]["country"] = json!("NE");
    article["actors"][0]["image"] = json!({"src": "alba.png", "alt": "Alba vue du pont"});
    article["actors"][0]["url"] = json!("alba.html");
    stage.site.page("/news/a.json", article.to_string());
    // A map of its own has its addresses where it is.
    let map = json!({"actors": article["actors"], "relations": article["relations"]});
    stage.site.page("/maps/b.json", map.to_string());
    for (attributes, folder) in [
        ("data-src=/news/a.json", "/news"),
        ("data-src=/news/a.json data-map-src=/maps/b.json", "/maps"),
    ] {
        stage.site.page("/p", pages::page("fr", &pages::script_tag(attributes)));
        stage.open(&format!("/p?{folder}#actor=alba")).await?;
        let widget = Widget::first(&stage.browser);
        let addresses = "const panel = root.getElementById('actor-panel');
            return [panel.querySelector('img').src, panel.querySelector('img').alt,
                    ...[...panel.querySelectorAll('a[rel]')].map((link) => link.href)]";
        let expected = json!([
            stage.site.url(&format!("{folder}/alba.png")),
            "Alba vue du pont",
            "https://a.example/act",
            stage.site.url(&format!("{folder}/alba.html")),
        ]);
        // The second time, the first page may still be there for a moment.
        wait::until("the addresses in the panel", || async {
            let addresses = widget.run(addresses, Value::Null).await?;
            ensure!(addresses == expected, "{addresses} is not {expected}");
            Ok(Some(()))
        })
        .await?;
        let panel = widget.text("#actor-panel").await?;
        for expected in ["Niger", "Monde", "L’acte du pont"] {
            ensure!(panel.contains(expected), "no \"{expected}\" in the panel: {panel}");
        }
    }
    let widget = Widget::first(&stage.browser);
    let mentions = widget.count("[part~=body] [part~=mention][href='#actor-alba']").await?;
    ensure!(mentions == 2, "{mentions} mentions");
    let first = "a:first-child";
    for (way, number) in
        [(first, 1), ("[data-way=on]", 2), ("[data-way=on]", 1), ("[data-way=back]", 2)]
    {
        widget.click(&format!("#actor-panel .map-reading {way}")).await?;
        widget.until_focus("[part~=mention][href='#actor-alba']").await?;
        let current = format!("Mention {number}");
        widget.until_text("#actor-panel [aria-current]", &current).await?;
    }
    widget.click("#actor-panel [data-view=world]").await?;
    widget.find(".map-land").await?;
    widget.until_text("#actor-panel", "Alba").await?;
    Ok(())
}
