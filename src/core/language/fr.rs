//! French. Its high punctuation carries its own spaces: U+202F before `; ! ?`
//! and inside « », U+00A0 before `:`.

use super::{ArticleWords, CommentWords, ErrorWords, Language, MapWords, Plural};
use super::{begins_with_day, counted};
use crate::map::{ActorKind, Sign};
use crate::rich_text::Direction;

pub(super) const FRENCH: Language = Language {
    tag: "fr",
    direction: Direction::LeftToRight,
    months: None,
    article: ArticleWords {
        by: |authors| ["Par ", authors].concat(),
        published: |date| ["Publié ", article_of(date), date].concat(),
        modified: |date| ["Mis à jour ", article_of(date), date].concat(),
        reading_time: |plural, n| count(plural, n, " minute", " minutes", " de lecture"),
        credit: |who| ["Crédit\u{a0}: ", who].concat(),
        corrections: "Corrections",
        sources: "Sources",
        see_on: |host| ["Voir sur ", host].concat(),
        on_the_map: |name| [name, ", sur la carte"].concat(),
    },
    map: MapWords {
        title: "Les acteurs et leurs relations",
        actors: |plural, n| match n {
            "0" => "Aucun acteur".into(),
            _ => count(plural, n, " acteur", " acteurs", ""),
        },
        relations: |plural, n| match n {
            "0" => "Aucune relation".into(),
            _ => count(plural, n, " relation", " relations", ""),
        },
        keyboard_hint: "Au clavier\u{a0}: les flèches mènent d’un acteur à l’autre, \
            Entrée sélectionne, Échap referme.",
        views: "Affichage",
        network: "Réseau",
        table: "Tableau",
        legend: "Légende",
        kind: |kind| match kind {
            ActorKind::State => "État",
            ActorKind::Person => "Personne",
            ActorKind::Organisation => "Organisation",
            ActorKind::Place => "Lieu",
            ActorKind::Group => "Groupe",
            ActorKind::Event => "Événement",
        },
        sign: |sign| match sign {
            Sign::Cooperation => "Coopération",
            Sign::Conflict => "Conflit",
            Sign::Neutral => "Neutre",
        },
        ended: "Relation terminée",
        actor: "Acteur",
        kind_heading: "Nature",
        role: "Rôle",
        relations_heading: "Relations",
        relation: "Relation",
        from: "De",
        to: "Vers",
        period: "Période",
        mentions: "Dans l’article",
        mention: |number| ["Mention ", number].concat(),
        no_mention: "L’article ne nomme pas cet acteur.",
        no_relation: "Aucune relation connue.",
        close: "Fermer",
        read_more: "En savoir plus",
        since: |date| ["depuis ", article_of(date), date].concat(),
        until: |date| ["jusqu’", if begins_with_day(date) { "au " } else { "en " }, date].concat(),
        period_between: |since, until| {
            let from = match since.chars().next() {
                _ if begins_with_day(since) => "du ",
                Some('a' | 'o') => "d’",
                _ => "de ",
            };
            let to = if begins_with_day(until) { " au " } else { " à " };
            [from, since, to, until].concat()
        },
        undated: "sans date",
        selected: |name| ["Acteur sélectionné\u{a0}: ", name].concat(),
        deselected: "Aucun acteur sélectionné",
    },
    comments: CommentWords {
        heading: "Commentaires",
        count: |plural, n| match n {
            "0" => "Aucun commentaire".into(),
            _ => count(plural, n, " commentaire", " commentaires", ""),
        },
        leave: "Laisser un commentaire",
        reply_to: |name| ["Répondre à ", name].concat(),
        text: "Commentaire",
        name: "Nom",
        email: "Adresse e-mail",
        email_hint: "Elle ne sera pas publiée.",
        website: "Site web",
        optional: "facultatif",
        mandatory: "obligatoire",
        send: "Publier le commentaire",
        sending: "Envoi en cours…",
        posted: "Votre commentaire est publié.",
        pending: "Votre commentaire est arrivé. Il paraîtra une fois approuvé.",
        draft_kept: "Votre brouillon est toujours là.",
        reply: "Répondre",
        reply_to_name: |name| ["Répondre à ", name].concat(),
        cancel: "Annuler",
        anonymous: "Anonyme",
        in_reply_to: |name| ["En réponse à ", name].concat(),
        deleted: "Ce commentaire a été supprimé.",
        loading: "Chargement des commentaires…",
        none_yet: "Aucun commentaire pour l’instant.",
        closed: "Les commentaires sont fermés.",
        unreachable: "Le serveur des commentaires ne répond pas.",
        retry: "Réessayer",
        local_only: "Vos commentaires restent dans ce navigateur\u{202f}; \
            personne d’autre ne les voit.",
        required: "Ce champ est à remplir.",
        too_short: |plural, n| {
            let limit = count(plural, n, " caractère", " caractères", ".");
            ["Trop court\u{a0}: écrivez au moins ", &limit].concat()
        },
        too_long: |plural, n| {
            let limit = count(plural, n, " caractère", " caractères", ".");
            ["Trop long\u{a0}: écrivez au plus ", &limit].concat()
        },
        bad_email: "Écrivez une adresse e-mail complète, comme nom@exemple.org.",
        bad_website: "Écrivez une adresse complète, comme https://exemple.org.",
        form_errors: |plural, n| {
            count(plural, n, " champ est à corriger.", " champs sont à corriger.", "")
        },
        no_answer: "Le serveur des commentaires ne répond pas. Votre texte est gardé.",
        refused: |reason| ["Le serveur a refusé le commentaire\u{a0}: ", reason].concat(),
        refused_without_reason: "Le serveur a refusé le commentaire. Votre texte est gardé.",
        unclear: "Votre commentaire est peut-être arrivé. \
            Relisez la liste avant de l’envoyer de nouveau.",
        too_many: "Trop de commentaires en peu de temps. Attendez un peu, puis réessayez.",
        stopped: "La page a arrêté l’envoi. Votre texte est gardé.",
    },
    errors: ErrorWords {
        not_found: "L’article est introuvable à cette adresse.",
        unreachable: "L’article est hors d’atteinte. Vérifiez votre connexion.",
        not_json: "Ce qui se trouve à cette adresse n’est pas un article lisible.",
        wrong_document: |place| {
            ["Le document de l’article contient une erreur\u{a0}: ", place].concat()
        },
        no_source: "La page ne dit pas quel article montrer.",
        wrong_backend: "Les commentaires sont mal configurés sur ce site.",
        wrong_map: "La carte des acteurs ne peut pas être montrée.",
    },
};

