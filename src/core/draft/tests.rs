//! Whole articles, and what the words of a sentence say.

use super::*;
use crate::json::Json;
use crate::proportion::stays_in_proportion;

fn article(lang: &str, body: &str) -> Article {
    let field = |text: &str| Json::Text(text.into());
    let fields = [("lang", field(lang)), ("title", field("Titre")), ("body", field(body))];
    let fields = fields.map(|(key, value)| (key.to_owned(), value));
    Article::decode(&Json::Object(fields.into())).unwrap().0
}

/// What is found in a text: each actor's kind and name.
fn found(lang: &str, body: &str) -> Vec<String> {
    let show = |actor: DraftActor| format!("{} {}", actor.kind.as_str(), actor.name);
    draft(&article(lang, body)).actors.into_iter().map(show).collect()
}

fn actor(lang: &str, body: &str, name: &str) -> DraftActor {
    let actors = draft(&article(lang, body)).actors;
    let names: Vec<&String> = actors.iter().map(|actor| &actor.name).collect();
    let names = format!("{names:?}");
    actors.into_iter().find(|actor| actor.name == name).unwrap_or_else(|| panic!("{names}"))
}

#[test]
fn states_are_found_by_name_and_by_who_is_of_them() {
    assert_eq!(
        found("fr", "Le Tchad et la Côte d'Ivoire signent."),
        ["state Tchad", "state Côte d’Ivoire"]
    );
    assert_eq!(found("en", "Chad and the U.S. sign."), ["state Chad", "state United States"]);
    // Once is a quality, twice is an actor.
    assert_eq!(found("fr", "La presse italienne se tait."), [""; 0]);
    assert_eq!(found("fr", "La presse italienne et un juge italien."), ["state Italie"]);
    // Nigérien and nigérian are two.
    let text = "Le gouvernement nigérien et l’armée nigériane.";
    let bodies = draft(&article("fr", text)).actors;
    assert_eq!(bodies.iter().map(|a| a.country).collect::<Vec<_>>(), [Some("NE"), Some("NG")]);
}

#[test]
fn names_of_people_are_not_states() {
    assert_eq!(found("en", "The player Michael Jordan left."), ["person Michael Jordan"]);
    assert_eq!(found("fr", "Le mali du joueur est grand."), [""; 0]);
    assert_eq!(
        found("en", "President Joe Biden of the United States spoke."),
        ["person Joe Biden", "state United States"]
    );
}

#[test]
fn a_capital_that_acts_is_its_state() {
    let russia = actor("fr", "Moscou accuse l’Ukraine. La Russie attend.", "Russie");
    assert_eq!((russia.aliases, russia.count), (vec!["Moscou".to_owned()], 2));
    assert_eq!(found("fr", "Il arrive à Moscou."), ["place Moscou"]);
    // Where somebody goes there, it is a place all along.
    let both = found("fr", "Moscou accuse l’Ukraine. Il arrive à Moscou.");
    assert_eq!(both, ["place Moscou", "state Ukraine"]);
    assert_eq!(found("en", "Beijing warned Japan."), ["state China", "state Japan"]);
}

#[test]
fn bodies_of_a_state_are_one_actor_whatever_the_words() {
    let text = "Les forces maliennes avancent. Des soldats maliens reculent, dit l’armée du Mali.";
    let army = actor("fr", text, "Forces maliennes");
    assert_eq!(army.count, 3);
    assert_eq!(army.aliases, ["forces maliennes", "soldats maliens", "armée du Mali"]);
    let text = "American troops left. The U.S. military said so. Niger’s government agreed.";
    assert_eq!(
        found("en", text),
        [
            "organisation American troops",
            "state United States",
            "state Niger",
            "organisation Niger’s government",
        ]
    );
}

#[test]
fn sentences_begin_with_capitals_that_say_nothing() {
    assert_eq!(found("fr", "Selon lui, rien. Depuis, tout. Reste ceci. Pourtant, cela."), [""; 0]);
    assert_eq!(found("en", "Yesterday it rained. According to him, more is to come."), [""; 0]);
    let name = found("fr", "Diallo part. Hier, Diallo est venu, dit Diallo.");
    assert_eq!(name, ["organisation Diallo"]);
}

#[test]
fn titles_say_who_is_a_person() {
    let general = actor("fr", "Le général Tiani parle. Tiani se tait.", "Tiani");
    assert_eq!((general.kind, general.count), (ActorKind::Person, 2));
    let president = actor("en", "President Tinubu spoke.", "Tinubu");
    assert_eq!(president.kind, ActorKind::Person);
}

#[test]
fn a_surname_alone_and_an_acronym_are_the_whole_name() {
    let text = "Le ministre Jean Petit est parti. On attend Petit.";
    let person = actor("fr", text, "Jean Petit");
    assert_eq!((person.aliases, person.count), (vec!["Petit".to_owned()], 2));
    let text = "La Banque mondiale (BM) prête. La BM attend.";
    assert_eq!(actor("fr", text, "BM").aliases, ["Banque mondiale"]);
}

#[test]
fn capitals_that_share_a_sentence_have_a_relation() {
    let text = "Le Togo accuse le Bénin de mensonge. L’accord avec le Ghana tient, dit le Togo.";
    let relations = draft(&article("fr", text)).relations;
    let told: Vec<_> = relations.iter().map(|r| (&*r.from, &*r.to, r.label, r.sign)).collect();
    assert_eq!(
        told,
        [
            ("togo", "benin", "accusation", Sign::Conflict),
            ("ghana", "togo", "accord", Sign::Cooperation),
        ]
    );
    assert_eq!(relations[0].sentence.as_deref(), Some("Le Togo accuse le Bénin de mensonge."));
}

#[test]
fn ids_are_unique_and_can_be_written() {
    let text = "Le général Étienne Ça parle à l’ONU. L'O.N.U. et l’ONU.";
    for actor in draft(&article("fr", text)).actors {
        assert!(
            actor.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        );
        assert!((0.0..=1.0).contains(&actor.confidence));
    }
}

#[test]
fn a_long_text_takes_no_longer_than_its_length() {
    let article = |size: usize| {
        let mut body = String::new();
        for number in 0..size {
            body.push_str("<p>Le général Ab");
            body.push_str(&"cdefghij"[number % 7..]);
            body.push_str(" quitte le Niger pour Paris avec Jean Petit.");
        }
        article("fr", &body)
    };
    stays_in_proportion("a draft", 500, article, |article| {
        assert!(draft(article).actors.len() >= 4);
    });
}
