//! The languages that have been read. Each is asked for once in a page, for all
//! of its articles.

use std::cell::RefCell;

use article_widget_browser::json::parse;
use article_widget_core::language::Language;

thread_local! {
    static KNOWN: RefCell<Vec<&'static Language>> = const { RefCell::new(Vec::new()) };
}

/// The language of one of our tags, if it has been read.
pub(crate) fn known(tag: &str) -> Option<&'static Language> {
    KNOWN.with_borrow(|known| known.iter().find(|language| language.tag == tag).copied())
}

/// Reads a language's file; `false` when it is none.
pub(crate) fn learn(file: &str) -> bool {
    let read = parse(file).ok().and_then(Language::read);
    if let Some(language) = read
        && known(language.tag).is_none()
    {
        KNOWN.with_borrow_mut(|known| known.push(language));
    }
    read.is_some()
}
