//! What the author may have meant.

use super::finding::Finding;
use super::kind::Kind;
use super::schema::Schemas;
use crate::document::Document;

/// Adds to a finding what may be meant instead.
pub(crate) fn add(found: &mut Finding, document: &Document<'_>, kind: Kind, schemas: &Schemas) {
    let value = document.value.pointer(&found.pointer);
    let (owner, key) = found.pointer.rsplit_once('/').unwrap_or_default();
    let hints = &mut found.hints;
    let Some(value) = value else {
        missing(hints, document, kind, schemas, owner, key);
        return;
    };
    if found.message.starts_with("this is no key here") {
        let known = schemas.known_keys(kind, &document.value, owner);
        hints.extend(nearest(key, &known).map(|meant| format!("did you mean \"{meant}\"?")));
        return;
    }
    if let Some(text) = value.as_str() {
        let choices = schemas.choices(kind, &document.value, &found.pointer);
        hints.extend(nearest(text, &choices).map(|meant| format!("did you mean \"{meant}\"?")));
        if found.message.contains("the id of an actor") {
            hints.extend(actor(document, text));
        }
        if found.message.contains("a date") || ["since", "until", "date"].contains(&key) {
            hints.extend(date(text).map(|date| format!("did you mean \"{date}\"?")));
            hints.extend(zone(text));
        }
        if key == "country" {
            let code = text.to_uppercase();
            let is_code = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
            hints.extend(is_code.then(|| format!("did you mean \"{code}\"?")));
        }
    }
    if value.is_number() && found.message.ends_with("is not of types \"null\", \"string\"") {
        hints.push(format!("did you mean \"{value}\", in quotation marks?"));
    }
    if let Some(mention) = found.message.strip_prefix("no actor has the id \"") {
        let id = mention.split('"').next().unwrap_or_default();
        hints.extend(actor(document, id));
    }
    if let Some([x, y]) = value.as_array().map(Vec::as_slice)
        && key == "at"
        && let (Some(x), Some(y)) = (x.as_f64(), y.as_f64())
        && x.abs() <= 90.0
        && y.abs() > 90.0
    {
        hints.push(format!("longitude comes first: [{y}, {x}]"));
    }
}

/// A key that is missing: perhaps it is there under another name.
fn missing(
    hints: &mut Vec<String>,
    document: &Document<'_>,
    kind: Kind,
    schemas: &Schemas,
    owner: &str,
    key: &str,
) {
    let known = schemas.known_keys(kind, &document.value, owner);
    let fields = document.value.pointer(owner).and_then(|owner| owner.as_object());
    let others: Vec<String> = fields
        .into_iter()
        .flat_map(|fields| fields.keys())
        .filter(|other| !known.contains(other))
        .cloned()
        .collect();
    hints.extend(nearest(key, &others).map(|other| format!("is it the key \"{other}\"?")));
}

/// The actor that a wrong id may mean, by its id or its name.
fn actor(document: &Document<'_>, wrong: &str) -> Option<String> {
    let actors = document.value["actors"].as_array()?;
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    for actor in actors {
        let (id, name) = (text(&actor["id"])?, text(&actor["name"]).unwrap_or_default());
        if name.eq_ignore_ascii_case(wrong) || id.eq_ignore_ascii_case(wrong) {
            return Some(format!("did you mean \"{id}\"?"));
        }
    }
    let ids: Vec<String> = actors.iter().filter_map(|actor| text(&actor["id"])).collect();
    if let Some(id) = nearest(wrong, &ids) {
        return Some(format!("did you mean \"{id}\"?"));
    }
    (!ids.is_empty() && ids.len() <= 30).then(|| format!("there are {}", ids.join(", ")))
}

/// A date that was written in another way: 16/03/2024, 16.3.2024, 2024-3-16.
fn date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.', '-', ' ']).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |text: &str| text.parse::<u16>().ok();
    let (year, month, day) = if a.len() == 4 {
        (number(a)?, number(b)?, number(c)?)
    } else if c.len() == 4 {
        (number(c)?, number(b)?, number(a)?)
    } else {
        return None;
    };
    let date = format!("{year:04}-{month:02}-{day:02}");
    let is_a_date = date.parse::<article_widget_core::date::PartialDate>().is_ok();
    (is_a_date && date != text).then_some(date)
}

/// A moment to which only its zone is missing.
fn zone(text: &str) -> Option<String> {
    let with_zone = format!("{text}Z");
    article_widget_core::date::Timestamp::parse(&with_zone)
        .map(|_| format!("the zone is missing: \"{with_zone}\", or \"{text}+01:00\""))
}

/// What may be done about a text that is no JSON.
pub(crate) fn of_syntax(text: &str, at: usize, message: &str) -> Vec<String> {
    let rest = &text[at.min(text.len())..];
    let hint = if message.starts_with("Trailing commas") {
        "take the comma after the last item away"
    } else if message.starts_with("Comments") {
        "JSON has no comments; a key such as \"$comment\" may hold one"
    } else if message.starts_with("Single-quoted") || rest.starts_with(['“', '”', '‘', '’', '«'])
    {
        "JSON wants straight double quotation marks: \""
    } else if message.starts_with("Expected comma") {
        "is a comma missing before this, or a backslash before a quotation mark in the text?"
    } else if message.starts_with("Unterminated") {
        "a bracket is not closed"
    } else if rest.trim_start().starts_with('<') {
        "this looks like HTML; `article-widget draft` makes an article of a page"
    } else if message.contains("control character") || message.contains("newline") {
        "write a line break inside a text as \\n"
    } else {
        return Vec::new();
    };
    vec![hint.into()]
}

/// Which of `names` is a slip of the pen away from `wrong`.
pub(crate) fn nearest<'a>(wrong: &str, names: &'a [String]) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let allowed = (wrong.chars().count() / 3).clamp(1, 3);
    names
        .iter()
        .map(|name| (strsim::damerau_levenshtein(&wrong, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_near() {
        let names = ["standfirst", "authors", "title"].map(String::from);
        assert_eq!(nearest("standfrist", &names), Some("standfirst"));
        assert_eq!(nearest("Author", &names), Some("authors"));
        assert_eq!(nearest("tilte", &names), Some("title"));
        assert_eq!(nearest("editor", &names), None);
        assert_eq!(nearest("x-cms", &names), None);
    }

    #[test]
    fn dates_are_guessed_when_they_are_plain() {
        assert_eq!(date("16/03/2024").as_deref(), Some("2024-03-16"));
        assert_eq!(date("2024-3-6").as_deref(), Some("2024-03-06"));
        assert_eq!(date("16/13/2024"), None);
        assert_eq!(date("soon"), None);
        assert!(zone("2024-03-16T20:15:00").is_some_and(|hint| hint.contains(":00Z")));
    }
}
