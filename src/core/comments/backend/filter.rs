//! Filters, which change a value for the place where a template has it (see
//! [`super::template`]).

use crate::date::Timestamp;
use crate::digits::number;
use crate::search;

/// All filters.
pub const FILTERS: &[&str] =
    &["number", "boolean", "digits", "slug", "host", "html", "seconds", "iso8601"];

/// The value as `filter` changes it. What makes JSON's own values stays a text.
pub fn filtered(value: &str, filter: &str) -> String {
    match filter {
        "digits" if number(value).is_none() => String::new(),
        "slug" => {
            let path = search::until(value, b"?#").trim_end_matches('/');
            search::parts(path, b'/').pop().unwrap_or("").into()
        }
        "html" => html(value),
        "host" => {
            let start = search::find(value, "://").map_or(0, |at| at + 3);
            search::until(&value[start..], b"/?#").into()
        }
        "seconds" => seconds(value).into(),
        "iso8601" => match number(seconds(value)) {
            Some(seconds) => Timestamp(f64::from(seconds) * 1000.0).iso(),
            None => String::new(),
        },
        _ => value.into(),
    }
}

/// The seconds of a moment that is in milliseconds.
fn seconds(ms: &str) -> &str {
    ms.get(..ms.len().saturating_sub(3)).unwrap_or("")
}

/// HTML that says what was typed, its line ends kept.
fn html(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut html = String::from("<p>");
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '\n' => html.push_str("<br>"),
            c => html.push(c),
        }
    }
    html.push_str("</p>");
    html
}
