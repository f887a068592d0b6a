//! The map as two tables, of actors and of relations: the same data as the
//! picture. On a narrow screen each row becomes a short paragraph; explicit
//! roles keep it a table for assistive technology. `www/map-tools/sort.js` sorts them,
//! by what their cells say or by their `data-key`.

use article_widget_core::map::{ActorIndex, Relation};

use super::Shown;
use super::legend::{kind_sample, line_sample};
use super::name::{actor_button, element_id, name, sign_for_eyes, toggle, unseen};
use crate::element::{Element, element};

/// Both tables. Where the picture is shown, they are there for print alone.
pub(super) fn tables(shown: &Shown<'_>) -> Element {
    let (words, map) = (shown.words.map(), &shown.article.map);
    let mut actors = element("tbody;role=rowgroup");
    for index in 0..map.actors.len() {
        if !shown.hides(ActorIndex(index)) {
            actors = actors.with(actor_row(shown, ActorIndex(index)));
        }
    }
    let [caption, relation_caption] = shown.counts();
    let columns = [words.actor, words.kind_heading, words.role, words.relations_heading];
    let tables = element("div;class=map-tables")
        .class_if("print-only", !shown.is_table)
        .with(table(caption, columns).with(actors));
    if map.relations.is_empty() {
        return tables;
    }
    let mut relations = element("tbody;role=rowgroup");
    for relation in &map.relations {
        if !shown.hides_relation(relation) {
            relations = relations.with(relation_row(shown, relation));
        }
    }
    let columns = [words.relation, words.from, words.to, words.period];
    let table = table(relation_caption, columns).class("map-relation-table");
    tables.with(table.with(relations))
}

#[inline(never)]
fn table(caption: String, columns: [&'static str; 4]) -> Element {
    let mut heads = element("tr;role=row");
    for column in columns {
        let button = element("button;class=map-sort;part=button;type=button;data-tool=sort");
        heads = heads.with(element("th;role=columnheader;scope=col").with(button.text(column)));
    }
    element("table;role=table")
        .with(element("caption").text_of(caption))
        .with(element("thead;role=rowgroup").with(heads))
}

fn actor_row(shown: &Shown<'_>, index: ActorIndex) -> Element {
    let (words, map) = (shown.words, &shown.article.map);
    let actor = map.actor(index);
    let is_selected = shown.selected == Some(index);
    let mut button = toggle(actor_button(map, index), is_selected);
    if shown.is_table {
        button = button.attr_of("id", element_id(actor));
    }
    let count = map.relations_of(index).len();
    let relations = words.count(words.map().relations, count);
    row(kind_sample(actor.kind), button)
        .class_if("selected", is_selected)
        .with(cell().text(words.map().kind(actor.kind)))
        .with(cell().with(name(actor.role.as_deref().unwrap_or_default())))
        .with(cell().number("data-key", count).text_of(relations))
}

fn relation_row(shown: &Shown<'_>, relation: &Relation) -> Element {
    let (words, map) = (shown.words, &shown.article.map);
    let name_of = |index: ActorIndex| name(&map.actor(index).name);
    let sign = [", ", words.map().sign(relation.sign)].concat();
    let label = element("span").with(name(&relation.label)).with(unseen(&sign));
    row(line_sample(relation.sign, relation.interval.until.is_some()), label)
        .with(cell().with(name_of(relation.from)))
        .with(
            cell()
                .class("map-to")
                .with(sign_for_eyes(words.arrow(relation, relation.from)))
                .with(name_of(relation.to)),
        )
        .with(
            cell()
                .number("data-key", relation.start() as usize)
                .text_of(words.period(relation.interval)),
        )
}

/// A row with its head: a sample of what it looks like, and what it is.
#[inline(never)]
fn row(sample: Element, title: Element) -> Element {
    let title = element("div;class=map-cell").with(sample).with(title);
    let head = element("th;role=rowheader;scope=row").with(title);
    element("tr;role=row").with(head)
}

#[inline(never)]
fn cell() -> Element {
    element("td;role=cell")
}
