//! Who the reader is: as the page knows them, by the element's property
//! `reader`, or as they let this browser remember them.
//!
//! The property is a function of the page's. It returns, or promises, an object
//! `{token, name}`: what the comment server knows the reader by, and the name
//! that they write under, either of which may be missing.

use article_widget_browser::object::{call, text};
use article_widget_browser::storage;
use article_widget_core::comments::{Draft, draft};
use article_widget_core::json::Json;
use web_sys::HtmlElement;
use yew::html::Scope;

use super::CommentSection;
use super::section::Message;

/// Who the page says that the reader is.
#[derive(Default)]
pub struct Reader {
    /// What the server knows the reader by.
    pub token: String,
    /// Under which name they write.
    pub name: String,
}

/// Asks the page, where it has the property; the section is told the answer
/// with the form that waits for it. `false` where there is nobody to ask.
pub fn ask(host: &HtmlElement, section: Scope<CommentSection>, form: String) -> bool {
    call(host, "reader", move |said| {
        let reader = Reader { token: text(&said, "token"), name: text(&said, "name") };
        section.send_message(Message::Known(form, reader));
    })
}

const KEY: &str = "article-widget:reader";

/// Whether this browser remembers the reader.
pub fn is_remembered() -> bool {
    storage::read(KEY).is_some()
}

/// Fills in what this browser remembers of the reader.
pub fn recall(draft: &mut Draft) {
    draft::fill(draft, &storage::read_json(KEY), draft::FIELDS);
}

/// Remembers who wrote `draft`, or forgets them.
pub fn remember(draft: &Draft, is_wished: bool) {
    if !is_wished {
        return storage::remove(KEY);
    }
    let draft = Draft { text: String::new(), ..draft.clone() };
    let mut kept = Json::Null;
    draft::write(&mut kept, &draft, draft::FIELDS);
    storage::write_json(KEY, &kept);
}
