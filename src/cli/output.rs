//! Where a command writes to.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;

/// Where a command writes to.
#[derive(Args)]
pub(crate) struct Output {
    /// The file to write; the standard output when absent.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Whether a file that is there may be overwritten.
    #[arg(long)]
    force: bool,
}

impl Output {
    /// Writes `text`.
    pub(crate) fn write(&self, text: &str) -> Result<(), String> {
        match &self.output {
            Some(file) => write(file, text, self.force),
            None => {
                // Who closes the pipe has read enough.
                let _ = std::io::stdout().write_all(text.as_bytes());
                Ok(())
            }
        }
    }
}

/// Writes `text` to a file, which may only be there already with `force`.
pub(crate) fn write(file: &Path, text: &str, force: bool) -> Result<(), String> {
    let mut options = OpenOptions::new();
    options.write(true).truncate(true);
    if force {
        options.create(true)
    } else {
        options.create_new(true)
    };
    let written = options.open(file).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => format!("{} is there already", file.display()),
        _ => format!("{} can't be written: {error}", file.display()),
    })
}
