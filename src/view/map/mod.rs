//! The actor map in the page: heading, picture or tables, legend, and the panel
//! of the selected actor.
//!
//! | module | holds |
//! | --- | --- |
//! | [`section`] | what the map knows, and what follows from what happens in it |
//! | [`body`] | its parts, put together |
//! | [`space`] | how much room there is |
//! | [`picture`] | names in lines and places for everything |
//! | [`draft`] | the expensive part of that, piece by piece |
//! | [`network`](mod@network), [`shape`], [`line`](mod@line), [`path`] | the picture as SVG |
//! | [`world`] | what of the world view is drawn elsewhere: asked for, and taken over |
//! | [`tools`](mod@tools) | buttons for the camera and for what can be taken away |
//! | [`timeline`](mod@timeline) | time under every view |
//! | [`table`] | the same data as tables |
//! | [`panel`](mod@panel) | the selected actor |
//! | [`header`](mod@header) | what it shows, and the choice of views |
//! | [`legend`](mod@legend) | what shapes and lines mean |
//! | [`interaction`], [`keyboard`] | what presses and keys do |
//! | [`words`] | what is said of actors, relations and periods |
//! | [`name`] | names, buttons and signs within lines of text |
//!
//! All views read one `ReaderState` and change it by `ReaderAction`s. A
//! further view is a sibling of [`network`](mod@network), and a variant of [`MapView`].

mod body;
mod draft;
mod header;
mod interaction;
mod keyboard;
mod legend;
mod line;
mod name;
mod network;
mod panel;
mod path;
mod picture;
mod section;
mod shape;
mod space;
mod table;
mod timeline;
mod tools;
mod words;
mod world;

use article_widget_core::article::Article;
use article_widget_core::date::PartialDate;
use article_widget_core::map::filter::Filter;
use article_widget_core::map::{ActorIndex, Relation};

use crate::config::MapView;
use words::Words;

pub use interaction::{Gesture, Step};
pub use section::{MapMessage, MapSection};
pub use space::Space;

/// What every part of the map is drawn from.
struct Shown<'a> {
    article: &'a Article,
    words: Words<'a>,
    selected: Option<ActorIndex>,
    /// The moment that is shown; all of time when there is none.
    at: Option<PartialDate>,
    hidden: Filter,
    view: MapView,
    /// Tables are shown, and no picture.
    is_table: bool,
}

impl Shown<'_> {
    fn hides(&self, actor: ActorIndex) -> bool {
        self.hidden.hides_actor(&self.article.map, actor)
    }

    fn hides_relation(&self, relation: &Relation) -> bool {
        self.hidden.hides_relation(&self.article.map, relation)
    }

    /// How many actors and relations are shown.
    fn counts(&self) -> [String; 2] {
        let (map, words) = (&self.article.map, self.words.map());
        let (mut actors, mut relations) = (0, 0);
        for index in 0..map.actors.len() {
            actors += usize::from(!self.hides(ActorIndex(index)));
        }
        for relation in &map.relations {
            relations += usize::from(!self.hides_relation(relation));
        }
        [self.words.count(words.actors, actors), self.words.count(words.relations, relations)]
    }
}
