//! The views: Yew components and functions over the core's types.
//!
//! | module | shows |
//! | --- | --- |
//! | [`app`] | the whole widget, and the state that its parts share |
//! | [`parts`] | what comes when |
//! | [`article`] | the article |
//! | [`map`] | the actor map: network, table, an actor's panel |
//! | [`comments`] | the comments and the form |
//! | [`rich_text`] | formatted text, of the article and of comments |
//! | [`element`] | how nodes are built, in few bytes |
//! | [`config`], [`state`] | what the host asked for, and what the reader has chosen |
//! | [`styles`] | the style sheets, one beside each part |

pub mod app;
pub mod article;
pub mod comments;
pub mod config;
pub mod element;
pub mod map;
pub mod parts;
pub mod rich_text;
pub mod state;
pub mod styles;
