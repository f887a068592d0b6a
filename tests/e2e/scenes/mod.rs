//! The tests, one file for each thing that a reader or a site owner relies on.

use article_widget_e2e_tests::stage::Scene;

mod accessibility;
mod attributes;
mod breakdown;
mod comment_states;
mod comments;
mod comments_reading;
mod configurator;
mod documentation;
mod embed;
mod exactly_once;
mod examples;
mod failures;
mod fixtures;
mod harness;
mod in_page;
mod integrity;
mod keyboard;
mod lifetime;
mod map;
mod map_files;
mod map_zoom;
mod network;
mod page_life;
mod plugin;
mod policy;
mod prerendered;
mod reader_settings;
mod servers;
mod sources;
mod strange_pages;
mod theming;
mod time_and_world;
mod yew_page;

/// Every file of tests, by its name.
pub(crate) const ALL: &[(&str, &[Scene])] = &[
    ("harness", harness::SCENES),
    ("fixtures", fixtures::SCENES),
    ("embed", embed::SCENES),
    ("in_page", in_page::SCENES),
    ("attributes", attributes::SCENES),
    ("lifetime", lifetime::SCENES),
    ("failures", failures::SCENES),
    ("breakdown", breakdown::SCENES),
    ("map", map::SCENES),
    ("map_zoom", map_zoom::SCENES),
    ("map_files", map_files::SCENES),
    ("network", network::SCENES),
    ("time_and_world", time_and_world::SCENES),
    ("comments", comments::SCENES),
    ("comment_states", comment_states::SCENES),
    ("isso", servers::isso::SCENES),
    ("wordpress", servers::wordpress::SCENES),
    ("waline", servers::waline::SCENES),
    ("kinto", servers::kinto::SCENES),
    ("exactly_once", exactly_once::SCENES),
    ("comments_reading", comments_reading::SCENES),
    ("policy", policy::SCENES),
    ("prerendered", prerendered::SCENES),
    ("yew_page", yew_page::SCENES),
    ("sources", sources::SCENES),
    ("plugin", plugin::SCENES),
    ("accessibility", accessibility::SCENES),
    ("keyboard", keyboard::SCENES),
    ("strange_pages", strange_pages::SCENES),
    ("page_life", page_life::SCENES),
    ("examples", examples::SCENES),
    ("configurator", configurator::SCENES),
    ("documentation", documentation::SCENES),
    ("theming", theming::SCENES),
    ("reader_settings", reader_settings::SCENES),
    ("integrity", integrity::SCENES),
];

/// What has little to do with an engine, and is played in the first one only.
pub(crate) const ONCE: &[&str] = &[
    "comment_states",
    "documentation",
    "exactly_once",
    "fixtures",
    "isso",
    "kinto",
    "plugin",
    "reader_settings",
    "waline",
    "wordpress",
];
