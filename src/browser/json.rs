//! JSON by our own reader and writer: the browser's would make an object of
//! JavaScript of each value, to be taken apart again, and a page may have put
//! something else in the place of `JSON.parse`.

use article_widget_core::digits::digits;
use article_widget_core::json::Json;
use article_widget_core::json_text;

/// Reads a text as JSON.
///
/// # Errors
/// The line and the column where it is wrong.
pub fn parse(text: &str) -> Result<Json, String> {
    json_text::read(text).map_err(|at| {
        let (mut line, mut column) = (1, 1);
        for c in text[..at].chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        ["no JSON at line ", &*digits(line), ", column ", &*digits(column)].concat()
    })
}

/// Writes a value as JSON.
pub fn stringify(json: &Json) -> String {
    json_text::write(json)
}
