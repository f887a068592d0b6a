//! Draws a network as the layout places it, to look at:
//! `cargo run -p article-widget-core --example draw_layout -- niger 330 out.svg`.
//! Scenes: `niger`, `star`, `clique`, `pair`, `alone`, `loops`, or a number of actors in
//! clusters.

use article_widget_core::map::layout::{EdgeRequest, LayoutRequest, NodeRequest, lay_out};
use std::fmt::Write;
use std::time::Instant;

/// Name, then relations as indices with a label.
type Scene = (Vec<String>, Vec<(usize, usize, String)>);

fn niger() -> Scene {
    let names = [
        "Niger",
        "États-Unis",
        "Russie",
        "France",
        "Iran",
        "Libye",
        "Gouvernement du Niger",
        "Mahamadou Issoufou",
        "Porte-parole du gouvernement",
        "Délégation américaine",
        "Forces américaines au Niger",
        "Forces françaises au Niger",
        "Groupes armés terroristes",
        "Base aérienne 201",
        "Niamey",
        "Moscou",
        "Sahel",
    ];
    let relations = [
        (0, 1, "accord militaire"),
        (7, 0, "préside le pays"),
        (10, 13, "stationnées"),
        (10, 0, "formation, appui"),
        (6, 0, "prend le pouvoir"),
        (11, 0, "se retirent"),
        (9, 6, "visite mal reçue"),
        (1, 0, "inquiétude"),
        (0, 4, "relations"),
        (0, 2, "rapprochement"),
        (6, 1, "rompt l’accord"),
        (12, 0, "menace"),
        (12, 5, "viennent de Libye"),
    ];
    named(&names, &relations)
}

fn named(names: &[&str], relations: &[(usize, usize, &str)]) -> Scene {
    (
        names.iter().map(|name| name.to_string()).collect(),
        relations.iter().map(|&(a, b, label)| (a, b, label.to_string())).collect(),
    )
}

/// Clusters of eight, dense inside, with a few relations between them.
fn clusters(count: usize) -> Scene {
    let mut state = 12345_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    let names = (0..count).map(|i| format!("Acteur numéro {i}")).collect();
    let mut relations = Vec::new();
    for i in 1..count {
        let first = i / 8 * 8;
        if i > first {
            relations.push((first + random(i - first), i, "lien".to_string()));
        } else {
            relations.push((random(i), i, "lien".to_string()));
        }
        if random(10) < 5 {
            let last = (first + 8).min(count);
            relations.push((first + random(last - first), i, "soutien".to_string()));
        }
    }
    relations.retain(|relation| relation.0 != relation.1);
    (names, relations)
}

fn scene(name: &str) -> Scene {
    match name {
        "niger" => niger(),
        "star" => {
            let leaves: Vec<String> = (0..20).map(|i| format!("Satellite {i}")).collect();
            let mut names = vec!["Centre"];
            names.extend(leaves.iter().map(String::as_str));
            let relations: Vec<_> = (1..21).map(|i| (0, i, "dépend")).collect();
            named(&names, &relations)
        }
        "clique" => {
            let names = ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit"];
            let mut relations = Vec::new();
            for a in 0..8 {
                relations.extend((0..a).map(|b| (a, b, "connaît")));
            }
            named(&names, &relations)
        }
        "pair" => named(&["Alice Martin", "Bob Durand"], &[(0, 1, "accuse"), (1, 0, "répond à")]),
        "alone" => named(&["Un acteur seul", "Un autre", "Encore un", "Et un dernier"], &[]),
        "loops" => named(
            &["Ministère", "Parlement", "Cour"],
            &[
                (0, 0, "se réforme"),
                (0, 1, "saisit"),
                (1, 0, "contrôle"),
                (0, 1, "dissout"),
                (1, 2, "nomme"),
                (2, 2, "délibère"),
            ],
        ),
        number => clusters(number.parse().expect("a scene or a number")),
    }
}

/// Words in lines of at most `most` pixels, 12 px letters of 7 px.
fn wrapped(text: &str, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line)
                if (line.chars().count() + 1 + word.chars().count()) as f64 * 7.0 <= most =>
            {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

fn size(lines: &[String], letter: f64, line: f64) -> [f64; 2] {
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    [longest as f64 * letter, lines.len() as f64 * line]
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, name, width, path] = &arguments[..] else {
        panic!("give a scene, a width and a path");
    };
    let width: f64 = width.parse().expect("a width in pixels");
    let (names, relations) = scene(name);
    let labels: Vec<Vec<String>> = names.iter().map(|name| wrapped(name, 110.0)).collect();
    let request = LayoutRequest {
        width_px: width,
        nodes: labels
            .iter()
            .map(|lines| NodeRequest {
                radius_px: 9.0,
                label_px: size(lines, 7.0, 15.0),
                fixed: None,
            })
            .collect(),
        edges: relations
            .iter()
            .map(|(from, to, label)| EdgeRequest {
                from: *from,
                to: *to,
                label_px: size(std::slice::from_ref(label), 6.4, 14.0),
            })
            .collect(),
    };
    let start = Instant::now();
    let layout = lay_out(&request);
    let took = start.elapsed();

    let [width, height] = layout.size;
    let mut svg = String::new();
    let _ = write!(
        svg,
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.1} {height:.1}" font-family="Liberation Sans, sans-serif" text-anchor="middle"><defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0 8,4 0,8z" fill="#667"/></marker></defs><rect width="100%" height="100%" fill="#fff"/>"##
    );
    for edge in &layout.edges {
        let (s, c, e) = (edge.start, edge.control, edge.end);
        let _ = write!(
            svg,
            r##"<path d="M{:.1},{:.1} Q{:.1},{:.1} {:.1},{:.1}" fill="none" stroke="#889" stroke-width="1.3" marker-end="url(#a)"/>"##,
            s.x, s.y, c.x, c.y, e.x, e.y
        );
    }
    let mut text = |x: f64, y: f64, size: f64, color: &str, text: &str| {
        let _ = write!(
            svg,
            r##"<text x="{x:.1}" y="{y:.1}" font-size="{size}" fill="{color}" stroke="#fff" stroke-width="3" paint-order="stroke">{text}</text>"##
        );
    };
    for (edge, (_, _, label)) in layout.edges.iter().zip(&relations) {
        if edge.label_fits {
            let rect = edge.label;
            text(rect.x + rect.width / 2.0, rect.y + 10.5, 11.0, "#667", label);
        }
    }
    for (node, lines) in layout.nodes.iter().zip(&labels) {
        for (i, line) in lines.iter().enumerate() {
            let rect = node.label;
            text(rect.x + rect.width / 2.0, rect.y + 11.5 + 15.0 * i as f64, 12.0, "#112", line);
        }
    }
    for node in &layout.nodes {
        let _ = write!(
            svg,
            r##"<circle cx="{:.1}" cy="{:.1}" r="9" fill="#dde6f5" stroke="#247" stroke-width="1.5"/>"##,
            node.center.x, node.center.y
        );
    }
    svg.push_str("</svg>");
    std::fs::write(path, svg).expect("the path can be written");
    println!(
        "{name}: {} actors, {} relations, {width:.0} x {height:.0} px, {} labels fit, {took:?}",
        names.len(),
        relations.len(),
        layout.edges.iter().filter(|edge| edge.label_fits).count(),
    );
}
