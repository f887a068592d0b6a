//! Running other programs.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use crate::Outcome;

/// Runs a program with our own input and output, and wants it to succeed.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(ended(command, status)) }
}

/// Runs a program and returns what it wrote, if it succeeds.
pub(crate) fn capture(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(ended(command, output.status))
    }
}

/// Runs a program, passes on what it writes as it writes it, and returns
/// whether it succeeded, with all it has written.
pub(crate) fn tee(command: &mut Command) -> Outcome<(bool, String)> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let written = std::thread::scope(|scope| {
        let errors = scope.spawn(|| stderr.map(|pipe| pass_on(pipe, std::io::stderr())));
        let mut written = stdout.map(|pipe| pass_on(pipe, std::io::stdout())).unwrap_or_default();
        written.push_str(&errors.join().ok().flatten().unwrap_or_default());
        written
    });
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    Ok((status.success(), written))
}

/// Copies lines from one to the other, and returns them.
fn pass_on(from: impl Read, mut to: impl Write) -> String {
    let mut all = Vec::new();
    let mut from = BufReader::new(from);
    loop {
        let start = all.len();
        match from.read_until(b'\n', &mut all) {
            Ok(0) | Err(_) => break,
            // A closed terminal is no reason to stop counting.
            Ok(_) => drop(to.write_all(&all[start..])),
        }
    }
    String::from_utf8_lossy(&all).into_owned()
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

/// The program and what it was to do: its whole line has been seen, or is said
/// where it is of use.
fn ended(command: &Command, status: ExitStatus) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let task = command.get_args().next().unwrap_or_default();
    format!("{} {} ended with {status}", program.display(), task.display())
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("can't run {}: {error}", command.get_program().to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tee_returns_both_streams_and_the_verdict() {
        let (good, written) =
            tee(Command::new("sh").args(["-c", "echo out; echo err >&2; exit 3"])).unwrap();
        assert!(!good);
        assert!(written.contains("out\n") && written.contains("err\n"), "{written:?}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(error.contains("no-such-program-here"), "{error}");
    }
}
