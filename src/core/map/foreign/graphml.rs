//! GraphML (<http://graphml.graphdrawing.org/specification.html>), as Gephi, yEd,
//! Cytoscape and NetworkX write it.

use super::name::{ACTOR, RELATION, finish_actor, finish_relation, ours, put};
use super::{Fields, document_of, place, set, text_of};
use crate::json::Json;
use crate::json_text::push_number;
use crate::rich_text::html::{Token, Tokenizer, entities};
use crate::search;

/// Whether a text, which begins with `<`, is GraphML.
pub fn is_one(text: &str) -> bool {
    let mut head = text.len().min(4_000);
    while !text.is_char_boundary(head) {
        head -= 1;
    }
    search::find(&text[..head], "<graphml").is_some()
}

/// The actor map document of a graph.
///
/// # Errors
/// It ends before the graph does, or there is none.
pub fn document(text: &str) -> Result<Json, String> {
    // What `<data key="…">` stands for.
    let mut keys: Vec<(String, String)> = Vec::new();
    let (mut actors, mut relations) = (Vec::new(), Vec::new());
    let mut open: Vec<Open> = Vec::new();
    let mut field: Option<(String, String)> = None;
    let (mut is_directed, mut has_graph, mut has_ended) = (false, false, false);
    for token in Tokenizer::new(text) {
        match token {
            Token::Text(part) => {
                if let Some((_, value)) = &mut field {
                    value.push_str(&entities::decode(part, false));
                }
            }
            Token::Start(tag) => {
                let attribute = |name: &str| tag.attribute(name);
                match local(tag.name) {
                    "key" => {
                        let name = attribute("attr.name");
                        let name = if name.is_empty() { attribute("id") } else { name };
                        keys.push((attribute("id"), name));
                    }
                    "graph" => {
                        has_graph = true;
                        is_directed = attribute("edgedefault") == "directed";
                    }
                    "node" => {
                        let mut fields = Fields::new();
                        put(&mut fields, "id", &attribute("id"));
                        begin(&mut open, Open { fields, is_actor: true });
                        if tag.self_closing {
                            end(&mut open, &mut actors, &mut relations);
                        }
                    }
                    "edge" => {
                        let mut fields = Fields::new();
                        put(&mut fields, "from", &attribute("source"));
                        put(&mut fields, "to", &attribute("target"));
                        let own = attribute("directed");
                        let directed = if own.is_empty() { is_directed } else { own == "true" };
                        set(&mut fields, "directed", Json::Bool(directed));
                        begin(&mut open, Open { fields, is_actor: false });
                        if tag.self_closing {
                            end(&mut open, &mut actors, &mut relations);
                        }
                    }
                    "data" if !tag.self_closing => {
                        let key = attribute("key");
                        let known = keys.iter().find(|(id, _)| *id == key);
                        let name = known.map_or(key.clone(), |(_, name)| name.clone());
                        field = Some((name, String::new()));
                    }
                    // Of yEd, which has its names inside of what it draws.
                    "NodeLabel" | "EdgeLabel" => {
                        field = Some(("label".into(), String::new()));
                    }
                    _ => {}
                }
            }
            Token::End(name) => match local(name) {
                "node" | "edge" => end(&mut open, &mut actors, &mut relations),
                "graphml" => has_ended = true,
                "data" | "NodeLabel" | "EdgeLabel" => {
                    if let (Some((name, value)), Some(item)) = (field.take(), open.last_mut()) {
                        let names = if item.is_actor { ACTOR } else { RELATION };
                        // Whose ends it has, an edge says in its attributes.
                        match ours(names, &name) {
                            Some("from" | "to") | None => {}
                            Some(key) => put(&mut item.fields, key, &value),
                        }
                    }
                }
                _ => {}
            },
        }
    }
    if !has_graph {
        return Err([&place(text, text.len()), ": expected a <graph>"].concat());
    }
    if !has_ended {
        return Err([&place(text, text.len()), ": expected </graphml>, found the end"].concat());
    }
    Ok(document_of(actors, relations))
}

