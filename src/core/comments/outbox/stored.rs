//! An entry as the browser stores it.

use super::{Entry, State};
use crate::comments::{Draft, draft};
use crate::json::Json;

impl Entry {
    /// Under which name an entry is stored: one for each, so that two pages
    /// never write over what the other has written.
    pub fn storage_key(thread: &str, id: &str) -> String {
        [&Entry::storage_prefix(thread), id].concat()
    }

    /// How the names begin under which a thread's entries are stored.
    pub fn storage_prefix(thread: &str) -> String {
        ["article-widget:outbox:", thread, "#"].concat()
    }

    /// The entry as it is stored.
    pub fn to_json(&self) -> Json {
        let state = match self.state {
            State::Waiting => "waiting",
            State::Posting { .. } => "posting",
            State::Looking => "looking",
            State::Asking => "asking",
            State::Returned => "returned",
        };
        let mut known = Vec::new();
        for id in &self.known {
            known.push(Json::from(&**id));
        }
        let mut json = Json::Null;
        json.set_text("id", &self.id);
        json.set_text("state", state);
        json.set("maybe_sent", Json::Bool(self.maybe_sent));
        json.set_number("tries", self.tries.into());
        json.set_number("not_before", self.not_before);
        json.set_number("settled_at", self.settled_at);
        json.set_number("first_sent", self.first_sent);
        json.set("known", Json::List(known));
        draft::write(&mut json, &self.draft, draft::SENT);
        json
    }

    /// A wish as it is stored: `draft`, to be sent when that can be seen to.
    pub fn wish(id: &str, draft: &Draft) -> Json {
        let mut json = Json::Null;
        json.set_text("id", id);
        json.set_text("state", "waiting");
        json.set("wish", Json::Bool(true));
        draft::write(&mut json, draft, draft::SENT);
        json
    }

    /// The entry as it was stored; nothing where it can't be read.
    pub fn from_json(json: &Json) -> Option<Self> {
        let mut entry = Entry {
            id: json.text("id").into(),
            state: match json.text("state") {
                "waiting" => State::Waiting,
                // Whether an earlier one was sent as well does not count any more.
                "posting" => State::Posting { again: true },
                "looking" => State::Looking,
                "asking" => State::Asking,
                "returned" => State::Returned,
                _ => return None,
            },
            maybe_sent: matches!(json.get("maybe_sent"), Some(Json::Bool(true))),
            is_wish: matches!(json.get("wish"), Some(Json::Bool(true))),
            tries: json.number("tries") as u32,
            not_before: json.number("not_before"),
            settled_at: json.number("settled_at"),
            first_sent: json.number("first_sent"),
            ..Entry::default()
        };
        draft::fill(&mut entry.draft, json, draft::SENT);
        if let Some(Json::List(ids)) = json.get("known") {
            for id in ids {
                entry.known.push(id.as_text().unwrap_or("").into());
            }
        }
        Some(entry)
    }
}
