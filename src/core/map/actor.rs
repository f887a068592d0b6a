//! Who acts: a state, a person, an organisation, a place, a group, an event.

use crate::decode::{Place, Problem, Warnings};
use crate::rich_text::{Image, Inline, address::Address, html};

/// Which actor of an [`ActorMap`](super::ActorMap): its place in `actors`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorIndex(pub usize);

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// A state.
    State,
    /// A person.
    Person,
    /// An organisation, an army, a government.
    Organisation,
    /// A town, a base, a region.
    Place,
    /// People without an organisation.
    Group,
    /// Something that happened.
    Event,
}

impl ActorKind {
    /// All kinds, in the order of a legend.
    pub const ALL: [ActorKind; 6] = [
        ActorKind::State,
        ActorKind::Person,
        ActorKind::Organisation,
        ActorKind::Place,
        ActorKind::Group,
        ActorKind::Event,
    ];

    const NAMES: [&str; 6] = ["state", "person", "organisation", "place", "group", "event"];

    /// The kind's name in documents and in style classes.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// One who acts, or where it happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Unique in its map; relations and mentions name it.
    pub id: String,
    /// As a reader knows it.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Other words for it in the text.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2, in capitals.
    pub country: Option<String>,
    /// Longitude and latitude in degrees (WGS 84).
    pub at_deg: Option<[f64; 2]>,
    /// What it is in this story.
    pub role: Option<String>,
    /// More about it.
    pub summary: Vec<Inline>,
    /// Where to read on.
    pub url: Option<Address>,
    /// Its portrait or emblem.
    pub image: Option<Box<Image>>,
    /// Its fixed place in the network, in units of the layout.
    pub position: Option<[f64; 2]>,
}

impl Actor {
    /// Reads an actor; `id`, `name` and `kind` are required.
    pub fn decode(place: &Place<'_>, warnings: &mut Warnings) -> Result<Self, Problem> {
        let id = place.required_text("id")?;
        let name = place.required_text("name")?;
        let kind = ActorKind::ALL[place.required("kind")?.choice(&ActorKind::NAMES)?];
        Ok(Actor {
            id,
            name,
            kind,
            aliases: warnings.list(place, "aliases", |alias, _| alias.filled_text()),
            country: warnings.optional(place, "country", |code, _| decode_country(code)),
            at_deg: warnings.optional(place, "at", |at, _| decode_coordinates(at)),
            role: warnings.optional_text(place, "role"),
            summary: html::optional_inline(place, "summary", warnings),
            url: Address::optional(place, "url", warnings),
            image: Image::optional(place, "image", warnings),
            position: warnings.optional(place, "position", |pair, _| decode_pair(pair)),
        })
    }
}

fn decode_country(place: &Place<'_>) -> Result<String, Problem> {
    place.checked_text(
        |code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()),
        "a country's code of two capitals (ISO 3166-1), such as NE",
    )
}

fn decode_pair(place: &Place<'_>) -> Result<[f64; 2], Problem> {
    match place.items()?.as_slice() {
        [x, y] => Ok([x.number()?, y.number()?]),
        _ => Err(place.problem("expected a list of two numbers")),
    }
}

fn decode_coordinates(place: &Place<'_>) -> Result<[f64; 2], Problem> {
    let [longitude, latitude] = decode_pair(place)?;
    if longitude.abs() <= 180.0 && latitude.abs() <= 90.0 {
        return Ok([longitude, latitude]);
    }
    Err(place.problem("expected [longitude, latitude] in degrees, -180 to 180 and -90 to 90"))
}
