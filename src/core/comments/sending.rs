//! The way of a draft to the server, as a state machine.
//!
//! | phase | goes on when |
//! | --- | --- |
//! | [`Phase::Idle`], [`Phase::Refused`], [`Phase::Unclear`], [`Phase::Posted`] | the reader sends |
//! | [`Phase::Looking`] | the thread was listed, or could not be |
//! | [`Phase::Posting`] | the server answered, or did not |
//!
//! Two invariants: while one request is under way no other begins, and after
//! an end that is unclear nothing is posted again before the thread was listed
//! and the comment was not in it.

use super::backend::{Outcome, Refusal};
use super::{Comment, CommentStatus, Draft};
use crate::rich_text::{Block, BlockKind, plain_text};

/// Where a draft is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// With the reader.
    #[default]
    Idle,
    /// The thread is listed, to see whether the comment arrived before.
    Looking,
    /// On its way.
    Posting,
    /// The server has it.
    Posted(CommentStatus),
    /// The server does not want it.
    Refused(Refusal),
    /// Nobody knows whether it arrived.
    Unclear {
        /// The server said something that can't be understood, instead of nothing.
        answered: bool,
    },
}

/// What has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The reader sends.
    Submitted,
    /// The comment was found among those of the server.
    Found(Comment),
    /// The thread was listed, and the comment is not in it.
    NotFound,
    /// The thread can't be listed.
    NotListed,
    /// The posting has ended.
    Ended(Outcome),
    /// The reader writes again.
    Edited,
}

/// What has to be done now.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Nothing.
    Rest,
    /// List the thread and look for the comment.
    Look,
    /// Post the comment.
    Post,
    /// Show the comment; the draft is not needed any more.
    Show(Comment),
}

/// A draft's way to the server.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sending {
    /// Where it is.
    pub phase: Phase,
    /// It may have arrived, with a request whose end is not known.
    pub maybe_sent: bool,
}

impl Sending {
    /// Whether a request is under way.
    pub fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Looking | Phase::Posting)
    }

    /// Goes on; what does not fit the phase changes nothing.
    pub fn apply(&mut self, event: Event) -> Effect {
        let (phase, effect) = match (&self.phase, event) {
            (Phase::Looking, Event::Found(comment))
            | (Phase::Posting, Event::Ended(Outcome::Posted(comment))) => {
                self.maybe_sent = false;
                (Phase::Posted(comment.status), Effect::Show(comment))
            }
            (Phase::Looking, Event::NotFound) => (Phase::Posting, Effect::Post),
            (Phase::Looking, Event::NotListed) => {
                (Phase::Unclear { answered: false }, Effect::Rest)
            }
            (Phase::Posting, Event::Ended(Outcome::Refused(refusal))) => {
                self.maybe_sent = false;
                (Phase::Refused(refusal), Effect::Rest)
            }
            (Phase::Posting, Event::Ended(Outcome::Unclear { answered })) => {
                (Phase::Unclear { answered }, Effect::Rest)
            }
            (Phase::Looking | Phase::Posting, _) => return Effect::Rest,
            (_, Event::Submitted) if self.maybe_sent => (Phase::Looking, Effect::Look),
            (_, Event::Submitted) => (Phase::Posting, Effect::Post),
            (Phase::Posted(_), Event::Edited) => (Phase::Idle, Effect::Rest),
            _ => return Effect::Rest,
        };
        if matches!(effect, Effect::Post) {
            // From here on, until an answer says otherwise.
            self.maybe_sent = true;
        }
        self.phase = phase;
        effect
    }
}

/// The index in `listed` of the comment that says what `draft` says, by the
/// same author, if it was not among those that were `known` before the draft
/// was first sent.
pub fn find_sent(draft: &Draft, listed: &[Comment], known: &[String]) -> Option<usize> {
    let text = signature(&draft.text);
    listed.iter().position(|comment| {
        comment.author.as_deref().unwrap_or("") == draft.name
            && !known.contains(&comment.id)
            && blocks_signature(&comment.body) == text
    })
}

/// What stays of a text when its format is taken away: servers turn Markdown
/// into HTML, change quotes and trim spaces.
fn signature(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || (!c.is_ascii() && !is_punctuation(*c)))
        .collect()
}

/// General punctuation and the spaces and quotes of Latin-1.
fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{206f}')
}