/// A node or an edge whose end has not come yet.
struct Open {
    fields: Fields,
    is_actor: bool,
}

/// How deep graphs in nodes are followed.
const DEPTH_LIMIT: usize = 64;

fn begin(open: &mut Vec<Open>, item: Open) {
    if open.len() < DEPTH_LIMIT {
        open.push(item);
    }
}

fn end(open: &mut Vec<Open>, actors: &mut Vec<Json>, relations: &mut Vec<Json>) {
    match open.pop() {
        Some(Open { fields, is_actor: true }) => actors.push(finish_actor(fields)),
        Some(Open { fields, .. }) => relations.push(finish_relation(fields)),
        None => {}
    }
}

/// A name without its namespace.
fn local(name: &str) -> &str {
    let start = name.bytes().rposition(|byte| byte == b':').map_or(0, |colon| colon + 1);
    &name[start..]
}

/// The keys that are written, of actors and of relations.
const ACTOR_KEYS: [&str; 6] = ["name", "kind", "country", "role", "summary", "url"];
const RELATION_KEYS: [&str; 6] = ["label", "type", "since", "until", "sign", "summary"];

/// Writes an actor map document as GraphML.
pub fn write(document: &Json) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    let number_keys = ["longitude", "latitude"];
    for (whose, keys) in [("node", &ACTOR_KEYS), ("edge", &RELATION_KEYS)] {
        for key in keys {
            push_key(&mut text, whose, key, "string");
        }
    }
    for key in number_keys {
        push_key(&mut text, "node", key, "double");
    }
    text.push_str("<graph edgedefault=\"undirected\">\n");
    for actor in items(document, "actors") {
        let Json::Object(fields) = actor else { continue };
        text.push_str("<node id=\"");
        push_escaped(&mut text, text_of(fields, "id"));
        text.push_str("\">");
        for key in ACTOR_KEYS {
            push_data(&mut text, "node", key, text_of(fields, key));
        }
        if let Some(Json::List(pair)) = actor.get("at") {
            for (key, number) in number_keys.iter().zip(pair) {
                if let Json::Number(number) = number {
                    let mut written = String::new();
                    push_number(&mut written, *number);
                    push_data(&mut text, "node", key, &written);
                }
            }
        }
        text.push_str("</node>\n");
    }
    for relation in items(document, "relations") {
        let Json::Object(fields) = relation else { continue };
        text.push_str("<edge source=\"");
        push_escaped(&mut text, text_of(fields, "from"));
        text.push_str("\" target=\"");
        push_escaped(&mut text, text_of(fields, "to"));
        let is_directed = relation.get("directed") != Some(&Json::Bool(false));
        text.push_str(if is_directed { "\" directed=\"true\">" } else { "\">" });
        for key in RELATION_KEYS {
            push_data(&mut text, "edge", key, text_of(fields, key));
        }
        text.push_str("</edge>\n");
    }
    text.push_str("</graph>\n</graphml>\n");
    text
}

fn push_key(text: &mut String, whose: &str, key: &str, kind: &str) {
    for part in [
        "<key id=\"",
        whose,
        "-",
        key,
        "\" for=\"",
        whose,
        "\" attr.name=\"",
        key,
        "\" attr.type=\"",
        kind,
        "\"/>\n",
    ] {
        text.push_str(part);
    }
}

fn push_data(text: &mut String, whose: &str, key: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    for part in ["<data key=\"", whose, "-", key, "\">"] {
        text.push_str(part);
    }
    push_escaped(text, value);
    text.push_str("</data>");
}

fn push_escaped(text: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            // XML has no other signs for what controls.
            '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' => text.push(' '),
            other => text.push(other),
        }
    }
}

fn items<'j>(document: &'j Json, key: &str) -> &'j [Json] {
    match document.get(key) {
        Some(Json::List(items)) => items,
        _ => &[],
    }
}
