//! What the reader has chosen, in the fragment of the page's address:
//! `#the-page's-own&actor=niger&at=2023-12&hide=person&view=world`. What the page itself
//! keeps there stays, in front.

use super::filter::Filter;
use crate::date::PartialDate;
use crate::percent;
use crate::search;

/// What a link to the map says.
///
/// ```
/// use article_widget_core::map::link::Link;
/// let link = Link::read("chapter-2&actor=niger&at=2023-12");
/// assert_eq!(link.actor, "niger");
/// assert_eq!(link.write(), "chapter-2&actor=niger&at=2023-12");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// What the page itself keeps in the fragment.
    pub page: String,
    /// The `id` of the selected actor; empty for none.
    pub actor: String,
    /// The moment that is shown; all of time when there is none.
    pub at: Option<PartialDate>,
    /// What is not shown.
    pub hide: Filter,
    /// The name of the view; empty for the one shown first.
    pub view: String,
}

impl Link {
    /// Reads a fragment, without its `#`.
    pub fn read(fragment: &str) -> Self {
        let mut link = Link::default();
        for part in search::parts(fragment, b'&') {
            let key = search::until(part, b"=");
            let value = percent::decoded(part.get(key.len() + 1..).unwrap_or_default());
            match key {
                "actor" => link.actor = value,
                "at" => link.at = value.parse().ok(),
                "hide" => link.hide = Filter::named(&value),
                "view" => link.view = value,
                _ => push(&mut link.page, part),
            }
        }
        link
    }

    /// The fragment, without its `#`.
    pub fn write(&self) -> String {
        let mut text = self.page.clone();
        let at = self.at.map_or(String::new(), PartialDate::iso);
        let hide = self.hide.names();
        let parts =
            [("actor=", &self.actor), ("at=", &at), ("hide=", &hide), ("view=", &self.view)];
        for (key, value) in parts {
            if !value.is_empty() {
                push(&mut text, key);
                percent::push_encoded(&mut text, value);
            }
        }
        text
    }
}

fn push(text: &mut String, part: &str) {
    if !text.is_empty() && !part.is_empty() {
        text.push('&');
    }
    text.push_str(part);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_keeps_stays() {
        for fragment in ["", "section-2", "/route/3", "a=b&c", "!x=%20&y"] {
            let mut link = Link::read(fragment);
            assert_eq!(link.write(), fragment);
            link.actor = "niger".into();
            let with_actor = link.write();
            assert!(with_actor.starts_with(fragment) && with_actor.ends_with("actor=niger"));
            assert_eq!(Link::read(&with_actor), link);
        }
    }

    #[test]
    fn any_id_comes_through() {
        for id in ["niger", "a&b=c#d", "النيجر", "50 %", "%41", "é"] {
            let link = Link { actor: id.into(), ..Link::default() };
            let written = link.write();
            assert!(written.is_ascii() && !written[6..].contains(['&', '#', '=']), "{written}");
            assert_eq!(Link::read(&written).actor, id);
        }
    }

    #[test]
    fn what_is_hidden_comes_through() {
        let link = Link::read("x&hide=person.conflict");
        assert_eq!(link.hide.names(), "person.conflict");
        assert_eq!(link.write(), "x&hide=person.conflict");
    }

    #[test]
    fn what_is_wrong_is_nothing() {
        assert_eq!(Link::read("at=soon").at, None);
        assert_eq!(Link::read("actor=%FF").actor, "");
        assert_eq!(Link::read("actor=%4").actor, "%4");
        assert_eq!(Link::read("actor").actor, "");
    }
}
