//! Which texts of an article are set by the rules of French.

use super::Article;
use crate::rich_text::typography::{french, french_blocks, french_words, is_french};

/// Sets the spaces in the texts of an article in French; leaves any other alone.
pub(super) fn set_spaces(article: &mut Article) {
    if !article.lang.as_deref().is_some_and(is_french) {
        return;
    }
    french(&mut article.title);
    french(&mut article.kicker);
    french(&mut article.standfirst);
    french_blocks(&mut article.body);
    article.image.iter_mut().for_each(|image| french(&mut image.caption));
    article.corrections.iter_mut().for_each(|correction| french(&mut correction.text));
    article.sources.iter_mut().for_each(|source| french_words(&mut source.title));
    for actor in &mut article.map.actors {
        french(&mut actor.summary);
        actor.role.iter_mut().for_each(french_words);
    }
    for relation in &mut article.map.relations {
        french(&mut relation.summary);
        french_words(&mut relation.label);
    }
    for event in &mut article.map.events {
        french(&mut event.summary);
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
