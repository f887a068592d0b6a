//! Wrong documents, each a file in `wrong/`: `document` is wrong at `place`
//! (a JSON Pointer); with `fatal` nothing of it can be shown, else the article
//! is shown without that part.

use crate::{as_core, json_files, read, schema};
use article_widget_core::article::Article;

#[test]
fn what_is_wrong_is_refused_by_schema_and_decoder_alike() {
    let schema = schema::load("article");
    for path in json_files("tests/documents/wrong") {
        let case = read(&path);
        let (document, place) = (&case["document"], case["place"].as_str().unwrap());
        let name = path.file_stem().unwrap().to_str().unwrap();

        // A schema says of what is missing that its owner lacks it, and of a
        // pair of numbers which of the two is wrong.
        let owner = &place[..place.rfind('/').unwrap()];
        let errors = schema::errors(&schema, document);
        let is_refused = errors.iter().any(|(at, said)| {
            at == place
                || at.starts_with(&format!("{place}/"))
                || at == owner && said.contains("required")
        });
        assert!(is_refused, "{name}: the schema says {errors:?}");

        let problems = match Article::decode(&as_core(document)) {
            Ok((_, warnings)) => {
                assert!(!case["fatal"].as_bool().unwrap_or(false), "{name} is shown");
                warnings.0
            }
            Err(problem) => {
                assert!(case["fatal"].as_bool().unwrap_or(false), "{name}: {problem}");
                vec![problem]
            }
        };
        let places: Vec<&str> = problems.iter().map(|problem| problem.place.as_str()).collect();
        assert_eq!(places, [place], "{name}");
    }
}

#[test]
fn unknown_keys_are_let_pass() {
    let document = serde_json::json!({
        "title": "Title",
        "body": [{ "type": "paragraph", "text": "Text.", "editor": 7 }],
        "x-cms": { "id": 7 },
        "actors": [{ "id": "niger", "name": "Niger", "kind": "state", "population": 27 }],
    });
    assert_eq!(schema::errors(&schema::load("article"), &document), []);
    assert_eq!(Article::decode(&as_core(&document)).unwrap().1.0, []);
}
