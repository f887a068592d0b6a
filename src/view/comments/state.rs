//! What the comment section shows, and how that changes.

use std::rc::Rc;

use article_widget_core::comments::backend::Listing;
use article_widget_core::comments::{Comment, CommentStatus};
use yew::Reducible;

use super::server::Server;

/// What the comment section shows.
#[derive(Clone, Default)]
pub struct SectionState {
    /// How far the comments have come.
    pub stage: Stage,
    /// How often the reader has tried again.
    pub tries: u32,
    /// The `id` of the comment whose answer is written.
    pub replying_to: Option<String>,
    /// What became of the last answer.
    pub reply_posted: Option<CommentStatus>,
}

/// How far the comments have come.
#[derive(Clone, Default)]
pub enum Stage {
    /// They are on their way.
    #[default]
    Loading,
    /// The server's description can't be used.
    WrongDescription,
    /// The server does not answer, or not with a list.
    Unreachable,
    /// They are there.
    Ready {
        /// Who keeps them.
        server: Rc<Server>,
        /// The comments, and what the server wants of a form.
        listing: Rc<Listing>,
    },
}

/// What has happened.
pub enum Action {
    /// The reader tries again.
    Retried,
    /// The server is asked, for this thread or another.
    Asked,
    /// The server's description can't be used.
    DescriptionRefused,
    /// The server does not answer, or not with a list.
    Unreachable,
    /// The comments came.
    Listed(Rc<Server>, Rc<Listing>),
    /// The reader wants to answer the comment with this `id`.
    ReplyOpened(String),
    /// The reader does not want to answer any more.
    ReplyClosed,
    /// The server has the reader's comment.
    Posted {
        /// The comment.
        comment: Comment,
        /// Whether it came from the form of an answer.
        is_reply: bool,
    },
}

impl Reducible for SectionState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Retried => next.tries += 1,
            Action::Asked => next = SectionState { tries: self.tries, ..SectionState::default() },
            Action::DescriptionRefused => next.stage = Stage::WrongDescription,
            Action::Unreachable => next.stage = Stage::Unreachable,
            Action::Listed(server, listing) => next.stage = Stage::Ready { server, listing },
            Action::ReplyOpened(id) => {
                next.replying_to = Some(id);
                next.reply_posted = None;
            }
            Action::ReplyClosed => next.replying_to = None,
            Action::Posted { comment, is_reply } => {
                if is_reply {
                    next.replying_to = None;
                    next.reply_posted = Some(comment.status);
                }
                if let Stage::Ready { listing, .. } = &mut next.stage {
                    let listing = Rc::make_mut(listing);
                    // It may have been listed already, when it arrived unheard.
                    listing.comments.retain(|known| known.id != comment.id);
                    listing.comments.push(comment);
                }
            }
        }
        Rc::new(next)
    }
}
