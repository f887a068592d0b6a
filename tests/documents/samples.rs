//! What is true of the samples in `www/` and of the presets in `backends/`.

use crate::{as_core, json_files, read, root, schema};
use article_widget_core::article::Article;
use article_widget_core::map::ActorIndex;
use serde_json::{Value, json};

/// The samples, which name their schema: name, document, article. Each decodes
/// without a warning.
fn samples() -> Vec<(String, Value, Article)> {
    let mut samples = Vec::new();
    for path in json_files("www") {
        let document = read(&path);
        if document["$schema"] != "../schemas/article.json" {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (article, warnings) = Article::decode(&as_core(&document))
            .unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert_eq!(warnings.0, [], "{name}");
        samples.push((name, document, article));
    }
    samples
}

#[test]
fn the_schemas_accept_them() {
    let (article, map) = (schema::load("article"), schema::load("map"));
    for (name, document, _) in samples() {
        assert_eq!(schema::errors(&article, &document), [], "{name}");
        let actor_map = json!({
            "actors": document["actors"],
            "relations": document["relations"],
            "events": document["events"],
        });
        assert_eq!(schema::errors(&map, &actor_map), [], "{name}");
    }
    let backend = schema::load("backend");
    for path in json_files("backends") {
        assert_eq!(schema::errors(&backend, &read(&path)), [], "{}", path.display());
    }
}

#[test]
fn they_are_in_three_languages_and_two_directions() {
    let mut languages: Vec<String> =
        samples().into_iter().filter_map(|(_, _, article)| article.lang).collect();
    languages.sort();
    assert_eq!(languages, ["ar", "en", "fr"]);
}

#[test]
fn every_actor_is_named_in_the_text() {
    for (name, _, article) in samples() {
        for (index, actor) in article.map.actors.iter().enumerate() {
            let is_named = article.mentions.of(ActorIndex(index)).next().is_some();
            assert!(is_named, "{name}: {}", actor.id);
        }
    }
}

#[test]
fn every_actor_has_a_relation_or_an_event() {
    for (name, _, article) in samples() {
        for (index, actor) in article.map.actors.iter().enumerate() {
            let index = ActorIndex(index);
            let map = &article.map;
            let is_related = map.relations.iter().any(|r| r.from == index || r.to == index);
            let took_part = map.events.iter().any(|event| event.actors.contains(&index));
            assert!(is_related || took_part, "{name}: {}", actor.id);
        }
    }
}

#[test]
fn relations_draw_on_sources_that_are_there() {
    for (name, _, article) in samples() {
        for source in article.map.relations.iter().filter_map(|relation| relation.source.as_ref()) {
            let is_there = article.sources.iter().any(|other| other.id.as_ref() == Some(source));
            assert!(is_there, "{name}: {source}");
        }
    }
}

#[test]
fn pictures_are_there_and_hold_no_script() {
    for (name, document, _) in samples() {
        let figures = document["body"].as_array().unwrap().iter();
        let figures = figures.filter(|block| block["type"] == "figure");
        for image in figures.chain([&document["image"]]) {
            let path = root().join("www").join(image["src"].as_str().unwrap());
            let svg = std::fs::read_to_string(&path).unwrap();
            let size = format!(r#"viewBox="0 0 {} {}""#, image["width"], image["height"]);
            assert!(svg.contains(&size), "{name}: {} is not {size}", path.display());
            for foreign in ["<script", "<style", "style=", "<foreignObject", "href", "<image"] {
                assert!(!svg.contains(foreign), "{}: {foreign}", path.display());
            }
            assert!(!image["alt"].as_str().unwrap().is_empty(), "{name}");
        }
    }
}

/// What `niger-2024-03-16` tells: the relations of its story with their dates.
#[test]
fn the_niger_article_is_complete() {
    let (_, _, article) = samples().into_iter().find(|(name, ..)| name == "niger").unwrap();
    let map = &article.map;
    let id = |index: ActorIndex| map.actors[index.0].id.as_str();
    let date = |date: Option<_>| date.map_or(String::new(), |date| ToString::to_string(&date));
    let told: Vec<(&str, &str, String, String)> = map
        .relations
        .iter()
        .map(|r| (id(r.from), id(r.to), date(r.interval.since), date(r.interval.until)))
        .collect();
    for (from, to, since, until) in [
        ("niger", "etats-unis", "2012-07", "2024-03-16"),
        ("issoufou", "niger", "2012", ""),
        ("forces-americaines", "base-201", "", ""),
        ("forces-americaines", "niger", "2012-07", ""),
        ("gouvernement", "niger", "2023-07", ""),
        ("forces-francaises", "niger", "", "2023-12"),
        ("delegation-americaine", "gouvernement", "2024-03", ""),
        ("etats-unis", "niger", "2024-03", ""),
        ("niger", "iran", "", ""),
        ("niger", "russie", "2023-12", ""),
        ("gouvernement", "etats-unis", "2024-03-16", ""),
        ("groupes-terroristes", "niger", "", ""),
        ("groupes-terroristes", "libye", "", ""),
    ] {
        let relation = (from, to, since.to_owned(), until.to_owned());
        assert!(told.contains(&relation), "{relation:?}");
    }
    let dates: Vec<String> = map.events.iter().map(|event| event.date.to_string()).collect();
    assert_eq!(dates, ["2012-07", "2023-07", "2023-12", "2024-03", "2024-03-16"]);
}

#[test]
fn french_text_has_french_spaces() {
    let text = std::fs::read_to_string(root().join("www/niger.json")).unwrap();
    for line in text.lines().filter_map(|line| line.split_once(": \"")) {
        for pair in [" ;", " !", " ?", " :", " »", "« ", "'"] {
            assert!(!line.1.replace("\": ", "").contains(pair), "{pair:?} in {}", line.1);
        }
    }
}
