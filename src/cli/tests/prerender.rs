//! `article-widget prerender`: what it writes is valid and complete, whatever
//! the article holds.

use std::path::Path;
use std::process::Command;

use crate::program::{root, run};
use crate::tools::tool;

const SAMPLES: [&str; 3] = ["niger", "ozone", "green-wall"];

fn page(sample: &str, more: &[&str]) -> String {
    let file = format!("www/{sample}.json");
    let url = format!("https://example.org/{sample}/");
    let said = run(&root(), &[&["prerender", &file, "--url", &url][..], more].concat(), "");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{sample}");
    said.out
}

fn prerendered(document: &str, more: &[&str]) -> String {
    let said = run(&root(), &[&["prerender", "-"][..], more].concat(), document);
    assert_eq!(said.code, 0, "{}", said.err);
    said.out
}

/// An article with everything that a document may hold, and marks everywhere.
const EVERYTHING: &str = r##"{
  "id": "a\"b", "url": "https://example.org/a?b=1&c=\"<2>", "lang": "en-GB",
  "title": "<em>Q</em> & A: \"x\" < y > z </title><script>alert(1)</script>",
  "kicker": "K & <b>k</b>", "standfirst": "S <a href='javascript:alert(1)'>s</a> &lt;script&gt;",
  "section": "</script><script>alert(2)</script>",
  "authors": [{"name": "A \"B\" <C>", "role": "r & s", "url": "mailto:a@example.org"}, {"name": "Desk"}],
  "published": "2024-08-01 10:00:60z", "modified": "2024-08-02",
  "image": {"src": "a b.jpg?\"x\"", "srcset": "a.jpg 640w, b.jpg 1280w", "width": 3, "height": 2,
    "alt": "\"alt\" > <", "caption": "c <b>d</b>", "credit": "<i>"},
  "body": [
    {"type": "paragraph", "text": "One <a href='#actor-x'>two</a> <a href='https://e.org/ü?a=b&c'>three</a> <q>4</q> <span lang=ar dir=rtl>٥</span> <br> <mark>6</mark> <sub>7</sub> <del>8</del> <cite>9</cite>"},
    {"type": "heading", "level": 4, "text": "H"},
    {"type": "quote", "blocks": [{"type": "paragraph", "text": "q"}, {"type": "list", "items": ["r"]}], "cite": "c"},
    {"type": "quote", "text": "bare"},
    {"type": "list", "ordered": true, "items": ["a", [{"type": "paragraph", "text": "b"}, {"type": "code", "code": "</code><script>"}]]},
    {"type": "figure", "src": "c.jpg", "srcset": "c.jpg 1x, d.jpg 2x", "alt": ""},
    {"type": "table", "caption": "T", "head": ["a", "b"], "rows": [["1", "2"], ["3", "4"]]},
    {"type": "embed", "url": "https://video.example.org/v?a=1&b", "title": "V & W"},
    {"type": "embed", "url": "https://video.example.org/v"},
    {"type": "separator"},
    {"type": "note", "title": "N", "blocks": [{"type": "paragraph", "text": "n"}]}
  ],
  "corrections": [{"date": "2024-08", "text": "c <em>d</em>"}],
  "sources": [{"title": "<b>", "url": "https://e.org/<>", "publisher": "P & Q", "date": "2012"}, {"title": "t"}],
  "actors": [{"id": "x", "name": "</script>X", "kind": "group", "summary": "<b>s</b>", "url": "/x"},
    {"id": "y", "name": "two", "kind": "event", "at": [1, 2]}]
}"##;

#[test]
fn the_pages_are_valid_html() {
    let Some(validator) = tool("html-validate", "node_modules/html-validate/bin/html-validate.mjs")
    else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("rules.json");
    std::fs::write(&rules, r#"{"root": true, "extends": ["html-validate:standard"]}"#).unwrap();
    let judge = |name: &str, html: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, html).unwrap();
        let output = Command::new("node").arg(&validator).arg("-c").arg(&rules).arg(&file).output();
        let output = output.unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    for sample in SAMPLES {
        let (is_valid, said) = judge(&format!("{sample}.html"), &page(sample, &[]));
        assert!(is_valid, "{sample}: {said}");
    }
    let all = ["--stylesheet", "a.css", "--site-name", "S & \"T\"", "--backend", "isso"];
    let (is_valid, said) = judge("everything.html", &prerendered(EVERYTHING, &all));
    assert!(is_valid, "{said}");
    // It does judge.
    let wrong = page("niger", &[])
        .replace("<header>", "<header><p><p><div></p><a href=a><a href=b></a></a>");
    assert!(!judge("wrong.html", &wrong).0);
}

