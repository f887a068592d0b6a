//! The line and the machine that are measured on: a mid-range phone on slow 4G,
//! as Lighthouse has them when it throttles for real ("devtools" throttling).

use anyhow::Result;
use article_widget_e2e_tests::browsers::Browser;
use serde_json::json;

/// What is said of them.
pub(crate) const NAME: &str =
    "Chromium, slow 4G (562.5 ms latency, 1.47 Mbit/s), CPU slowed 4 times, 412 × 823 px";

const LATENCY_MS: f64 = 562.5;
const DOWN_BYTES_PER_S: f64 = 1_474_560.0 / 8.0;
const UP_BYTES_PER_S: f64 = 691_200.0 / 8.0;
const CPU_SLOWDOWN: f64 = 4.0;

/// Puts a browser under them, with nothing kept of earlier loads.
pub(crate) async fn set(browser: &Browser) -> Result<()> {
    let cdp = browser.driver.cdp();
    let metrics = json!({"width": 412, "height": 823, "deviceScaleFactor": 1, "mobile": true});
    let network = json!({
        "offline": false,
        "latency": LATENCY_MS,
        "downloadThroughput": DOWN_BYTES_PER_S,
        "uploadThroughput": UP_BYTES_PER_S,
    });
    cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.clearBrowserCache", json!({})).await?;
    cdp.send_raw("Network.emulateNetworkConditions", network).await?;
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({"rate": CPU_SLOWDOWN})).await?;
    Ok(())
}

/// Takes the brakes off again.
pub(crate) async fn lift(browser: &Browser) -> Result<()> {
    let cdp = browser.driver.cdp();
    let network = json!({
        "offline": false,
        "latency": 0,
        "downloadThroughput": -1,
        "uploadThroughput": -1,
    });
    cdp.send_raw("Network.emulateNetworkConditions", network).await?;
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await?;
    Ok(())
}
