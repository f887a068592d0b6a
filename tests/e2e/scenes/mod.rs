//! The tests, one file for each thing that a reader or a site owner relies on.

use article_widget_e2e_tests::stage::Scene;

mod harness;

/// Every file of tests, by its name.
pub(crate) const ALL: &[(&str, &[Scene])] = &[("harness", harness::SCENES)];
