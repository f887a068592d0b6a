//! A first actor map for an article that has none: states, their capitals, and
//! what the text calls by a capital or by its office, with relations where two
//! share a sentence. It is a draft, for a journalist to correct: each finding
//! says how sure it is, and why.
//!
//! | module | does |
//! | --- | --- |
//! | `words` | cuts a text into sentences and words |
//! | `gazetteer` | knows all states, capitals and demonyms |
//! | `lexicon` | knows the words by which actors are known; to add a language, add a file |
//! | `find` | finds names in a sentence |
//! | `gather` | makes actors of what was found in all of them |
//! | [`mod@tidy`] | takes out of the text what a page says above it |
//! | `relate` | makes relations of actors that share a sentence |
//! | [`document`] | the article's document with what was found |

pub mod document;
mod find;
mod gather;
mod gazetteer;
mod lexicon;
mod relate;
mod tidy;
mod words;

use crate::article::Article;
use crate::map::{ActorKind, Sign};
use crate::rich_text::lines::LineKind;
use crate::rich_text::{Inline, Mark};
use gazetteer::Gazetteer;
use lexicon::Lexicon;
pub use tidy::tidy;

/// What was found in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// In the order of the text.
    pub actors: Vec<DraftActor>,
    /// The surest first.
    pub relations: Vec<DraftRelation>,
}

/// Somebody or something that the text names.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftActor {
    /// Made of its name; unique.
    pub id: String,
    /// What it is called most often.
    pub name: String,
    /// What it seems to be.
    pub kind: ActorKind,
    /// What else it is called.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// Longitude and latitude in degrees.
    pub at_deg: Option<[f64; 2]>,
    /// How often it is named.
    pub count: usize,
    /// How sure it is, from 0 to 1.
    pub confidence: f64,
    /// Why, in English.
    pub because: &'static str,
}

/// Two actors that have to do with each other.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRelation {
    /// The `id` of one.
    pub from: String,
    /// The `id` of the other.
    pub to: String,
    /// What it may be.
    pub label: &'static str,
    /// Whether it goes one way.
    pub directed: bool,
    /// Whether it binds or divides, by the words of the sentence.
    pub sign: Sign,
    /// The sentence in which they are found.
    pub sentence: Option<String>,
    /// How sure it is, from 0 to 1.
    pub confidence: f64,
}

/// Finds the actors of `article`, whatever map it has.
///
/// ```
/// use article_widget_core::{article::Article, draft::draft};
/// let json = r#"{"lang": "fr", "title": "Rupture", "body":
///     "<p>Le Niger rompt avec les États-Unis. À Niamey, on parle des forces américaines."}"#;
/// let (article, _) = Article::decode(&serde_json::from_str(json).unwrap()).unwrap();
/// let names: Vec<String> = draft(&article).actors.into_iter().map(|actor| actor.name).collect();
/// assert_eq!(names, ["Niger", "États-Unis", "Niamey", "Forces américaines"]);
/// ```
pub fn draft(article: &Article) -> Draft {
    let lexicon = Lexicon::of_tag(article.lang.as_deref().unwrap_or("fr"));
    let gazetteer = Gazetteer::load(lexicon.column);
    let paragraphs = paragraphs(article);
    let mut sentences = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        sentences.extend(words::sentences(&paragraph.text, number));
    }
    let reader = find::Reader { lexicon, gazetteer: &gazetteer };
    let mut gathered = gather::Gathered::default();
    for (number, sentence) in sentences.iter().enumerate() {
        let is_heading = paragraphs[sentence.number].is_heading;
        for found in reader.read(sentence, is_heading) {
            gathered.add(number, sentence, found);
        }
    }
    let (actors, places) = gathered.actors(lexicon, &gazetteer, &sentences);
    let relations = relate::relate(&actors, &places, lexicon, &sentences);
    let actors = actors.into_iter().map(|found| found.actor).collect();
    Draft { actors, relations }
}

struct Paragraph {
    text: String,
    is_heading: bool,
}

/// How many bytes of text are read: more than any article has, so that a page
/// that is none takes no longer.
const MAX_TEXT: usize = 400_000;

/// The texts in which actors are looked for, in the order of reading. Code and
/// small print, such as who made a picture, do not tell the story.
fn paragraphs(article: &Article) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut article = article.clone();
    let mut left = MAX_TEXT;
    let mut add = |line: &[Inline], is_heading: bool| {
        let mut text = String::new();
        push_story(line, &mut text);
        left = left.saturating_sub(text.len());
        if !text.trim().is_empty() && left > 0 {
            paragraphs.push(Paragraph { text, is_heading });
        }
    };
    add(&article.kicker, true);
    add(&article.title, true);
    article.each_line_of_text(&mut |kind, line| add(line, kind == LineKind::Heading));
    paragraphs
}

fn push_story(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Break => text.push('\n'),
            Inline::Marked { mark: Mark::Code | Mark::Small, .. } => text.push('\n'),
            other => push_story(other.children().unwrap_or_default(), text),
        }
    }
}

#[cfg(test)]
mod tests;
