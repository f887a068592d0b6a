//! Each format by an example written after its specification.

use super::{csv, document, graphml};
use crate::decode::{Place, Warnings};
use crate::json::Json;
use crate::map::ActorMap;

fn read(text: &str) -> Result<Json, String> {
    let json = serde_json::from_str(text).ok();
    document(text, json.as_ref()).expect("a known format")
}

/// The map in `text`, in short; nothing may be wrong in its document.
fn map(text: &str) -> String {
    let document = read(text).expect("a map");
    let mut warnings = Warnings::default();
    let map = ActorMap::decode(&Place::document(&document), &mut warnings);
    assert_eq!(warnings.0, [], "{document:?}");
    in_short(&map)
}

fn in_short(map: &ActorMap) -> String {
    let mut lines = Vec::new();
    for actor in &map.actors {
        let country = actor.country.as_deref().unwrap_or("");
        lines.push(format!("{}: {} ({}{country})", actor.id, actor.name, actor.kind.as_str()));
    }
    for relation in &map.relations {
        let [from, to] = [relation.from, relation.to].map(|end| &map.actor(end).id);
        let arrow = if relation.directed { "->" } else { "--" };
        let since = relation.interval.since.map(|date| date.iso()).unwrap_or_default();
        let until = relation.interval.until.map(|date| date.iso()).unwrap_or_default();
        let sign = relation.sign.as_str();
        lines.push(format!("{from} {arrow} {to}: {} {sign} {since}/{until}", relation.label));
    }
    lines.join("\n")
}

const OF_GEPHI: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key attr.name="label" attr.type="string" for="node" id="label"/>
  <key attr.name="Kind" attr.type="string" for="node" id="v_kind"/>
  <key attr.name="latitude" attr.type="double" for="node" id="lat"/>
  <key attr.name="lon" attr.type="double" for="node" id="lon"/>
  <key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
  <key attr.name="label" attr.type="string" for="edge" id="l"/>
  <key attr.name="since" attr.type="string" for="edge" id="s"/>
  <graph edgedefault="directed">
    <node id="1"><data key="label">Niger &amp; co &lt;b&gt;</data><data key="v_kind">État</data></node>
    <node id="2"><data key="label">Niamey</data><data key="v_kind">city</data>
      <data key="lat">13.51</data><data key="lon">2.11</data></node>
    <node id="3"/>
    <edge source="1" target="2"><data key="l">capitale</data><data key="s">1926</data></edge>
    <edge source="3" target="1" directed="false"/>
  </graph>
</graphml>"#;

#[test]
fn graphml_of_gephi() {
    assert_eq!(
        map(OF_GEPHI),
        "1: Niger & co <b> (state)\n2: Niamey (place)\n3: 3 (group)\n\
         1 -> 2: capitale neutral 1926/\n3 -- 1: – neutral /"
    );
    let document = read(OF_GEPHI).unwrap();
    let mut warnings = Warnings::default();
    let map = ActorMap::decode(&Place::document(&document), &mut warnings);
    assert_eq!(map.actors[1].at_deg, Some([2.11, 13.51]));
}

#[test]
fn graphml_of_yed_has_its_names_inside_of_what_it_draws() {
    let text = r#"<graphml xmlns:y="http://www.yworks.com/xml/graphml">
        <key for="node" id="d6" yfiles.type="nodegraphics"/>
        <graph edgedefault="directed" id="G">
        <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30.0"/>
            <y:NodeLabel alignment="center">OTAN</y:NodeLabel></y:ShapeNode></data></node>
        <node id="n1"><data key="d6"/></node>
        <edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge>
            <y:EdgeLabel>soutient</y:EdgeLabel></y:PolyLineEdge></data></edge>
        </graph></graphml>"#;
    assert_eq!(map(text), "n0: OTAN (group)\nn1: n1 (group)\nn0 -> n1: soutient neutral /");
}

