//! Actors found in the text.
//!
//! [`find_mentions`] turns each name or alias of an actor in the article into
//! an [`Inline::Mention`], beside those that
//! the author made. It takes the longest match of whole words, with case and
//! accents as written, and looks neither into links nor into code nor into
//! headings.
//!
//! | module | holds |
//! | --- | --- |
//! | [`pieces`] | the same in a text that stands in a page and stays there |
//! | `names` | all names of all actors, and which of them stands at a place in the text |
//! | `word` | where words begin and end, in the scripts that we meet |

mod names;
pub mod pieces;
pub(crate) mod word;

use crate::article::Article;
use crate::decode::{Problem, Warnings, beginning};
use crate::map::{ActorIndex, ActorMap};
use crate::rich_text::lines::{LineKind, each_line};
use crate::rich_text::{Inline, Mark, first_char};
use names::{Found, Names};

/// Which actor each mention of an article names, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions(pub Vec<ActorIndex>);

impl Mentions {
    /// The numbers of the mentions of `actor`, in the order of the text.
    pub fn of(&self, actor: ActorIndex) -> impl Iterator<Item = usize> + '_ {
        let numbered = self.0.iter().enumerate();
        numbered.filter(move |(_, found)| **found == actor).map(|(number, _)| number)
    }
}

/// Marks the actors in the standfirst, the main picture's caption and the body
/// of `article`, and numbers the mentions in that order. A mention of an actor
/// that isn't there becomes plain text, with a warning; so does, without one,
/// any mention in the other texts of the document.
pub fn find_mentions(article: &mut Article, warnings: &mut Warnings) {
    article.each_line_beside_text(&mut unlink);
    let mut finder = Finder {
        map: &article.map,
        names: Names::of(&article.map.actors),
        mentions: &mut article.mentions.0,
        warnings,
        place: "/standfirst",
        previous: '\n',
    };
    finder.line(LineKind::Text, &mut article.standfirst);
    if let Some(image) = &mut article.image {
        finder.place = "/image/caption";
        finder.line(LineKind::Text, &mut image.caption);
    }
    finder.place = "/body";
    each_line(&mut article.body, &mut |kind, line| finder.line(kind, line));
}

struct Finder<'a> {
    map: &'a ActorMap,
    names: Names,
    mentions: &'a mut Vec<ActorIndex>,
    warnings: &'a mut Warnings,
    place: &'static str,
    /// The character before the place that was reached.
    previous: char,
}

impl Finder<'_> {
    fn line(&mut self, kind: LineKind, line: &mut Vec<Inline>) {
        self.previous = '\n';
        self.inlines(line, '\n', kind == LineKind::Text);
    }

    /// Marks what is in `inlines`, which `next` follows; `find` says whether
    /// names are to be looked for.
    fn inlines(&mut self, inlines: &mut Vec<Inline>, next: char, find: bool) {
        let mut found = core::mem::take(inlines);
        for at in 0..found.len() {
            let next = first_char(&found[at + 1..], |_| false).unwrap_or(next);
            let mut inline = core::mem::replace(&mut found[at], Inline::Break);
            let mut find = find;
            match &mut inline {
                Inline::Text(text) => {
                    let previous = self.previous;
                    self.previous = text.chars().next_back().unwrap_or(previous);
                    if find {
                        self.text(previous, text, next, inlines);
                        continue;
                    }
                }
                Inline::Break => self.previous = '\n',
                Inline::Link { .. } | Inline::Marked { mark: Mark::Code, .. } => find = false,
                Inline::Mention { actor, number, children } => match self.map.find(actor) {
                    Some(index) => {
                        *number = self.mentions.len();
                        self.mentions.push(index);
                        find = false;
                    }
                    None => {
                        self.warn(actor);
                        self.inlines(children, next, find);
                        inlines.append(children);
                        continue;
                    }
                },
                _ => {}
            }
            if let Some(children) = inline.children_mut() {
                self.inlines(children, next, find);
            }
            inlines.push(inline);
        }
    }

    /// Cuts `text` into plain pieces and mentions.
    #[inline(never)]
    fn text(&mut self, previous: char, text: &str, next: char, pieces: &mut Vec<Inline>) {
        let mut plain_from = 0;
        for Found { start, end, actor } in self.names.find_all(previous, text, next) {
            push_text(&text[plain_from..start], pieces);
            let mut children = Vec::new();
            push_text(&text[start..end], &mut children);
            let number = self.mentions.len();
            let id = self.map.actor(actor).id.clone();
            pieces.push(Inline::Mention { actor: id, number, children });
            self.mentions.push(actor);
            plain_from = end;
        }
        push_text(&text[plain_from..], pieces);
    }

    fn warn(&mut self, actor: &str) {
        let mut message = String::from("no actor has the id \"");
        message.push_str(beginning(actor));
        message.push_str("\" that a mention names");
        self.warnings.0.push(Problem::new(self.place.into(), message));
    }
}

#[inline(never)]
fn push_text(text: &str, pieces: &mut Vec<Inline>) {
    if !text.is_empty() {
        pieces.push(Inline::Text(text.into()));
    }
}

/// Makes plain text of the mentions in `inlines`.
fn unlink(inlines: &mut Vec<Inline>) {
    for mut inline in core::mem::take(inlines) {
        let is_mention = matches!(inline, Inline::Mention { .. });
        if let Some(children) = inline.children_mut() {
            unlink(children);
            if is_mention {
                inlines.append(children);
            }
        }
        if !is_mention {
            inlines.push(inline);
        }
    }
}

#[cfg(test)]
mod tests;
