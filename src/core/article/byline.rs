//! Who wrote an article, what was corrected, what it draws on.

use crate::date::PartialDate;
use crate::decode::{Place, Problem, Warnings};
use crate::rich_text::address::Address;
use crate::rich_text::{Inline, html};

/// Who wrote an article.
#[derive(Clone, Debug, Default, PartialEq)]
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
    ///
    /// # Errors
    /// What makes it unreadable.
    pub fn decode(&mut self, place: &Place<'_>, w: &mut Warnings) -> Result<(), Problem> {
        self.name = place.required_text("name")?;
        w.text(place, "role", &mut self.role);
        self.url = Address::optional(place, "url", w);
        Ok(())
    }
}

/// What was corrected after an article came out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Correction {
    /// When.
    pub date: Option<PartialDate>,
    /// What.
    pub text: Vec<Inline>,
}

impl Correction {
    /// Reads a correction; `text` is required.
    ///
    /// # Errors
    /// What makes it unreadable.
    pub fn decode(&mut self, place: &Place<'_>, w: &mut Warnings) -> Result<(), Problem> {
        html::read_line(&place.required("text")?, &mut self.text)?;
        self.date = PartialDate::optional(place, "date", w);
        Ok(())
    }
}

/// What an article draws on.
#[derive(Clone, Debug, Default, PartialEq)]
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
    ///
    /// # Errors
    /// What makes it unreadable.
    pub fn decode(&mut self, place: &Place<'_>, w: &mut Warnings) -> Result<(), Problem> {
        self.title = place.required_text("title")?;
        w.text(place, "id", &mut self.id);
        self.url = Address::optional(place, "url", w);
        w.text(place, "publisher", &mut self.publisher);
        self.date = PartialDate::optional(place, "date", w);
        Ok(())
    }
}