#[test]
fn a_graph_that_is_broken_is_told_with_its_place() {
    for (text, error) in [
        ("<graphml>\n<key id=\"a\"/></graphml>", "line 2, column 24: expected a <graph>"),
        (
            "<graphml><graph>\n<node id=\"a\"/>",
            "line 2, column 15: expected </graphml>, found the end",
        ),
    ] {
        assert_eq!(read(text), Err(error.into()));
    }
}

#[test]
fn tables_have_headers_in_two_languages_and_three_separators() {
    let expected = "Niger: Niger (stateNE)\nÉtats-Unis: États-Unis (state)\n\
        Niger -- États-Unis: accord, « base » cooperation 2012-07/2024-03-16\n\
        États-Unis -> Niger: aide neutral 2013/";
    for text in [
        "from,to,label,sign,since,until,directed,from kind,from country,to kind\n\
         Niger,États-Unis,\"accord, « base »\",positive,2012-07,2024-03-16,false,state,NE,state\n\
         États-Unis,Niger,aide,,2013,,true,,,\n",
        "De;À;Libellé;Signe;Depuis;Jusqu’à;Dirigé;Type de;Pays de;Type à\r\n\
         Niger;États-Unis;accord, « base »;coopération;2012-07;2024-03-16;non;État;NE;pays\r\n\
         États-Unis;Niger;aide;;2013;;oui;;;\r\n\r\n",
        "\u{feff}source\ttarget\trelation\tsigne\tstart\tend\tdirected\tkind_from\tcountry_from\tkind_to\n\
         Niger\tÉtats-Unis\taccord, « base »\tcooperation\t2012-07\t2024-03-16\t0\tcountry\tNE\tstate\n\
         États-Unis\tNiger\taide\t\t2013\t\t1",
    ] {
        assert_eq!(map(text), expected, "{text}");
    }
}

#[test]
fn quotations_hold_everything() {
    let text = "from,to,label\n\"A \"\"x\"\"\",\"B\nC\",\",;\"\n";
    assert_eq!(
        map(text),
        "A \"x\": A \"x\" (group)\nB\nC: B\nC (group)\nA \"x\" -> B\nC: ,; neutral /"
    );
}

#[test]
fn a_table_that_is_broken_is_told_with_its_place() {
    for (text, error) in [
        ("from,label\nA,b", "line 1: expected a column \"to\""),
        ("nom;à\nA;B", "line 1: expected a column \"from\""),
        ("from,to\nA,B\n\nA,\n", "line 4, column 1: expected a name in the column \"to\""),
        ("from,to\nA,\"B\n", "line 2, column 3: expected a quotation that ends"),
    ] {
        assert_eq!(read(text), Err(error.into()));
    }
}

#[test]
fn maps_of_oligrapher_old_and_new() {
    let expected = "1: Joe (person)\n2: ACME (organisation)\n3: Gone (group)\n\
        1 -> 2: director neutral /\n3 -> 1: paid neutral /\n2 -- 3: – neutral /";
    for text in [
        r##"{"nodes": {
            "1": {"id": "1", "name": "Joe", "x": -10.5, "y": 3, "url": "https://littlesis.org/person/1/Joe"},
            "2": {"id": "2", "name": "ACME", "url": "https://littlesis.org/org/2-acme"},
            "3": {"id": "3", "name": "Gone", "description": "A <b>"}},
          "edges": {
            "a": {"id": "a", "node1_id": "1", "node2_id": "2", "label": "director", "arrow": "1->2", "dash": true},
            "b": {"id": "b", "node1_id": "1", "node2_id": "3", "label": "paid", "arrow": "2->1"},
            "c": {"id": "c", "node1_id": "2", "node2_id": "3", "label": "", "arrow": "both"}},
          "captions": {}}"##,
        r##"{"id": "x", "title": "t", "graph": {"nodes": {
            "1": {"id": 1, "display": {"name": "Joe", "url": "https://littlesis.org/person/1/Joe"}},
            "2": {"id": 2, "display": {"name": "ACME", "url": "https://littlesis.org/org/2-acme"}},
            "3": {"display": {"name": "Gone"}}},
          "edges": {
            "1": {"id": 1, "node1_id": 1, "node2_id": 2, "display": {"label": "director", "arrow": true}},
            "2": {"id": 2, "node1_id": 3, "node2_id": 1, "display": {"label": "paid", "arrow": "right"}},
            "3": {"id": 3, "node1_id": 2, "node2_id": 3, "display": {}}}}}"##,
    ] {
        assert_eq!(map(text), expected, "{text}");
    }
    let error = read(r#"{"nodes": 3, "edges": []}"#).unwrap_err();
    assert_eq!(error, "/nodes: expected an object or a list, found a number");
}

