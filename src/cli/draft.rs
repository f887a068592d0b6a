//! `article-widget draft`: a first article document of what is there already,
//! with the actors that its text names.

use std::path::PathBuf;

use article_widget_core::article::Article;
use article_widget_core::article::write::{Fields, document};
use article_widget_core::draft::{Draft, DraftActor, DraftRelation, draft, tidy};
use article_widget_core::json::Json;
use article_widget_core::rich_text::write;
use clap::{Args, ValueEnum};
use serde_json::json;

use crate::output::Output;
use crate::source::{self, Read};

/// Makes an article document of an article that is there already, with its actors.
///
/// It reads an HTML page, a post of WordPress's REST API, Portable Text, ninjs,
/// or an article document. It finds states, capitals, bodies and names in
/// French and English texts. What it finds is a draft, to be corrected: it says
/// on the standard error how sure it is of each actor and relation, and why.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The file to read; `-` is the standard input.
    #[arg(value_name = "SOURCE")]
    source: PathBuf,
    #[command(flatten)]
    output: Output,
    /// How sure a finding has to be, from 0 to 1.
    #[arg(long, value_name = "CONFIDENCE", default_value_t = 0.3)]
    at_least: f64,
    /// The language of the text, where the source does not say it: fr or en.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// What is written.
    #[arg(long, value_enum, default_value_t = Format::Document)]
    format: Format,
}

/// What is written.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// The article document; what is said of it goes to the standard error.
    Document,
    /// One object: the document, and how sure each finding is.
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let Read { mut article, document: written, .. } = source::read(&arguments.source)?;
    tidy(&mut article);
    if let Some(lang) = &arguments.lang {
        article.lang = Some(lang.clone());
    }
    let mut found = draft(&article);
    found.actors.retain(|actor| actor.confidence >= arguments.at_least);
    let actors = &found.actors;
    let is_there = |id: &str| actors.iter().any(|actor| actor.id == id);
    found.relations.retain(|relation| {
        relation.confidence >= arguments.at_least
            && is_there(&relation.from)
            && is_there(&relation.to)
    });
    let document = with_actors(&article, &written, &found);
    let text = match arguments.format {
        Format::Document => serde_json::to_string_pretty(&document),
        Format::Json => serde_json::to_string_pretty(&json!({
            "document": document,
            "actors": found.actors.iter().map(about_actor).collect::<Vec<_>>(),
            "relations": found.relations.iter().map(about_relation).collect::<Vec<_>>(),
        })),
    };
    let text = text.map_err(|error| error.to_string())?;
    arguments.output.write(&(text + "\n"))?;
    if arguments.format == Format::Document {
        tell(&found);
    }
    Ok(())
}

/// The document of `article` with the actors and relations that were found.
/// Moments stay as they were `written`, with their zone.
fn with_actors(article: &Article, written: &Json, found: &Draft) -> Json {
    let mut fields = match document(article) {
        Json::Object(fields) => Fields(fields),
        _ => Fields::default(),
    };
    for (key, value) in &mut fields.0 {
        if let ("published" | "modified", Some(written)) = (key.as_str(), written.get(key)) {
            *value = written.clone();
        }
    }
    fields.list("actors", found.actors.iter().map(actor).collect());
    fields.list("relations", found.relations.iter().map(relation).collect());
    fields.object()
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
    fields.text("summary", found.sentence.as_deref().map(write::text).as_deref());
    fields.object()
}

fn about_actor(found: &DraftActor) -> serde_json::Value {
    json!({
        "id": found.id,
        "confidence": rounded(found.confidence),
        "count": found.count,
        "because": found.because,
    })
}

fn about_relation(found: &DraftRelation) -> serde_json::Value {
    json!({
        "from": found.from,
        "to": found.to,
        "confidence": rounded(found.confidence),
    })
}

fn rounded(confidence: f64) -> f64 {
    (confidence * 100.0).round() / 100.0
}

/// How sure each finding is, for the journalist who goes on with it.
fn tell(found: &Draft) {
    for actor in &found.actors {
        anstream::eprintln!(
            "{:3.0} %  {:12}  {}: {}, named {}",
            actor.confidence * 100.0,
            actor.kind.as_str(),
            actor.name,
            actor.because,
            if actor.count == 1 { "once".into() } else { format!("{} times", actor.count) },
        );
    }
    for relation in &found.relations {
        anstream::eprintln!(
            "{:3.0} %  relation      {} {} {}: {}",
            relation.confidence * 100.0,
            relation.from,
            if relation.directed { "→" } else { "–" },
            relation.to,
            relation.label,
        );
    }
    anstream::eprintln!(
        "{} actors, {} relations: a draft, to be read and corrected",
        found.actors.len(),
        found.relations.len()
    );
}
