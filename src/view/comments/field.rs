//! A field of the form, with its label, hint and error.

use article_widget_core::comments::backend::Captcha;
use article_widget_core::comments::form::{Field, Rule};
use article_widget_core::language::CommentWords;
use article_widget_core::rich_text::address::Address;
use yew::Html;

use super::form::{Form, field_id};
use crate::config::Config;
use crate::element::{Element, element};
use crate::rich_text::link;

/// A field under its label. All that comes and goes has its key, so that what
/// is written stays with the reader's cursor in it.
pub fn field(form: &Form, field: Field, rule: Rule, config: &Config) -> Element {
    let words = &config.language.comments;
    let id = field_id(&form.id, field.key());
    let (label, kind, autocomplete) = match field {
        Field::Text => (words.text, "text", "off"),
        Field::Name => (words.name, "text", "name"),
        Field::Email => (words.email, "email", "email"),
        Field::Website => (words.website, "url", "url"),
    };
    let mut label = element("label").key("label").attr("for", &id).text(label);
    // The text says by itself that it has to be filled.
    if field != Field::Text {
        let need = if rule.required { words.mandatory } else { words.optional };
        let need = element("span;class=quiet").text(&[" (", need, ")"].concat());
        label = label.with(need);
    }
    let mut input = match field {
        Field::Text => element("textarea;rows=4"),
        _ => element("input").fixed("type", kind).fixed("autocomplete", autocomplete),
    };
    input = input
        .key("input")
        .attr("id", &id)
        .fixed("name", field.key())
        .value(field.of(&form.draft))
        .all("class=input;part=input;dir=auto")
        .maybe("aria-required", rule.required.then_some("true"))
        .flag("readonly", form.is_busy);
    let mut notes = Vec::new();
    let mut described_by = String::new();
    if field == Field::Email {
        described_by = [&id, "-hint"].concat();
        notes.push(note("quiet hint", &described_by, words.email_hint));
    }
    let error = &form.errors[field as usize];
    if !error.is_empty() {
        let error_id = [&id, "-error"].concat();
        notes.push(note("field-error", &error_id, error));
        if !described_by.is_empty() {
            described_by.push(' ');
        }
        described_by.push_str(&error_id);
        input = input.fixed("aria-invalid", "true");
    }
    if !described_by.is_empty() {
        input = input.attr("aria-describedby", &described_by);
    }
    let name = field.key();
    let mut node = element("div").key(name).attr("class", &["field ", name].concat());
    node = node.with(label).with(input);
    for note in notes {
        node = node.with(note);
    }
    node
}

fn note(class: &'static str, id: &str, words: &str) -> Element {
    element("p").key(class).class(class).attr("id", id).text(words)
}

/// What the server asks, to tell people from machines: letters of a picture, or
/// a page of its own.
pub fn captcha(form: &Form, asked: &Captcha, words: &CommentWords) -> Html {
    let mut node = element("div").key("captcha").fixed("class", "field captcha");
    if let Some(page) = asked.page.as_deref().and_then(Address::of_link) {
        node = node
            .with(link(page.as_str(), "noopener").fixed("target", "_blank").text(page.as_str()));
    }
    if let Some(image) = &asked.image {
        let id = field_id(&form.id, "captcha");
        node = node
            .with(element("label").attr("for", &id).text(words.captcha))
            .with(element("img").attr("alt", words.captcha).attr("src", image))
            .with(
                element(
                    "input;class=input;part=input;name=captcha;autocomplete=off;aria-required=true",
                )
                .attr("id", &id)
                .value(&form.draft.captcha),
            );
    }
    node.html()
}

/// The box that has the reader remembered.
pub fn tick(form: &Form, words: &str) -> Html {
    let id = field_id(&form.id, "remember");
    element("div")
        .key("remember")
        .fixed("class", "tick")
        .with(
            element("input;type=checkbox;name=remember")
                .attr("id", &id)
                .flag("checked", form.remembers),
        )
        .with(element("label").attr("for", &id).text(words))
        .html()
}

/// A field that nobody sees or comes to: who fills it is a machine.
pub fn trap() -> Html {
    element("input").key("trap").all("name=trap;class=trap;autocomplete=off").html()
}
