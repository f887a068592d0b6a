//! The widget's own words, and dates in words.

use article_widget_core::date::PartialDate;
use article_widget_core::language::{Language, of_tag};

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Months where a language's file has none, since browsers have them: as
/// Unicode CLDR has them (the same for the Arabic of Niger and of Egypt).
const MONTHS: [(&str, [&str; 12]); 3] = [
    (
        "fr",
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    ),
    (
        "en",
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    ),
    (
        "ar",
        [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
    ),
];

/// The words of one language.
pub(super) struct Words {
    pub(super) language: &'static Language,
}

impl Words {
    /// The words for an article in this language; French for one that we don't speak.
    pub(super) fn of(lang: Option<&str>) -> Self {
        let tag = lang.and_then(of_tag).unwrap_or("fr");
        let read = |wanted: &str| {
            let (_, file) = FILES.iter().find(|(tag, _)| *tag == wanted)?;
            Language::read(serde_json::from_str(file).ok()?)
        };
        let language = read(tag).or_else(|| read("fr"));
        // Both were compiled in, and held against the list of words.
        Words { language: language.expect("the languages that this was built with") }
    }

    pub(super) fn tag(&self) -> &'static str {
        self.language.tag
    }

    /// A date in words, as precise as it is known; where nobody knows the names
    /// of the months, in numbers.
    pub(super) fn date(&self, date: PartialDate) -> String {
        let Some(month) = date.month else { return date.year.to_string() };
        let index = usize::from(month) - 1;
        let of_file = self.language.months.get(index).and_then(|name| name.as_text());
        let known = MONTHS.iter().find(|(tag, _)| *tag == self.tag());
        let Some(name) = of_file.or(known.map(|(_, months)| months[index])) else {
            return date.iso();
        };
        match date.day {
            // French writes the first as an ordinal.
            Some(1) if self.tag() == "fr" => format!("1er {name} {}", date.year),
            Some(day) => format!("{day} {name} {}", date.year),
            None => format!("{name} {}", date.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_as_precisely_as_they_are_known() {
        for (lang, date, words) in [
            ("fr", "2024-03-16", "16 mars 2024"),
            ("fr-NE", "2024-08-01", "1er août 2024"),
            ("fr", "2012-07", "juillet 2012"),
            ("fr", "2012", "2012"),
            ("en", "2024-03-16", "16 March 2024"),
            ("ar", "2024-03-16", "16 مارس 2024"),
            ("tlh", "2024-03-16", "16 mars 2024"),
        ] {
            assert_eq!(Words::of(Some(lang)).date(date.parse().unwrap()), words, "{lang}");
        }
    }

    #[test]
    fn every_language_has_months() {
        for (tag, _) in FILES {
            let words = Words::of(Some(tag)).date("2024-03-16".parse().unwrap());
            assert!(!words.contains("2024-03"), "{tag}: {words}");
        }
    }
}
