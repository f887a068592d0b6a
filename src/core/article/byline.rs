//! Who wrote an article, what was corrected, what it draws on.

use crate::date::PartialDate;
use crate::decode::{Place, Problem, Warnings};
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
        let name = place.required_text("name")?;
        Ok(Author {
            name,
            role: warnings.optional_text(place, "role"),
            url: Address::optional(place, "url", warnings),
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
        let text = html::decode_inline(&place.required("text")?)?;
        Ok(Correction { date: PartialDate::optional(place, "date", warnings), text })
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
        let title = place.required_text("title")?;
        Ok(Source {
            id: warnings.optional_text(place, "id"),
            title,
            url: Address::optional(place, "url", warnings),
            publisher: warnings.optional_text(place, "publisher"),
            date: PartialDate::optional(place, "date", warnings),
        })
    }
}
