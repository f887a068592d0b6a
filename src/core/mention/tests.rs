//! What is found in a text, in the notation `[name=id]`.

use crate::proportion::stays_in_proportion;

use super::*;
use crate::json::Json;
use crate::rich_text::plain_text;

fn article(json: &str) -> (Article, Vec<String>) {
    let json: Json = serde_json::from_str(json).unwrap();
    let (article, warnings) = Article::decode(&json).unwrap();
    (article, warnings.0.iter().map(|w| w.to_string()).collect())
}

/// `body` with its mentions, for actors written as `id=name=alias…`.
fn marked(actors: &str, body: &str) -> String {
    let actors: Vec<Json> = actors
        .split(", ")
        .map(|actor| {
            let mut parts = actor.split('=').map(Json::from);
            let (id, name) = (parts.next().unwrap(), parts.next().unwrap());
            Json::Object(vec![
                ("id".into(), id),
                ("name".into(), name),
                ("kind".into(), "state".into()),
                ("aliases".into(), Json::List(parts.collect())),
            ])
        })
        .collect();
    let document = Json::Object(vec![
        ("title".into(), "t".into()),
        ("body".into(), body.into()),
        ("actors".into(), Json::List(actors)),
    ]);
    let (article, _) = Article::decode(&document).unwrap();
    let mut shown = String::new();
    let mut body = article.body;
    each_line(&mut body, &mut |_, line| show(line, &mut shown));
    shown
}

fn show(line: &[Inline], shown: &mut String) {
    for inline in line {
        match inline {
            Inline::Mention { actor, children, .. } => {
                *shown += &format!("[{}={actor}]", plain_text(children));
            }
            Inline::Text(text) => *shown += text,
            Inline::Break => *shown += "/",
            Inline::Marked { children, .. }
            | Inline::Link { children, .. }
            | Inline::Foreign { children, .. } => show(children, shown),
        }
    }
}

#[test]
fn whole_words_with_their_case_and_accents() {
    for (body, expected) in [
        ("Le Niger et le Nigeria.", "Le [Niger=n] et le Nigeria."),
        ("niger NIGER Nigér Niger", "niger NIGER Nigér [Niger=n]"),
        ("Niger's; (Niger) «Niger»", "[Niger=n]'s; ([Niger=n]) «[Niger=n]»"),
        ("Niger2 _Niger Niger_x", "Niger2 _Niger Niger_x"),
        ("Niger", "[Niger=n]"),
        ("<b>Niger</b>ien, in<i>Niger</i>", "Nigerien, inNiger"),
        ("le<br>Niger<br>et", "le/[Niger=n]/et"),
    ] {
        assert_eq!(marked("n=Niger", body), expected);
    }
}

#[test]
fn the_longest_name_wins() {
    let actors = "n=Niger, a=Niger Delta, c=Niger Delta Command, g=Guinée, b=Guinée-Bissau";
    for (body, expected) in [
        ("the Niger Delta Commanders", "the [Niger Delta=a] Commanders"),
        ("the Niger Delta Command", "the [Niger Delta Command=c]"),
        ("the Niger Deltas", "the [Niger=n] Deltas"),
        ("Guinée-Bissau, Guinée", "[Guinée-Bissau=b], [Guinée=g]"),
    ] {
        assert_eq!(marked(actors, body), expected);
    }
}

#[test]
fn elisions_spaces_and_hyphens_of_french() {
    let actors = "i=Iran, a=Agadez, e=États-Unis, c=Côte d'Ivoire, x=Front uni, g=Guinée";
    for (body, expected) in [
        ("l'Iran et d’Agadez", "l'[Iran=i] et d’[Agadez=a]"),
        (
            "la Côte d’Ivoire, la Côte\u{a0}d'Ivoire",
            "la [Côte d’Ivoire=c], la [Côte\u{a0}d'Ivoire=c]",
        ),
        ("le Front\u{202f}uni", "le [Front\u{202f}uni=x]"),
        ("Iran–États-Unis, Iran-États-Unis", "[Iran=i]–[États-Unis=e], [Iran=i]-[États-Unis=e]"),
        ("pro-Iran, Iran-là, Guinée-Conakry", "pro-[Iran=i], [Iran=i]-là, Guinée-Conakry"),
        ("Nouvelle-Guinée", "Nouvelle-Guinée"),
        ("les États\u{2011}Unis", "les [États\u{2011}Unis=e]"),
    ] {
        assert_eq!(marked(actors, body), expected);
    }
}

