//! Takes out of the text what a page says above it, and what the article's head
//! says already: the words above the title, the standfirst, who wrote it, when.

use super::words::fold;
use crate::article::{Article, Author};
use crate::rich_text::{Block, BlockKind, plain_text};

/// How many paragraphs may stand between a title and the text.
const MAX_HEAD: usize = 6;

/// Takes the lines of the head out of the beginning of the body.
pub fn tidy(article: &mut Article) {
    let mut at = 0;
    for _ in 0..MAX_HEAD {
        let Some(block) = article.body.get(at) else { break };
        let text = plain_text(&block.text);
        let is_line = block.kind == BlockKind::Paragraph;
        // A picture may stand between a title and what is under it.
        if matches!(block.kind, BlockKind::Figure(_)) {
            at += 1;
        } else if is_line && is_known(article, &text) {
            article.body.remove(at);
        } else if is_line && is_few_words(&text) && is_above_a_date(article, at) {
            article.body.remove(at);
            if article.authors.is_empty() {
                article.authors.push(author(&text));
            }
        } else if is_line && article.standfirst.is_empty() && is_above_a_byline(article, at) {
            article.standfirst = article.body.remove(at).text;
        } else if is_line && at == 0 && article.kicker.is_empty() && is_few_words(&text) {
            article.kicker = article.body.remove(at).text;
        } else {
            break;
        }
    }
    if !article.body.iter().any(says_something) {
        // It was all of the text.
        article.body.insert(0, Block::paragraph(article.standfirst.clone()));
    }
}

fn says_something(block: &Block) -> bool {
    !block.text.is_empty() || !block.blocks.is_empty() || matches!(block.kind, BlockKind::Code(_))
}

/// Whether the head says it, or it is a line of names and dates.
fn is_known(article: &Article, text: &str) -> bool {
    let text = fold(text.trim());
    let same = |known: &str| !text.is_empty() && fold(known.trim()) == text;
    let mut rest = text.clone();
    for author in &article.authors {
        rest = rest.replacen(&fold(&author.name), "", 1);
    }
    let is_byline = rest.len() < text.len() && is_short(&rest);
    same(&plain_text(&article.standfirst))
        || same(&plain_text(&article.title))
        || is_byline
        || is_date(&rest)
}

/// A line with a year, and no sentence.
fn is_date(text: &str) -> bool {
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    has_year && is_short(text) && !text.trim_end().ends_with(['.', '!', '?', '…'])
}

/// Whether the next paragraph says when it was written: then this says by whom.
fn is_above_a_date(article: &Article, at: usize) -> bool {
    let next = article.body.get(at + 1);
    next.is_some_and(|next| next.kind == BlockKind::Paragraph && is_date(&plain_text(&next.text)))
}

/// Whether who and when comes next: then this stands under the title.
fn is_above_a_byline(article: &Article, at: usize) -> bool {
    let next = article.body.get(at + 1);
    let is_byline = next.is_some_and(|next| {
        next.kind == BlockKind::Paragraph && is_few_words(&plain_text(&next.text))
    });
    is_above_a_date(article, at) || (is_byline && is_above_a_date(article, at + 1))
}

/// Who signs with these words.
fn author(text: &str) -> Author {
    let text = text.trim();
    let name = ["Par ", "par ", "By ", "by "].iter().find_map(|word| text.strip_prefix(word));
    Author { name: name.unwrap_or(text).trim().into(), role: None, url: None }
}

/// A few words, and no sentence.
fn is_few_words(text: &str) -> bool {
    let text = text.trim();
    (1..40).contains(&text.chars().count()) && !text.ends_with(['.', '!', '?', '…', ':'])
}

fn is_short(text: &str) -> bool {
    text.chars().count() < 80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    fn tidied(body: &str) -> (String, Vec<String>) {
        let text =
            r#"{"title": "T", "standfirst": "En bref.", "authors": [{"name": "Awa Diallo"}]}"#;
        let Json::Object(mut fields) = serde_json::from_str(text).unwrap() else { panic!() };
        fields.push(("body".into(), Json::Text(body.into())));
        let mut article = Article::decode(&Json::Object(fields)).unwrap().0;
        tidy(&mut article);
        let texts = article.body.iter().map(|block| plain_text(&block.text)).collect();
        (plain_text(&article.kicker), texts)
    }

    #[test]
    fn what_the_head_says_goes_and_the_text_stays() {
        let body = "<p>Sahel<p>En bref.<p>Par Awa Diallo<p>Publié le 17 mars 2024 à 8 h 30\
            <p>Le texte de 2024.<p>Awa Diallo est là.";
        let (kicker, texts) = tidied(body);
        assert_eq!(kicker, "Sahel");
        assert_eq!(texts, ["Le texte de 2024.", "Awa Diallo est là."]);
    }

    #[test]
    fn who_signs_above_a_date_is_the_author() {
        let text = r#"{"title": "T", "body": "<p>In short, this.<p>By Awa Diallo<p>17 March 2024<p>The text."}"#;
        let mut article = Article::decode(&serde_json::from_str(text).unwrap()).unwrap().0;
        tidy(&mut article);
        assert_eq!(article.authors[0].name, "Awa Diallo");
        assert_eq!(plain_text(&article.standfirst), "In short, this.");
        assert_eq!(article.body.len(), 1);
    }

    #[test]
    fn a_text_that_begins_at_once_stays_whole() {
        assert_eq!(tidied("<p>Il part. Il revient.<p>Sahel").1, ["Il part. Il revient.", "Sahel"]);
        assert_eq!(tidied("<p>En bref.").1, ["En bref."]);
    }
}
