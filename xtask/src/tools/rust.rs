//! Parts of the Rust toolchain.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, run, workspace};

/// A part of the Rust toolchain that not every machine has.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Part {
    /// The target that browsers run.
    Wasm32,
    /// The source of the standard library, which `dist` builds for size.
    StdSource,
    Clippy,
    Rustfmt,
}

impl Part {
    /// What rustup calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Wasm32 => "wasm32-unknown-unknown",
            Self::StdSource => "rust-src",
            Self::Clippy => "clippy",
            Self::Rustfmt => "rustfmt",
        }
    }

    /// What can't be done without it.
    pub(super) fn purpose(self) -> &'static str {
        match self {
            Self::Wasm32 => "building the WebAssembly",
            Self::StdSource => "building the smallest WebAssembly",
            Self::Clippy | Self::Rustfmt => "checking the code's form",
        }
    }

    /// Whether the toolchain has it.
    pub(super) fn is_there(self) -> bool {
        let in_sysroot = |path: &str| sysroot().is_some_and(|sysroot| sysroot.join(path).exists());
        let answers =
            |command: &str| run::capture(workspace::cargo().args([command, "--version"])).is_ok();
        match self {
            Self::Wasm32 => in_sysroot("lib/rustlib/wasm32-unknown-unknown/lib"),
            Self::StdSource => in_sysroot("lib/rustlib/src/rust/library/Cargo.lock"),
            Self::Clippy => answers("clippy"),
            Self::Rustfmt => answers("fmt"),
        }
    }

    /// The command that installs it.
    pub(super) fn installation(self) -> Command {
        let mut rustup = Command::new("rustup");
        rustup.current_dir(workspace::root());
        rustup.args([
            if self == Self::Wasm32 { "target" } else { "component" },
            "add",
            self.name(),
        ]);
        rustup
    }

    pub(super) fn install(self) -> Outcome {
        run::run(&mut self.installation())?;
        if self.is_there() {
            Ok(())
        } else {
            Err(format!("{} was installed, but is not where rustc looks", self.name()))
        }
    }
}

/// Where the toolchain is.
pub(crate) fn sysroot() -> Option<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(workspace::root()).args(["--print", "sysroot"]);
    run::capture(&mut rustc).ok().map(|said| Path::new(said.trim()).to_path_buf())
}
