//! Every word that the widget itself says, in the reader's language.
//!
//! A language is one file in `languages/`, of which a reader downloads one. A
//! text that is missing or misspelt in it does not compile. To add a language:
//! copy the nearest file and translate. (The words shown before this code has
//! arrived, and when it can't arrive, stand in `www/embed.js`.)
//!
//! | module | holds |
//! | --- | --- |
//! | [`words`] | the one list of all words |
//! | [`phrase`] | words with a number, a date or a name in them |
//! | `check` | what the build script holds every language's file against |

#[cfg(test)]
mod check;
mod phrase;
#[cfg(test)]
mod tests;

/// Makes a structure of each section of the list.
macro_rules! words {
    ($(
        $(#[$section_docs:meta])*
        $section:ident: $Section:ident {
            $($(#[$docs:meta])* $word:ident: $Kind:ident $(($hole:literal))?,)*
        }
    )*) => {
        $(
            $(#[$section_docs])*
            pub struct $Section {
                $($(#[$docs])* pub $word: super::$Kind,)*
            }

            impl $Section {
                pub(super) const UNREAD: Self =
                    Self { $($word: <super::$Kind as super::Word>::UNREAD,)* };

                pub(super) fn read(&mut self, texts: &mut super::Texts) {
                    $(super::Word::read(&mut self.$word, texts);)*
                }
            }
        )*

        /// How many words there are.
        pub(super) const COUNT: usize = [$($(stringify!($word),)*)*].len();
    };
}
pub mod words;

pub use phrase::{About, Counted, Dated};
pub use words::{ArticleWords, CommentWords, ErrorWords, MapWords};

use phrase::{Texts, Word};

use crate::json::Json;
use crate::map::{ActorKind, Sign};
use crate::rich_text::Direction;
use crate::search;

/// The languages that there is a file for, as BCP 47 tags; the first is spoken
/// when nothing better is known.
pub const TAGS: &[&str] = include!(concat!(env!("OUT_DIR"), "/tags.rs"));

/// A text that is said as it is.
pub type Text = &'static str;

/// A language of the interface.
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// In which direction it runs.
    pub direction: Direction,
    /// Month names where browsers have none, from January on.
    pub months: &'static [Json],
    /// Words around the article.
    pub article: ArticleWords,
    /// Words of the actor map.
    pub map: MapWords,
    /// Words of the comment section.
    pub comments: CommentWords,
    /// Sentences for when something is wrong.
    pub errors: ErrorWords,
}

impl Language {
    /// A language's file, read; nothing when it is not one of this version of
    /// the widget. Words are found by their order, which the build script has
    /// checked: what is shipped lacks the names. A language is for as long as the
    /// page: nothing frees it.
    pub fn read(file: Json) -> Option<&'static Language> {
        let parts = values(Box::leak(Box::new(file)));
        let [tag, direction, _, Json::List(months), sections @ ..] = &parts[..] else {
            return None;
        };
        let mut words = Vec::new();
        for section in sections {
            words.append(&mut values(section));
        }
        if words.len() != words::COUNT {
            return None;
        }
        let language = Box::leak(Box::new(const { Language::UNREAD }));
        language.tag = tag.as_text()?;
        if direction.as_text()? == "rtl" {
            language.direction = Direction::RightToLeft;
        }
        language.months = months;
        // In place: what moves such a large value costs more than what reads it.
        let mut texts = Texts(words.into_iter());
        language.article.read(&mut texts);
        language.map.read(&mut texts);
        language.comments.read(&mut texts);
        language.errors.read(&mut texts);
        Some(language)
    }

    const UNREAD: Language = Language {
        tag: "",
        direction: Direction::LeftToRight,
        months: &[],
        article: ArticleWords::UNREAD,
        map: MapWords::UNREAD,
        comments: CommentWords::UNREAD,
        errors: ErrorWords::UNREAD,
    };
}

/// What is in an object, or in a list.
fn values(value: &'static Json) -> Vec<&'static Json> {
    let mut values = Vec::new();
    match value {
        Json::Object(fields) => values.extend(fields.iter().map(|(_, value)| value)),
        Json::List(items) => values.extend(items),
        _ => {}
    }
    values
}

impl MapWords {
    /// What a kind of actor is called.
    pub fn kind(&self, kind: ActorKind) -> Text {
        match kind {
            ActorKind::State => self.kind_state,
            ActorKind::Person => self.kind_person,
            ActorKind::Organisation => self.kind_organisation,
            ActorKind::Place => self.kind_place,
            ActorKind::Group => self.kind_group,
            ActorKind::Event => self.kind_event,
        }
    }

    /// What a sign of relations is called.
    pub fn sign(&self, sign: Sign) -> Text {
        match sign {
            Sign::Cooperation => self.sign_cooperation,
            Sign::Conflict => self.sign_conflict,
            Sign::Neutral => self.sign_neutral,
        }
    }
}

/// Our tag for the language of a tag, whatever its region, if we speak it.
///
/// ```
/// use article_widget_core::language::of_tag;
/// assert_eq!(of_tag("ar-NE"), Some("ar"));
/// assert_eq!(of_tag("tlh"), None);
/// ```
#[inline(never)]
pub fn of_tag(tag: &str) -> Option<&'static str> {
    let primary = search::until(tag, b"-");
    TAGS.iter().copied().find(|known| known.eq_ignore_ascii_case(primary))
}
