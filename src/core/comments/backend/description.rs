//! A comment server's description, decoded. What each key means is documented
//! in `schemas/backend.json`.

use super::pick::{Condition, Path};
use super::request::Call;
use crate::comments::form::{Cause, Field, Rule, Rules};
use crate::decode::{Place, Problem};
use crate::json::Json;

/// A comment server's description.
#[derive(Clone, Debug, PartialEq)]
pub struct Backend {
    /// What the server is called.
    pub name: String,
    /// There is no server: this browser keeps the comments (see [`super::local`]).
    pub in_this_browser: bool,
    /// The fields of the form.
    pub fields: Vec<(Field, FieldShape)>,
    /// How a thread is listed.
    pub list: List,
    /// How a comment is sent.
    pub create: Create,
    /// How a comment is read.
    pub comment: CommentShape,
    /// What an answer that means success has; a status of success when absent.
    pub success: Option<Condition>,
    /// How a refusal is read.
    pub refusal: RefusalShape,
}

/// What a server wants of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldShape {
    /// What is known before the thread was listed.
    pub rule: Rule,
    /// Where the list says whether it is required.
    pub required_at: Option<Path>,
}

/// How a thread is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// What is asked.
    pub request: Call,
    /// Where the comments are.
    pub items: Path,
    /// Where a comment's answers are, if they are inside it.
    pub replies: Option<Path>,
}

/// How a comment is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Create {
    /// What is sent.
    pub request: Call,
    /// Where the new comment is in the answer.
    pub comment: Path,
}

/// How a comment is read.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentShape {
    /// Where its name is.
    pub id: Path,
    /// Where the name of the comment is that it answers.
    pub parent: Option<Path>,
    /// Where its author's name is.
    pub name: Option<Path>,
    /// Where its author's website is.
    pub website: Option<Path>,
    /// Where its text is.
    pub text: Path,
    /// What its text is written in.
    pub format: Format,
    /// Where its time is, and in which unit.
    pub time: Option<(Path, TimeUnit)>,
    /// When it waits for approval.
    pub pending: Option<Condition>,
    /// When it was taken back.
    pub deleted: Option<Condition>,
}

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// HTML, which is read by the one allow-list.
    Html,
    /// What was typed.
    Plain,
}

/// How a time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Seconds since 1970, with or without a fraction.
    Seconds,
    /// Milliseconds since 1970.
    Milliseconds,
    /// ISO 8601; UTC where no zone is said.
    Iso8601,
}

/// How a refusal is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RefusalShape {
    /// Where the server says why, in an answer of JSON; the first that is there.
    pub reason: Vec<Path>,
    /// Refusals that we have words or a field for.
    pub known: Vec<KnownRefusal>,
}

/// A refusal that we have words or a field for.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownRefusal {
    /// How it is recognised.
    pub when: Condition,
    /// What it means.
    pub cause: Option<Cause>,
    /// The field that it is about.
    pub field: Option<Field>,
}

impl Backend {
    /// Reads a description. Nothing is left out of it: a server that is asked
    /// in a wrong way loses comments.
    ///
    /// # Errors
    /// The first place that is wrong.
    pub fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        only_keys(
            place,
            &[
                "name", "checked", "storage", "fields", "list", "create", "comment", "success",
                "refusal",
            ],
        )?;
        let list = place.required("list")?;
        only_keys(&list, &["request", "items", "replies"])?;
        let create = place.required("create")?;
        only_keys(&create, &["request", "comment"])?;
        Ok(Backend {
            name: place.required("name")?.filled_text()?,
            in_this_browser: read(place, "storage", |storage| {
                storage.one_of(&[("server", false), ("browser", true)])
            })?
            .unwrap_or(false),
            fields: fields(&place.required("fields")?)?,
            list: List {
                request: Call::decode(&list.required("request")?)?,
                items: read(&list, "items", Path::decode)?.unwrap_or_default(),
                replies: read(&list, "replies", Path::decode)?,
            },
            create: Create {
                request: Call::decode(&create.required("request")?)?,
                comment: read(&create, "comment", Path::decode)?.unwrap_or_default(),
            },
            comment: CommentShape::decode(&place.required("comment")?)?,
            success: read(place, "success", Condition::decode)?,
            refusal: read(place, "refusal", RefusalShape::decode)?.unwrap_or_default(),
        })
    }

    /// Whether a comment can answer another.
    pub fn takes_replies(&self) -> bool {
        self.create.request.names("parent")
    }

    /// What the server wants of the form, before the thread was listed.
    pub fn rules(&self) -> Rules {
        self.rules_after(&Json::Null)
    }

    /// What the server wants of the form, when it has answered `list`.
    pub fn rules_after(&self, list: &Json) -> Rules {
        let mut rules = Rules::default();
        for (field, shape) in &self.fields {
            let said = shape.required_at.as_ref().and_then(|path| path.find(list));
            let required = match said {
                Some(Json::Bool(required)) => *required,
                _ => shape.rule.required,
            };
            rules.0[*field as usize] = Some(Rule { required, ..shape.rule });
        }
        rules
    }
}

