//! The examples of the documentation: each command is run, and has to say what
//! stands there.

use std::path::Path;
use std::process::Command;

use crate::program::root;

const BRIDGE: &str = r#"{
  "title": "Le pont",
  "body": "Alba et Borga partagent un pont.",
  "actors": [
    { "id": "alba", "name": "Alba", "kind": "plce" },
    { "id": "borga", "name": "Borga", "kind": "place" }
  ]
}
"#;

const PAGE: &str = "<!doctype html><html lang=fr><title>Mali</title><article><h1>Mali</h1>
<p>Les forces maliennes avancent, dit le Mali. L’accord entre le Mali et le Niger tient.</p>
<p>Le général Petit commande les soldats maliens.</p></article>";

/// Commands of a page, each with what it should say.
fn examples(page: &str) -> Vec<(String, String)> {
    let mut examples: Vec<(String, String)> = Vec::new();
    for block in page.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        for line in block.lines() {
            match (line.strip_prefix("$ "), examples.last_mut()) {
                (Some(command), _) => examples.push((command.to_owned(), String::new())),
                (None, Some((_, said))) => {
                    said.push_str(line);
                    said.push('\n');
                }
                (None, None) => panic!("no command before {line:?}"),
            }
        }
    }
    examples
}

fn run(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_article-widget"));
    let mut path = program.parent().unwrap().as_os_str().to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env("PATH", path)
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Whether `said` is what was `expected`, where "..." stands for any lines.
fn is_as_expected(said: &str, expected: &str) -> bool {
    let mut rest = said;
    for (index, part) in expected.split("...\n").enumerate() {
        match rest.find(part) {
            Some(0) => rest = &rest[part.len()..],
            Some(at) if index > 0 => rest = &rest[at + part.len()..],
            _ => return false,
        }
    }
    rest.is_empty() || expected.ends_with("...\n")
}

#[test]
fn the_commands_say_what_the_pages_show() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("bridge.json", BRIDGE), ("page.html", PAGE)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    std::fs::copy(root().join("www/niger.json"), folder.path().join("niger.json")).unwrap();
    let mut examples_of_all = Vec::new();
    for page in ["docs/command-line.md", "docs/upgrading.md"] {
        examples_of_all.extend(examples(&std::fs::read_to_string(root().join(page)).unwrap()));
    }
    let examples = examples_of_all;
    assert!(examples.len() >= 8, "{} examples", examples.len());
    for (command, expected) in examples {
        let said = run(&command, folder.path());
        assert!(
            is_as_expected(&said, &expected),
            "$ {command}\n{said}\n-- but expected:\n{expected}"
        );
    }
}
