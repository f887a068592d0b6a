//! Browsers, interpreters and fonts: what only the system's packages have.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::on_path;
use crate::{Outcome, run};

/// Something that the system has, or that Debian's packages bring.
pub(crate) struct System {
    pub(crate) name: &'static str,
    /// Programs, each by any of its names.
    pub(super) programs: &'static [&'static [&'static str]],
    /// Files in any of the system's folders of libraries.
    pub(super) files: &'static [&'static str],
    /// A shell command that succeeds where it is there.
    pub(super) check: Option<&'static str>,
    pub(super) packages: &'static [&'static str],
    /// What can't be done without it.
    pub(super) purpose: &'static str,
}

impl System {
    pub(super) fn is_there(&self) -> bool {
        self.programs.iter().all(|names| names.iter().any(|name| on_path(name).is_some()))
            && self.files.iter().all(|file| in_libraries(file).is_some())
            && self
                .check
                .is_none_or(|check| run::capture(Command::new("sh").args(["-c", check])).is_ok())
    }
}

/// A program of the system.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    on_path(name)
}

/// Whether we may install packages: Debian, as root.
pub(super) fn may_install() -> bool {
    let is_debian = std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=debian"));
    let is_root = run::capture(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    is_debian && is_root
}

/// Installs the packages of all that is missing, in one go.
pub(super) fn install(missing: &[&System]) -> Outcome {
    run::run(Command::new("apt-get").args(["update", "-qq"]))?;
    run::run(&mut installation(missing))
}

/// The command that installs them.
pub(super) fn installation(missing: &[&System]) -> Command {
    let mut apt = Command::new("apt-get");
    apt.args(["install", "-y", "-qq", "--no-install-recommends"]);
    apt.args(missing.iter().flat_map(|system| system.packages));
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

/// A file in `/usr/lib/ARCHITECTURE`, `/usr/lib` or `/usr/libexec`.
fn in_libraries(file: &str) -> Option<PathBuf> {
    let architectures = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    architectures
        .map(|entry| entry.path())
        .chain(["/usr/lib", "/usr/lib64", "/usr/libexec"].map(|f| Path::new(f).to_path_buf()))
        .map(|folder| folder.join(file))
        .find(|path| path.is_file())
}
