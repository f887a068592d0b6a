//! What an author has, as an article: a document of ours, a page of HTML, a
//! post of WordPress, whatever the core knows to read.

use std::path::Path;

use article_widget_core::article::Article;
use article_widget_core::json::Json;
use article_widget_core::source::{self, Refusal};

use crate::document;

/// An article and the document that it was read from.
pub(crate) struct Read {
    pub(crate) article: Article,
    pub(crate) document: Json,
    /// What was left out, one line each.
    pub(crate) warnings: Vec<String>,
}

/// Reads the article in a file.
pub(crate) fn read(file: &Path) -> Result<Read, String> {
    let name = file.display().to_string();
    if name.starts_with("http://") || name.starts_with("https://") {
        return Err(format!(
            "{name} is an address; fetch it first: curl -sL {name} | article-widget … -"
        ));
    }
    let text = document::read(file)?;
    let parse = |text: &str| serde_json::from_str(text).ok();
    let document = source::document(&text, &parse).map_err(|refusal| {
        let reason = match refusal {
            Refusal::NotJson => "it is neither JSON nor HTML".to_owned(),
            Refusal::TooLong => "it is longer than an article may be".to_owned(),
            Refusal::NoArticle => "there is no article in it".to_owned(),
            Refusal::Protected => "it wants a password or a login".to_owned(),
            Refusal::Refused(words) => format!("it says: {words}"),
        };
        format!("{name} can't be used: {reason}")
    })?;
    let (article, warnings) = Article::decode(&document).map_err(|problem| {
        format!("{name} is not an article: {}; see `article-widget check`", problem.sentence())
    })?;
    let warnings = warnings.0.iter().map(|problem| format!("{name}: {}", problem.sentence()));
    Ok(Read { article, warnings: warnings.collect(), document })
}