fn fields(place: &Place<'_>) -> Result<Vec<(Field, FieldShape)>, Problem> {
    only_keys(place, &Field::ALL.map(Field::key))?;
    place.required(Field::Text.key())?;
    let mut fields = Vec::new();
    for field in Field::ALL {
        let Some(place) = place.get(field.key()) else { continue };
        only_keys(&place, &["required", "min", "max"])?;
        let mut shape = FieldShape { rule: Rule::default(), required_at: None };
        match place.get("required") {
            Some(required) if matches!(required.value, Json::Object(_)) => {
                only_keys(&required, &["at"])?;
                shape.required_at = Some(Path::decode(&required.required("at")?)?);
            }
            Some(required) => shape.rule.required = required.boolean()?,
            None => {}
        }
        let count = |place: &Place<'_>| place.number().map(|number| number as usize);
        shape.rule.min = read(&place, "min", count)?.unwrap_or(0);
        shape.rule.max = read(&place, "max", count)?;
        // A comment says something.
        shape.rule.required |= field == Field::Text;
        fields.push((field, shape));
    }
    Ok(fields)
}

impl CommentShape {
    fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        only_keys(
            place,
            &["id", "parent", "name", "website", "text", "time", "pending", "deleted"],
        )?;
        let text = place.required("text")?;
        only_keys(&text, &["at", "format"])?;
        Ok(CommentShape {
            id: Path::decode(&place.required("id")?)?,
            parent: read(place, "parent", Path::decode)?,
            name: read(place, "name", Path::decode)?,
            website: read(place, "website", Path::decode)?,
            text: Path::decode(&text.required("at")?)?,
            format: text
                .required("format")?
                .one_of(&[("html", Format::Html), ("plain", Format::Plain)])?,
            time: read(place, "time", |time| {
                only_keys(time, &["at", "unit"])?;
                let unit = time.required("unit")?.one_of(&[
                    ("seconds", TimeUnit::Seconds),
                    ("milliseconds", TimeUnit::Milliseconds),
                    ("iso8601", TimeUnit::Iso8601),
                ])?;
                Ok((Path::decode(&time.required("at")?)?, unit))
            })?,
            pending: read(place, "pending", Condition::decode)?,
            deleted: read(place, "deleted", Condition::decode)?,
        })
    }
}

impl RefusalShape {
    fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        only_keys(place, &["reason", "known"])?;
        let reason = read(place, "reason", Place::items)?.unwrap_or_default();
        let known = read(place, "known", Place::items)?.unwrap_or_default();
        Ok(RefusalShape {
            reason: reason.iter().map(Path::decode).collect::<Result<_, _>>()?,
            known: known.iter().map(KnownRefusal::decode).collect::<Result<_, _>>()?,
        })
    }
}

impl KnownRefusal {
    fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        only_keys(place, &["when", "means", "field"])?;
        Ok(KnownRefusal {
            when: Condition::decode(&place.required("when")?)?,
            cause: read(place, "means", |means| means.one_of(&Cause::NAMES))?,
            field: read(place, "field", |field| {
                field.one_of(&Field::ALL.map(|field| (field.key(), field)))
            })?,
        })
    }
}

/// The value under `key`, where it is there.
pub(super) fn read<'a, T>(
    place: &Place<'a>,
    key: &str,
    read: impl FnOnce(&Place<'a>) -> Result<T, Problem>,
) -> Result<Option<T>, Problem> {
    place.get(key).as_ref().map(read).transpose()
}

/// Refuses keys that mean nothing: a key with a slip of the pen would be
/// missed in silence. `$schema` and `$comment` are everybody's.
pub(super) fn only_keys(place: &Place<'_>, keys: &[&str]) -> Result<(), Problem> {
    for (key, value) in place.entries()? {
        if !keys.contains(&key) && !key.starts_with('$') {
            let mut message = String::from("is no key here; there are ");
            message.push_str(&keys.join(", "));
            return Err(value.problem(&message));
        }
    }
    Ok(())
}
