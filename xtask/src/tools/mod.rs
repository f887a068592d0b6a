//! What the commands need, and how a fresh machine gets it.
//!
//! | file | what |
//! | --- | --- |
//! | `table` | every tool with its version: add a row here |
//! | `version` | when a version is right |
//! | `rust` | parts of the Rust toolchain, from rustup |
//! | `system` | browsers and interpreters, from Debian |
//! | `crates`, `npm`, `pypi` | one file per registry: how to install from it |
//! | `folder` | where installed tools are kept |
//! | `toolbox` | what was found, for the commands to use |

mod crates;
mod folder;
mod npm;
mod pypi;
mod rust;
mod system;
mod table;
mod toolbox;
mod version;

pub(crate) use rust::{Part, sysroot};
pub(crate) use system::{System, program};
pub(crate) use table::*;
pub(crate) use toolbox::{Toolbox, setup};

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, run, workspace};
use version::Wanted;

/// A pinned program, or a pinned file, that a registry has.
pub(crate) struct Tool {
    /// What its registry calls it.
    pub(crate) name: &'static str,
    /// The file that is used, in the tool's folder: a program in `bin` or
    /// `node_modules/.bin`, or something to read.
    pub(crate) file: &'static str,
    pub(crate) wanted: Wanted,
    pub(crate) registry: Registry,
    /// What can't be done without it.
    pub(crate) purpose: &'static str,
}

/// Where a tool comes from.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Registry {
    /// Compiled by cargo, with the lock file it was published with or without.
    Cargo {
        locked: bool,
    },
    Npm,
    /// All that a `package.json` of ours names.
    NpmManifest(&'static str),
    PyPi,
}

impl Tool {
    /// The version that we install.
    fn version(&self) -> Outcome<String> {
        match self.wanted {
            Wanted::Exactly(version) | Wanted::AtLeast(version) => Ok(version.to_string()),
            Wanted::LikeCrate(name) => workspace::locked_version(name),
            Wanted::LikeFile(path) => workspace::fingerprint(path),
        }
    }

    /// Whether it is something to run, rather than something to read.
    fn is_program(&self) -> bool {
        self.file.starts_with("bin/") || self.file.starts_with("node_modules/.bin/")
    }

    /// Where it is, if it is there in a version that is right.
    fn find(&self) -> Option<PathBuf> {
        let version = self.version().ok()?;
        let installed = folder::of(self.name, &version).join(self.file);
        if !self.is_program() {
            return installed.is_file().then_some(installed);
        }
        let name = Path::new(self.file).file_name()?.to_str()?;
        on_path(name)
            .into_iter()
            .chain([installed])
            .find(|program| said_version(program).is_some_and(|v| self.wanted.allows(&version, &v)))
    }

    /// The command that installs it.
    fn installation(&self) -> Outcome<Command> {
        let version = self.version()?;
        Ok(match self.registry {
            Registry::Cargo { locked } => crates::installation(self.name, &version, locked),
            Registry::Npm => npm::installation(self.name, &version),
            Registry::NpmManifest(_) => npm::installation_of_manifest(self.name, &version),
            Registry::PyPi => pypi::installation(self.name, &version),
        })
    }

    /// What one would type to install it.
    fn installation_line(&self) -> Outcome<String> {
        let line = run::line(&self.installation()?);
        Ok(match self.registry {
            Registry::PyPi => {
                let prepare = run::line(&pypi::preparation(self.name, &self.version()?));
                format!("{prepare} && {line}")
            }
            _ => line,
        })
    }

    /// Installs it.
    fn install(&self) -> Outcome<PathBuf> {
        let mut installation = self.installation()?;
        match self.registry {
            Registry::PyPi => run::run(&mut pypi::preparation(self.name, &self.version()?))?,
            Registry::NpmManifest(path) => npm::prepare(path, self.name, &self.version()?)?,
            Registry::Cargo { .. } | Registry::Npm => {}
        }
        run::run(&mut installation)?;
        if matches!(self.registry, Registry::Cargo { .. }) {
            crates::clean_up(self.name, &self.version()?);
        }
        self.find().ok_or_else(|| format!("{} was installed, but does not run", self.name))
    }
}

/// A program on the search path.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The version that a program says it has.
fn said_version(program: &Path) -> Option<String> {
    if !program.is_file() {
        return None;
    }
    let ask = |how: &str| run::capture(Command::new(program).arg(how));
    // Some have a command for it instead.
    let said = ask("--version").or_else(|_| ask("version")).ok()?;
    said.split(|c: char| c.is_whitespace() || c == 'v')
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::to_string)
}
