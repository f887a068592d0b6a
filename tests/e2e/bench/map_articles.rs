//! The map at the sizes of articles beside other layouts: how readable it is,
//! and how long it takes.

use anyhow::Result;
use article_widget_e2e_tests::browsers::Browser;

use crate::map::figures::{Figures, of_places};
use crate::map::graphs::Graph;
use crate::map::stage::{OURS, Stage};
use crate::report::{Report, median};

const SIZES: [usize; 4] = [12, 25, 40, 60];
const SEEDS: u64 = 20;

/// What the layout of a map of 60 actors may take.
const MOST_MS: f64 = 50.0;

/// All drawings of one contender at one size.
#[derive(Default)]
struct Drawn {
    figures: Vec<Figures>,
    ms: Vec<f64>,
}

impl Drawn {
    fn mean(&self, figure: Figure) -> f64 {
        self.figures.iter().map(figure).sum::<f64>() / self.figures.len() as f64
    }
}

/// One of the figures.
type Figure = fn(&Figures) -> f64;

const FIGURES: [(&str, Figure); 4] = [
    ("stress", |it| it.stress),
    ("crossings", |it| it.crossings),
    ("label collisions", |it| it.collisions),
    ("edges through actors", |it| it.through),
];

/// Has everyone lay out the same graphs in turn.
pub(crate) async fn run(browser: &Browser) -> Result<Report> {
    let stage = Stage::open(browser).await?;
    let mut report = Report {
        conditions: format!(
            "Chromium; means of {SEEDS} graphs of each size, medians of times. Every drawing is \
             scaled to the area of ours, with the same labels."
        ),
        columns: FIGURES.iter().map(|(name, _)| *name).chain(["time"]).collect(),
        ..Report::default()
    };
    for size in SIZES {
        let mut all: Vec<Drawn> = Vec::new();
        all.resize_with(stage.peers.len() + 1, Drawn::default);
        for seed in 1..=SEEDS {
            let graph = Graph::clustered(size, seed);
            let (ms, drawing, area) = stage.ours(&graph).await?;
            all[0].ms.push(ms);
            all[0].figures.push(Figures::of(&graph, &drawing));
            for (drawn, peer) in all[1..].iter_mut().zip(&stage.peers) {
                let outcome = stage.places(peer, &graph, seed).await?;
                drawn.ms.push(outcome.ms);
                let drawing = of_places(&graph, &outcome.places, area);
                drawn.figures.push(Figures::of(&graph, &drawing));
            }
        }
        let names = [OURS].into_iter().chain(stage.peers.iter().map(String::as_str));
        for (name, drawn) in names.zip(&all) {
            let mut figures: Vec<String> = vec![format!("{:.4}", drawn.mean(FIGURES[0].1))];
            figures.extend(FIGURES[1..].iter().map(|(_, of)| format!("{:.2}", drawn.mean(*of))));
            figures.push(format!("{:.1} ms", median(drawn.ms.clone())));
            report.rows.push((format!("{size} actors: {name}"), figures));
        }
        for (name, of) in FIGURES {
            let best = all[1..].iter().map(|drawn| drawn.mean(of)).fold(f64::INFINITY, f64::min);
            let own = all[0].mean(of);
            let goal =
                format!("{size} actors: {name} at most the best peer's ({own:.3}, {best:.3})");
            report.goals.push((goal, own <= best + 1e-9));
        }
        if size == 60 {
            let ms = median(all[0].ms.clone());
            report.goals.push((format!("60 actors under {MOST_MS} ms ({ms:.1})"), ms < MOST_MS));
        }
    }
    Ok(report)
}
