//! A picture is drawn in pieces, so that the page can answer in between.

use article_widget_browser::locale;
use article_widget_core::map::layout::LayoutWork;

use super::picture::Picture;

/// How long it is worked at a stretch. The last step of it may take longer.
const STRETCH_MS: f64 = 8.0;

/// A picture on its way; the work ends with this.
pub(super) struct Draft {
    /// Without its layout, until that is done.
    pub(super) picture: Picture,
    work: LayoutWork,
}

impl Draft {
    /// Begins with what is known of `picture`.
    pub(super) fn of(picture: Picture) -> Self {
        Draft { work: LayoutWork::of(&picture.request), picture }
    }

    /// Goes on for a while; `true` when it is done.
    pub(super) fn go_on(&mut self) -> bool {
        let begin = locale::now().0;
        while locale::now().0 - begin < STRETCH_MS {
            if let Some(layout) = self.work.step() {
                self.picture.layout = layout;
                return true;
            }
        }
        false
    }
}
