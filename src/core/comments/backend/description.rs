//! A comment server's description.

use super::pick::{at, part};
use super::shape::{DESCRIPTION, check};
use crate::comments::form::{Field, Rule, Rules};
use crate::decode::{Place, Problem};
use crate::json::Json;

/// A comment server's description: JSON that has passed [`check`]. So nothing
/// in it is of another shape than [`DESCRIPTION`] says, and whoever reads a
/// part of it has to ask only whether it is there.
#[derive(Debug)]
pub struct Backend(pub(super) Json);

impl Default for Backend {
    /// Before there is one.
    fn default() -> Self {
        Backend(Json::Null)
    }
}

impl Backend {
    /// Reads a description. Nothing is left out of it: a server that is asked
    /// in a wrong way loses comments.
    ///
    /// # Errors
    /// The first place that is wrong.
    pub fn decode(description: Json) -> Result<Self, Problem> {
        let place = Place::document(&description);
        check(&place, &DESCRIPTION)?;
        for key in ["list", "create"] {
            let request = place.required(key)?.required("request")?;
            if let (Some(_), Some(form)) = (request.get("json"), request.get("form")) {
                return Err(form.problem("there is a body of JSON already"));
            }
        }
        Ok(Backend(description))
    }

    /// What the server is called.
    pub fn name(&self) -> &str {
        part(&self.0, "name").as_text().unwrap_or("")
    }

    /// There is no server: this browser keeps the comments (see [`super::local`]).
    pub fn is_in_this_browser(&self) -> bool {
        part(&self.0, "storage").as_text() == Some("browser")
    }

    /// What the server wants of the form, when it has answered `list`.
    pub fn rules_after(&self, list: &Json) -> Rules {
        let mut rules = Rules::default();
        let fields = part(&self.0, "fields");
        for field in Field::ALL {
            let shape = part(fields, field.key());
            if matches!(shape, Json::Null) {
                continue;
            }
            let required = match part(shape, "required") {
                said @ Json::Object(_) => at(said, "at", list).unwrap_or(&Json::Null),
                said => said,
            };
            rules.0[field as usize] = Some(Rule {
                // A comment says something.
                required: field == Field::Text || matches!(required, Json::Bool(true)),
                min: count(shape, "min").unwrap_or(0),
                max: count(shape, "max"),
            });
        }
        rules
    }
}

fn count(shape: &Json, key: &str) -> Option<usize> {
    match part(shape, key) {
        Json::Number(number) => Some(*number as usize),
        _ => None,
    }
}
