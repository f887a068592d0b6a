//! What the reader does in the section.

use article_widget_browser::locale;
use article_widget_core::comments::form::Field;
use article_widget_core::comments::outbox::Event;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::section::State;
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
        let Deed { kind, name, value, is_ticked, form } = deed;
        match (kind.as_str(), name.as_str()) {
            ("submit", _) => self.submit(&form),
            ("input", "order") => self.sort_by(&value),
            ("input", name) => return self.typed(&form, name, value, is_ticked),
            ("focusin", "text") => {
                let index = self.form(&form);
                return !core::mem::replace(&mut self.forms[index].is_open, true);
            }
            ("click", name) => return self.clicked(name, value, &form),
            _ => return false,
        }
        true
    }

    fn typed(&mut self, form: &str, name: &str, value: String, is_ticked: bool) -> bool {
        let index = self.form(form);
        let form = &mut self.forms[index];
        let Some(field) = Field::from_key(name) else {
            match name {
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

    fn clicked(&mut self, name: &str, value: String, form: &str) -> bool {
        let entry = value.strip_prefix('~').unwrap_or("");
        match name {
            "reply" => self.open_form(form::id(&value)),
            "edit" => self.open_form(form::edit_id(&value)),
            "cancel" => {
                let mark = if form.starts_with("edit-") { "edit-" } else { "form-" };
                let name = if mark == "edit-" { "edit" } else { "reply" };
                let comment = form.strip_prefix(mark).unwrap_or("");
                self.lead_to(list::button_id(name, comment));
                self.close_form();
            }
            "remove" => {
                self.lead_to(list::button_id("take-back", &value));
                self.leaving = Some(value);
            }
            "keep" => {
                self.lead_to(list::button_id("remove", &value));
                self.leaving = None;
            }
            "take-back" => {
                self.leaving = None;
                self.take_back(&value);
            }
            "agree" => self.vote(&value, 1),
            "disagree" => self.vote(&value, -1),
            "fold" => match self.collapsed.iter().position(|id| *id == value) {
                Some(at) => drop(self.collapsed.swap_remove(at)),
                None => self.collapsed.push(value),
            },
            "more" => self.show_more(),
            "fresh" => self.show_fresh(),
            "retry" => self.retry(),
            "resend" => self.tell(entry, Event::SendNow),
            "modify" => self.tell(entry, Event::TakenBack),
            "drop" => self.tell(entry, Event::Dropped),
            _ => return false,
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
