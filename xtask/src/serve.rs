//! `cargo xtask serve`: the preview.

use std::process::Command;

use crate::tools::{self, PREVIEW, TRUNK, Toolbox, WASM_BINDGEN};
use crate::{Outcome, run, say, workspace};

/// Runs `trunk serve`, with all it needs.
pub(crate) fn serve(arguments: &[String]) -> Outcome {
    let toolbox = tools::setup(PREVIEW)?;
    let mut trunk = trunk(&toolbox, "serve")?;
    trunk.args(arguments);
    say::note(&run::line(&trunk));
    replace_ourselves(trunk)
}

/// trunk, which then looks nowhere else for its tools.
pub(crate) fn trunk(toolbox: &Toolbox, command: &str) -> Outcome<Command> {
    toolbox.part(tools::Part::Wasm32)?;
    toolbox.tool(&WASM_BINDGEN)?;
    let mut trunk = Command::new(toolbox.tool(&TRUNK)?);
    trunk.current_dir(workspace::root()).arg(command);
    trunk.env("PATH", toolbox.path()).env("TRUNK_SKIP_VERSION_CHECK", "true");
    Ok(trunk)
}

/// Becomes the server, so that whoever ends this command ends the server.
#[cfg(unix)]
fn replace_ourselves(mut command: Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("can't run {}: {}", run::line(&command), command.exec()))
}

#[cfg(not(unix))]
fn replace_ourselves(mut command: Command) -> Outcome {
    run::run(&mut command)
}
