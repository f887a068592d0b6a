//! `article-widget prerender`: the page of an article, for readers without
//! JavaScript, for search engines and for the fastest first paint. The widget
//! adds its map and its comments to it, in place.
//!
//! | module | writes |
//! | --- | --- |
//! | [`page`] | the whole page |
//! | [`article`] | the article in it |
//! | [`head`] | what the page says of itself: title, canonical address, Open Graph |
//! | [`linked_data`] | schema.org's `NewsArticle` |
//! | [`words`] | the widget's own words, and dates in words |

mod article;
mod head;
mod linked_data;
mod page;
mod words;

use std::path::PathBuf;

use clap::Args;
use url::Url;

use crate::output::Output;
use crate::source::{self, Read};

/// Writes the page of an article, to be served with the widget around it.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The article document; `-` is the standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    page: PageArguments,
}

/// What the page is to say.
#[derive(Args)]
pub(crate) struct PageArguments {
    /// The folder of the widget, as the page calls it.
    #[arg(long, value_name = "URL", default_value = "/article-widget/")]
    widget: String,
    /// Where the page will find the actor map; the name of the article document
    /// when absent.
    #[arg(long, value_name = "URL")]
    map_src: Option<String>,
    /// The comment server: the name of a preset or the address of a description.
    #[arg(long, value_name = "NAME|URL")]
    backend: Option<String>,
    /// The base address of the comment server.
    #[arg(long, value_name = "URL")]
    backend_url: Option<String>,
    /// What the comment server calls this article.
    #[arg(long)]
    thread: Option<String>,
    /// The address that the page will have; the article's own when absent.
    #[arg(long, value_name = "URL")]
    url: Option<Url>,
    /// What the site is called.
    #[arg(long, value_name = "NAME")]
    site_name: Option<String>,
    /// A style sheet of the site; may be given several times.
    #[arg(long, value_name = "URL")]
    stylesheet: Vec<String>,
    /// Writes only the element with the article, for a page of your own.
    #[arg(long)]
    fragment: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    arguments.output.write(&html(arguments)?)
}

/// What is written.
pub(crate) fn html(arguments: &Arguments) -> Result<String, String> {
    let mut found = source::read(&arguments.file)?;
    for warning in core::mem::take(&mut found.warnings) {
        anstream::eprintln!("article-widget: {warning}");
    }
    let default = arguments.file.file_name().map(|name| name.to_string_lossy().into_owned());
    let page = Page::new(&found, &arguments.page, default.as_deref().unwrap_or("-"));
    Ok(if arguments.page.fragment { page.element() } else { page.whole() })
}

/// A page to write.
pub(crate) struct Page<'a> {
    found: &'a Read,
    arguments: &'a PageArguments,
    /// The address of the page, if it is known.
    url: Option<Url>,
    map_src: Option<String>,
    words: words::Words,
}

impl<'a> Page<'a> {
    fn new(found: &'a Read, arguments: &'a PageArguments, file: &str) -> Self {
        let article = &found.article;
        let of_article = || Url::parse(article.url.as_ref()?.as_str()).ok();
        let of_file = || (!article.map.is_empty() && file != "-").then(|| file.to_owned());
        Page {
            found,
            arguments,
            url: arguments.url.clone().or_else(of_article),
            map_src: arguments.map_src.clone().or_else(of_file),
            words: words::Words::of(article.lang.as_deref()),
        }
    }

    /// An address of the article as others have to write it; as it is, where
    /// nobody knows the page's.
    fn absolute(&self, address: &str) -> String {
        let base = self.url.as_ref();
        let found = base.and_then(|base| base.join(address).ok()).map(String::from);
        found.unwrap_or_else(|| address.to_owned())
    }

    /// The text of a key of the document, as it was written.
    fn written(&self, key: &str) -> Option<&str> {
        self.found.document.get(key)?.as_text()
    }
}
