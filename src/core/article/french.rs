//! Which texts of an article are set by the rules of French.

use super::Article;
use crate::rich_text::typography::{french, french_words, is_french};

/// Sets the spaces in the texts of an article in French; leaves any other alone.
pub(super) fn set_spaces(article: &mut Article) {
    if !article.lang.as_deref().is_some_and(is_french) {
        return;
    }
    article.each_line_beside_text(&mut |line| french(line));
    article.each_line_of_text(&mut |_, line| french(line));
    for source in &mut article.sources {
        french_words(&mut source.title);
    }
    for actor in &mut article.map.actors {
        if let Some(role) = &mut actor.role {
            french_words(role);
        }
    }
    for relation in &mut article.map.relations {
        french_words(&mut relation.label);
    }
    for event in &mut article.map.events {
        french_words(&mut event.label);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rich_text::plain_text;

    #[test]
    fn french_articles_are_set_and_others_are_not() {
        let title = |lang: &str| {
            let json = format!(r#"{{"title": "Quoi ?", "body": "a", "lang": "{lang}"}}"#);
            let json = serde_json::from_str(&json).unwrap();
            plain_text(&Article::decode(&json).unwrap().0.title)
        };
        assert_eq!(title("fr"), "Quoi\u{202f}?");
        assert_eq!(title("FR-ne"), "Quoi\u{202f}?");
        assert_eq!(title("fro"), "Quoi ?");
        assert_eq!(title("en"), "Quoi ?");
    }
}
