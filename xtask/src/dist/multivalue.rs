//! The target that is built for: WebAssembly whose functions return several values
//! as several values. Compilers leave them in memory by default, which takes more
//! code: 2.5 KB of brotli here. Every browser that the widget runs in knows such
//! functions (the proposal "multi-value", in the specification since 2.0).
//!
//! The calling convention is LLVM's `experimental-mv`. It concerns what Rust's functions
//! return to each other; those of C's convention, which the browser sees, stay as they are.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::{Outcome, run};

/// The name of the target, which cargo's folder has, too.
pub(super) const NAME: &str = "wasm32-multivalue";

/// The compiler's own, from which it is derived.
pub(super) const STOCK: &str = "wasm32-unknown-unknown";

/// Writes the target's specification into `folder`; gives its path.
pub(super) fn write(folder: &Path) -> Outcome<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc.args(["-Zunstable-options", "--print", "target-spec-json", "--target", STOCK]);
    let stock = run::capture(rustc.env("RUSTC_BOOTSTRAP", "1"))?;
    let mut specification: Value = serde_json::from_str(&stock)
        .map_err(|error| format!("can't read the specification of {STOCK}: {error}"))?;
    specification["llvm-abiname"] = json!("experimental-mv");
    specification["features"] = json!("+multivalue");
    // The compiler wants no custom target to say what its own do of themselves.
    if let Some(keys) = specification.as_object_mut() {
        keys.remove("is-builtin");
    }
    let path = folder.join(NAME).with_extension("json");
    let text = format!("{specification:#}\n");
    // Cargo builds everything anew when it is newer.
    if std::fs::read_to_string(&path).ok().as_ref() != Some(&text) {
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|error| format!("can't write {}: {error}", path.display()))?;
    }
    Ok(path)
}
