//! What a document is.

use clap::ValueEnum;
use serde_json::Value;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// An article.
    Article,
    /// An actor map by itself.
    Map,
    /// The description of a comment server.
    Backend,
}

impl Kind {
    /// The name of its schema.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Article => "article",
            Kind::Map => "map",
            Kind::Backend => "backend",
        }
    }

    /// What `document` is by the schema that it names, else by its keys; an
    /// article, if neither says it.
    pub(crate) fn of(document: &Value) -> Kind {
        if let Some(schema) = document["$schema"].as_str() {
            for kind in [Kind::Article, Kind::Map, Kind::Backend] {
                if schema.ends_with(&format!("{}.json", kind.name())) {
                    return kind;
                }
            }
        }
        let has = |key: &str| document.get(key).is_some();
        if has("title") || has("body") {
            Kind::Article
        } else if ["fields", "list", "create", "refusal"].into_iter().any(has) {
            Kind::Backend
        } else if ["actors", "relations", "events"].into_iter().any(has) {
            Kind::Map
        } else {
            Kind::Article
        }
    }
}
