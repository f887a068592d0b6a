//! The map of large networks beside other layouts: how long it takes, and how
//! true it is.

use anyhow::Result;
use article_widget_e2e_tests::browsers::Browser;

use crate::map::figures::stress;
use crate::map::graphs::{self, Graph};
use crate::map::stage::{OURS_LARGE, Stage, node_modules};
use crate::report::{Report, median};

const SIZES: [usize; 4] = [100, 1_000, 5_000, 20_000];

/// How often each graph is laid out.
const RUNS: u64 = 3;

/// Who will take longer than this is not waited for.
const PATIENCE_MS: f64 = 60_000.0;

/// How often a peer's layout may be repeated in all.
const MOST_MS: f64 = 20_000.0;

/// The longest task that a reader does not feel.
const TASK_MS: f64 = 50.0;

/// What someone has taken for one graph.
struct Taken {
    ms: f64,
    stress: f64,
    longest_ms: f64,
}

/// The size and the time of the last graph of a peer, and how time has grown.
#[derive(Clone, Copy)]
struct Trend {
    count: f64,
    ms: f64,
    power: f64,
}

impl Trend {
    fn foreseen_ms(&self, count: usize) -> f64 {
        self.ms * (count as f64 / self.count).powf(self.power)
    }

    fn follow(&mut self, count: usize, ms: f64) {
        let count = count as f64;
        if self.count > 0.0 && count > self.count {
            self.power = ((ms / self.ms).ln() / (count / self.count).ln()).clamp(1.0, 2.2);
        }
        (self.count, self.ms) = (count, ms);
    }
}

/// Has everyone lay out the same graphs in turn, as long as that can be waited for.
pub(crate) async fn run(browser: &Browser) -> Result<Report> {
    let stage = Stage::open(browser).await?;
    let mut report = Report {
        conditions: format!(
            "Chromium; medians of {RUNS} runs; stress over all pairs, above 2,000 actors over the \
             distances from 100 of them. Who would take more than {:.0} s is left out.",
            PATIENCE_MS / 1e3
        ),
        columns: vec!["stress", "time", "longest task"],
        ..Report::default()
    };
    let mut trends = vec![Trend { count: 0.0, ms: 0.0, power: 2.0 }; stage.peers.len()];
    for size in SIZES {
        let name = format!("{size} actors");
        let (ours, peers) =
            compare(&stage, &name, &Graph::clustered(size, 1), &mut trends, &mut report).await?;
        if size < 1_000 {
            continue;
        }
        let Some(fastest) = peers.iter().min_by(|a, b| a.ms.total_cmp(&b.ms)) else { continue };
        let times = fastest.ms / ours.ms;
        let goal = format!("{name}: 3 times as fast as the fastest peer ({times:.1} times)");
        report.goals.push((goal, times >= 3.0));
        let goal = format!(
            "{name}: stress at most that of the fastest peer ({:.4}, {:.4})",
            ours.stress, fastest.stress
        );
        report.goals.push((goal, ours.stress <= fastest.stress));
        let goal = format!("{name}: no task over {TASK_MS} ms ({:.1})", ours.longest_ms);
        report.goals.push((goal, ours.longest_ms <= TASK_MS));
    }
    for (name, graph) in graphs::real(&node_modules()?)? {
        let name = format!("{name} ({} actors, {} relations)", graph.count(), graph.edges.len());
        let mut trends = vec![Trend { count: 1.0, ms: 0.0, power: 1.5 }; stage.peers.len()];
        compare(&stage, &name, &graph, &mut trends, &mut report).await?;
    }
    Ok(report)
}

/// Has ours and the peers lay out one graph.
async fn compare(
    stage: &Stage<'_>,
    name: &str,
    graph: &Graph,
    trends: &mut [Trend],
    report: &mut Report,
) -> Result<(Taken, Vec<Taken>)> {
    let ours = median_of_runs(stage, OURS_LARGE, graph).await?;
    let row = vec![
        format!("{:.4}", ours.stress),
        format!("{:.0} ms", ours.ms),
        format!("{:.0} ms", ours.longest_ms),
    ];
    report.rows.push((format!("{name}: article-widget"), row));
    let mut peers = Vec::new();
    for (peer, trend) in stage.peers.iter().zip(trends) {
        // Labels are not drawn here.
        if peer.ends_with("labels") {
            continue;
        }
        let foreseen_ms = trend.foreseen_ms(graph.count());
        let row = if foreseen_ms > PATIENCE_MS {
            vec!["–".into(), format!("about {:.0} s foreseen", foreseen_ms / 1e3), "–".into()]
        } else {
            let taken = median_of_runs(stage, peer, graph).await?;
            trend.follow(graph.count(), taken.ms);
            let row =
                vec![format!("{:.4}", taken.stress), format!("{:.0} ms", taken.ms), "–".into()];
            peers.push(taken);
            row
        };
        report.rows.push((format!("{name}: {peer}"), row));
    }
    Ok((ours, peers))
}

async fn median_of_runs(stage: &Stage<'_>, name: &str, graph: &Graph) -> Result<Taken> {
    let (mut ms, mut off, mut longest) = (Vec::new(), Vec::new(), Vec::new());
    for seed in 1..=RUNS {
        let outcome = stage.places(name, graph, seed).await?;
        ms.push(outcome.ms);
        off.push(stress(graph, &outcome.places));
        longest.push(outcome.longest_ms);
        if outcome.ms * seed as f64 > MOST_MS {
            break;
        }
    }
    Ok(Taken { ms: median(ms), stress: median(off), longest_ms: median(longest) })
}
