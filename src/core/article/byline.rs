//! Who wrote an article, what was corrected, what it draws on.

use crate::date::PartialDate;
use crate::decode::{Place, Problem, Warnings};
use crate::map::actor::decode_link;
use crate::rich_text::address::Address;
use crate::rich_text::{Inline, html};

/// Who wrote an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Author {
    /// As it is signed.
    pub name: String,
    /// What they are.
    pub role: Option<String>,
    /// Their page.
    pub url: Option<Address>,
}

impl Author {
    /// Reads an author; `name` is required.
    pub fn decode(place: &Place<'_>, warnings: &mut Warnings) -> Result<Self, Problem> {
        Ok(Author {
            name: place.required("name")?.filled_text()?,
            role: warnings.optional_text(place, "role"),
            url: warnings.optional(place, "url", |url, _| decode_link(url)),
        })
    }
}

/// What was corrected after an article came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// When.
    pub date: Option<PartialDate>,
    /// What.
    pub text: Vec<Inline>,
}

impl Correction {
    /// Reads a correction; `text` is required.
    pub fn decode(place: &Place<'_>, warnings: &mut Warnings) -> Result<Self, Problem> {
        Ok(Correction {
            date: warnings.optional(place, "date", |date, _| PartialDate::decode(date)),
            text: html::decode_inline(&place.required("text")?)?,
        })
    }
}

/// What an article draws on.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// How relations name it.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub url: Option<Address>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub date: Option<PartialDate>,
}

impl Source {
    /// Reads a source; `title` is required.
    pub fn decode(place: &Place<'_>, warnings: &mut Warnings) -> Result<Self, Problem> {
        Ok(Source {
            id: warnings.optional_text(place, "id"),
            title: place.required("title")?.filled_text()?,
            url: warnings.optional(place, "url", |url, _| decode_link(url)),
            publisher: warnings.optional_text(place, "publisher"),
            date: warnings.optional(place, "date", |date, _| PartialDate::decode(date)),
        })
    }
}
