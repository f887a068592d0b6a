//! Rust to WebAssembly and its glue.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Edition, glue, integrity, lean_yew, multivalue, names, package, split};
use crate::tools::{self, Part, Toolbox, WASM_BINDGEN, WASM_OPT, WASM_PACK};
use crate::{Outcome, run, say, workspace};

/// The file with what was split off.
pub(crate) const WRITING: &str = "writing.wasm";

/// What wasm-bindgen makes for one crate.
pub(super) struct Glue {
    /// The module that loads the WebAssembly and calls it.
    pub(super) script: PathBuf,
    pub(super) wasm: PathBuf,
    /// What was split off, for readers who write.
    pub(super) writing: Option<PathBuf>,
}

/// What is built for size: no unwinding, no panic messages, small loops.
const BUILD_STD: [&str; 2] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// For the fewest bytes of brotli, as measured: repeated code that stays where
/// it is compresses better than code that is moved into its one caller, or whose
/// results are kept in locals; and what is optimised a second time is a little
/// smaller. Then the features that browsers of the last years have: with
/// `--all-features`, wasm-opt writes a module that none of them loads.
const OPTIMISE: [&str; 17] = [
    "-Os",
    "-Os",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=4",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--strip-producers",
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// Where what is shipped is built. Its own folder: other flags would have cargo
/// build everything again.
pub(super) fn target() -> PathBuf {
    workspace::target().join("shipped")
}

/// No panic messages, no texts for debugging, and what branches have in common
/// once.
const FLAGS: [&str; 6] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zfmt-debug=none",
    "-Cllvm-args=-enable-gvn-hoist",
    "-Cllvm-args=-enable-gvn-sink",
    // A function of the runtime library that is called in another way than it was
    // built (as 128-bit arithmetic is) would only be a warning, and end the module.
    "-Clink-arg=--fatal-warnings",
];

/// Builds the shipped crate, as small as it can be had here.
pub(super) fn build(toolbox: &Toolbox, edition: Edition) -> Outcome<Glue> {
    toolbox.part(Part::Wasm32)?;
    toolbox.tool(&WASM_BINDGEN)?;
    let target = target();
    let out = target.join("package");
    let mut wasm_pack = Command::new(toolbox.tool(&WASM_PACK)?);
    wasm_pack.current_dir(workspace::root()).arg("build").arg(workspace::root());
    wasm_pack.args(["--release", "--target", "web", "--mode", "no-install"]);
    wasm_pack.args(["--no-opt", "--no-pack", "--no-typescript", "--out-name", "article-widget"]);
    wasm_pack.arg("--out-dir").arg(&out).args(["--", "--locked"]);
    if edition == Edition::WithoutComments {
        wasm_pack.arg("--no-default-features");
    }
    let _folder = as_small_as_can_be(toolbox, &mut wasm_pack)?;
    run::run(&mut wasm_pack)?;
    let script = out.join("article-widget.js");
    let wasm = out.join("article-widget_bg.wasm");
    if toolbox.tool(&WASM_OPT).is_err() {
        say::note("without wasm-opt, the WebAssembly is larger than it could be");
        return Ok(Glue { script, wasm, writing: None });
    }
    let text = String::from_utf8_lossy(&package::read(&script)?).into_owned();
    let mut text = glue::lean(&text)?;
    let (mut large, small) = (wasm, target.join("article-widget_bg.wasm"));
    let mut split = None;
    if edition == Edition::Shipped {
        let parts = split::split(&package::read(&large)?)?;
        text = parts.glue(&text)?;
        large = target.join("first.wasm");
        write(&large, &parts.first)?;
        split = Some(parts);
    }
    let names = optimise(toolbox, &large, &small, &[names::PASS])?.unwrap_or_default();
    let mut writing = None;
    if let Some(parts) = split {
        let (large, small) = (target.join("second.wasm"), target.join(WRITING));
        write(&large, &parts.named_second(&names)?)?;
        optimise(toolbox, &large, &small, &[])?;
        writing = Some(small);
    }
    let script = target.join("article-widget.js");
    // What it imports stays where wasm-pack has put it.
    let text = names::follow(&text, &names)?.replace("'./snippets/", "'./package/snippets/");
    write(&script, text.as_bytes())?;
    Ok(Glue { script, wasm: small, writing })
}