#[test]
fn what_is_no_map_of_others_is_left_alone() {
    for text in
        ["{\"actors\": []}", "[]", "<article>A</article>", "a line, of text", "nom;âge\nA;3", ""]
    {
        let json: Option<Json> = serde_json::from_str(text).ok();
        assert_eq!(document(text, json.as_ref()), None, "{text}");
    }
}

/// Documents by chance, written and read again; xorshift64*.
#[test]
fn what_is_written_is_read() {
    let mut state = 11_u64;
    let mut next = move |below: u64| {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % below
    };
    const NAMES: [&str; 8] =
        ["Niger", "États-Unis", "A, B; C", "\"x\"", "a <b> & c", "ligne\nautre", "محمد", "d'Or"];
    const KINDS: [&str; 6] = ["state", "person", "organisation", "place", "group", "event"];
    const SIGNS: [&str; 3] = ["cooperation", "conflict", "neutral"];
    for _ in 0..500 {
        let count = 1 + next(8) as usize;
        let mut actors = Vec::new();
        for name in &NAMES[..count] {
            let kind = KINDS[next(6) as usize];
            actors.push(serde_json::json!({"id": name, "name": name, "kind": kind}));
        }
        let mut relations = Vec::new();
        for number in 0..next(6) {
            let [from, to] = [0, 0].map(|_: u64| NAMES[next(count as u64) as usize]);
            relations.push(serde_json::json!({
                "from": from, "to": to, "label": NAMES[next(8) as usize],
                "directed": next(2) == 0, "sign": SIGNS[next(3) as usize],
                "since": format!("{}", 1990 + number),
            }));
        }
        let text = serde_json::json!({"actors": actors, "relations": relations}).to_string();
        let written: Json = serde_json::from_str(&text).unwrap();
        let decode = |document: &Json| {
            let mut warnings = Warnings::default();
            let map = ActorMap::decode(&Place::document(document), &mut warnings);
            assert_eq!(warnings.0, [], "{document:?}");
            map
        };
        let expected = decode(&written);
        assert_eq!(map(&graphml::write(&written)), in_short(&expected), "{text}");
        // A table has no actors without relations.
        let table = decode(&csv::document(&csv::write(&written)).unwrap());
        assert_eq!(table.relations.len(), expected.relations.len());
        for (found, wanted) in table.relations.iter().zip(&expected.relations) {
            assert_eq!(found.label, wanted.label);
            assert_eq!((found.directed, found.sign), (wanted.directed, wanted.sign));
            let kinds = [(found.from, wanted.from), (found.to, wanted.to)];
            for (ours, theirs) in kinds {
                assert_eq!(table.actor(ours).name, expected.actor(theirs).name);
                assert_eq!(table.actor(ours).kind, expected.actor(theirs).kind);
            }
        }
    }
}

#[test]
fn whatever_is_cut_off_is_refused_or_read() {
    let table = "from,to,label\n\"A \"\"x\"\"\",\"B\nC\",\",;\"\né,b,c\n";
    for text in [OF_GEPHI, table] {
        for end in 0..text.len() {
            if text.is_char_boundary(end) {
                let _ = document(&text[..end], None);
            }
        }
    }
}

#[test]
fn a_spreadsheet_finds_no_formula_in_what_is_written() {
    let text = r#"{"actors": [{"id": "a", "name": "=1+1", "kind": "group"}],
        "relations": [{"from": "a", "to": "a", "label": "@x"}]}"#;
    let table = csv::write(&serde_json::from_str(text).unwrap());
    assert!(table.contains("\"'=1+1\",\"'=1+1\",\"'@x\","), "{table}");
}
