//! The whole page.

use article_widget_core::rich_text::write::{attribute, text};

use super::Page;

impl Page<'_> {
    /// The whole page.
    pub(super) fn whole(&self) -> String {
        let lang = self.found.article.lang.as_deref().unwrap_or(self.words.tag());
        format!(
            "<!doctype html>\n<html{}{}>\n<head>\n{}</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
            attribute("lang", lang),
            attribute("dir", self.direction()),
            self.head(),
            self.element(),
        )
    }

    /// The widget's element around the article.
    pub(super) fn element(&self) -> String {
        let arguments = self.arguments;
        let mut html = String::from("<article-widget");
        for (name, value) in [
            ("map-src", self.map_src.as_deref()),
            ("map", self.map_src.is_none().then_some("none")),
            ("backend", arguments.backend.as_deref()),
            ("backend-url", arguments.backend_url.as_deref()),
            ("thread", self.thread()),
            ("lang", self.found.article.lang.as_deref()),
        ] {
            if let Some(value) = value {
                html.push_str(&attribute(name, value));
            }
        }
        html.push_str(">\n");
        html.push_str(&self.article());
        html.push_str("</article-widget>\n");
        html
    }

    /// The document's thread: the element does not see the document.
    fn thread(&self) -> Option<&str> {
        let arguments = self.arguments;
        let of_document = self.found.article.thread.as_deref();
        arguments.thread.as_deref().or(of_document).filter(|_| arguments.backend.is_some())
    }

    /// The direction of the article's language.
    pub(super) fn direction(&self) -> &'static str {
        let lang = self.found.article.lang.as_deref().unwrap_or(self.words.tag());
        let primary = lang.split('-').next().unwrap_or(lang).to_ascii_lowercase();
        // The languages of CLDR whose script runs from right to left.
        let is_rtl =
            ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"]
                .contains(&primary.as_str());
        if is_rtl { "rtl" } else { "ltr" }
    }
}

/// An element around a text.
pub(super) fn element(name: &str, content: &str) -> String {
    format!("<{name}>{}</{name}>\n", text(content))
}
