//! `cargo xtask fuzz`: looks for inputs that break what must hold of them.
//!
//! The targets (`tests/fuzz`) are laid out for `cargo fuzz`, which does the same;
//! but the flags that it gives to the compiler are stable, so that the pinned
//! toolchain can build them without another tool.

use std::path::PathBuf;
use std::process::Command;

use crate::{Outcome, run, workspace};

/// The targets, and how often a short run tries each: about ten seconds.
pub(crate) const TARGETS: [(&str, u32); 6] = [
    ("html", 20_000),
    ("document", 20_000),
    ("source", 20_000),
    ("backend", 20_000),
    ("foreign_map", 100_000),
    ("stored", 50_000),
];

/// Instruments that tell the fuzzer which ways an input went.
const INSTRUMENTS: &str = "--cfg fuzzing -Cpasses=sancov-module -Ccodegen-units=1 \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Cllvm-args=-simplifycfg-branch-fold-threshold=0";

/// `cargo xtask fuzz`: a short run of each target; `cargo xtask fuzz TARGET [-- OPTION…]`:
/// one, until something is found or it is stopped, with options of libFuzzer.
pub(crate) fn fuzz(arguments: &[String]) -> Outcome {
    let Some((name, options)) = arguments.split_first() else {
        let built = build()?;
        return TARGETS.iter().try_for_each(|target| built.short(target.0, target.1));
    };
    if !TARGETS.iter().any(|target| target.0 == name) {
        let names = TARGETS.map(|target| target.0).join(", ");
        return Err(format!("there is no target `{name}`; there are {names}"));
    }
    let built = build()?;
    let options = options.strip_prefix(&["--".to_string()]).unwrap_or(options);
    let corpus = folder("corpus", name)?;
    run::run(built.command(name)?.args(options).arg(corpus).arg(built.seeds.join(name)))
}

/// What the compiler has made.
pub(crate) struct Built {
    programs: PathBuf,
    seeds: PathBuf,
}

/// Builds the targets and writes what they begin with.
pub(crate) fn build() -> Outcome<Built> {
    let seeds = workspace::target().join("fuzz/seeds");
    if seeds.is_dir() {
        std::fs::remove_dir_all(&seeds).map_err(|error| error.to_string())?;
    }
    let mut cargo = workspace::cargo();
    cargo.args(["run", "--quiet", "--locked", "-p", "article-widget-fuzz", "--bin", "seeds", "--"]);
    run::run(cargo.arg(&seeds))?;
    let triple = host()?;
    let target = workspace::target().join("fuzz/build");
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--release", "--locked", "--bins"]);
    // With a target named, what runs while building has no instruments.
    cargo.args(["--target", &triple]).arg("--target-dir").arg(&target);
    cargo.arg("--manifest-path").arg(workspace::root().join("tests/fuzz/cargo/Cargo.toml"));
    run::run(cargo.env("RUSTFLAGS", INSTRUMENTS))?;
    Ok(Built { programs: target.join(triple).join("release"), seeds })
}

impl Built {
    /// The same short run each time.
    pub(crate) fn short(&self, name: &str, runs: u32) -> Outcome {
        let corpus = folder("short", name)?;
        std::fs::remove_dir_all(&corpus).map_err(|error| error.to_string())?;
        let corpus = folder("short", name)?;
        let mut fuzzer = self.command(name)?;
        fuzzer.args(["-seed=1", "-verbosity=0", "-print_final_stats=1"]);
        fuzzer.arg(format!("-runs={runs}"));
        run::run(fuzzer.arg(corpus).arg(self.seeds.join(name)))
    }

    fn command(&self, name: &str) -> Outcome<Command> {
        let mut fuzzer = Command::new(self.programs.join(name));
        fuzzer.args(["-max_len=4096", "-timeout=20", "-rss_limit_mb=4096"]);
        fuzzer.arg(format!("-artifact_prefix={}/", folder("found", name)?.display()));
        Ok(fuzzer)
    }
}

/// `target/fuzz/KIND/NAME`, which is there now.
fn folder(kind: &str, name: &str) -> Outcome<PathBuf> {
    let folder = workspace::target().join("fuzz").join(kind).join(name);
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    Ok(folder)
}

/// What the compiler calls this machine.
fn host() -> Outcome<String> {
    let said = run::capture(Command::new("rustc").arg("-vV").current_dir(workspace::root()))?;
    let line = said.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_string).ok_or_else(|| "rustc does not say what this machine is".to_string())
}
