//! The style sheets of the widget, to be adopted by its shadow root. They stand
//! in `styles/`; `build.rs` takes comments and indents out of them.

macro_rules! sheet {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// Every sheet, in the order of the cascade.
pub const SHEETS: &[&str] = &[
    sheet!("theme.css"),
    sheet!("article.css"),
    sheet!("map.css"),
    sheet!("map_time.css"),
    sheet!("map_words.css"),
    #[cfg(feature = "comments")]
    sheet!("comments.css"),
];
