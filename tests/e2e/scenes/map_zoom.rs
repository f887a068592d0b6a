//! Coming nearer to the map, pulling at it, and the full screen.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::shadow::{Widget, press};
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, scenes, wait};
use serde_json::{Value, json};
use thirtyfour::Key;

scenes![
    what_enlarges_it_comes_with_the_first_hand,
    the_wheel_enlarges_with_ctrl_alone_and_the_page_scrolls,
    two_fingers_enlarge_and_one_scrolls_the_page,
    buttons_and_keys_enlarge_and_each_view_keeps_its_camera,
    an_actor_is_pulled_by_mouse_and_by_keys,
    the_full_screen_or_all_of_the_page,
    axe_when_it_is_near needs axe,
];

const TOOLS: &str = "/dist/map-tools.js";

async fn open(stage: &Stage) -> Result<Widget<'_>> {
    let html = pages::page("fr", &pages::script_tag("data-src=/niger.json"));
    stage.site.page_under_policy("/p", html, &pages::strict_policy(""));
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.find("svg #actor-niger").await?;
    widget.find("[data-tool=in]").await?;
    Ok(widget)
}

/// Reaches for the map, and waits until its tools are there.
async fn reach(widget: &Widget<'_>) -> Result<()> {
    let reach = "root.querySelector('svg.map-network').dispatchEvent(
        new PointerEvent('pointerover', {bubbles: true, composed: true}));
        root.querySelector('svg.map-network').scrollIntoView({block: 'center', behavior: 'instant'})";
    widget.run(reach, Value::Null).await?;
    // They are there when the wheel is heard; so small a turn changes nothing.
    let turn = "!root.querySelector('svg.map-network').dispatchEvent(
        new WheelEvent('wheel', {deltaY: 1e-9, ctrlKey: true, bubbles: true, cancelable: true}))";
    widget.until("the tools of the map", turn).await.map(drop)
}

/// What of the picture is in sight: x, y, width and height.
async fn window(widget: &Widget<'_>) -> Result<[f64; 4]> {
    let text = widget.run(
        "return root.querySelector('svg.map-network').getAttribute('viewBox').split(' ').map(Number)",
        Value::Null,
    );
    serde_json::from_value(text.await?).context("a viewBox")
}

async fn until_window(
    widget: &Widget<'_>,
    what: &str,
    is_it: impl Fn([f64; 4]) -> bool,
) -> Result<[f64; 4]> {
    wait::until(what, || async {
        let window = window(widget).await?;
        ensure!(is_it(window), "it is {window:?}");
        Ok(Some(window))
    })
    .await
}

async fn what_enlarges_it_comes_with_the_first_hand(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    ensure!(stage.site.requests(TOOLS) == 0, "the tools came before they were needed");
    // A press on a button is done when they are there.
    let [_, _, width, _] = window(&widget).await?;
    widget.click("[data-tool=in]").await?;
    until_window(&widget, "a nearer picture", |[_, _, now, _]| now < width / 1.4).await?;
    ensure!(stage.site.requests(TOOLS) == 1);
    let names =
        "return [...root.querySelectorAll('.map-tools [data-tool]')].map((b) => b.ariaLabel)";
    let names = widget.run(names, Value::Null).await?;
    let expected = ["Agrandir", "Réduire", "Tout montrer", "Plein écran", "Emporter"];
    ensure!(names == json!(expected), "{names}");
    let sides =
        "return Math.min(...[...root.querySelectorAll('.map-tools [data-tool]')].flatMap((b) => {
        const box = b.getBoundingClientRect(); return [box.width, box.height] }))";
    let least = widget.run(sides, Value::Null).await?.as_f64().unwrap_or_default();
    ensure!(least >= 24.0, "a button of {least} px");
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_wheel_enlarges_with_ctrl_alone_and_the_page_scrolls(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    reach(&widget).await?;
    let whole = window(&widget).await?;
    // Gives whether the page may scroll, and what of the picture is under the mouse,
    // before and after.
    let turn = "const svg = root.querySelector('svg.map-network');
        const box = svg.getBoundingClientRect();
        const [clientX, clientY] = [box.x + box.width * 0.3, box.y + box.height * 0.6];
        const under = () => { const at = new DOMPoint(clientX, clientY)
            .matrixTransform(svg.getScreenCTM().inverse()); return [at.x, at.y] };
        const before = under();
        const scrolls = svg.dispatchEvent(new WheelEvent('wheel',
            {deltaY: -50, clientX, clientY, ...argument, bubbles: true, cancelable: true}));
        return [scrolls, before, under()]";
    let alone = widget.run(turn, json!({})).await?;
    ensure!(alone[0] == json!(true), "the page is caught: {alone}");
    ensure!(window(&widget).await? == whole, "a wheel alone enlarges");
    for modifier in ["ctrlKey", "metaKey"] {
        let before = window(&widget).await?;
        let turned = widget.run(turn, json!({modifier: true})).await?;
        ensure!(turned[0] == json!(false), "the page scrolls, too: {turned}");
        ensure!(window(&widget).await?[2] < before[2], "{modifier} enlarges nothing");
        let at = |when: usize, axis: usize| turned[when][axis].as_f64().unwrap_or(f64::NAN);
        let slid = (at(1, 0) - at(2, 0)).hypot(at(1, 1) - at(2, 1));
        ensure!(slid < 0.5, "what is under the mouse has slid by {slid}: {turned}");
    }
    pages::nothing_uncaught(&stage.browser).await
}

