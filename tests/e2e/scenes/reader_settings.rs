//! What readers have set in their system. Only Chromium lets a test set it: these
//! are played there alone.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, scenes, wait};
use serde_json::{Value, json};

use super::theming::{TAG, THEME, open, until_theme};

scenes![dark_mode_follows_the_system_live, forced_colours_are_the_reader_s needs axe];

/// Has the browser think that its reader wants this.
async fn emulate(stage: &Stage, name: &str, value: &str) -> Result<()> {
    let features = json!({"features": [{"name": name, "value": value}]});
    stage.browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
    Ok(())
}

async fn dark_mode_follows_the_system_live(stage: &Stage) -> Result<()> {
    let widget = open(stage, ":root { color-scheme: light dark }", TAG).await?;
    for theme in ["dark", "light"] {
        emulate(stage, "prefers-color-scheme", theme).await?;
        until_theme(&widget, theme).await?;
    }
    emulate(stage, "prefers-color-scheme", "").await
}

/// The reader's own colours, whatever the site has chosen.
async fn forced_colours_are_the_reader_s(stage: &Stage) -> Result<()> {
    let widget = open(stage, THEME, TAG).await?;
    emulate(stage, "forced-colors", "active").await?;
    wait::until("forced colours", || async {
        let is_on = "return matchMedia('(forced-colors: active)').matches";
        Ok((widget.run(is_on, Value::Null).await? == json!(true)).then_some(()))
    })
    .await?;
    // The system's colours, as this browser has them.
    let look = "const of = (selector, property) =>
            getComputedStyle(root.querySelector(selector))[property];
        const probe = document.body.appendChild(document.createElement('i'));
        const system = (name) => {
            probe.style.color = name;
            return getComputedStyle(probe).color;
        };
        return [[of('[part~=body]', 'color'), system('CanvasText')],
            [of('[part~=mention]', 'color'), system('LinkText')]]";
    let looks = widget.run(look, Value::Null).await?;
    for pair in looks.as_array().context("a list")? {
        ensure!(pair[0] == pair[1], "{looks}");
    }
    axe::check(&stage.browser, "forced colours").await?;
    emulate(stage, "forced-colors", "").await
}