#[test]
fn prefixes_of_arabic() {
    let actors = "n=النيجر, i=إيران, f=فرنسا";
    for (body, expected) in [
        ("النيجر وإيران", "[النيجر=n] [وإيران=i]"),
        ("والنيجر بالنيجر وبالنيجر", "[والنيجر=n] [بالنيجر=n] [وبالنيجر=n]"),
        ("للنيجر وللنيجر", "[للنيجر=n] [وللنيجر=n]"),
        ("فرنسا، وفرنسا؛", "[فرنسا=f]، [وفرنسا=f]؛"),
        ("فرنساوي", "فرنساوي"),
        ("نيجر مالنيجر", "نيجر مالنيجر"),
    ] {
        assert_eq!(marked(actors, body), expected);
    }
}

#[test]
fn letters_of_hausa() {
    let actors = "y='Yan Sanda, k=Ƙasar, d=Daura, n=Nijar";
    for (body, expected) in [
        ("’Yan Sanda na Ƙasar", "[’Yan Sanda=y] na [Ƙasar=k]"),
        ("ɗDaura Dauraɓ Daura", "ɗDaura Dauraɓ [Daura=d]"),
        ("Jamhuriyar Nijar.", "Jamhuriyar [Nijar=n]."),
    ] {
        assert_eq!(marked(actors, body), expected);
    }
}

#[test]
fn links_code_and_headings_are_left_alone() {
    for (body, expected) in [
        ("<a href=x>Niger</a> <code>Niger</code> Niger", "Niger Niger [Niger=n]"),
        ("<h2>Niger</h2><pre>Niger</pre>", "Niger"),
        ("<h2><a href='#actor-n'>Ici</a></h2>", "[Ici=n]"),
        ("<a href='#actor-n'>le Niger</a>", "[le Niger=n]"),
        ("<blockquote>Niger<footer>Niger</footer></blockquote>", "[Niger=n][Niger=n]"),
        (
            "<ul><li>Niger</ul><table><td>Niger</table><em>Niger</em>",
            "[Niger=n]".repeat(3).as_str(),
        ),
    ] {
        assert_eq!(marked("n=Niger", body), expected);
    }
}

#[test]
fn a_name_of_two_actors_is_the_first_ones() {
    assert_eq!(marked("b=Niger, a=Niger", "Niger"), "[Niger=b]");
}

#[test]
fn mentions_are_numbered_in_the_order_of_the_text() {
    let (article, warnings) = article(
        r##"{"title": "<a href='#actor-n'>Niger</a>", "standfirst": "Mali, Niger",
        "image": {"src": "a", "caption": "Mali"},
        "body": "<p>Niger <a href='#actor-x'>Mali</a> <a href='#actor-m'>ici</a>",
        "actors": [{"id": "n", "name": "Niger", "kind": "state"},
                   {"id": "m", "name": "Mali", "kind": "state"}]}"##,
    );
    assert_eq!(article.title, [Inline::Text("Niger".into())]);
    assert_eq!(article.mentions.of(ActorIndex(0)).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(article.mentions.of(ActorIndex(1)).collect::<Vec<_>>(), [0, 2, 4, 5]);
    let mut numbers = Vec::new();
    let mut body = article.body;
    each_line(&mut body, &mut |_, line| {
        numbers.extend(line.iter().filter_map(|inline| match inline {
            Inline::Mention { number, .. } => Some(*number),
            _ => None,
        }));
    });
    assert_eq!(numbers, [3, 4, 5]);
    assert_eq!(warnings, [r#"/body: no actor has the id "x" that a mention names"#]);
}

#[test]
fn ten_thousand_actors_and_a_long_text() {
    let actors: Vec<String> =
        (0..10_000).map(|n| format!("a{n}=Acteur {n}=Aaaaaaaaaaaaaaaa{n}")).collect();
    let body = "Acteur 77 et Aaaaaaaaaaaaaaaa9999 parlent avec Acteur 12x. ".repeat(1_000);
    let shown = marked(&actors.join(", "), &body);
    assert!(
        shown.starts_with(
            "[Acteur 77=a77] et [Aaaaaaaaaaaaaaaa9999=a9999] parlent avec Acteur 12x."
        )
    );
    let chain = "Iran-".repeat(50_000);
    assert!(marked("i=Iran", &chain).starts_with("[Iran=i]-[Iran=i]-"));
}

#[test]
fn time_stays_in_proportion() {
    let text =
        |size: usize| "Acteur 77 et Aaaaaaaaaaaaaaaa9999 parlent avec Acteur 12x. ".repeat(size);
    let actors =
        |size: usize| (0..size).map(|n| format!("a{n}=Acteur {n}")).collect::<Vec<_>>().join(", ");
    let few = actors(100);
    stays_in_proportion("a long text", 500, text, |text| {
        assert!(marked(&few, text).starts_with("[Acteur 77=a77] et Aaaa"));
    });
    stays_in_proportion(
        "a chain",
        10_000,
        |size| "Iran-".repeat(size),
        |chain| {
            assert!(marked("i=Iran", chain).starts_with("[Iran=i]-[Iran=i]-"));
        },
    );
}
