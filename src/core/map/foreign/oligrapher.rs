//! Oligrapher's JSON (<https://github.com/public-accountability/oligrapher>), in
//! which LittleSis keeps its maps: nodes and edges by their ids, in version 2 with
//! what is shown of them under `display`.

use super::name::{finish_actor, finish_relation, put};
use super::{Fields, document_of, set};
use crate::comments::backend::pick::as_id;
use crate::json::Json;
use crate::search;

/// Where graphs are in what Oligrapher exports.
const INSIDE: [&str; 3] = ["graph", "graph_data", "data"];

/// Whether `json` is a map of Oligrapher.
pub fn is_one(json: &Json) -> bool {
    graph_of(json).is_some()
}

fn graph_of(json: &Json) -> Option<&Json> {
    if json.get("nodes").is_some() && json.get("edges").is_some() {
        return Some(json);
    }
    INSIDE.iter().find_map(|key| {
        let inside = json.get(key)?;
        if inside.get("nodes").is_some() { Some(inside) } else { None }
    })
}

/// The actor map document of a map.
///
/// # Errors
/// Nodes or edges are neither a list nor an object.
pub fn document(json: &Json) -> Result<Json, String> {
    let graph = graph_of(json).unwrap_or(json);
    let (mut actors, mut relations) = (Vec::new(), Vec::new());
    for (id, node) in entries(graph, "nodes")? {
        let shown = Shown(node);
        let mut fields = Fields::new();
        set(&mut fields, "id", Json::Text(node.get("id").and_then(as_id).unwrap_or(id)));
        put(&mut fields, "name", shown.text("name"));
        put(&mut fields, "summary", shown.text("description"));
        let url = shown.text("url");
        put(&mut fields, "url", url);
        // LittleSis says in the address who somebody is.
        for (part, kind) in [("/person/", "person"), ("/org/", "organisation")] {
            if search::find(url, part).is_some() {
                put(&mut fields, "kind", kind);
            }
        }
        if let (Some(x @ Json::Number(_)), Some(y @ Json::Number(_))) =
            (shown.value("x"), shown.value("y"))
        {
            set(&mut fields, "position", Json::List(vec![x.clone(), y.clone()]));
        }
        actors.push(finish_actor(fields));
    }
    for (_, edge) in entries(graph, "edges")? {
        let shown = Shown(edge);
        let mut ends = ["node1_id", "node2_id"].map(|key| edge.get(key).and_then(as_id));
        let arrow = shown.value("arrow");
        let way = arrow.and_then(Json::as_text).unwrap_or_default();
        if matches!(way, "left" | "2->1") {
            ends.reverse();
        }
        let mut fields = Fields::new();
        for (key, end) in ["from", "to"].into_iter().zip(ends) {
            set(&mut fields, key, end.map_or(Json::Null, Json::Text));
        }
        put(&mut fields, "label", shown.text("label"));
        let is_directed =
            arrow == Some(&Json::Bool(true)) || matches!(way, "left" | "right" | "1->2" | "2->1");
        set(&mut fields, "directed", Json::Bool(is_directed));
        relations.push(finish_relation(fields));
    }
    Ok(document_of(actors, relations))
}

/// A node or an edge, with what is shown of it.
struct Shown<'j>(&'j Json);

impl<'j> Shown<'j> {
    fn value(&self, key: &str) -> Option<&'j Json> {
        self.0.get(key).or_else(|| self.0.get("display")?.get(key))
    }

    fn text(&self, key: &str) -> &'j str {
        self.value(key).and_then(Json::as_text).unwrap_or_default()
    }
}

/// The items under `key`, with their ids where these are keys.
fn entries<'j>(graph: &'j Json, key: &str) -> Result<Vec<(String, &'j Json)>, String> {
    match graph.get(key) {
        Some(Json::Object(fields)) => {
            Ok(fields.iter().map(|(id, item)| (id.clone(), item)).collect())
        }
        Some(Json::List(items)) => Ok(items.iter().map(|item| (String::new(), item)).collect()),
        found => {
            let found = found.map_or("nothing", Json::kind);
            Err(["/", key, ": expected an object or a list, found ", found].concat())
        }
    }
}