/// Adds what cargo is told for the fewest bytes; gives the folder that it builds into.
pub(super) fn as_small_as_can_be(toolbox: &Toolbox, cargo: &mut Command) -> Outcome<PathBuf> {
    let target = target();
    cargo.arg("--config").arg(lean_yew::prepare(&target)?);
    cargo.env("PATH", toolbox.path()).env("CARGO_TARGET_DIR", &target);
    let mut flags = same_paths_everywhere();
    let built_for = if toolbox.part(Part::StdSource).is_ok() {
        cargo.args(BUILD_STD);
        // The pinned compiler is a stable one: it takes these from whoever says
        // to know what that means.
        cargo.env("RUSTC_BOOTSTRAP", "1");
        flags.extend(FLAGS.map(str::to_string));
        let specification = multivalue::write(&target)?;
        cargo.arg(format!("--target={}", specification.display())).arg("-Zjson-target-spec");
        multivalue::NAME
    } else {
        say::note("without rust-src, the WebAssembly is a third larger than it could be");
        cargo.arg(format!("--target={}", multivalue::STOCK));
        multivalue::STOCK
    };
    cargo.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    Ok(target.join(built_for).join("release"))
}

/// Has wasm-opt make `wasm` `small`, unless it has seen the same file before; gives
/// what it printed, or nothing where there is no wasm-opt.
pub(super) fn optimise(
    toolbox: &Toolbox,
    wasm: &Path,
    small: &Path,
    passes: &[&str],
) -> Outcome<Option<String>> {
    let Ok(wasm_opt) = toolbox.tool(&WASM_OPT) else {
        say::note("without wasm-opt, the WebAssembly is larger than it could be");
        return Ok(None);
    };
    // What it printed, under what it has seen.
    let seen = small.with_extension("seen");
    let key = format!("{} {}\n", integrity::hash(&package::read(wasm)?), OPTIMISE.join(" "));
    let known = std::fs::read_to_string(&seen).ok().filter(|_| small.is_file());
    if let Some(printed) = known.as_deref().and_then(|known| known.strip_prefix(&key)) {
        return Ok(Some(printed.to_string()));
    }
    let mut command = Command::new(wasm_opt);
    command.args(OPTIMISE).args(passes).arg(wasm).arg("-o").arg(small);
    let printed = run::capture(&mut command)?;
    write(&seen, (key + &printed).as_bytes())?;
    Ok(Some(printed))
}

fn write(path: &Path, content: &[u8]) -> Outcome {
    std::fs::write(path, content)
        .map_err(|error| format!("can't write {}: {error}", path.display()))
}

/// Flags that keep this machine's folders out of what is built.
fn same_paths_everywhere() -> Vec<String> {
    let home = |variable: &str, otherwise: &str| {
        std::env::var_os(variable)
            .map(PathBuf::from)
            .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(otherwise)))
    };
    let folders = [
        (home("CARGO_HOME", ".cargo"), "cargo"),
        (tools::sysroot(), "rust"),
        (Some(workspace::root().to_path_buf()), "article-widget"),
    ];
    folders
        .into_iter()
        .filter_map(|(folder, name)| {
            Some(format!("--remap-path-prefix={}=/{name}", folder?.display()))
        })
        .collect()
}

/// Builds a module that no glue is needed for, with the flags of what is shipped.
pub(crate) fn alone(toolbox: &Toolbox, name: &str) -> Outcome<PathBuf> {
    toolbox.part(Part::Wasm32)?;
    toolbox.part(Part::StdSource)?;
    let mut cargo = workspace::cargo();
    cargo.args(["build", "--release", "--locked", "--package", name]);
    let folder = as_small_as_can_be(toolbox, &mut cargo)?;
    run::run(&mut cargo)?;
    let file = format!("{}.wasm", name.replace('-', "_"));
    let (large, small) = (folder.join(&file), target().join(&file));
    Ok(if optimise(toolbox, &large, &small, &[])?.is_some() { small } else { large })
}
