//! What the reader does in the section.

use article_widget_browser::locale;
use article_widget_core::comments::form::Field;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::section::{Message, State};
use super::{form, list};

/// The events that are listened to.
pub const KINDS: &[&str] = &["input", "focusin", "submit", "click"];

/// What the reader has done: to a control that has a name, or to a form.
#[derive(Default)]
pub struct Deed {
    /// The type of the event.
    pub kind: String,
    /// The control's name.
    pub name: String,
    /// The control's value.
    pub value: String,
    /// Whether it is ticked.
    pub is_ticked: bool,
    /// The `id` of the form that it is in.
    pub form: String,
}

impl Deed {
    /// What an event says, read while it is under way: later it has no target.
    pub fn read(event: &web_sys::Event) -> Option<Deed> {
        let target = event.target()?;
        let target: &Element = target.unchecked_ref();
        let form = target.closest("form").ok().flatten();
        let mut deed = Deed {
            kind: event.type_(),
            form: form.map(|form| form.id()).unwrap_or_default(),
            ..Deed::default()
        };
        if deed.kind == "submit" {
            event.prevent_default();
        } else {
            let control = target.closest("[name]").ok().flatten()?;
            deed.name = control.get_attribute("name")?;
            // Whatever it is, it calls its value the same, or has none.
            deed.value = if deed.kind == "input" {
                control.unchecked_ref::<HtmlInputElement>().value()
            } else {
                control.get_attribute("value").unwrap_or_default()
            };
            deed.is_ticked = control.matches(":checked").unwrap_or(false);
        }
        Some(deed)
    }
}

impl State {
    /// The reader has done something; whether there is something new to be seen.
    pub(super) fn done(&mut self, deed: Deed) -> bool {
        match (deed.kind.as_str(), deed.name.as_str()) {
            ("input", "order") => self.sort_by(&deed.value),
            ("input", _) => return self.typed(deed),
            ("focusin", "text") => {
                // Who writes will want to send.
                self.fetch_code();
                let index = self.form(&deed.form);
                return !core::mem::replace(&mut self.forms[index].is_open, true);
            }
            ("focusin", _) | ("click", "order") => return false,
            ("click", _) => return self.clicked(deed),
            _ => return self.later(Message::Deed(deed)),
        }
        true
    }

    fn typed(&mut self, deed: Deed) -> bool {
        let Deed { name, value, is_ticked, form, .. } = deed;
        let index = self.form(&form);
        let form = &mut self.forms[index];
        let Some(field) = Field::from_key(&name) else {
            match &*name {
                "remember" => form.remembers = is_ticked,
                "captcha" => form.draft.captcha = value,
                _ => form.is_trapped = !value.is_empty(),
            }
            return false;
        };
        if form.begun_ms == 0.0 && form.draft.text.is_empty() {
            form.begun_ms = locale::now().0;
        }
        let is_drawn = form.edited(field, value);
        form.keep(&self.config.thread);
        is_drawn
    }

    fn clicked(&mut self, deed: Deed) -> bool {
        let Deed { name, value, form, .. } = &deed;
        match &**name {
            "reply" => self.open_form(form::id(value)),
            "edit" => self.open_form(form::edit_id(value)),
            "cancel" => {
                let mark = if form.starts_with("edit-") { "edit-" } else { "form-" };
                let name = if mark == "edit-" { "edit" } else { "reply" };
                let comment = form.strip_prefix(mark).unwrap_or("");
                self.lead_to(list::button_id(name, comment));
                self.close_form();
            }
            "fold" => match self.collapsed.iter().position(|id| id == value) {
                Some(at) => drop(self.collapsed.swap_remove(at)),
                None => self.collapsed.push(value.clone()),
            },
            "more" => self.show_more(),
            "fresh" => self.show_fresh(),
            "retry" => self.retry(),
            // A field of a form.
            _ if !form.is_empty() => return false,
            _ => return self.later(Message::Deed(deed)),
        }
        true
    }

    /// Opens the form of an answer or an edit: who does that wants to write.
    fn open_form(&mut self, id: String) {
        self.close_form();
        self.form(&id);
        self.lead_to(form::field_id(&id, "text"));
        self.open = Some(id);
        self.said.clear();
    }

    /// The reader does not want to answer or edit any more. What is on its way
    /// is still waited for.
    fn close_form(&mut self) {
        self.open = None;
        self.forms.retain(|form| form.id == form::MAIN || form.is_busy);
    }
}