async fn two_fingers_enlarge_and_one_scrolls_the_page(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    reach(&widget).await?;
    let whole = window(&widget).await?;
    // Events as a touch screen makes them; not every browser has one here. Gives for
    // each whether the page may have it, too.
    let touch = "const svg = root.querySelector('svg.map-network');
        const box = svg.getBoundingClientRect();
        return argument.map(([type, ...places]) => {
            const event = new Event(type, {bubbles: true, cancelable: true});
            event.touches = places.map(([x, y]) => ({
                clientX: box.x + box.width * x, clientY: box.y + box.height * y }));
            return svg.dispatchEvent(event);
        })";
    let one = json!([["touchstart", [0.5, 0.5]], ["touchmove", [0.5, 0.3]], ["touchend"]]);
    let free = widget.run(touch, one.clone()).await?;
    ensure!(free == json!([true, true, true]), "the page is caught: {free}");
    ensure!(window(&widget).await? == whole);
    let two = json!([
        ["touchstart", [0.4, 0.5]],
        ["touchstart", [0.4, 0.5], [0.6, 0.5]],
        ["touchmove", [0.3, 0.5], [0.7, 0.5]],
        ["touchend", [0.3, 0.5]],
        ["touchend"],
    ]);
    let free = widget.run(touch, two).await?;
    ensure!(free[1] == json!(false) && free[2] == json!(false), "the page has them: {free}");
    let near = window(&widget).await?;
    let scale = whole[2] / near[2];
    ensure!((1.9..2.1).contains(&scale), "{scale} times as large: {near:?}");
    // Now one finger moves the picture.
    let free = widget.run(touch, one).await?;
    ensure!(free[1] == json!(false), "the page scrolls: {free}");
    ensure!(window(&widget).await?[1] > near[1], "the picture stays");
    pages::nothing_uncaught(&stage.browser).await
}

async fn buttons_and_keys_enlarge_and_each_view_keeps_its_camera(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    reach(&widget).await?;
    let whole = window(&widget).await?;
    widget.run("root.querySelector('#actor-niger').focus()", Value::Null).await?;
    for key in ["+", "+", "+"] {
        stage.browser.driver.action_chain().send_keys(key).perform().await?;
        let before = window(&widget).await?;
        until_window(&widget, "a nearer picture", |now| now != before || now[2] < whole[2]).await?;
    }
    let near = until_window(&widget, "the end of the way", |now| whole[2] / now[2] > 3.3).await?;
    // Whom an arrow leads to comes into sight.
    for _ in 0..4 {
        press(&stage.browser, &[Key::Left]).await?;
        let seen = "(() => { const svg = root.querySelector('svg.map-network').getBoundingClientRect();
            const box = root.activeElement.querySelector('.map-shape').getBoundingClientRect();
            return box.x > svg.x && box.right < svg.right && box.y > svg.y && box.bottom < svg.bottom })()";
        widget.until("the actor that has the focus", seen).await?;
    }
    ensure!(window(&widget).await? != near);
    let kept = window(&widget).await?;
    widget.click("[data-view=world]").await?;
    widget.find(".map-land").await?;
    ensure!(widget.count("svg.map-network[data-near]").await? == 0, "the world is near");
    widget.click("[data-tool=in]").await?;
    widget.find("svg.map-network[data-near]").await?;
    widget.click("[data-view=network]").await?;
    widget.until_count(".map-land", 0).await?;
    widget.find("svg.map-network[data-near]").await?;
    until_window(&widget, "the network as it was", |now| {
        now.iter().zip(kept).all(|(a, b)| (a - b).abs() < 0.1)
    })
    .await?;
    widget.run("root.querySelector('#actor-niger').focus()", Value::Null).await?;
    stage.browser.driver.action_chain().send_keys("0").perform().await?;
    until_window(&widget, "all of it", |now| now == whole).await?;
    // Nothing of this is a choice that the page is told of.
    ensure!(pages::times(&stage.browser, "actor-select").await? == 0);
    pages::nothing_uncaught(&stage.browser).await
}

