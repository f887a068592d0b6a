//! The style sheets of the widget, to be adopted by its shadow root.

/// Every sheet, in the order of the cascade.
pub const SHEETS: &[&str] = &[
    include_str!("styles/theme.css"),
    include_str!("styles/article.css"),
    include_str!("styles/map.css"),
    include_str!("styles/comments.css"),
];
