//! Hausa, in the Boko alphabet. The reader is addressed in the plural, which is
//! polite and has no gender. A number follows its noun.

use super::{ArticleWords, CommentWords, ErrorWords, Language, MapWords, Plural};
use super::{begins_with_day, counted};
use crate::map::{ActorKind, Sign};
use crate::rich_text::Direction;

pub(super) const HAUSA: Language = Language {
    tag: "ha",
    direction: Direction::LeftToRight,
    // As Unicode CLDR has them; browsers ship none of its Hausa data.
    months: Some([
        "Janairu",
        "Faburairu",
        "Maris",
        "Afirilu",
        "Mayu",
        "Yuni",
        "Yuli",
        "Agusta",
        "Satumba",
        "Oktoba",
        "Nuwamba",
        "Disamba",
    ]),
    article: ArticleWords {
        by: |authors| ["Daga ", authors].concat(),
        published: |date| ["An wallafa ", preposition_of(date), date].concat(),
        modified: |date| ["An sabunta ", preposition_of(date), date].concat(),
        reading_time: |_, n| ["Karatun minti ", n].concat(),
        credit: |who| ["Asalin hoto: ", who].concat(),
        corrections: "Gyare-gyare",
        sources: "Majiyoyi",
        see_on: |host| ["Duba a ", host].concat(),
        on_the_map: |name| [name, ", a kan taswira"].concat(),
    },
    map: MapWords {
        title: "Ɓangarori da alaƙoƙinsu",
        actors: |plural, n| count(plural, n, "ɓangare", "Ɓangare", "Ɓangarori"),
        relations: |plural, n| count(plural, n, "alaƙa", "Alaƙa", "Alaƙoƙi"),
        keyboard_hint: "Da madannai: kibiyoyi na kai wa daga wani ɓangare zuwa wani, \
            Enter na zaɓe, Escape na rufewa.",
        views: "Yadda ake nunawa",
        network: "Zane",
        table: "Jadawali",
        legend: "Bayanin alamomi",
        kind: |kind| match kind {
            ActorKind::State => "Ƙasa",
            ActorKind::Person => "Mutum",
            ActorKind::Organisation => "Ƙungiya",
            ActorKind::Place => "Wuri",
            ActorKind::Group => "Jama’a",
            ActorKind::Event => "Lamari",
        },
        sign: |sign| match sign {
            Sign::Cooperation => "Haɗin kai",
            Sign::Conflict => "Rikici",
            Sign::Neutral => "Tsaka-tsaki",
        },
        ended: "Alaƙar da ta ƙare",
        actor: "Ɓangare",
        kind_heading: "Nau’i",
        role: "Matsayi",
        relations_heading: "Alaƙoƙi",
        relation: "Alaƙa",
        from: "Daga",
        to: "Zuwa",
        period: "Lokaci",
        mentions: "A cikin labarin",
        mention: |number| ["Ambato na ", number].concat(),
        no_mention: "Labarin bai ambaci wannan ɓangaren ba.",
        no_relation: "Babu wata alaƙa da aka sani.",
        close: "Rufe",
        read_more: "Ƙarin bayani",
        since: |date| ["tun ", year_of(date), date].concat(),
        until: |date| ["har zuwa ", year_of(date), date].concat(),
        period_between: |since, until| {
            ["daga ", year_of(since), since, " zuwa ", year_of(until), until].concat()
        },
        undated: "babu kwanan wata",
        selected: |name| ["An zaɓi ", name].concat(),
        deselected: "Babu ɓangaren da aka zaɓa",
    },
    comments: CommentWords {
        heading: "Sharhohi",
        count: |plural, n| count(plural, n, "sharhi", "Sharhi", "Sharhohi"),
        leave: "Rubuta sharhi",
        reply_to: |name| ["Amsa wa ", name].concat(),
        text: "Sharhi",
        name: "Suna",
        email: "Adireshin imel",
        email_hint: "Ba za a wallafa shi ba.",
        website: "Shafin intanet",
        optional: "ba dole ba",
        mandatory: "dole ne",
        send: "Wallafa sharhi",
        sending: "Ana aikawa…",
        posted: "An wallafa sharhinku.",
        pending: "Sharhinku ya iso. Zai bayyana bayan an amince da shi.",
        draft_kept: "Abin da kuka fara rubutawa yana nan.",
        reply: "Amsa",
        reply_to_name: |name| ["Amsa wa ", name].concat(),
        cancel: "Soke",
        anonymous: "Maras suna",
        in_reply_to: |name| ["Amsa ga ", name].concat(),
        deleted: "An goge wannan sharhi.",
        loading: "Ana ɗauko sharhohi…",
        none_yet: "Babu sharhi tukuna.",
        closed: "An rufe karɓar sharhi.",
        unreachable: "Sabar sharhohi ba ta amsawa.",
        retry: "Sake gwadawa",
        local_only: "Sharhohinku suna zama a wannan burauzar kaɗai; ba wanda zai gan su.",
        required: "Wajibi ne a cike wannan wurin.",
        too_short: |_, n| counted("Ya yi gajarta: a rubuta aƙalla haruffa ", n, ".", ""),
        too_long: |_, n| counted("Ya yi tsawo: kada a wuce haruffa ", n, ".", ""),
        bad_email: "A rubuta cikakken adireshin imel, kamar suna@example.org.",
        bad_website: "A rubuta cikakken adireshi, kamar https://example.org.",
        form_errors: |plural, n| match plural {
            Plural::One => counted("Wuri ", n, " yana", " buƙatar gyara."),
            _ => counted("Wurare ", n, " suna", " buƙatar gyara."),
        },
        no_answer: "Sabar sharhohi ba ta amsa ba. An adana rubutunku.",
        refused: |reason| ["Sabar ta ƙi karɓar sharhin: ", reason].concat(),
        refused_without_reason: "Sabar ta ƙi karɓar sharhin. An adana rubutunku.",
        unclear: "Mai yiwuwa sharhinku ya isa. Ku duba jerin kafin ku sake aikawa.",
        too_many: "Sharhohi sun yi yawa cikin ɗan lokaci. Ku jira kaɗan, sannan ku sake gwadawa.",
        stopped: "Shafin ya dakatar da aikawa. An adana rubutunku.",
    },
    errors: ErrorWords {
        not_found: "Babu labari a wannan adireshin.",
        unreachable: "Ba a iya kaiwa ga labarin ba. Ku duba haɗin intanet ɗinku.",
        not_json: "Abin da ke wannan adireshin ba labari ne da za a iya karantawa ba.",
        wrong_document: |place| ["Akwai kuskure a takardar labarin: ", place].concat(),
        no_source: "Shafin bai faɗi labarin da za a nuna ba.",
        wrong_backend: "Ba a saita sharhohi daidai ba a wannan shafin.",
        wrong_map: "Ba a iya nuna taswirar ɓangarori ba.",
    },
};

fn count(plural: Plural, n: &str, none: &str, one: &str, other: &str) -> String {
    match (plural, n) {
        (_, "0") => ["Babu ", none].concat(),
        (Plural::One, _) => [one, " ", n].concat(),
        _ => [other, " ", n].concat(),
    }
}

/// A day of a month is introduced as one.
fn preposition_of(date: &str) -> &'static str {
    if begins_with_day(date) { "a ranar " } else { "a " }
}

/// A year alone is called one.
fn year_of(date: &str) -> &'static str {
    if date.bytes().all(|byte| byte.is_ascii_digit()) { "shekarar " } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_follows_its_noun() {
        let count = HAUSA.comments.count;
        assert_eq!(count(Plural::Other, "0"), "Babu sharhi");
        assert_eq!(count(Plural::One, "1"), "Sharhi 1");
        assert_eq!(count(Plural::Other, "7"), "Sharhohi 7");
    }

    #[test]
    fn months_are_named_from_january_on() {
        let months = HAUSA.months.unwrap();
        assert_eq!((months[0], months[6], months[11]), ("Janairu", "Yuli", "Disamba"));
    }
}