/// Where each actor is, and where the relations of the sample begin and end.
const PLACES: &str =
    "return Object.fromEntries([...root.querySelectorAll('.map-actor')].map((actor) => {
    const circle = actor.querySelector('circle');
    return [actor.id, [+circle.getAttribute('cx'), +circle.getAttribute('cy')]] }))";

async fn an_actor_is_pulled_by_mouse_and_by_keys(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    reach(&widget).await?;
    let before = widget.run(PLACES, Value::Null).await?;
    let lines = "return [...root.querySelectorAll('svg[role] .map-line > .map-hit-line')]
        .map((line) => line.getAttribute('d'))";
    let lines_before = widget.run(lines, Value::Null).await?;
    let shape = widget.find("#actor-niger .map-shape").await?;
    let driver = &stage.browser.driver;
    driver
        .action_chain()
        .move_to_element_center(&shape)
        .click_and_hold()
        .move_by_offset(20, 10)
        .move_by_offset(20, 20)
        .release()
        .perform()
        .await?;
    let moved = "(() => { const circle = root.querySelector('#actor-niger circle');
        return +circle.getAttribute('cx') })()";
    let was = before["actor-niger"][0].as_f64().unwrap_or_default();
    widget.until("an actor at another place", &format!("{moved} > {was} + 30")).await?;
    let after = widget.run(PLACES, Value::Null).await?;
    for (id, place) in before.as_object().context("no places")? {
        ensure!(id == "actor-niger" || after[id] == *place, "{id} has moved, too");
    }
    ensure!(widget.run(lines, Value::Null).await? != lines_before, "its relations stay");
    ensure!(pages::times(&stage.browser, "actor-select").await? == 0, "pulling has selected");
    // By keys, and it stays there when the view changes.
    widget.run("root.querySelector('#actor-niger').focus()", Value::Null).await?;
    let was = widget.run(&format!("return {moved}"), Value::Null).await?;
    let chain = driver.action_chain().key_down(Key::Shift).send_keys(Key::Left);
    chain.key_up(Key::Shift).perform().await?;
    widget.until("an actor to the left", &format!("{moved} < {was} - 5")).await?;
    widget.until_focus("#actor-niger").await?;
    let kept = widget.run(PLACES, Value::Null).await?;
    widget.click("[data-view=table]").await?;
    widget.until_count("svg.map-network", 0).await?;
    widget.click("[data-view=network]").await?;
    widget.find("svg #actor-niger").await?;
    let again = widget.run(PLACES, Value::Null).await?;
    let apart = |axis: usize| {
        let at = |places: &Value| places["actor-niger"][axis].as_f64().unwrap_or(f64::NAN);
        (at(&again) - at(&kept)).abs()
    };
    ensure!(apart(0) < 1.0 && apart(1) < 1.0, "{again} is not {kept}");
    // A press is a press again.
    widget.click("#actor-niger .map-shape").await?;
    widget.until_text("#actor-panel", "Niger").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn the_full_screen_or_all_of_the_page(stage: &Stage) -> Result<()> {
    let widget = open(stage).await?;
    reach(&widget).await?;
    // A browser that lends none, as on some phones.
    let none = "Element.prototype.requestFullscreen = undefined";
    stage.browser.run(none, vec![]).await?;
    widget.click("[data-tool=full]").await?;
    widget.find("[data-tool=full][aria-pressed=true]").await?;
    let fills = "(() => { const box = root.querySelector('[part~=map]').getBoundingClientRect();
        return box.width >= innerWidth - 20 && box.height >= innerHeight - 1 && box.y === 0 })()";
    widget.until("a map on all of the page", fills).await?;
    press(&stage.browser, &[Key::Escape]).await?;
    widget.find("[data-tool=full][aria-pressed=false]").await?;
    widget.until_count("[data-full]", 0).await?;
    stage.open("/p").await?;
    widget.find("svg #actor-niger").await?;
    reach(&widget).await?;
    widget.click("[data-tool=full]").await?;
    widget.find("[data-tool=full][aria-pressed=true]").await?;
    widget.until("a map on the full screen", fills).await?;
    widget.find("svg #actor-niger").await?;
    widget.click("[data-tool=full]").await?;
    widget.find("[data-tool=full][aria-pressed=false]").await?;
    pages::nothing_uncaught(&stage.browser).await
}

async fn axe_when_it_is_near(stage: &Stage) -> Result<()> {
    let html = pages::page("fr", &pages::script_tag("data-src=/niger.json"));
    stage.site.page("/p", html);
    stage.open("/p").await?;
    let widget = Widget::first(&stage.browser);
    widget.click("[data-tool=in]").await?;
    widget.find("svg.map-network[data-near]").await?;
    widget.click("[data-tool=take]").await?;
    widget.find("[data-take=svg]").await?;
    // Of a name that the window cuts in two, axe does not see the space between.
    let rule = "label-content-name-mismatch";
    axe::check_but(&stage.browser, "near, with the list open", rule).await
}
