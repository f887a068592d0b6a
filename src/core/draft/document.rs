//! What a draft makes of an article: its document with the actors that were found,
//! and how sure each finding is.

use super::{Draft, DraftActor, DraftRelation};
use crate::article::Article;
use crate::article::write::{self, Fields};
use crate::json::Json;
use crate::rich_text::write as rich_text;

/// How sure a finding has to be where nobody says otherwise, from 0 to 1.
pub const SURE_ENOUGH: f64 = 0.3;

impl Draft {
    /// Leaves out what is less sure than `at_least`, from 0 to 1.
    pub fn keep(&mut self, at_least: f64) {
        self.actors.retain(|actor| actor.confidence >= at_least);
        let actors = &self.actors;
        let is_there = |id: &str| actors.iter().any(|actor| actor.id == id);
        self.relations.retain(|relation| {
            relation.confidence >= at_least && is_there(&relation.from) && is_there(&relation.to)
        });
    }

    /// The document of `article` with the actors and relations that were found.
    /// Moments stay as they were `written`, with their zone.
    pub fn document(&self, article: &Article, written: &Json) -> Json {
        let mut fields = match write::document(article) {
            Json::Object(fields) => Fields(fields),
            _ => Fields::default(),
        };
        for (key, value) in &mut fields.0 {
            if let ("published" | "modified", Some(written)) = (key.as_str(), written.get(key)) {
                *value = written.clone();
            }
        }
        fields.list("actors", self.actors.iter().map(actor).collect());
        fields.list("relations", self.relations.iter().map(relation).collect());
        fields.object()
    }

    /// One object: the document (see [`Draft::document`]), and of each actor and
    /// relation how sure it is.
    pub fn report(&self, article: &Article, written: &Json) -> Json {
        let mut fields = Fields::default();
        fields.some("document", Some(self.document(article, written)));
        let actors = self.actors.iter().map(about_actor).collect();
        let relations = self.relations.iter().map(about_relation).collect();
        fields.some("actors", Some(Json::List(actors)));
        fields.some("relations", Some(Json::List(relations)));
        fields.object()
    }
}

fn actor(found: &DraftActor) -> Json {
    let mut fields = Fields::default();
    fields.text("id", Some(&found.id));
    fields.text("name", Some(&found.name));
    fields.text("kind", Some(found.kind.as_str()));
    fields.list("aliases", found.aliases.iter().map(|alias| Json::from(alias.as_str())).collect());
    fields.text("country", found.country);
    fields.list("at", found.at_deg.iter().flatten().map(|number| Json::Number(*number)).collect());
    fields.object()
}

fn relation(found: &DraftRelation) -> Json {
    let mut fields = Fields::default();
    fields.text("from", Some(&found.from));
    fields.text("to", Some(&found.to));
    fields.text("label", Some(found.label));
    fields.some("directed", (!found.directed).then_some(Json::Bool(false)));
    fields.text("sign", Some(found.sign.as_str()));
    fields.text("summary", found.sentence.as_deref().map(rich_text::text).as_deref());
    fields.object()
}

fn about_actor(found: &DraftActor) -> Json {
    let mut fields = Fields::default();
    fields.text("id", Some(&found.id));
    fields.some("confidence", Some(rounded(found.confidence)));
    fields.some("count", Some(Json::Number(found.count as f64)));
    fields.text("because", Some(found.because));
    fields.object()
}

fn about_relation(found: &DraftRelation) -> Json {
    let mut fields = Fields::default();
    fields.text("from", Some(&found.from));
    fields.text("to", Some(&found.to));
    fields.some("confidence", Some(rounded(found.confidence)));
    fields.object()
}

fn rounded(confidence: f64) -> Json {
    Json::Number((confidence * 100.0).round() / 100.0)
}
