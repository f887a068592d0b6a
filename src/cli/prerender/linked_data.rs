//! schema.org's `NewsArticle`, as JSON-LD.

use article_widget_core::article::{Author, Source};
use article_widget_core::map::{Actor, ActorKind};
use article_widget_core::rich_text::write::encoded;
use article_widget_core::rich_text::{Image, plain_text};
use serde_json::{Map, Value, json};

use super::Page;
use super::article::machine_readable;

impl Page<'_> {
    /// The article's script of JSON-LD.
    pub(super) fn linked_data(&self) -> String {
        // Inside a script, only "<" could mean something to HTML.
        let json = self.news_article().to_string().replace('<', "\\u003c");
        format!("<script type=\"application/ld+json\">{json}</script>\n")
    }

    fn news_article(&self) -> Value {
        let article = &self.found.article;
        let mut fields = Fields::of_type("NewsArticle");
        fields.0.insert("@context".into(), "https://schema.org".into());
        fields.text("headline", Some(plain_text(&article.title).trim()));
        fields.text("description", Some(&plain_text(&article.standfirst)));
        fields.text("inLanguage", article.lang.as_deref());
        fields.text("articleSection", article.section.as_deref());
        for (key, property, moment) in [
            ("published", "datePublished", article.published),
            ("modified", "dateModified", article.modified),
        ] {
            let written = moment.and_then(|_| self.written(key)).map(machine_readable);
            fields.text(property, written.as_deref());
        }
        if let Some(url) = &self.url {
            fields.text("url", Some(url.as_str()));
            fields.text("mainEntityOfPage", Some(url.as_str()));
        }
        if let Some(name) = &self.arguments.site_name {
            fields.put("publisher", json!({ "@type": "Organization", "name": name }));
        }
        if let Some(image) = &article.image {
            fields.put("image", self.image(image));
        }
        fields.list("author", article.authors.iter().map(|a| self.author(a)).collect());
        fields.list("citation", article.sources.iter().map(|s| self.source(s)).collect());
        let corrections = article.corrections.iter().map(|correction| {
            let mut fields = Fields::of_type("CorrectionComment");
            fields.text("text", Some(&plain_text(&correction.text)));
            fields.text("datePublished", correction.date.map(|date| date.iso()).as_deref());
            fields.value()
        });
        fields.list("correction", corrections.collect());
        fields.list("mentions", article.map.actors.iter().map(|a| self.actor(a)).collect());
        fields.value()
    }

    fn image(&self, image: &Image) -> Value {
        let mut fields = Fields::of_type("ImageObject");
        fields.text("url", Some(&self.absolute(&encoded(&image.src))));
        fields.text("caption", Some(&plain_text(&image.caption)));
        fields.text("creditText", image.credit.as_deref());
        // schema.org wants a quantity or a distance.
        for (key, pixels) in [("width", image.width), ("height", image.height)] {
            if let Some(pixels) = pixels {
                fields.text(key, Some(&format!("{pixels} px")));
            }
        }
        fields.value()
    }

    fn author(&self, author: &Author) -> Value {
        // A desk signs with an article or in the plural; a person with a name.
        let is_person = author.name.split_whitespace().count() > 1
            && author.name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        let mut fields = Fields::of_type(if is_person { "Person" } else { "Organization" });
        fields.text("name", Some(&author.name));
        if is_person {
            fields.text("jobTitle", author.role.as_deref());
        }
        let url = author.url.as_ref().map(|url| self.absolute(&encoded(url)));
        fields.text("url", url.as_deref());
        fields.value()
    }

    fn source(&self, source: &Source) -> Value {
        let mut fields = Fields::of_type("CreativeWork");
        fields.text("name", Some(&source.title));
        let url = source.url.as_ref().map(|url| self.absolute(&encoded(url)));
        fields.text("url", url.as_deref());
        fields.text("datePublished", source.date.map(|date| date.iso()).as_deref());
        if let Some(publisher) = &source.publisher {
            fields.put("publisher", json!({ "@type": "Organization", "name": publisher }));
        }
        fields.value()
    }

    fn actor(&self, actor: &Actor) -> Value {
        let mut fields = Fields::of_type(match actor.kind {
            ActorKind::State => "Country",
            ActorKind::Person => "Person",
            ActorKind::Organisation => "Organization",
            ActorKind::Place => "Place",
            ActorKind::Event => "Event",
            // People without an organisation: schema.org has no type for them.
            ActorKind::Group => "Thing",
        });
        fields.text("name", Some(&actor.name));
        let aliases = actor.aliases.iter().map(|alias| alias.as_str().into()).collect();
        fields.list("alternateName", aliases);
        let summary = plain_text(&actor.summary);
        let description = if summary.is_empty() { actor.role.as_deref() } else { Some(&*summary) };
        fields.text("description", description);
        let url = actor.url.as_ref().map(|url| self.absolute(&encoded(url)));
        fields.text("sameAs", url.as_deref());
        if let (Some([longitude, latitude]), ActorKind::State | ActorKind::Place) =
            (actor.at_deg, actor.kind)
        {
            let geo = json!({
                "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude,
            });
            fields.put("geo", geo);
        }
        fields.value()
    }
}

/// The fields of an object; what is empty is left out, and a list of one is that one.
struct Fields(Map<String, Value>);

impl Fields {
    fn of_type(name: &str) -> Self {
        Fields(Map::from_iter([("@type".to_owned(), name.into())]))
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.put(key, text.into());
        }
    }

    fn list(&mut self, key: &str, mut items: Vec<Value>) {
        if items.len() == 1 {
            self.put(key, items.remove(0));
        } else if !items.is_empty() {
            self.put(key, items.into());
        }
    }

    fn put(&mut self, key: &str, value: Value) {
        self.0.insert(key.into(), value);
    }

    fn value(self) -> Value {
        Value::Object(self.0)
    }
}
