//! An entry as the browser stores it.

use super::{Entry, State};
use crate::comments::Draft;
use crate::comments::form::Field;
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
        let mut fields = Vec::new();
        let mut push = |key: &str, value| fields.push((key.into(), value));
        push("id", Json::from(&*self.id));
        push("state", Json::from(state));
        push("maybe_sent", Json::Bool(self.maybe_sent));
        push("tries", Json::Number(self.tries.into()));
        push("not_before", Json::Number(self.not_before));
        push("settled_at", Json::Number(self.settled_at));
        push("first_sent", Json::Number(self.first_sent));
        push("known", Json::List(known));
        for field in Field::ALL {
            push(field.key(), Json::from(field.of(&self.draft)));
        }
        push("parent", Json::from(self.draft.parent.as_deref().unwrap_or("")));
        push("root", Json::from(&*self.draft.root));
        push("parent_name", Json::from(&*self.draft.parent_name));
        Json::Object(fields)
    }

    /// The entry as it was stored; nothing where it can't be read.
    pub fn from_json(json: &Json) -> Option<Self> {
        let text = |key| json.get(key).and_then(Json::as_text).unwrap_or("");
        let number = |key| match json.get(key) {
            Some(Json::Number(number)) => *number,
            _ => 0.0,
        };
        let mut draft = Draft {
            root: text("root").into(),
            parent_name: text("parent_name").into(),
            ..Draft::default()
        };
        if !text("parent").is_empty() {
            draft.parent = Some(text("parent").into());
        }
        for field in Field::ALL {
            *field.of_mut(&mut draft) = text(field.key()).into();
        }
        let mut known = Vec::new();
        if let Some(Json::List(ids)) = json.get("known") {
            for id in ids {
                known.push(id.as_text().unwrap_or("").into());
            }
        }
        let state = match text("state") {
            "waiting" => State::Waiting,
            // Whether an earlier one was sent as well does not count any more.
            "posting" => State::Posting { again: true },
            "looking" => State::Looking,
            "asking" => State::Asking,
            "returned" => State::Returned,
            _ => return None,
        };
        Some(Entry {
            id: text("id").into(),
            draft,
            state,
            maybe_sent: json.get("maybe_sent") == Some(&Json::Bool(true)),
            tries: number("tries") as u32,
            not_before: number("not_before"),
            settled_at: number("settled_at"),
            first_sent: number("first_sent"),
            known,
            refusal: None,
        })
    }
}
