//! A field of the form, with its label, hint and error.

use article_widget_core::comments::form::{Field, Rule};
use yew::prelude::*;

use crate::config::Config;

/// What a field shows.
pub struct FieldView<'a> {
    /// Which one it is.
    pub field: Field,
    /// What the server wants of it.
    pub rule: Rule,
    /// What is written in it.
    pub value: &'a str,
    /// What is wrong with it.
    pub error: Option<&'a str>,
    /// Before its `id` and those of what describes it.
    pub form_id: &'a str,
    /// It can't be changed now.
    pub is_busy: bool,
}

/// The `id` of a field.
pub fn field_id(form_id: &str, field: Field) -> String {
    [form_id, "-", field.key()].concat()
}

/// A field under its label.
pub fn field(view: &FieldView<'_>, config: &Config) -> Html {
    let words = &config.language.comments;
    let id = field_id(view.form_id, view.field);
    // The text says by itself that it has to be filled.
    let need = match (view.field, view.rule.required) {
        (Field::Text, _) => None,
        (_, true) => Some(words.mandatory),
        (_, false) => Some(words.optional),
    };
    let (label, kind, autocomplete) = match view.field {
        Field::Text => (words.text, "text", "off"),
        Field::Name => (words.name, "text", "name"),
        Field::Email => (words.email, "email", "email"),
        Field::Website => (words.website, "url", "url"),
    };
    let hint = (view.field == Field::Email).then_some(words.email_hint);
    let hint_id = [&id, "-hint"].concat();
    let error_id = [&id, "-error"].concat();
    let described_by = match (hint, view.error) {
        (None, None) => None,
        (Some(_), None) => Some(hint_id.clone()),
        (None, Some(_)) => Some(error_id.clone()),
        (Some(_), Some(_)) => Some([&hint_id, " ", &error_id].concat()),
    };
    let invalid = view.error.map(|_| "true");
    let required = view.rule.required.then_some("true");
    let value = view.value.to_owned();
    let name = view.field.key();
    html! {
        <div key={name} class={classes!("field", name)}>
            <label for={id.clone()}>
                { label }
                if let Some(need) = need {
                    <span class="quiet">{ " (" }{ need }{ ")" }</span>
                }
            </label>
            if view.field == Field::Text {
                <textarea {id} {name} {value} class="input" part="input" rows="4" dir="auto"
                    aria-required={required} aria-invalid={invalid} aria-describedby={described_by}
                    readonly={view.is_busy} />
            } else {
                <input {id} {name} {value} class="input" part="input" type={kind} {autocomplete} dir="auto"
                    aria-required={required} aria-invalid={invalid} aria-describedby={described_by}
                    readonly={view.is_busy} />
            }
            if let Some(hint) = hint {
                <p class="quiet hint" id={hint_id}>{ hint }</p>
            }
            if let Some(error) = view.error {
                <p class="field-error" id={error_id}>{ error }</p>
            }
        </div>
    }
}
