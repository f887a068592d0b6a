//! What the widget says, to be looked for in a page.

use article_widget_core::language::Language;

use crate::places;

/// The language of one of our tags.
///
/// # Panics
/// When its file can't be read.
pub fn language(tag: &str) -> &'static Language {
    let path = places::repository().join("languages").join(format!("{tag}.json"));
    let file = std::fs::read_to_string(&path).ok();
    let file = file.and_then(|file| serde_json::from_str(&file).ok());
    file.and_then(Language::read).unwrap_or_else(|| panic!("no language in {}", path.display()))
}

/// The language of most pages of these tests.
pub fn french() -> &'static Language {
    language("fr")
}
