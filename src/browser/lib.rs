//! The one layer of article-widget that touches the browser. Nothing here
//! decides; the core decides, and the views show.
//!
//! | module | reaches |
//! | --- | --- |
//! | [`json`] | `JSON.parse` and `JSON.stringify` |
//! | [`fetch`] | the network |
//! | [`companion`] | modules that only some pages load |
//! | [`timer`] | later, once or again and again |
//! | [`storage`] | what this browser keeps |
//! | [`lock`] | what only one page may do at a time |
//! | [`page`] | the page around the widget |
//! | [`address`] | URLs |
//! | [`fragment`] | the end of the page's address, and its history |
//! | [`locale`] | the browser's dates, numbers and plural rules |
//! | [`style_sheet`] | constructed style sheets |
//! | [`event`] | events that the host page hears |
//! | [`listener`] | what happens inside an element |
//! | [`near`] | coming near to an element by scrolling |
//! | [`focus`] | where the reader is |
//! | [`in_page`] | the article that stands in the page |
//! | [`console`] | the console |
//! | [`object`] | plain objects of JavaScript |
//! | [`mod@window`] | the window of the page |

pub mod address;
pub mod companion;
pub mod console;
pub mod event;
pub mod fetch;
pub mod focus;
pub mod fragment;
pub mod in_page;
pub mod json;
pub mod listener;
pub mod locale;
pub mod lock;
pub mod near;
pub mod object;
pub mod page;
pub mod storage;
pub mod style_sheet;
pub mod timer;
pub mod window;
