//! `article-widget draft`: a first article document of what is there already,
//! with the actors that its text names.

use std::path::PathBuf;

use article_widget_core::draft::document::SURE_ENOUGH;
use article_widget_core::draft::{Draft, draft, tidy};
use clap::{Args, ValueEnum};

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
    #[arg(long, value_name = "CONFIDENCE", default_value_t = SURE_ENOUGH)]
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
    found.keep(arguments.at_least);
    let text = match arguments.format {
        Format::Document => serde_json::to_string_pretty(&found.document(&article, &written)),
        Format::Json => serde_json::to_string_pretty(&found.report(&article, &written)),
    };
    let text = text.map_err(|error| error.to_string())?;
    arguments.output.write(&(text + "\n"))?;
    if arguments.format == Format::Document {
        tell(&found);
    }
    Ok(())
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
