//! The whole section, put together from its parts.

use article_widget_core::article::Article;
use article_widget_core::map::timeline::Timeline;

use super::Shown;
use super::header::header;
use super::legend::legend;
use super::network::network;
use super::panel::panel;
use super::section::{MapSection, World};
use super::tools::tools;
use super::words::Words;
use super::{table, timeline};
use crate::config::{Config, MapView};
use crate::element::{Element, element, nothing};
use crate::state::ReaderState;

impl MapSection {
    /// The whole section.
    pub fn view(&self, article: &Article, config: &Config, state: ReaderState) -> Element {
        let shown = Shown {
            article,
            words: Words(config),
            selected: self.selected,
            at: state.at,
            hidden: state.hidden,
            view: state.map_view,
            is_table: state.map_view == MapView::Table,
        };
        let status = element("p;class=visually-hidden;role=status");
        element("section;id=map;part=map;class=map;aria-labelledby=map-title")
            .node_ref(&self.section)
            .with(header(&shown))
            .with(self.body(&shown))
            .with(status.text_of(self.announcement(&shown)))
    }

    fn body(&self, shown: &Shown<'_>) -> Element {
        let main = element("div;class=map-main").node_ref(&self.main);
        let panel = shown.selected.map_or_else(nothing, |actor| panel(shown, actor).html());
        let picture = match &self.picture {
            Some(picture) if !shown.is_table => network(shown, picture, self.tab_stop).html(),
            _ => nothing(),
        };
        if !self.is_whole {
            // With room for the rest. Siblings are known by their place.
            let main = main
                .child(picture)
                .with(tools(shown))
                .child(nothing())
                .child(nothing())
                .child(nothing());
            let body = element("div;class=map-body coming").with(main);
            return body.child(panel).child(nothing());
        }
        let words = shown.words.map();
        let of_world = if shown.view != MapView::World {
            nothing()
        } else if self.picture.is_some() {
            element("p;class=map-source").text(words.world_source).html()
        } else {
            let is_missing = self.world == World::Missing;
            let text = if is_missing { words.world_missing } else { words.world_loading };
            element("p;class=map-waits;role=status").text(text).html()
        };
        let tables = table::tables(shown);
        let time = match Timeline::of(&shown.article.map, shown.hidden) {
            Some(timeline) => timeline::timeline(shown, &timeline).html(),
            None => nothing(),
        };
        let mut key = element("div;class=map-key").with(legend(shown));
        if !shown.is_table {
            let hint = element("p;class=map-hint map-quiet");
            key = key.with(hint.text(shown.words.map().keyboard_hint));
        }
        element("div;class=map-body")
            .class_if("with-panel", shown.selected.is_some())
            .class_if("coming", self.picture.is_none() && shown.view == MapView::Network)
            .with(main.child(picture).with(tools(shown)).child(of_world).with(tables).child(time))
            .child(panel)
            .with(key)
    }

    /// What a screen reader is told when the selection changes, and nothing before.
    fn announcement(&self, shown: &Shown<'_>) -> String {
        let words = shown.words.map();
        match shown.selected {
            Some(actor) => words.selected.with(&shown.words.actor(&shown.article.map, actor)),
            None if self.has_spoken => words.deselected.into(),
            None => String::new(),
        }
    }
}
