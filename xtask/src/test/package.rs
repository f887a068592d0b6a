//! The npm package: packed as it would be published, checked by the tools that
//! its users trust, and used by each of the examples.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::verdict::Verdict;
use crate::tools::{PACKAGE_TESTS, Toolbox};
use crate::{Outcome, dist, run, workspace};

/// The examples that are built; `html` needs no build.
const BUILT: [(&str, &[&str]); 4] = [
    ("react", &["vite", "build", "--outDir", "dist", "--base"]),
    ("vue", &["vite", "build", "--outDir", "dist", "--base"]),
    ("svelte", &["vite", "build", "--outDir", "dist", "--base"]),
    ("astro", &["astro", "build", "--base"]),
];

/// For modules alone; TypeScript knows no type of a WebAssembly file.
const ATTW: [&str; 5] =
    ["--profile", "esm-only", "--no-emoji", "--exclude-entrypoints", "article-widget_bg.wasm"];

/// The step `package`.
pub(super) fn check(toolbox: &Toolbox) -> Verdict {
    let modules = match toolbox.tool(&PACKAGE_TESTS) {
        Ok(manifest) => manifest.ancestors().nth(2).map(Path::to_path_buf).unwrap_or_default(),
        Err(reason) => return Verdict::skipped(&reason),
    };
    let mut verdict = Verdict::default();
    match dist::build(toolbox).and_then(|()| unpacked(&modules)) {
        Ok(bench) => {
            bench.checks().into_iter().for_each(|outcome| verdict.add(Verdict::of(outcome)))
        }
        Err(reason) => verdict.add(Verdict::of(Err(reason))),
    }
    verdict
}

/// Where the package is tried.
pub(crate) fn folder() -> PathBuf {
    workspace::target().join("package")
}

/// The packed package, and a folder in which it is installed.
struct Bench {
    folder: PathBuf,
    tarball: PathBuf,
}

/// Packs the package and installs it, beside the modules of `tests/package`.
fn unpacked(modules: &Path) -> Outcome<Bench> {
    let folder = folder();
    drop(fs::remove_dir_all(&folder));
    let installed = folder.join("node_modules");
    make(&installed)?;
    for entry in list(modules)? {
        std::os::unix::fs::symlink(&entry, installed.join(entry.file_name().unwrap_or_default()))
            .map_err(|error| format!("can't link {}: {error}", entry.display()))?;
    }
    let mut npm = Command::new("npm");
    npm.current_dir(workspace::dist()).args(["pack", "--loglevel", "error", "--pack-destination"]);
    let name = run::capture(npm.arg(&folder))?;
    let tarball = folder.join(name.trim());
    let ours = installed.join("article-widget");
    make(&ours)?;
    let mut tar = Command::new("tar");
    run::run(tar.arg("-xzf").arg(&tarball).args(["--strip-components", "1", "-C"]).arg(&ours))?;
    copy(&workspace::root().join("tests/package"), &folder)?;
    copy(&workspace::root().join("examples"), &folder.join("examples"))?;
    fs::write(folder.join("samples.ts"), samples()?).map_err(|error| error.to_string())?;
    Ok(Bench { folder, tarball })
}

impl Bench {
    fn checks(&self) -> Vec<Outcome> {
        let mut outcomes = vec![
            run::run(self.program("publint").arg(&self.tarball).arg("--strict")),
            run::run(self.program("attw").arg(&self.tarball).args(ATTW)),
            run::run(self.program("tsc").args(["--project", "."])),
            run::run(&mut self.node("manifest.mjs")),
            run::run(&mut self.node("server.mjs")),
        ];
        for (name, build) in BUILT {
            let mut program = self.program(build[0]);
            program.current_dir(self.folder.join("examples").join(name));
            program.args(&build[1..]).arg(format!("/examples/{name}/"));
            program.env("ASTRO_TELEMETRY_DISABLED", "1");
            outcomes.push(run::run(&mut program));
        }
        let mut types = self.program("tsc");
        outcomes
            .push(run::run(types.current_dir(self.folder.join("examples/react")).arg("--noEmit")));
        outcomes
    }

    fn program(&self, name: &str) -> Command {
        let mut program = Command::new(self.folder.join("node_modules/.bin").join(name));
        program.current_dir(&self.folder);
        program
    }

    fn node(&self, script: &str) -> Command {
        let mut node = Command::new("node");
        node.current_dir(&self.folder).arg(script);
        node
    }
}

/// The sample articles as TypeScript: the types have to take them.
fn samples() -> Outcome<String> {
    let mut text = String::from("import type { ArticleDocument } from \"article-widget\";\n");
    for name in ["niger", "ozone", "green-wall"] {
        let path = workspace::root().join("www").join(name).with_extension("json");
        let json = fs::read_to_string(&path)
            .map_err(|error| format!("can't read {}: {error}", path.display()))?;
        text.push_str(&format!(
            "export const {}: ArticleDocument = {json};\n",
            name.replace('-', "_")
        ));
    }
    Ok(text)
}

fn list(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("can't read {}: {error}", folder.display()))?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}

fn make(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(|error| format!("can't make {}: {error}", folder.display()))
}

/// Copies a folder, without what was installed or built in it by hand.
fn copy(from: &Path, to: &Path) -> Outcome {
    make(to)?;
    for path in list(from)? {
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            if name != "node_modules" && name != "dist" {
                copy(&path, &to.join(name))?;
            }
        } else {
            fs::copy(&path, to.join(name))
                .map_err(|error| format!("can't copy {}: {error}", path.display()))?;
        }
    }
    Ok(())
}
