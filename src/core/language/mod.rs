//! Every word that the widget itself says, in each of its languages.
//!
//! A language is one file with one [`Language`]: a missing text does not
//! compile. To add one: copy the nearest file, translate, and name it in
//! [`ALL`]. (The words shown before this code has arrived, and when it can't
//! arrive, stand in `www/embed.js`.)

mod ar;
mod en;
mod fr;
mod ha;
#[cfg(test)]
mod tests;

use crate::map::{ActorKind, Sign};
use crate::rich_text::Direction;
use crate::search;

/// All languages; the first is spoken when nothing better is known.
pub const ALL: [&Language; 4] = [&fr::FRENCH, &en::ENGLISH, &ar::ARABIC, &ha::HAUSA];

/// A plural category of Unicode CLDR (UTS #35, "Language Plural Rules").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`
    Other,
}

impl Plural {
    /// The category that `Intl.PluralRules` calls `name`.
    pub fn from_name(name: &str) -> Self {
        match name {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }
}

/// A count in words: its plural category and the number as the browser writes it.
pub type Counted = fn(Plural, &str) -> String;

/// Words around a value.
pub type About = fn(&str) -> String;

/// A language of the interface.
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// In which direction it runs.
    pub direction: Direction,
    /// Month names where browsers have none, from January on.
    pub months: Option<[&'static str; 12]>,
    /// Words around the article.
    pub article: ArticleWords,
    /// Words of the actor map.
    pub map: MapWords,
    /// Words of the comment section.
    pub comments: CommentWords,
    /// Sentences for when something is wrong.
    pub errors: ErrorWords,
}

/// Words around the article.
pub struct ArticleWords {
    /// Before the authors' names: "By …".
    pub by: About,
    /// Before the date of publication.
    pub published: About,
    /// Before the date of the last change.
    pub modified: About,
    /// How long it takes to read, in minutes.
    pub reading_time: Counted,
    /// Before the name of who made a picture.
    pub credit: About,
    /// Heading of the corrections.
    pub corrections: &'static str,
    /// Heading of the sources.
    pub sources: &'static str,
    /// What a link to something embedded says: "See on HOST".
    pub see_on: About,
    /// What a screen reader is told of a mention: "NAME, on the map".
    pub on_the_map: About,
}

/// Words of the actor map.
pub struct MapWords {
    /// Its heading.
    pub title: &'static str,
    /// How many actors it shows.
    pub actors: Counted,
    /// How many relations it shows.
    pub relations: Counted,
    /// How to move about in it by keyboard.
    pub keyboard_hint: &'static str,
    /// Before the switch of views.
    pub views: &'static str,
    /// The network view.
    pub network: &'static str,
    /// The table view.
    pub table: &'static str,
    /// Heading of the legend.
    pub legend: &'static str,
    /// What a kind of actor is called.
    pub kind: fn(ActorKind) -> &'static str,
    /// What a sign of relations is called.
    pub sign: fn(Sign) -> &'static str,
    /// A relation that has ended, in the legend.
    pub ended: &'static str,
    /// Column: who.
    pub actor: &'static str,
    /// Column: what kind.
    pub kind_heading: &'static str,
    /// Column: what it does in the story.
    pub role: &'static str,
    /// Column and heading: relations.
    pub relations_heading: &'static str,
    /// Column: what the relation is.
    pub relation: &'static str,
    /// Column: from whom.
    pub from: &'static str,
    /// Column: to whom.
    pub to: &'static str,
    /// Column: when.
    pub period: &'static str,
    /// Heading of an actor's mentions in the text.
    pub mentions: &'static str,
    /// The way to a mention: "Mention 2".
    pub mention: About,
    /// An actor that the text does not name.
    pub no_mention: &'static str,
    /// An actor without relations.
    pub no_relation: &'static str,
    /// Closes the panel of an actor.
    pub close: &'static str,
    /// The way to an actor's own page.
    pub read_more: &'static str,
    /// A period that has begun and not ended.
    pub since: About,
    /// A period of which only the end is known.
    pub until: About,
    /// A period with both ends.
    pub period_between: fn(&str, &str) -> String,
    /// A period of which nothing is known.
    pub undated: &'static str,
    /// What is said when an actor is selected.
    pub selected: About,
    /// What is said when none is selected any more.
    pub deselected: &'static str,
}

/// Words of the comment section.
pub struct CommentWords {
    /// Its heading.
    pub heading: &'static str,
    /// How many comments there are; says so of none too.
    pub count: Counted,
    /// The form's heading: « Laisser un commentaire ».
    pub leave: &'static str,
    /// The heading of a form that answers NAME.
    pub reply_to: About,
    /// Label of the text.
    pub text: &'static str,
    /// Label of the name.
    pub name: &'static str,
    /// Label of the e-mail address.
    pub email: &'static str,
    /// What happens to the e-mail address.
    pub email_hint: &'static str,
    /// Label of the website.
    pub website: &'static str,
    /// After the label of a field that may stay empty.
    pub optional: &'static str,
    /// After the label of a field that has to be filled.
    pub mandatory: &'static str,
    /// The button that sends.
    pub send: &'static str,
    /// While it is sent.
    pub sending: &'static str,
    /// It can be read by all.
    pub posted: &'static str,
    /// It waits for approval.
    pub pending: &'static str,
    /// What was typed before is still there.
    pub draft_kept: &'static str,
    /// The button that answers a comment.
    pub reply: &'static str,
    /// What the button that answers NAME is called for a screen reader.
    pub reply_to_name: About,
    /// Closes the form of an answer.
    pub cancel: &'static str,
    /// Who has given no name.
    pub anonymous: &'static str,
    /// Above an answer: to whom.
    pub in_reply_to: About,
    /// Instead of a comment that was taken back.
    pub deleted: &'static str,
    /// The comments are on their way.
    pub loading: &'static str,
    /// There are none yet.
    pub none_yet: &'static str,
    /// The article takes no more comments.
    pub closed: &'static str,
    /// The comments can't be shown.
    pub unreachable: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// What `local` does: it keeps comments in this browser alone.
    pub local_only: &'static str,
    /// A field that has to be filled.
    pub required: &'static str,
    /// A comment shorter than allowed.
    pub too_short: Counted,
    /// A comment longer than allowed.
    pub too_long: Counted,
    /// Not an e-mail address.
    pub bad_email: &'static str,
    /// Not the address of a website.
    pub bad_website: &'static str,
    /// How many fields are wrong, above the form.
    pub form_errors: Counted,
    /// The server did not answer; the text is kept.
    pub no_answer: &'static str,
    /// The server refused, for the reason that follows in its own words.
    pub refused: About,
    /// The server refused without a reason.
    pub refused_without_reason: &'static str,
    /// It is not known whether the comment arrived.
    pub unclear: &'static str,
    /// Too many comments in a short time.
    pub too_many: &'static str,
    /// The page stopped the comment on its own.
    pub stopped: &'static str,
}

/// Sentences for when something is wrong.
pub struct ErrorWords {
    /// There is no article at the address.
    pub not_found: &'static str,
    /// The address can't be reached.
    pub unreachable: &'static str,
    /// What is there is not JSON.
    pub not_json: &'static str,
    /// The document is wrong at the place given.
    pub wrong_document: About,
    /// Nobody said which article.
    pub no_source: &'static str,
    /// The comment server's description can't be used.
    pub wrong_backend: &'static str,
    /// The map can't be shown.
    pub wrong_map: &'static str,
}

impl Language {
    /// The language for the first of `tags` that we speak, by its primary
    /// subtag; French when there is none.
    ///
    /// ```
    /// use article_widget_core::language::Language;
    /// assert_eq!(Language::for_tags(["tlh", "ar-NE"]).tag, "ar");
    /// assert_eq!(Language::for_tags([]).tag, "fr");
    /// ```
    pub fn for_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> &'static Language {
        tags.into_iter().find_map(Self::of_tag).unwrap_or(ALL[0])
    }

    /// The language of a tag, whatever its region, if we speak it.
    #[inline(never)]
    pub fn of_tag(tag: &str) -> Option<&'static Language> {
        let primary = search::until(tag, b"-");
        ALL.into_iter().find(|language| language.tag.eq_ignore_ascii_case(primary))
    }
}

/// A number between its words.
fn counted(before: &str, number: &str, noun: &str, after: &str) -> String {
    [before, number, noun, after].concat()
}

/// Whether a written date begins with a day: "16 mars 2024", but neither
/// "mars 2024" nor "2024".
fn begins_with_day(date: &str) -> bool {
    date.starts_with(|first: char| first.is_ascii_digit()) && search::find(date, " ").is_some()
}
