//! What companion modules do for the widget: jobs that take text and give text.
//!
//! A companion (`src/companions`) is a WebAssembly module that only those pages
//! load that need it. An answer begins with a status, in three digits and in the
//! terms of HTTP (RFC 9110, chapter 15), since it stands in for the answer of the
//! server that the text came from.

use crate::article::Article;
use crate::comments::Backend;
use crate::comments::backend::Subject;
use crate::draft;
use crate::draft::document::SURE_ENOUGH;
use crate::json::Json;
use crate::json_text;
use crate::map::foreign;
use crate::source::{self, Refusal};

/// The document of ours that says the same as one in a foreign format, as JSON. A
/// text of no kind that is known here stays as it is: the widget says what is wrong
/// with it. After 422 stands what is wrong with a map, and where.
///
/// ```
/// use article_widget_core::companion;
/// let answer = companion::document("<title>Niamey</title><p>The text of it.");
/// assert_eq!(answer, r#"200{"title":"Niamey","body":"<title>Niamey</title><p>The text of it."}"#);
/// ```
pub fn document(text: &str) -> String {
    let json = if text.trim_ascii_start().starts_with('<') { None } else { parse(text) };
    match foreign::document(text, json.as_ref()) {
        Some(Ok(map)) => return ["200", &json_text::write(&map)].concat(),
        Some(Err(problem)) => return ["422", &problem].concat(),
        None => {}
    }
    match source::document(text, &parse) {
        Ok(document) => ["200", &json_text::write(&document)].concat(),
        Err(Refusal::NotJson) => ["200", text].concat(),
        Err(refusal) => status(&refusal).into(),
    }
}

/// An article in any format that is known here, as a document of ours with the
/// actors that its text names, and how sure each is (see
/// [`Draft::report`](crate::draft::Draft::report)). After 422 stands what is wrong.
///
/// ```
/// use article_widget_core::companion;
/// let answer = companion::draft("<h1>Rupture</h1><p>Le Niger rompt avec la Chine.");
/// assert!(answer.starts_with(r#"200{"document":{"title":"Rupture""#), "{answer}");
/// assert!(answer.contains(r#""name":"Niger""#) && answer.contains(r#""because":"#));
/// ```
pub fn draft(text: &str) -> String {
    let written = match source::document(text, &parse) {
        Ok(document) => document,
        Err(refusal) => return status(&refusal).into(),
    };
    match Article::decode(&written) {
        Ok((mut article, _)) => {
            draft::tidy(&mut article);
            let mut found = draft::draft(&article);
            found.keep(SURE_ENOUGH);
            ["200", &json_text::write(&found.report(&article, &written))].concat()
        }
        Err(problem) => ["422", &problem.sentence()].concat(),
    }
}

fn status(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotJson => "415",
        Refusal::NoArticle => "204",
        Refusal::Protected => "401",
        Refusal::Refused(_) => "404",
        Refusal::TooLong => "413",
    }
}

/// What is wrong with the description of a comment server that is at `address`,
/// after 422; nothing after 200.
///
/// ```
/// use article_widget_core::companion;
/// let answer = companion::description(r#"{"name": 1}"#, "https://comments.example.org");
/// assert_eq!(answer, "422/name: expected a text that is not empty, found a number");
/// ```
pub fn description(text: &str, address: &str) -> String {
    let Some(description) = parse(text) else { return "422this is not JSON".into() };
    let problem = match Backend::decode(description) {
        Ok(mut backend) => match backend.serve(address, &Subject::default()) {
            Ok(()) => return "200".into(),
            Err(problem) => problem,
        },
        Err(problem) => problem,
    };
    ["422", &problem.sentence()].concat()
}

/// The actor map in a text of whatever format, written as `json`, `csv` or `graphml`;
/// empty where there is none.
///
/// ```
/// use article_widget_core::companion;
/// let map = r#"{"actors": [{"id": "a", "name": "A"}], "title": "T"}"#;
/// assert_eq!(companion::take("json", map), r#"{"actors":[{"id":"a","name":"A"}]}"#);
/// assert!(companion::take("graphml", map).contains("<node id=\"a\">"));
/// assert_eq!(companion::take("csv", "{}"), "");
/// ```
pub fn take(kind: &str, text: &str) -> String {
    let answer = document(text);
    let found = answer.strip_prefix("200").and_then(parse);
    let mut fields = Vec::new();
    for key in ["actors", "relations", "events"] {
        if let Some(items) = found.as_ref().and_then(|document| document.get(key)) {
            fields.push((key.to_owned(), items.clone()));
        }
    }
    let map = Json::Object(fields);
    match (map.get("actors"), kind) {
        (Some(Json::List(actors)), _) if actors.is_empty() => String::new(),
        (Some(Json::List(_)), "csv") => foreign::csv::write(&map),
        (Some(Json::List(_)), "graphml") => foreign::graphml::write(&map),
        (Some(Json::List(_)), _) => json_text::write(&map),
        _ => String::new(),
    }
}

fn parse(text: &str) -> Option<Json> {
    json_text::read(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_those_of_the_command_line() {
        for text in [
            include_str!("source/examples/page-linked-data.html"),
            include_str!("source/examples/portable-text.json"),
            include_str!("source/examples/ninjs.json"),
            include_str!("source/examples/wordpress-blocks.json"),
        ] {
            let with_serde = |text: &str| serde_json::from_str(text).ok();
            let expected = source::document(text, &with_serde).unwrap();
            let answer = document(text);
            assert_eq!(&answer[..3], "200");
            assert_eq!(serde_json::from_str::<Json>(&answer[3..]).unwrap(), expected);
        }
    }

    #[test]
    fn descriptions_are_read_as_strictly_as_by_the_command_line() {
        let preset = include_str!("../../backends/isso.json");
        assert_eq!(description(preset, "https://comments.example.org"), "200");
        let slip = preset.replacen("\"list\"", "\"lists\"", 1);
        let answer = description(&slip, "https://comments.example.org");
        assert!(answer.starts_with("422/lists: is no key here"), "{answer}");
        let asking = include_str!("../../backends/cusdis.json");
        let answer = description(asking, "https://comments.example.org");
        assert!(answer.starts_with("422/values/"), "{answer}");
        assert!(answer.contains("the site has to give it"), "{answer}");
        assert_eq!(description("<html>", ""), "422this is not JSON");
    }

    #[test]
    fn why_there_is_none_is_said_as_servers_do() {
        for (text, answer) in [
            ("<article></article>", "204"),
            ("bodies", "200bodies"),
            ("{\"bodies\": [", "200{\"bodies\": ["),
            ("from,label\nA,b", "422line 1: expected a column \"to\""),
            ("<graphml>", "422line 1, column 10: expected a <graph>"),
        ] {
            assert_eq!(document(text), answer);
        }
        assert_eq!(document(&"<p>a</p>".repeat(source::MAX_LENGTH / 8)), "413");
    }
}
