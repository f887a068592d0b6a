//! `article-widget check`, on wrong documents and on right ones.

use crate::program::{root, run};
use serde_json::Value;

/// What was said of a file: pointer, line, column, first hint.
fn problems(file: &str, code: i32) -> Vec<(String, u64, u64, String)> {
    let said = run(&root().join("src/cli/tests/data"), &["check", "--format", "json", file], "");
    assert_eq!(said.code, code, "{}", said.err);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    let problems = report["problems"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    problems
        .iter()
        .map(|problem| {
            let number = |key: &str| problem[key].as_u64().unwrap();
            let hint = text(&problem["hints"][0]);
            (text(&problem["pointer"]), number("line"), number("column"), hint)
        })
        .collect()
}

fn expect(file: &str, expected: &[(&str, u64, u64, &str)]) {
    let found = problems(file, 1);
    let found: Vec<_> =
        found.iter().map(|(at, line, column, hint)| (&**at, *line, *column, &**hint)).collect();
    assert_eq!(found, expected, "{file}");
}

#[test]
fn each_mistake_of_an_article_is_found_once_at_its_place() {
    expect(
        "wrong-article.json",
        &[
            ("/standfrist", 3, 3, "did you mean \"standfirst\"?"),
            (
                "/published",
                4,
                16,
                "the zone is missing: \"2024-03-16T20:15:00Z\", or \"2024-03-16T20:15:00+01:00\"",
            ),
            ("/body", 8, 54, "did you mean \"borga\"?"),
            ("/body/1/type", 9, 14, "did you mean \"paragraph\"?"),
            ("/actors/0/kind", 12, 44, "did you mean \"place\"?"),
            ("/actors/0/country", 12, 63, "did you mean \"NE\"?"),
            ("/actors/0/at/1", 12, 82, ""),
            ("/relations/0/to", 16, 29, "did you mean \"alba\"?"),
            ("/relations/0/until", 16, 60, "did you mean \"2024-03-16\"?"),
            ("/relations/1/label", 17, 5, "is it the key \"lable\"?"),
            ("/relations/1/lable", 17, 38, "did you mean \"label\"?"),
            ("/relations/1/since", 17, 61, "did you mean \"2024\", in quotation marks?"),
        ],
    );
}

#[test]
fn maps_and_descriptions_are_known_by_their_shape() {
    expect(
        "wrong-map.json",
        &[
            ("/actors/0/at", 3, 56, "longitude comes first: [117.6, 48.9]"),
            ("/actors/1/kind", 4, 49, "did you mean \"state\"?"),
            ("/relations/0/until", 6, 91, ""),
        ],
    );
    expect(
        "wrong-backend.json",
        &[
            ("/fields/text/min", 3, 32, ""),
            ("/list/request/method", 4, 24, "is it the key \"methd\"?"),
            ("/create/request/path", 5, 54, ""),
            ("/comment/text", 6, 14, ""),
        ],
    );
}

#[test]
fn what_is_no_json_gets_the_same_treatment() {
    expect("comma.json", &[("", 3, 18, "take the comma after the last item away")]);
    let html = run(&root(), &["check", "-"], "<!doctype html><p>Alba");
    assert_eq!(html.code, 1);
    assert!(html.err.contains("article-widget draft"), "{}", html.err);
}

/// The same cases as `tests/documents`: what the core and the schema both
/// refuse is said once.
#[test]
fn nothing_is_said_twice() {
    for entry in std::fs::read_dir(root().join("tests/documents/wrong")).unwrap() {
        let path = entry.unwrap().path();
        let case: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let text = case["document"].to_string();
        let said = run(&root(), &["check", "--format", "json", "-"], &text);
        let report: Value = serde_json::from_str(&said.out).unwrap();
        let places: Vec<&Value> =
            report["problems"].as_array().unwrap().iter().map(|p| &p["pointer"]).collect();
        assert_eq!(places, [&case["place"]], "{}", path.display());
    }
}

#[test]
fn the_samples_and_the_presets_are_clean() {
    let files = ["www/niger.json", "www/ozone.json", "www/green-wall.json", "backends/isso.json"];
    let said = run(&root(), &[&["check", "--strict"][..], &files].concat(), "");
    assert_eq!((said.code, said.err.as_str()), (0, "4 files: 0 errors, 0 warnings\n"));
}

#[test]
fn it_reads_as_a_compiler_does() {
    let said = run(&root().join("src/cli/tests/data"), &["check", "wrong-map.json"], "");
    let first = "\
error[/actors/0/at]: expected [longitude, latitude] in degrees, -180 to 180 and -90 to 90
 --> wrong-map.json:3:56
  |
3 |     { \"id\": \"niger\", \"name\": \"Niger\", \"kind\": \"state\", \"at\": [48.9, 117.6] },
  |                                                        ^^^^
  |
  = help: longitude comes first: [117.6, 48.9]
  = note: Where it is: [longitude, latitude] in degrees (WGS 84).
";
    assert!(said.err.starts_with(first), "{}", said.err);
    assert!(said.err.ends_with("1 file: 3 errors, 0 warnings\n"), "{}", said.err);
    assert_eq!(said.out, "");
}

#[test]
fn a_file_that_is_not_there_is_no_verdict() {
    let said = run(&root(), &["check", "nowhere.json"], "");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("nowhere.json can't be read"), "{}", said.err);
    assert_eq!(run(&root(), &["check"], "").code, 2);
    assert_eq!(run(&root(), &["chekc"], "").code, 2);
}

#[test]
fn a_key_given_twice_is_told() {
    let text = "{\"title\": \"A\", \"body\": \"B\", \"title\": \"C\"}";
    let said = run(&root(), &["check", "-"], text);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("-:1:29") && said.err.contains("twice"), "{}", said.err);
}

#[test]
fn a_slip_of_the_pen_fails_only_when_asked() {
    let text = "{\"title\": \"A\", \"body\": \"B\", \"standfrist\": \"C\", \"x-cms\": {\"id\": 7}}";
    assert_eq!(run(&root(), &["check", "-"], text).code, 0);
    let strict = run(&root(), &["check", "--strict", "-"], text);
    assert_eq!(strict.code, 1);
    assert!(strict.err.ends_with("1 file: 0 errors, 1 warning\n"), "{}", strict.err);
}
