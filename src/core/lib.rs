//! What article-widget knows and computes. Nothing here knows a browser: what
//! needs a clock, a network or a window takes the answer as an argument.
//!
//! | module | holds |
//! | --- | --- |
//! | [`json`], [`json_text`], [`decode`] | foreign data, and how it becomes our types or a [`decode::Problem`] with its place |
//! | [`date`] | dates as precise as they are known |
//! | [`digits`] | whole numbers to and from text |
//! | [`percent`] | texts in addresses |
//! | [`search`] | words and marks in a text |
//! | [`rich_text`] | formatted text as a tree, and the one reader of foreign HTML |
//! | [`http`] | requests and answers as data |
//! | [`article`] | the article document |
//! | [`source`] | articles of other systems and pages, as article documents |
//! | [`companion`] | what companion modules do for the widget |
//! | [`map`] | actors, their relations and events, and where they are drawn |
//! | [`mention`] | actors found in the text |
//! | [`draft`] | a first actor map for an article that has none |
//! | [`comments`] | comments, drafts, and comment servers described in data |
//! | [`language`] | every word that the widget itself says |
#![forbid(unsafe_code)]

// Tests share files with other crates, which know this one by its name.
#[cfg(test)]
extern crate self as article_widget_core;

pub mod article;
pub mod comments;
pub mod companion;
pub mod date;
pub mod decode;
pub mod digits;
pub mod draft;
pub mod http;
pub mod json;
pub mod json_text;
pub mod language;
pub mod map;
pub mod mention;
pub mod percent;
#[cfg(test)]
mod proportion;
pub mod rich_text;
pub mod search;
pub mod source;
