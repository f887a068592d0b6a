//! What the commands say while they work.

use std::io::IsTerminal;

/// Begins a part of the work.
pub(crate) fn heading(text: &str) {
    eprintln!("\n{}", bold(&format!("── {text}")));
}

/// Says what is being done, or why something is not.
pub(crate) fn note(text: &str) {
    eprintln!("{} {text}", bold("xtask:"));
}

/// Says why a command ends early.
pub(crate) fn error(text: &str) {
    eprintln!("{} {text}", bold("xtask: error:"));
}

fn bold(text: &str) -> String {
    if std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        format!("\u{1b}[1m{text}\u{1b}[0m")
    } else {
        text.to_string()
    }
}
