//! Set-up: finds what a command needs, installs what is missing, and says so.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::{Needs, Part, Registry, System, Tool, system};
use crate::{Outcome, run, say};

/// What was found, for the commands to use.
pub(crate) struct Toolbox {
    tools: Vec<(&'static str, PathBuf)>,
    missing: Vec<&'static str>,
}

impl Toolbox {
    /// Where a tool is, or why a step has to be skipped.
    pub(crate) fn tool(&self, tool: &Tool) -> Outcome<&Path> {
        self.tools
            .iter()
            .find(|(name, _)| *name == tool.name)
            .map(|(_, path)| path.as_path())
            .ok_or_else(|| format!("{} is missing", tool.name))
    }

    /// Whether a part of the toolchain is there.
    pub(crate) fn part(&self, part: Part) -> Outcome {
        self.named(part.name())
    }

    /// Whether something of the system is there.
    pub(crate) fn system(&self, system: &System) -> Outcome {
        self.named(system.name)
    }

    fn named(&self, name: &str) -> Outcome {
        if self.missing.contains(&name) { Err(format!("{name} is missing")) } else { Ok(()) }
    }

    /// The search path with our tools in front, so that no program that we call
    /// looks for them anywhere else.
    pub(crate) fn path(&self) -> OsString {
        let ours = self.tools.iter().filter_map(|(_, path)| path.parent().map(Path::to_path_buf));
        let theirs = std::env::var_os("PATH").unwrap_or_default();
        std::env::join_paths(ours.chain(std::env::split_paths(&theirs))).unwrap_or(theirs)
    }
}

/// Finds what is needed and installs what is missing. What can't be installed
/// is told, with the command that would do it; whether one can do without it is
/// for the caller to say.
pub(crate) fn setup(needs: Needs) -> Outcome<Toolbox> {
    let mut toolbox = Toolbox { tools: Vec::new(), missing: Vec::new() };
    let mut installed = 0;
    for part in needs.rust.iter().filter(|part| !part.is_there()) {
        say::note(&format!("installing {} with rustup, for {}", part.name(), part.purpose()));
        match part.install() {
            Ok(()) => installed += 1,
            Err(error) => {
                without(part.name(), part.purpose(), &error, &run::line(&part.installation()));
                toolbox.missing.push(part.name());
            }
        }
    }
    installed += set_up_system(needs.system, &mut toolbox);
    for tool in needs.tools {
        if let Some(path) = tool.find() {
            toolbox.tools.push((tool.name, path));
            continue;
        }
        let how = match tool.registry {
            Registry::Cargo { .. } => "with cargo: this takes minutes, once",
            Registry::Npm | Registry::NpmManifest(_) => "from npm",
            Registry::PyPi => "from PyPI",
        };
        let version = tool.version()?;
        say::note(&format!("installing {} {version} {how}, for {}", tool.name, tool.purpose));
        match tool.install() {
            Ok(path) => {
                installed += 1;
                toolbox.tools.push((tool.name, path));
            }
            Err(error) => {
                without(tool.name, tool.purpose, &error, &tool.installation_line()?);
                toolbox.missing.push(tool.name);
            }
        }
    }
    match (installed, toolbox.missing.len()) {
        (0, 0) => say::note("set-up: everything is there"),
        (installed, 0) => say::note(&format!("set-up: {installed} installed, nothing missing")),
        (installed, missing) => {
            say::note(&format!("set-up: {installed} installed, {missing} missing (see above)"));
        }
    }
    Ok(toolbox)
}

/// Installs what is missing of the system; returns how many.
fn set_up_system(needed: &[&'static System], toolbox: &mut Toolbox) -> usize {
    let missing: Vec<&'static System> =
        needed.iter().copied().filter(|system| !system.is_there()).collect();
    if missing.is_empty() {
        return 0;
    }
    let names: Vec<&str> = missing.iter().map(|system| system.name).collect();
    let error = if system::may_install() {
        say::note(&format!("installing {} with apt-get", names.join(", ")));
        system::install(&missing).err()
    } else {
        Some("packages are only installed on Debian, as root".to_string())
    };
    let error = error.unwrap_or_else(|| "it is still not found".to_string());
    let mut installed = 0;
    for system in missing {
        if system.is_there() {
            installed += 1;
        } else {
            let command = run::line(&system::installation(&[system]));
            without(system.name, system.purpose, &error, &command);
            toolbox.missing.push(system.name);
        }
    }
    installed
}

/// Says what is missing, what for, why, and what would install it.
fn without(name: &str, purpose: &str, error: &str, installation: &str) {
    say::note(&format!("without {name} ({error}), skipped is: {purpose}"));
    say::note(&format!("    to install it: {installation}"));
}
