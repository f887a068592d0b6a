//! Drafts as they are kept in the browser, so that a reload loses nothing.

use super::Draft;
use crate::json::Json;

/// Under which name a draft is kept: one for each thread, and one for each
/// comment that is answered.
pub fn key(thread: &str, parent: &str) -> String {
    let mark = if parent.is_empty() { "" } else { "#" };
    ["article-widget:draft:", thread, mark, parent].concat()
}

/// So many of a draft's values are those of the form's fields.
pub const FIELDS: usize = 4;

/// So many of a draft's values are stored while it is sent: all, for what is
/// sent is what was stored.
pub const SENT: usize = Draft::KEYS.len();

/// Writes the first `count` values of `draft` into an object.
#[inline(never)]
pub fn write(kept: &mut Json, draft: &Draft, count: usize) {
    for (key, value) in Draft::KEYS.iter().zip(draft.values()).take(count) {
        kept.set_text(key, value);
    }
}

/// Puts what was kept into those of the first `count` values that are empty;
/// what can't be read is not there.
#[inline(never)]
pub fn fill(draft: &mut Draft, kept: &Json, count: usize) {
    for (key, place) in Draft::KEYS.iter().zip(draft.places()).take(count) {
        if place.is_empty() {
            *place = kept.text(key).into();
        }
    }
}
