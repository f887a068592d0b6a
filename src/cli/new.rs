//! `article-widget new`: the beginning of an article.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::output::write;

/// Starts an article: a document to write into.
///
/// It is right as it stands, and shows each part once. A file that is there
/// already is left alone.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The file to write.
    #[arg(value_name = "FILE", default_value = "article.json")]
    file: PathBuf,
    /// The language of the article.
    #[arg(long, value_enum, default_value_t = Lang::Fr)]
    lang: Lang,
}

/// Languages that there is a beginning in.
#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Fr,
    En,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let text = match arguments.lang {
        Lang::Fr => include_str!("new/fr.json"),
        Lang::En => include_str!("new/en.json"),
    };
    write(&arguments.file, text, false)?;
    let file = arguments.file.display();
    anstream::eprintln!(
        "{file} is written; `article-widget check {file}` says what is wrong in it"
    );
    Ok(())
}
