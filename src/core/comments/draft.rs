//! Drafts as they are kept in the browser, so that a reload loses nothing.

use super::Draft;
use super::form::Field;
use crate::json::Json;

/// Under which name a draft is kept: one for each thread, and one for each
/// comment that is answered.
pub fn key(thread: &str, parent: Option<&str>) -> String {
    let (mark, parent) = parent.map_or(("", ""), |parent| ("#", parent));
    ["article-widget:draft:", thread, mark, parent].concat()
}

/// What the reader has written, as it is kept.
pub fn to_json(draft: &Draft) -> Json {
    let mut fields = Vec::new();
    for field in Field::ALL {
        fields.push((field.key().into(), Json::from(field.of(draft))));
    }
    Json::Object(fields)
}

/// Puts what was kept into the fields that are empty; what can't be read is not
/// there.
pub fn fill(draft: &mut Draft, kept: &Json) {
    for field in Field::ALL {
        let place = field.of_mut(draft);
        if place.is_empty() {
            *place = kept.get(field.key()).and_then(Json::as_text).unwrap_or("").into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back() {
        let draft = Draft {
            text: "Un \"texte\"\nà garder".into(),
            name: "Aïcha".into(),
            email: "a@example.org".into(),
            website: "example.org".into(),
            ..Draft::default()
        };
        let text = serde_json::to_string(&to_json(&draft)).unwrap();
        let kept = serde_json::from_str(&text).unwrap();
        let mut read = Draft::default();
        fill(&mut read, &kept);
        assert_eq!(read, draft);
    }

    #[test]
    fn what_is_there_stays_and_rubbish_is_nothing() {
        let mut draft = Draft { name: "Awa".into(), ..Draft::default() };
        let kept = Draft { name: "Binta".into(), text: "Oui".into(), ..Draft::default() };
        fill(&mut draft, &to_json(&kept));
        assert_eq!((&*draft.name, &*draft.text), ("Awa", "Oui"));
        fill(&mut draft, &Json::Null);
        fill(&mut draft, &Json::List(Vec::new()));
        assert_eq!((&*draft.name, &*draft.text), ("Awa", "Oui"));
    }

    #[test]
    fn each_thread_and_each_answered_comment_has_its_own() {
        assert_ne!(key("/a", None), key("/a", Some("1")));
        assert!(key("/a", None).starts_with("article-widget:"));
    }
}
