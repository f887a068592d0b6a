//! The map as two tables, of actors and of relations: the same data as the
//! picture. On a narrow screen each row becomes a short paragraph; explicit
//! roles keep it a table for assistive technology.

use article_widget_core::map::{ActorIndex, ActorMap, Relation};
use yew::prelude::*;

use super::legend::{kind_sample, line_sample};
use super::words::Words;
use super::{actor_element_id, toggle_state};

/// Both tables. `is_shown` is false for the copy that only print shows.
pub(super) fn tables(
    map: &ActorMap,
    selected: Option<ActorIndex>,
    is_shown: bool,
    words: Words<'_>,
) -> Html {
    let actors = (0..map.actors.len()).map(|index| {
        let index = ActorIndex(index);
        actor_row(map, index, selected == Some(index), is_shown, words)
    });
    let heads = words.map();
    html! {
        <div class={classes!("map-tables", (!is_shown).then_some("print-only"))}>
            <table role="table">
                <caption>{ words.count(heads.actors, map.actors.len()) }</caption>
                { head([heads.actor, heads.kind_heading, heads.role, heads.relations_heading]) }
                <tbody role="rowgroup">{ for actors }</tbody>
            </table>
            if !map.relations.is_empty() {
                <table class="map-relation-table" role="table">
                    <caption>{ words.count(heads.relations, map.relations.len()) }</caption>
                    { head([heads.relation, heads.from, heads.to, heads.period]) }
                    <tbody role="rowgroup">
                        { for map.relations.iter().map(|relation| relation_row(map, relation, words)) }
                    </tbody>
                </table>
            }
        </div>
    }
}

fn head(columns: [&'static str; 4]) -> Html {
    html! {
        <thead role="rowgroup">
            <tr role="row">
                { for columns.map(|name| html! {
                    <th role="columnheader" scope="col">{ name }</th>
                }) }
            </tr>
        </thead>
    }
}

fn actor_row(
    map: &ActorMap,
    index: ActorIndex,
    is_selected: bool,
    is_shown: bool,
    words: Words<'_>,
) -> Html {
    let actor = map.actor(index);
    html! {
        <tr role="row" class={is_selected.then_some("selected")}>
            <th role="rowheader" scope="row">
                <div class="map-cell">
                    { kind_sample(actor.kind) }
                    <button
                        id={is_shown.then(|| actor_element_id(actor))}
                        class="link-button"
                        part="button"
                        type="button"
                        data-actor={index.0.to_string()}
                        aria-pressed={toggle_state(is_selected)}
                    >
                        <bdi>{ &actor.name }</bdi>
                    </button>
                </div>
            </th>
            <td role="cell">{ (words.map().kind)(actor.kind) }</td>
            <td role="cell"><bdi>{ actor.role.clone() }</bdi></td>
            <td role="cell">{ words.count(words.map().relations, map.relations_of(index).len()) }</td>
        </tr>
    }
}

fn relation_row(map: &ActorMap, relation: &Relation, words: Words<'_>) -> Html {
    let name = |index: ActorIndex| html! { <bdi>{ &map.actor(index).name }</bdi> };
    let ended = relation.interval.until.is_some();
    html! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <div class="map-cell">
                    { line_sample(relation.sign, ended) }
                    <span>
                        <bdi>{ &relation.label }</bdi>
                        <span class="visually-hidden">{ ", " }{ (words.map().sign)(relation.sign) }</span>
                    </span>
                </div>
            </th>
            <td role="cell">{ name(relation.from) }</td>
            <td class="map-to" role="cell">
                <span aria-hidden="true">{ words.arrow(relation) }{ " " }</span>
                { name(relation.to) }
            </td>
            <td role="cell">{ words.period(relation.interval) }</td>
        </tr>
    }
}