/// `schema-dts` holds schema.org's vocabulary as types: TypeScript refuses a
/// property that a type has not, and a value of the wrong type.
#[test]
fn their_linked_data_is_schema_org_s() {
    let types = tool("schema-dts", "node_modules/schema-dts/dist/schema.d.ts");
    let tsc = tool("typescript", "node_modules/typescript/bin/tsc");
    let (Some(types), Some(tsc)) = (types, tsc) else { return };
    let folder = tempfile::tempdir().unwrap();
    let config = serde_json::json!({
        "compilerOptions": {
            "strict": true, "noEmit": true, "target": "es2020", "module": "es2020",
            "moduleResolution": "bundler", "skipLibCheck": true, "types": [],
            "paths": { "schema-dts": [types] },
        },
        "include": ["*.ts"],
    });
    std::fs::write(folder.path().join("tsconfig.json"), config.to_string()).unwrap();
    let write = |name: &str, json: &str| {
        let declaration = "import type { NewsArticle, WithContext } from 'schema-dts';\n\
             export const page: WithContext<NewsArticle> = ";
        std::fs::write(folder.path().join(name), format!("{declaration}{json};\n")).unwrap();
    };
    for sample in SAMPLES {
        write(&format!("{sample}.ts"), &linked_data(&page(sample, &["--site-name", "S"])));
    }
    write("everything.ts", &linked_data(&prerendered(EVERYTHING, &[])));
    // It does judge: a property that a news article has not, a type that is none.
    let niger = linked_data(&page("niger", &[]));
    write("wrong-a.ts", &niger.replace("\"headline\"", "\"headlin\""));
    write("wrong-b.ts", &niger.replace("\"@type\":\"Country\"", "\"@type\":\"Nation\""));
    let output = Command::new("node").arg(tsc).arg("-p").arg(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let refused: Vec<&str> =
        said.lines().filter_map(|line| line.split_once(": error ")).map(|(at, _)| at).collect();
    assert!(refused.iter().any(|at| at.contains("wrong-a.ts")), "{said}");
    assert!(refused.iter().any(|at| at.contains("wrong-b.ts")), "{said}");
    assert!(refused.iter().all(|at| at.contains("wrong-")), "{said}");
}

fn linked_data(html: &str) -> String {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    rest.split_once("</script>").unwrap().0.to_owned()
}

#[test]
fn every_actor_is_mentioned_and_linked() {
    for sample in SAMPLES {
        let html = page(sample, &[]);
        let said: serde_json::Value = serde_json::from_str(&linked_data(&html)).unwrap();
        let text = std::fs::read_to_string(root().join(format!("www/{sample}.json"))).unwrap();
        let document: serde_json::Value = serde_json::from_str(&text).unwrap();
        let actors = document["actors"].as_array().unwrap();
        assert_eq!(said["mentions"].as_array().unwrap().len(), actors.len(), "{sample}");
        for actor in actors {
            let link = format!("<a href=\"#actor-{}\">", actor["id"].as_str().unwrap());
            assert!(html.contains(&link), "{sample}: {link}");
        }
        let url = format!("https://example.org/{sample}/");
        assert_eq!(said["url"], url.as_str());
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{url}\">")));
        assert!(said["image"]["url"].as_str().unwrap().starts_with(&url), "{sample}");
        assert!(html.contains("<meta property=\"og:image\" content=\"https://example.org/"));
    }
}

#[test]
fn the_element_stands_around_the_article() {
    let more = ["--backend", "isso", "--backend-url", "https://comments.example.org/"];
    let html = page("niger", &more);
    let element = "<article-widget map-src=\"niger.json\" backend=\"isso\" \
        backend-url=\"https://comments.example.org/\" thread=\"niger-2024-03-16\" lang=\"fr\">\n\
        <article lang=\"fr\" dir=\"ltr\">\n<header>\n<p>Sahel</p>\n<h1>Le Niger rompt";
    assert!(html.contains(element), "{html}");
    assert!(html.contains("</article>\n</article-widget>"), "{html}");
    let arabic = page("green-wall", &[]);
    assert!(arabic.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"));
    let fragment = page("niger", &["--fragment"]);
    assert!(fragment.starts_with("<article-widget ") && !fragment.contains("<head>"));
}

#[test]
fn dates_are_said_and_written() {
    let html = page("niger", &[]);
    let time = "<time datetime=\"2024-03-17T08:30:00+01:00\">Publié le 17 mars 2024</time>";
    assert!(html.contains(time), "{html}");
    assert!(html.contains("<time datetime=\"2012-07\">juillet 2012</time>"), "{html}");
}

#[test]
fn nothing_of_the_document_becomes_a_tag_or_a_script() {
    let html = prerendered(EVERYTHING, &["--site-name", "</script><script>alert(3)</script>"]);
    let scripts: Vec<&str> = html.split("<script").skip(1).collect();
    assert_eq!(scripts.len(), 2, "{html}");
    assert!(scripts[0].starts_with(" async src="));
    assert!(scripts[1].starts_with(" type=\"application/ld+json\">{"));
    assert!(!html.contains("javascript:"), "{html}");
    // No attribute but those that are written here.
    for handler in ["onerror", "onclick", "style="] {
        assert!(!html.contains(handler), "{handler} in {html}");
    }
}

#[test]
fn a_file_that_is_there_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("page.html");
    let out = out.to_str().unwrap();
    assert_eq!(run(&root(), &["prerender", "www/niger.json", "-o", out], "").code, 0);
    let again = run(&root(), &["prerender", "www/niger.json", "-o", out], "");
    assert_eq!(again.code, 2);
    assert!(again.err.contains("is there already"), "{}", again.err);
    assert_eq!(run(&root(), &["prerender", "www/niger.json", "-o", out, "--force"], "").code, 0);
    assert!(Path::new(out).metadata().unwrap().len() > 5000);
}