fn blocks_signature(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph | BlockKind::Heading(_) => {
                text.push_str(&signature(&plain_text(&block.text)));
            }
            BlockKind::Code(code) => text.push_str(&signature(code)),
            _ => {}
        }
        text.push_str(&blocks_signature(&block.blocks));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comments::comment::plain_blocks;

    fn comment(id: &str, author: &str, text: &str) -> Comment {
        Comment {
            id: id.into(),
            author: (!author.is_empty()).then(|| author.into()),
            body: plain_blocks(text),
            ..Comment::default()
        }
    }

    fn draft(name: &str, text: &str) -> Draft {
        Draft { name: name.into(), text: text.into(), ..Draft::default() }
    }

    #[test]
    fn three_fast_clicks_post_once() {
        let mut sending = Sending::default();
        assert_eq!(sending.apply(Event::Submitted), Effect::Post);
        assert_eq!(sending.apply(Event::Submitted), Effect::Rest);
        assert_eq!(sending.apply(Event::Submitted), Effect::Rest);
        assert!(sending.is_busy());
    }

    #[test]
    fn after_a_refusal_it_posts_at_once() {
        let mut sending = Sending::default();
        sending.apply(Event::Submitted);
        sending.apply(Event::Ended(Outcome::Refused(Refusal::default())));
        assert_eq!(sending.apply(Event::Submitted), Effect::Post);
    }

    #[test]
    fn after_a_reload_while_it_was_sent_it_looks_first() {
        let mut sending = Sending { maybe_sent: true, ..Sending::default() };
        assert_eq!(sending.apply(Event::Submitted), Effect::Look);
        assert_eq!(sending.apply(Event::NotListed), Effect::Rest);
        assert_eq!(sending.apply(Event::Submitted), Effect::Look);
        assert_eq!(sending.apply(Event::NotFound), Effect::Post);
    }

    #[test]
    fn an_answer_that_nobody_waits_for_changes_nothing() {
        let mut sending = Sending::default();
        let late = Event::Ended(Outcome::Posted(comment("1", "", "a")));
        assert_eq!(sending.apply(late), Effect::Rest);
        assert_eq!(sending, Sending::default());
    }

    #[test]
    fn the_words_of_success_go_when_the_reader_writes_again() {
        let mut sending = Sending::default();
        sending.apply(Event::Submitted);
        sending.apply(Event::Ended(Outcome::Posted(comment("1", "", "a"))));
        assert_eq!(sending.phase, Phase::Posted(CommentStatus::Published));
        sending.apply(Event::Edited);
        assert_eq!(sending.phase, Phase::Idle);
    }

    #[test]
    fn a_comment_is_known_by_its_words_and_its_author() {
        let sent = draft("Ann", "Hello *world*,\n\n- it’s `fine`");
        let same = comment("2", "Ann", "Hello world,\n\nit's fine");
        assert_eq!(
            find_sent(&sent, &[comment("1", "Bob", "Hello world"), same.clone()], &[]),
            Some(1)
        );
        assert_eq!(find_sent(&sent, &[same], &["2".into()]), None);
        assert_eq!(find_sent(&draft("", "oui"), &[comment("1", "", "non")], &[]), None);
    }

    /// What a request meets: whether the server keeps the comment, and what
    /// is heard of it.
    #[derive(Clone, Copy)]
    enum Fate {
        Answered,
        KeptUnheard,
        Lost,
        Refused,
        Unlisted,
    }

    const FATES: [Fate; 5] =
        [Fate::Answered, Fate::KeptUnheard, Fate::Lost, Fate::Refused, Fate::Unlisted];

    /// Sends the same draft until it is posted, and meets `fates` on the way.
    fn copies_on_the_server(fates: &[Fate], reloads: bool) -> (usize, bool) {
        let sent = draft("Ann", "Bonjour");
        let mut server: Vec<Comment> = Vec::new();
        let mut sending = Sending::default();
        let mut fates = fates.iter().copied();
        loop {
            let mut effect = sending.apply(Event::Submitted);
            loop {
                let event = match effect {
                    Effect::Rest => break,
                    Effect::Show(_) => return (server.len(), true),
                    Effect::Look => match fates.next() {
                        None => return (server.len(), false),
                        Some(Fate::Unlisted) => Event::NotListed,
                        Some(_) => match find_sent(&sent, &server, &[]) {
                            Some(found) => Event::Found(server[found].clone()),
                            None => Event::NotFound,
                        },
                    },
                    Effect::Post => {
                        let Some(fate) = fates.next() else { return (server.len(), false) };
                        if matches!(fate, Fate::Answered | Fate::KeptUnheard) {
                            server.push(comment("1", "Ann", "Bonjour"));
                        }
                        Event::Ended(match fate {
                            Fate::Answered => Outcome::Posted(server[0].clone()),
                            Fate::Refused => Outcome::Refused(Refusal::default()),
                            _ => Outcome::Unclear { answered: false },
                        })
                    }
                };
                effect = sending.apply(event);
            }
            if reloads {
                // Only what was written down survives.
                sending = Sending { maybe_sent: sending.maybe_sent, ..Sending::default() };
            }
        }
    }

    #[test]
    fn never_twice_and_never_lost_whatever_happens_on_the_way() {
        let mut ended = 0;
        for number in 0..5_usize.pow(7) {
            let fates: Vec<Fate> =
                (0..7).map(|digit| FATES[number / 5_usize.pow(digit) % 5]).collect();
            for reloads in [false, true] {
                let (copies, shown) = copies_on_the_server(&fates, reloads);
                assert!(copies <= 1, "{number}");
                assert!(!shown || copies == 1, "{number}");
                ended += usize::from(shown);
            }
        }
        assert!(ended > 100_000, "most of them arrive: {ended}");
    }
}
