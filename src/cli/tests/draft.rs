//! `article-widget draft`: what it finds in an article that is there already.

use crate::program::{root, run};
use serde_json::Value;

/// What is drafted of a text: the document, and how sure each finding is.
fn draft(text: &str) -> Value {
    let said = run(&root(), &["draft", "--format", "json", "-"], text);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// The sample as a page that knows nothing of the widget: without its element,
/// its data, its links to actors.
fn plain_page(sample: &str) -> String {
    let file = format!("www/{sample}.json");
    let mut html = run(&root(), &["prerender", &file], "").out;
    while let Some(start) = html.find("<a href=\"#actor-") {
        let end = start + html[start..].find('>').unwrap() + 1;
        let close = end + html[end..].find("</a>").unwrap();
        html.replace_range(close..close + 4, "");
        html.replace_range(start..end, "");
    }
    let data = html.find("<script type=\"application/ld+json\">").unwrap();
    let end = data + html[data..].find("</script>").unwrap();
    html.replace_range(data..end, "<script>");
    let element = html.find("<article-widget").unwrap();
    let end = element + html[element..].find('>').unwrap() + 1;
    html.replace_range(element..end, "");
    let html = html.replace("</article-widget>", "").replace("/article-widget/", "/");
    assert!(!html.contains("actor") && !html.contains("article-widget>"), "{html}");
    html
}

/// All that the sample calls an actor: names, aliases, words of mentions.
fn words_for(document: &Value, actor: &Value) -> Vec<String> {
    let mut words = vec![actor["name"].as_str().unwrap().to_lowercase()];
    for alias in actor["aliases"].as_array().into_iter().flatten() {
        words.push(alias.as_str().unwrap().to_lowercase());
    }
    let link = format!("<a href=\"#actor-{}\">", actor["id"].as_str().unwrap());
    for block in document["body"].as_array().unwrap() {
        for rest in block["text"].as_str().unwrap_or_default().split(&link).skip(1) {
            words.push(rest.split("</a>").next().unwrap().to_lowercase());
        }
    }
    words
}

fn names_of(actor: &Value) -> Vec<String> {
    let aliases = actor["aliases"].as_array().into_iter().flatten();
    let names = aliases.chain([&actor["name"]]);
    names.map(|name| name.as_str().unwrap().to_lowercase()).collect()
}

#[test]
fn it_finds_the_actors_of_the_niger_article() {
    let text = std::fs::read_to_string(root().join("www/niger.json")).unwrap();
    let sample: Value = serde_json::from_str(&text).unwrap();
    let drafted = draft(&plain_page("niger"))["document"].clone();
    let found = drafted["actors"].as_array().unwrap();
    let is = |found: &Value, words: &[String]| names_of(found).iter().any(|n| words.contains(n));

    let (mut states, mut missed_states, mut others, mut missed) = (0, Vec::new(), 0, Vec::new());
    for actor in sample["actors"].as_array().unwrap() {
        let words = words_for(&sample, actor);
        let is_state = actor["kind"] == "state";
        let is_found = found.iter().any(|f| is(f, &words) && (f["kind"] == "state") == is_state);
        let id = actor["id"].as_str().unwrap();
        if is_state {
            states += 1;
            missed_states.extend((!is_found).then_some(id));
        } else {
            others += 1;
            missed.extend((!is_found).then_some(id));
        }
    }
    let wrong: Vec<&str> = found
        .iter()
        .filter(|f| {
            let actors = sample["actors"].as_array().unwrap();
            !actors.iter().any(|actor| is(f, &words_for(&sample, actor)))
        })
        .map(|f| f["name"].as_str().unwrap())
        .collect();
    println!(
        "{states} states, missed {missed_states:?}; {others} others, missed {missed:?}; wrong {wrong:?}"
    );
    assert_eq!(states, 6);
    assert_eq!(missed_states, [""; 0]);
    assert!((others - missed.len()) * 10 >= others * 9, "missed {missed:?} of {others}");
    assert!(wrong.len() <= 2, "wrong: {wrong:?}");
}

#[test]
fn what_is_drafted_is_right_and_says_no_more() {
    for sample in ["niger", "ozone"] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("draft.json");
        let out = out.to_str().unwrap();
        let said = run(&root(), &["draft", "-", "-o", out], &plain_page(sample));
        assert_eq!(said.code, 0, "{}", said.err);
        // How sure it is stands beside the document, never in it.
        assert!(said.err.contains(" %  "), "{}", said.err);
        let text = std::fs::read_to_string(out).unwrap();
        assert!(!text.contains("confidence"));
        let checked = run(&root(), &["check", "--strict", out], "");
        assert_eq!(checked.code, 0, "{sample}: {}", checked.err);
    }
}

#[test]
fn the_text_is_taken_and_what_stands_above_it_is_not() {
    let document = draft(&plain_page("niger"))["document"].clone();
    assert_eq!(document["title"], "Le Niger rompt son accord militaire avec les États-Unis");
    assert_eq!(document["kicker"], "Sahel");
    assert_eq!(document["lang"], "fr");
    let body = document["body"].as_array().unwrap();
    let first = body.iter().find(|block| block["type"] == "paragraph").unwrap();
    assert!(first["text"].as_str().unwrap().starts_with("Le gouvernement du Niger a rompu"));
}

#[test]
fn each_finding_says_how_sure_it_is() {
    let drafted = draft(
        "<html lang=fr><title>T</title><article><h1>T</h1><p>Le Mali accuse la France.</p></article>",
    );
    assert_eq!(drafted["actors"][0]["id"], "mali");
    for finding in ["actors", "relations"] {
        for found in drafted[finding].as_array().unwrap() {
            assert!((0.0..=1.0).contains(&found["confidence"].as_f64().unwrap()), "{found}");
        }
    }
    assert_eq!(drafted["document"]["relations"][0]["sign"], "conflict");
}

#[test]
fn a_post_of_wordpress_is_read() {
    let post = r#"{"id": 7, "link": "https://example.org/?p=7", "date_gmt": "2024-03-17T07:30:00",
        "title": {"rendered": "Rupture &#8211; Niger"}, "excerpt": {"rendered": ""},
        "content": {"rendered": "<p>Le Niger rompt avec les États-Unis.</p>", "protected": false}}"#;
    let drafted = draft(post);
    assert_eq!(drafted["document"]["title"], "Rupture – Niger");
    let ids: Vec<&Value> =
        drafted["actors"].as_array().unwrap().iter().map(|actor| &actor["id"]).collect();
    assert_eq!(ids, ["niger", "etats-unis"]);
}

#[test]
fn what_can_t_be_read_is_said() {
    for (text, words) in [
        ("", "neither JSON nor HTML"),
        ("<title>x</title>", "expected something to read, found nothing"),
        ("{\"a\": 1}", "is not an article"),
    ] {
        let said = run(&root(), &["draft", "-"], text);
        assert_eq!(said.code, 2, "{text}");
        assert!(said.err.contains(words), "{text}: {}", said.err);
    }
    let said = run(&root(), &["draft", "https://example.org/"], "");
    assert!(said.code == 2 && said.err.contains("curl"), "{}", said.err);
}
