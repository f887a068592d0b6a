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
//! | `names` | all names of all actors, and which of them stands at a place in the text |
//! | `word` | where words begin and end, in the scripts that we meet |

mod names;
mod word;

use crate::article::Article;
use crate::decode::{Problem, Warnings};
use crate::map::{ActorIndex, ActorMap};
use crate::rich_text::lines::{LineKind, each_line};
use crate::rich_text::{Inline, Mark};
use names::Names;

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
pub fn find_mentions(article: &mut Article, warnings: &mut Warnings) -> Mentions {
    for line in [&mut article.title, &mut article.kicker] {
        unlink(line);
    }
    for correction in &mut article.corrections {
        unlink(&mut correction.text);
    }
    let map = &mut article.map;
    let of_actors = map.actors.iter_mut().map(|actor| &mut actor.summary);
    let of_relations = map.relations.iter_mut().map(|relation| &mut relation.summary);
    let of_events = map.events.iter_mut().map(|event| &mut event.summary);
    of_actors.chain(of_relations).chain(of_events).for_each(unlink);
    let mut finder = Finder {
        map: &article.map,
        names: Names::of(&article.map.actors),
        mentions: Vec::new(),
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
    Mentions(finder.mentions)
}

struct Finder<'a> {
    map: &'a ActorMap,
    names: Names,
    mentions: Vec<ActorIndex>,
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
        let mut following = vec![next];
        for inline in inlines.iter().skip(1).rev() {
            let next = following[following.len() - 1];
            following.push(first_char(core::slice::from_ref(inline)).unwrap_or(next));
        }
        for mut inline in core::mem::take(inlines) {
            let next = following.pop().unwrap_or(next);
            match &mut inline {
                Inline::Text(text) if find => {
                    self.text(text, next, inlines);
                    self.previous = text.chars().next_back().unwrap_or(self.previous);
                    continue;
                }
                Inline::Text(text) => {
                    self.previous = text.chars().next_back().unwrap_or(self.previous);
                }
                Inline::Break => self.previous = '\n',
                Inline::Marked { mark, children } => {
                    self.inlines(children, next, find && *mark != Mark::Code);
                }
                Inline::Foreign { children, .. } => self.inlines(children, next, find),
                Inline::Link { children, .. } => self.inlines(children, next, false),
                Inline::Mention { actor, number, children } => match self.map.find(actor) {
                    Some(index) => {
                        *number = self.mentions.len();
                        self.mentions.push(index);
                        self.inlines(children, next, false);
                    }
                    None => {
                        self.warn(actor);
                        self.inlines(children, next, find);
                        inlines.append(children);
                        continue;
                    }
                },
            }
            inlines.push(inline);
        }
    }

    /// Cuts `text` into plain pieces and mentions.
    fn text(&mut self, text: &str, next: char, pieces: &mut Vec<Inline>) {
        let mut plain_from = 0;
        for found in self.names.find_all(self.previous, text, next) {
            if found.start > plain_from {
                pieces.push(Inline::Text(text[plain_from..found.start].into()));
            }
            pieces.push(Inline::Mention {
                actor: self.map.actor(found.actor).id.clone(),
                number: self.mentions.len(),
                children: vec![Inline::Text(text[found.start..found.end].into())],
            });
            self.mentions.push(found.actor);
            plain_from = found.end;
        }
        if plain_from < text.len() {
            pieces.push(Inline::Text(text[plain_from..].into()));
        }
    }

    fn warn(&mut self, actor: &str) {
        let mut message = String::from("no actor has the id \"");
        message.extend(actor.chars().take(60));
        message.push_str("\" that a mention names");
        self.warnings.0.push(Problem { place: self.place.into(), message });
    }
}

/// The first character of `inlines`, if they have one.
fn first_char(inlines: &[Inline]) -> Option<char> {
    inlines.iter().find_map(|inline| match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::Break => Some('\n'),
        Inline::Marked { children, .. }
        | Inline::Link { children, .. }
        | Inline::Mention { children, .. }
        | Inline::Foreign { children, .. } => first_char(children),
    })
}

/// Makes plain text of the mentions in `inlines`.
fn unlink(inlines: &mut Vec<Inline>) {
    for mut inline in core::mem::take(inlines) {
        match &mut inline {
            Inline::Mention { children, .. } => {
                inlines.append(children);
                continue;
            }
            Inline::Marked { children, .. }
            | Inline::Link { children, .. }
            | Inline::Foreign { children, .. } => unlink(children),
            Inline::Text(_) | Inline::Break => {}
        }
        inlines.push(inline);
    }
}

#[cfg(test)]
mod tests;
