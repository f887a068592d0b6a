//! A comment server's description.

use super::pick::{Item, at, holds, list, part, text, wanted};
use super::shape::check;
use super::template::{NAMES, Subject, Values, fill, visit_names};
use crate::comments::form::{Field, Rule, Rules};
use crate::decode::{Place, Problem};
use crate::http::Answer;
use crate::json::Json;
use crate::percent;
use crate::search;

/// A comment server's description: JSON that has passed [`check`]. So nothing
/// in it is of another shape than the table says, and whoever reads a part of
/// it has to ask only whether it is there.
#[derive(Debug)]
pub struct Backend {
    pub(super) description: Json,
    /// Where the server is, without a slash at the end.
    pub(super) server_url: String,
    /// What is commented on, what the site says of itself, and what the steps
    /// have given.
    pub(super) values: Values,
}

impl Default for Backend {
    /// Before there is one.
    fn default() -> Self {
        Backend { description: Json::Null, server_url: String::new(), values: Values::default() }
    }
}

/// What a server can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// The comments of a thread, or a part of them.
    List,
    /// To keep a new comment.
    Create,
    /// To change a comment of the reader.
    Edit,
    /// To take a comment of the reader back.
    Delete,
    /// To count the reader's vote on a comment.
    Vote,
    /// What a comment would look like.
    Preview,
    /// The comments that are new since a moment.
    Poll,
    /// Whether a captcha is solved, where that is asked for by itself.
    Captcha,
}

impl Operation {
    /// Its key in a description.
    pub fn key(self) -> &'static str {
        ["list", "create", "edit", "delete", "vote", "preview", "poll", "captcha"][self as usize]
    }
}

/// In which order a server lists comments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The newest conversation first.
    #[default]
    Newest,
    /// The oldest first.
    Oldest,
    /// The one that readers like best first.
    Best,
}

impl Sort {
    /// All orders.
    pub const ALL: [Sort; 3] = [Sort::Newest, Sort::Oldest, Sort::Best];

    /// Its name in a description.
    pub fn key(self) -> &'static str {
        ["newest", "oldest", "best"][self as usize]
    }
}

impl Backend {
    /// Reads a description. Nothing is left out of it: a server that is asked
    /// in a wrong way loses comments.
    ///
    /// # Errors
    /// The first place that is wrong.
    pub fn decode(description: Json) -> Result<Self, Problem> {
        let place = Place::document(&description);
        let mut own = Vec::new();
        let mut gather = |names: &Json| {
            if let Json::Object(fields) = names {
                for (name, _) in fields {
                    own.push(name.clone());
                }
            }
        };
        gather(part(&description, "values"));
        for step in list(part(&description, "steps")) {
            gather(part(step, "gives"));
        }
        check(&place, &own)?;
        for name in &own {
            if NAMES.contains(&&**name) {
                let message = ["there is a value {", name, "} already: choose another name"];
                return Err(place.problem(&message.concat()));
            }
        }
        Ok(Backend::known(description))
    }

    /// From a description that is known to be right: one of ours, or one that
    /// has been read by [`Backend::decode`] elsewhere.
    pub fn known(description: Json) -> Self {
        Backend { description, ..Backend::default() }
    }

    /// Says where the server is and what is commented on. `address` is that of
    /// the attribute `backend-url`: behind its `#` stand the values that the
    /// description asks of a site, as in `https://a.example#site=1&key=x`.
    ///
    /// # Errors
    /// A value that the description asks for and that has no value of its own
    /// is not given.
    pub fn serve(&mut self, address: &str, subject: &Subject) -> Result<(), Problem> {
        let Some(name) = self.reach(address, subject) else { return Ok(()) };
        let server = search::until(address, b"#");
        let place = Place::document(&self.description);
        let place = place.required("values")?.required(&name)?;
        let message = ["the site has to give it: backend-url=\"", server, "#", &name, "=…\""];
        Err(place.problem(&message.concat()))
    }

    /// The same, with less to say: the first value that the site has to give and
    /// does not.
    pub fn reach(&mut self, address: &str, subject: &Subject) -> Option<String> {
        let server = search::until(address, b"#");
        let given = address.get(server.len() + 1..).unwrap_or("");
        self.server_url = server.trim_end_matches('/').into();
        self.values = Values::default();
        for (name, value) in [
            ("server", &self.server_url.clone()),
            ("thread", &subject.thread),
            ("title", &subject.title),
            ("url", &subject.url),
            ("lang", &subject.lang),
        ] {
            self.values.set(name, value);
        }
        let Json::Object(fields) = part(&self.description, "values") else { return None };
        for (name, otherwise) in fields {
            let mut value: String = text(otherwise).into();
            for pair in search::parts(given, b'&') {
                let known = search::until(pair, b"=");
                if known == name {
                    value = percent::decoded(pair.get(known.len() + 1..).unwrap_or(""));
                }
            }
            // Where there is `null`, a site may do without.
            if value.is_empty() && !matches!(otherwise, Json::Null) {
                return Some(name.clone());
            }
            self.values.set(name, &value);
        }
        None
    }

