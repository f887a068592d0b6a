//! What the page says of itself: title, canonical address, Open Graph.

use article_widget_core::rich_text::plain_text;
use article_widget_core::rich_text::write::{attribute, encoded};

use super::Page;
use super::article::machine_readable;
use super::page::element;

impl Page<'_> {
    /// What is in the page's head.
    pub(super) fn head(&self) -> String {
        let article = &self.found.article;
        let arguments = self.arguments;
        let title = plain_text(&article.title);
        let mut html = String::from("<meta charset=\"utf-8\">\n");
        html.push_str(&meta("name", "viewport", "width=device-width, initial-scale=1"));
        html.push_str(&element("title", title.trim()));
        let description = plain_text(&article.standfirst);
        if !description.is_empty() {
            html.push_str(&meta("name", "description", &description));
        }
        if let Some(url) = &self.url {
            html.push_str(&format!(
                "<link rel=\"canonical\"{}>\n",
                attribute("href", url.as_str())
            ));
        }
        html.push_str(&self.open_graph(&title, &description));
        for sheet in &arguments.stylesheet {
            html.push_str(&format!("<link rel=\"stylesheet\"{}>\n", attribute("href", sheet)));
        }
        let script = format!("{}/embed.js", arguments.widget.trim_end_matches('/'));
        html.push_str(&format!("<script async{}></script>\n", attribute("src", &script)));
        html.push_str(&self.linked_data());
        html
    }

    /// The Open Graph protocol (<https://ogp.me/>).
    fn open_graph(&self, title: &str, description: &str) -> String {
        let article = &self.found.article;
        let mut pairs: Vec<(&str, String)> =
            vec![("og:type", "article".into()), ("og:title", title.trim().into())];
        if !description.is_empty() {
            pairs.push(("og:description", description.into()));
        }
        pairs.extend(self.url.as_ref().map(|url| ("og:url", url.to_string())));
        pairs.extend(self.arguments.site_name.clone().map(|name| ("og:site_name", name)));
        if let Some(lang) = &article.lang {
            pairs.push(("og:locale", lang.replace('-', "_")));
        }
        if let Some(image) = &article.image {
            pairs.push(("og:image", self.absolute(&encoded(&image.src))));
            pairs.extend(image.width.map(|width| ("og:image:width", width.to_string())));
            pairs.extend(image.height.map(|height| ("og:image:height", height.to_string())));
            if !image.alt.is_empty() {
                pairs.push(("og:image:alt", image.alt.clone()));
            }
        }
        let moments = [
            ("article:published_time", article.published, "published"),
            ("article:modified_time", article.modified, "modified"),
        ];
        for (name, moment, key) in moments {
            let written = moment.and_then(|_| self.written(key)).map(machine_readable);
            pairs.extend(written.map(|written| (name, written)));
        }
        pairs.extend(article.section.clone().map(|section| ("article:section", section)));
        pairs.iter().map(|(name, value)| meta("property", name, value)).collect()
    }
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\"{}>\n", attribute("content", content))
}
