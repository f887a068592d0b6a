//! End-to-end tests of the shipped widget, in every browser engine.
//!
//! `cargo test -p article-widget-e2e-tests -- chromium::comments` runs a part.

mod scenes;

use std::sync::Arc;

use article_widget_e2e_tests::browsers::Engine;
use article_widget_e2e_tests::pool::Pool;
use article_widget_e2e_tests::servers::Servers;
use article_widget_e2e_tests::steadiness::Steadiness;
use article_widget_e2e_tests::{places, stage};
use libtest_mimic::{Arguments, Conclusion};

fn main() -> anyhow::Result<()> {
    let conclusion = run()?;
    conclusion.exit()
}

fn run() -> anyhow::Result<Conclusion> {
    let arguments = Arguments::from_args();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let pool = Arc::new(Pool::default());
    let servers = Arc::new(Servers::default());
    let steadiness = Arc::new(Steadiness::default());
    let mut trials = Vec::new();
    for engine in Engine::ALL {
        let every = engine == Engine::ALL[0];
        for (file, scenes) in scenes::ALL.iter().filter(|(f, _)| every || !scenes::ONCE.contains(f))
        {
            let handle = runtime.handle();
            trials.extend(stage::trials(
                engine,
                file,
                scenes,
                &pool,
                &servers,
                &steadiness,
                handle,
            ));
        }
    }
    for reason in missing().iter().filter(|_| !arguments.list) {
        eprintln!("some tests are left out: {reason}");
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    runtime.block_on(pool.quit());
    for line in steadiness.unsteady() {
        eprintln!("unsteady: {line}");
    }
    Ok(conclusion)
}

/// What this machine lacks for some of the tests.
fn missing() -> Vec<String> {
    let tools = [
        places::isso(),
        places::wordpress(),
        places::waline(),
        places::kinto(),
        places::axe(),
        places::yew_host(),
    ];
    let tools = tools.into_iter().filter_map(|tool| Some(tool.err()?.to_string()));
    Engine::ALL.into_iter().filter_map(Engine::missing).chain(tools).collect()
}
