//! The page that the layouts run in, one after the other.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use article_widget_core::map::layout::{Point, Rect};
use article_widget_e2e_tests::browsers::Browser;
use serde_json::{Value, json};

use super::figures::Drawing;
use super::graphs::Graph;

/// What the page calls ours.
pub(crate) const OURS: &str = "article-widget";
pub(crate) const OURS_LARGE: &str = "article-widget, large";

/// The width of a map on a desk.
const WIDTH_PX: f64 = 1000.0;

/// Distances looked at in one slice: some 10 milliseconds.
const SLICE: usize = 400_000;

/// Segments that a curve is looked at in.
const SEGMENTS: usize = 20;

/// For one layout.
const PATIENCE: Duration = Duration::from_secs(900);

pub(crate) struct Stage<'a> {
    browser: &'a Browser,
    /// The names of the peers.
    pub(crate) peers: Vec<String>,
}

/// Where a peer has put everyone.
pub(crate) struct Outcome {
    pub(crate) ms: f64,
    pub(crate) places: Vec<Point>,
    /// The longest task, where it was done in slices.
    pub(crate) longest_ms: f64,
}

impl<'a> Stage<'a> {
    /// Opens it: the peers' code and our module go in.
    pub(crate) async fn open(browser: &'a Browser) -> Result<Stage<'a>> {
        browser.driver.set_script_timeout(PATIENCE).await?;
        browser.driver.goto("about:blank").await?;
        let script = std::fs::read_to_string(named("ARTICLE_WIDGET_BENCH_PEERS")?)?;
        browser.run(&script, Vec::new()).await?;
        let module = std::fs::read(named("ARTICLE_WIDGET_BENCH_LAYOUT")?)?;
        let load = "return bench.load(arguments[0]).then(() => bench.peers)";
        let peers = browser.run(load, vec![json!(module)]).await?;
        Ok(Stage { browser, peers: serde_json::from_value(peers)? })
    }

    async fn run(&self, name: &str, graph: &Graph, seed: u64) -> Result<Value> {
        let mut json = graph.json();
        json["slice"] = json!(SLICE);
        let arguments = vec![json!(name), json, json!(seed), json!(WIDTH_PX)];
        // The page may be busy for longer than a request may take.
        self.browser.run("bench.begin(...arguments)", arguments).await?;
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            match self.browser.run("return bench.ended()", Vec::new()).await {
                Ok(Value::Null) | Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                Ok(answer) if answer["error"].is_string() => bail!("{name}: {}", answer["error"]),
                Ok(answer) => return Ok(answer),
            }
        }
        bail!("waited in vain for {name}")
    }

    /// Has someone lay out a graph that gives places alone.
    pub(crate) async fn places(&self, name: &str, graph: &Graph, seed: u64) -> Result<Outcome> {
        let answer = self.run(name, graph, seed).await?;
        let places: Vec<[f64; 2]> = serde_json::from_value(answer["places"].clone())
            .with_context(|| format!("{name} has places that are none"))?;
        Ok(Outcome {
            ms: answer["ms"].as_f64().context("no time")?,
            places: places.into_iter().map(|[x, y]| Point { x, y }).collect(),
            longest_ms: answer["longest"].as_f64().unwrap_or_default(),
        })
    }

    /// Has ours lay it out; with the time and the area of the picture.
    pub(crate) async fn ours(&self, graph: &Graph) -> Result<(f64, Drawing, f64)> {
        let answer = self.run(OURS, graph, 1).await?;
        let numbers: Vec<f64> = serde_json::from_value(answer["answer"].clone())?;
        let [width, height, rest @ ..] = &numbers[..] else { bail!("no answer") };
        let (nodes, edges) = rest.split_at(6 * graph.count());
        let place = |it: &[f64]| Point { x: it[0], y: it[1] };
        let label = |it: &[f64]| Rect { x: it[2], y: it[3], width: it[4], height: it[5] };
        let curve = |it: &[f64]| {
            let mix = |i: usize, t: f64| {
                let s = 1.0 - t;
                s * s * it[i] + 2.0 * s * t * it[i + 2] + t * t * it[i + 4]
            };
            let at = |i: usize| i as f64 / SEGMENTS as f64;
            (0..=SEGMENTS).map(|i| Point { x: mix(0, at(i)), y: mix(1, at(i)) }).collect()
        };
        let drawing = Drawing {
            places: nodes.chunks_exact(6).map(place).collect(),
            labels: nodes.chunks_exact(6).map(label).collect(),
            lines: edges.chunks_exact(6).map(curve).collect(),
        };
        Ok((answer["ms"].as_f64().context("no time")?, drawing, width * height))
    }
}

/// The folder with the peers' packages.
pub(crate) fn node_modules() -> Result<PathBuf> {
    named("ARTICLE_WIDGET_BENCH_MODULES")
}

/// What `cargo xtask bench` says where it is.
fn named(variable: &str) -> Result<PathBuf> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .with_context(|| format!("no {variable}: run `cargo xtask bench`"))
}
