//! A stage for tests of the shipped widget in real browsers.
//!
//! | module | holds |
//! | --- | --- |
//! | [`places`] | where drivers, browsers, `dist/`, Isso and axe-core are |
//! | [`browsers`] | starting a browser behind its WebDriver, and ending it |
//! | [`pool`] | browsers that wait for their next test |
//! | [`site`] | the web site that the widget is embedded in, with its faults |
//! | [`pages`] | the pages of that site, as small strings |
//! | [`servers`] | real comment servers |
//! | [`trap`] | a module that panics on purpose |
//! | [`wait`] | waiting for a condition, never for a duration |
//! | [`words`] | what the widget says, in each language |
//! | [`shadow`] | what a reader finds in the element's shadow root |
//! | [`comment_form`] | the comment section, as a reader uses it |
//! | [`axe`] | the accessibility rules of axe-core |
//! | [`steadiness`] | what is done about a test that fails beside others and not alone |
//! | [`stage`] | what every test gets: a browser and a site of its own |
//!
//! The tests themselves are in `main.rs` and `scenes/`. `screenshots.rs` makes
//! the pictures of the README on the same stage.

pub mod axe;
pub mod browsers;
pub mod comment_form;
pub mod pages;
pub mod places;
pub mod pool;
pub mod servers;
pub mod shadow;
pub mod site;
pub mod stage;
pub mod steadiness;
pub mod trap;
pub mod wait;
pub mod words;

pub use servers::isso;
