//! Maps of other tools: GraphML, tables of relations, Oligrapher.

use article_widget_core::companion;
use article_widget_core::decode::{Place, Warnings};
use article_widget_core::json::Json;
use article_widget_core::map::ActorMap;
use article_widget_core::map::foreign::{self, csv, graphml};

/// Whatever it is, it is left alone, refused in a sentence, or becomes a document;
/// which, written in one of these formats, is read again.
pub fn run(data: &[u8]) {
    let Some(text) = super::text(data) else { return };
    let answer = companion::document(text);
    assert!(answer.as_bytes()[..3].iter().all(u8::is_ascii_digit));
    let json: Option<Json> = serde_json::from_str(text).ok();
    let document = match foreign::document(text, json.as_ref()) {
        Some(Ok(document)) => document,
        Some(Err(problem)) => return assert!(!problem.is_empty()),
        None => return,
    };
    let map = ActorMap::decode(&Place::document(&document), &mut Warnings::default());
    let again = graphml::document(&graphml::write(&document)).expect("a graph");
    let again = ActorMap::decode(&Place::document(&again), &mut Warnings::default());
    assert!(again.actors.len() <= map.actors.len());
    drop(csv::document(&csv::write(&document)));
}

/// One of each.
pub fn seeds() -> Vec<String> {
    [
        "<graphml><key id='l' attr.name='label'/><graph edgedefault='directed'>\
         <node id='a'><data key='l'>A &amp; B</data></node><node id='b'/>\
         <edge source='a' target='b' directed='false'/></graph></graphml>",
        "from,to,label,since,from kind\nA,\"B \"\"b\"\"\",c,2012-07,state\n",
        "de;à;libellé;jusqu’à\r\nA;B;c;2024\r\n",
        r#"{"nodes": {"1": {"id": 1, "display": {"name": "A"}}, "2": {"name": "B", "x": 1, "y": 2}},
            "edges": {"1": {"node1_id": 1, "node2_id": 2, "arrow": "2->1", "label": "c"}}}"#,
    ]
    .map(String::from)
    .to_vec()
}