/// `one` for 0 and 1; a whole number of millions takes « de », as it is read.
fn count(plural: Plural, n: &str, one: &str, other: &str, after: &str) -> String {
    match plural {
        Plural::One => counted("", n, one, after),
        Plural::Many => counted("", n, " de", &[other, after].concat()),
        _ => counted("", n, other, after),
    }
}

/// « depuis **le** 16 mars 2024 », but « depuis mars 2024 », « il y a 2 jours ».
fn article_of(date: &str) -> &'static str {
    if begins_with_day(date) { "le " } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_for_nought_and_one() {
        let words = FRENCH.comments;
        assert_eq!((words.count)(Plural::One, "0"), "Aucun commentaire");
        assert_eq!((words.count)(Plural::One, "1"), "1 commentaire");
        assert_eq!((words.count)(Plural::Other, "2"), "2 commentaires");
        assert_eq!((words.count)(Plural::Many, "1 000 000"), "1 000 000 de commentaires");
        assert_eq!((words.form_errors)(Plural::Other, "2"), "2 champs sont à corriger.");
    }

    #[test]
    fn a_period_takes_the_preposition_of_its_dates() {
        let words = FRENCH.map;
        assert_eq!((words.since)("2012"), "depuis 2012");
        assert_eq!((words.since)("juillet 2012"), "depuis juillet 2012");
        assert_eq!((words.since)("16 mars 2024"), "depuis le 16 mars 2024");
        assert_eq!((words.until)("décembre 2023"), "jusqu’en décembre 2023");
        assert_eq!((words.until)("1er août 2023"), "jusqu’au 1er août 2023");
        let between = words.period_between;
        assert_eq!(between("juillet 2012", "16 mars 2024"), "de juillet 2012 au 16 mars 2024");
        assert_eq!(between("août 2012", "2014"), "d’août 2012 à 2014");
        assert_eq!(between("1er août 2012", "octobre 2012"), "du 1er août 2012 à octobre 2012");
    }
}