    /// The reader is known to the page: by this token, which templates can
    /// name. Nothing is known when it is empty.
    pub fn know_reader(&mut self, token: &str) {
        self.values.set("token", token);
    }

    /// What the server is called.
    pub fn name(&self) -> &str {
        text(part(&self.description, "name"))
    }

    /// There is no server: this browser keeps the comments (see [`super::local`]).
    pub fn is_in_this_browser(&self) -> bool {
        text(part(&self.description, "storage")) == "browser"
    }

    /// Whether the server can be asked for `operation`, now: some want a value
    /// first that not every reader has, such as a token.
    pub fn can(&self, operation: Operation) -> bool {
        let shape = self.shape(operation);
        let needed = part(shape, "needs").as_text();
        !matches!(part(shape, "request"), Json::Null)
            && needed.is_none_or(|name| !self.values.get(name).is_empty())
    }

    /// Whether a comment can answer another.
    pub fn takes_replies(&self) -> bool {
        let mut is_named = false;
        let request = part(self.shape(Operation::Create), "request");
        visit_names(request, &mut |name| is_named |= name == "parent");
        is_named
    }

    /// How deep answers may go: 1 where only comments on the article can be
    /// answered. No limit is known when absent.
    pub fn reply_depth(&self) -> Option<usize> {
        count(self.shape(Operation::Create), "depth")
    }

    /// For how many milliseconds a comment can be edited or taken back. For
    /// ever when absent, as far as anybody knows.
    pub fn window_ms(&self, operation: Operation) -> Option<f64> {
        match part(self.shape(operation), "within") {
            Json::Number(seconds) => Some(seconds * 1000.0),
            _ => None,
        }
    }

    /// Whether the server itself can sort in this order. In the order that
    /// comes first, it sorts when nothing else is asked.
    pub fn sorts(&self, sort: Sort) -> bool {
        part(self.shape(Operation::List), "sort").get(sort.key()).is_some()
    }

    /// Whether readers can vote against a comment, and not only for it.
    pub fn takes_votes_against(&self) -> bool {
        part(self.shape(Operation::Vote), "down").as_text().is_some()
    }

    /// Whether a vote can be taken back.
    pub fn takes_votes_back(&self) -> bool {
        part(self.shape(Operation::Vote), "undo").as_text().is_some()
    }

    /// Whether a comment that the server has taken is listed at once, to who
    /// wrote it, also while it waits for approval. If not, that it is not
    /// listed says nothing.
    pub fn lists_all(&self) -> bool {
        self.is_set(Operation::List, "complete")
    }

    /// Whether the server knows a comment again that is sent twice, and keeps
    /// it once: by an idempotency key or by what it says.
    pub fn knows_again(&self) -> bool {
        self.is_set(Operation::Create, "repeatable")
    }

    /// What does not depend on an answer.
    fn is_set(&self, operation: Operation, key: &str) -> bool {
        let item = Item { own: &Json::Null, joined: &Json::Null };
        holds(part(self.shape(operation), key), &self.values, &Answer::default(), item)
    }

    /// Where the thread can be answered, for servers that take no comments from
    /// here: the address of a page. Its steps must have been taken.
    pub fn elsewhere(&self) -> Option<String> {
        let template = part(&self.description, "elsewhere").as_text()?;
        fill(template, &[&self.values], String::push_str)
    }

    /// What the server wants of the form, when it has answered `list`.
    pub fn rules_after(&self, list: &Json) -> Rules {
        let mut rules = Rules::default();
        let fields = part(&self.description, "fields");
        for field in Field::ALL {
            let shape = part(fields, field.key());
            if matches!(shape, Json::Null) {
                continue;
            }
            let required = match part(shape, "required") {
                said @ Json::Object(_) => at(said, "at", Item { own: list, joined: &Json::Null }),
                said => said,
            };
            rules.0[field as usize] = Some(Rule {
                // A comment says something.
                required: field == Field::Text || matches!(required, Json::Bool(true)),
                min: count(shape, "min").unwrap_or(0),
                max: count(shape, "max"),
            });
        }
        rules
    }

    /// The part of the description that is about `operation`.
    pub(super) fn shape(&self, operation: Operation) -> &Json {
        part(&self.description, operation.key())
    }

    /// The headers and cookies that are read in the answer to what `shape`
    /// describes.
    pub(super) fn wanted(&self, shape: &Json) -> Vec<String> {
        let mut names = Vec::new();
        for shape in [shape, part(shape, "gives")] {
            if let Json::Object(fields) = shape {
                for (_, value) in fields {
                    names.extend(wanted(value));
                }
            }
        }
        names
    }
}

pub(super) fn count(shape: &Json, key: &str) -> Option<usize> {
    match part(shape, key) {
        Json::Number(number) => Some(*number as usize),
        _ => None,
    }
}
