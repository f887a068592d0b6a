//! Drafts as they are kept in the browser, so that a reload loses nothing.

use super::Draft;
use super::form::Field;
use crate::json::Json;

/// A draft, and whether it may have arrived already.
#[derive(Debug, Default, PartialEq)]
pub struct KeptDraft {
    /// What was written.
    pub draft: Draft,
    /// It was sent, and how that ended is not known: the next try looks for it
    /// among the comments first.
    pub maybe_sent: bool,
}

/// Under which name a draft is kept: one for each thread, and one for each
/// comment that is answered.
pub fn key(thread: &str, parent: Option<&str>) -> String {
    let (mark, parent) = parent.map_or(("", ""), |parent| ("#", parent));
    ["article-widget:draft:", thread, mark, parent].concat()
}

impl KeptDraft {
    /// Whether nothing was written: then nothing is kept.
    pub fn is_empty(&self) -> bool {
        Field::ALL.iter().all(|field| field.of(&self.draft).is_empty())
    }

    /// The draft as it is kept.
    pub fn to_json(&self) -> Json {
        let mut fields = Vec::new();
        for field in Field::ALL {
            fields.push((field.key().into(), Json::from(field.of(&self.draft))));
        }
        fields.push(("maybe_sent".into(), Json::Bool(self.maybe_sent)));
        Json::Object(fields)
    }

    /// The draft as it was kept, as an answer to `parent`; what can't be read
    /// is empty.
    pub fn from_json(json: &Json, parent: Option<String>) -> Self {
        let mut draft = Draft { parent, ..Draft::default() };
        for field in Field::ALL {
            let value = json.get(field.key()).and_then(Json::as_text).unwrap_or("");
            *field.of_mut(&mut draft) = value.into();
        }
        KeptDraft { draft, maybe_sent: matches!(json.get("maybe_sent"), Some(Json::Bool(true))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back() {
        let kept = KeptDraft {
            draft: Draft {
                text: "Un \"texte\"\nà garder".into(),
                name: "Aïcha".into(),
                email: "a@example.org".into(),
                website: "example.org".into(),
                parent: Some("7".into()),
                ..Draft::default()
            },
            maybe_sent: true,
        };
        let text = serde_json::to_string(&kept.to_json()).unwrap();
        let json = serde_json::from_str(&text).unwrap();
        assert_eq!(KeptDraft::from_json(&json, Some("7".into())), kept);
        assert!(!kept.is_empty());
    }

    #[test]
    fn rubbish_is_an_empty_draft() {
        assert!(KeptDraft::from_json(&Json::Null, None).is_empty());
    }

    #[test]
    fn each_thread_and_each_answered_comment_has_its_own() {
        assert_ne!(key("/a", None), key("/a", Some("1")));
        assert!(key("/a", None).starts_with("article-widget:"));
    }
}
