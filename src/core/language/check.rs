//! Holds a language's file against the list of words. The build script calls
//! this, so that a text that is missing or misspelt does not compile.

use crate::json::Json;

/// What a word is in a language's file.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    About(&'static str),
    Counted,
    Dated,
}

/// The words of one section, by name.
type Section = (&'static str, &'static [(&'static str, Kind)]);

/// Makes a table of the list.
macro_rules! words {
    ($(
        $(#[$section_docs:meta])*
        $section:ident: $Section:ident {
            $($(#[$docs:meta])* $word:ident: $Kind:ident $(($hole:literal))?,)*
        }
    )*) => {
        pub(super) const SECTIONS: &[super::Section] = &[
            $((
                stringify!($section),
                &[$((stringify!($word), super::Kind::$Kind $(($hole))?),)*],
            ),)*
        ];
    };
}
#[allow(clippy::duplicate_mod, reason = "one list, which is two things in the tests")]
#[path = "words.rs"]
mod list;

/// The categories of number, and the ways to write a date, that a text may be for.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
const DATES: [&str; 4] = ["day", "vowel", "year", "other"];

/// What is wrong in the file of the language `tag`: each time the place and what
/// was expected there.
pub(crate) fn mistakes(tag: &str, file: &Json) -> Vec<String> {
    let mut check = Check { plurals: Vec::new(), mistakes: Vec::new() };
    let mut names = vec!["tag", "direction", "plurals", "months"];
    names.extend(list::SECTIONS.iter().map(|(name, _)| *name));
    check.names("", file, &names);
    if file.get("tag").and_then(Json::as_text) != Some(tag) {
        check.expected("/tag", &format!("\"{tag}\", as the file is called"));
    }
    if !matches!(file.get("direction").and_then(Json::as_text), Some("ltr" | "rtl")) {
        check.expected("/direction", "\"ltr\" or \"rtl\"");
    }
    match texts(file.get("plurals")) {
        Some(plurals) if plurals.iter().all(|name| CATEGORIES.contains(name)) => {
            check.plurals = plurals;
        }
        _ => check.expected("/plurals", &format!("the language's own of {CATEGORIES:?}")),
    }
    if !texts(file.get("months")).is_some_and(|months| [0, 12].contains(&months.len())) {
        check.expected("/months", "twelve names, or none where browsers have them");
    }
    for (section, words) in list::SECTIONS {
        let Some(found) = file.get(section) else { continue };
        let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        check.names(&format!("/{section}"), found, &names);
        for (name, kind) in *words {
            if let Some(word) = found.get(name) {
                check.word(&format!("/{section}/{name}"), word, *kind);
            }
        }
    }
    check.mistakes
}

/// The texts of a list of texts.
fn texts(list: Option<&Json>) -> Option<Vec<&str>> {
    match list? {
        Json::List(items) => items.iter().map(Json::as_text).collect(),
        _ => None,
    }
}

struct Check<'a> {
    plurals: Vec<&'a str>,
    mistakes: Vec<String>,
}

impl Check<'_> {
    fn expected(&mut self, place: &str, what: &str) {
        self.mistakes.push(format!("{place}: expected {what}"));
    }

    /// All of these names and no other, in this order.
    fn names(&mut self, place: &str, object: &Json, names: &[&str]) {
        let Json::Object(fields) = object else {
            return self.expected(place, "an object");
        };
        let found: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        for (index, name) in names.iter().enumerate() {
            if !found.contains(name) {
                let before =
                    names.get(index + 1).map_or(String::new(), |n| format!(", before {n}"));
                self.expected(place, &format!("{name}{before}"));
            }
        }
        for name in &found {
            if !names.contains(name) {
                self.mistakes.push(format!("{place}/{name}: there is no such word"));
            }
        }
        if self.mistakes.is_empty() && found != names {
            let wrong = found.iter().zip(names).find(|(found, name)| found != name);
            let (found, name) = wrong.map_or(("", ""), |(found, name)| (*found, *name));
            self.expected(
                &format!("{place}/{found}"),
                &format!("{name} here, in the list's order"),
            );
        }
    }

    fn word(&mut self, place: &str, word: &Json, kind: Kind) {
        match (kind, word) {
            (Kind::Text, Json::Text(text)) => self.text(place, text, None, true),
            (Kind::About(hole), Json::Text(text)) => self.text(place, text, Some(hole), true),
            (Kind::Counted, Json::Text(text)) => self.text(place, text, Some("n"), true),
            (Kind::Dated, Json::Text(text)) => self.text(place, text, Some("date"), true),
            (Kind::Counted, Json::Object(forms)) => self.counted(place, forms),
            (Kind::Dated, Json::Object(forms)) => {
                self.forms(place, forms, &DATES, &["other"], "date", &DATES);
            }
            (Kind::Text | Kind::About(_), _) => self.expected(place, "a text"),
            (Kind::Counted | Kind::Dated, _) => {
                self.expected(place, "a text, or one for each form")
            }
        }
    }

    /// A count: each category of the language has its text. None, one and two
    /// may be said without a digit.
    fn counted(&mut self, place: &str, forms: &[(String, Json)]) {
        let plurals = self.plurals.clone();
        let mut allowed = vec!["none"];
        allowed.extend(&plurals);
        self.forms(place, forms, &allowed, &plurals, "n", &["few", "many", "other"]);
    }

    /// Texts for forms: only `allowed` ones, all that are `required`, and a hole
    /// in each that is `filled`.
    fn forms(
        &mut self,
        place: &str,
        forms: &[(String, Json)],
        allowed: &[&str],
        required: &[&str],
        hole: &str,
        filled: &[&str],
    ) {
        for name in required {
            if !forms.iter().any(|(form, _)| form == name) {
                self.expected(place, &format!("a text for \"{name}\""));
            }
        }
        for (name, text) in forms {
            let place = format!("{place}/{name}");
            match text {
                Json::Text(_) if !allowed.contains(&name.as_str()) => {
                    self.expected(&place, &format!("one of {allowed:?}"));
                }
                Json::Text(text) => {
                    self.text(&place, text, Some(hole), filled.contains(&name.as_str()));
                }
                _ => self.expected(&place, "a text"),
            }
        }
    }

    /// A text that says something, with its one hole and no other.
    fn text(&mut self, place: &str, text: &str, hole: Option<&str>, needs_hole: bool) {
        if text.trim() != text || text.chars().count() < 2 {
            self.expected(place, "a text of two letters or more, without spaces around it");
        }
        let hole = hole.map(|name| format!("{{{name}}}"));
        let (count, rest) = match &hole {
            Some(hole) => (text.matches(hole).count(), text.replace(hole, "")),
            None => (0, text.to_owned()),
        };
        if rest.contains(['{', '}']) || count > 1 || (needs_hole && hole.is_some() && count == 0) {
            let what = hole.map_or("no braces".to_owned(), |hole| format!("{hole}, once"));
            self.expected(place, &what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes_in(change: impl Fn(&str) -> String) -> Vec<String> {
        let file = change(include_str!("../../../languages/ar.json"));
        mistakes("ar", &serde_json::from_str(&file).unwrap())
    }

    #[test]
    fn a_right_file_has_no_mistake() {
        assert_eq!(mistakes_in(str::to_owned), [""; 0]);
    }

    #[test]
    fn what_is_missing_or_misspelt_is_named_with_its_place() {
        let missing = mistakes_in(|file| file.replace("    \"views\": \"طريقة العرض\",\n", ""));
        assert_eq!(missing, ["/map: expected views, before network"]);
        let misspelt = mistakes_in(|file| file.replace("\"legend\"", "\"legnd\""));
        assert_eq!(
            misspelt,
            ["/map: expected legend, before kind_state", "/map/legnd: there is no such word"]
        );
    }

    #[test]
    fn every_category_of_number_has_its_text() {
        let without = mistakes_in(|file| file.replacen("\"few\": \"{n} تعليقات\",", "", 1));
        assert_eq!(without, ["/comments/count: expected a text for \"few\""]);
        let unknown =
            mistakes_in(|file| file.replacen("\"zero\": \"لا أطراف\"", "\"nil\": \"لا\"", 1));
        assert_eq!(unknown.len(), 2, "{unknown:?}");
    }

    #[test]
    fn a_hole_is_the_one_that_is_filled() {
        let other = mistakes_in(|file| file.replace("{host}", "{hots}"));
        assert_eq!(other, ["/article/see_on: expected {host}, once"]);
        let none = mistakes_in(|file| file.replace("{n} تعليق\"", "تعليق\""));
        assert_eq!(none, ["/comments/count/other: expected {n}, once"]);
    }

    #[test]
    fn words_stand_in_the_order_of_the_list() {
        let swapped = mistakes_in(|file| {
            file.replace("\"network\"", "\"?\"")
                .replace("\"table\"", "\"network\"")
                .replace("\"?\"", "\"table\"")
        });
        assert_eq!(swapped, ["/map/table: expected network here, in the list's order"]);
    }
}
