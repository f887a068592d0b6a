//! English.

use super::{ArticleWords, CommentWords, ErrorWords, Language, MapWords, Plural, counted};
use crate::map::{ActorKind, Sign};
use crate::rich_text::Direction;

pub(super) const ENGLISH: Language = Language {
    tag: "en",
    direction: Direction::LeftToRight,
    months: None,
    article: ArticleWords {
        by: |authors| ["By ", authors].concat(),
        published: |date| ["Published ", date].concat(),
        modified: |date| ["Updated ", date].concat(),
        reading_time: |_, n| [n, " min read"].concat(),
        credit: |who| ["Credit: ", who].concat(),
        corrections: "Corrections",
        sources: "Sources",
        see_on: |host| ["See on ", host].concat(),
        on_the_map: |name| [name, ", on the map"].concat(),
    },
    map: MapWords {
        title: "The actors and how they relate",
        actors: |plural, n| count(plural, n, " actor", " actors"),
        relations: |plural, n| count(plural, n, " relation", " relations"),
        keyboard_hint: "By keyboard: the arrow keys lead from actor to actor, \
            Enter selects, Escape closes.",
        views: "View",
        network: "Network",
        table: "Table",
        legend: "Legend",
        kind: |kind| match kind {
            ActorKind::State => "State",
            ActorKind::Person => "Person",
            ActorKind::Organisation => "Organisation",
            ActorKind::Place => "Place",
            ActorKind::Group => "Group",
            ActorKind::Event => "Event",
        },
        sign: |sign| match sign {
            Sign::Cooperation => "Cooperation",
            Sign::Conflict => "Conflict",
            Sign::Neutral => "Neutral",
        },
        ended: "Relation that has ended",
        actor: "Actor",
        kind_heading: "Kind",
        role: "Role",
        relations_heading: "Relations",
        relation: "Relation",
        from: "From",
        to: "To",
        period: "Period",
        mentions: "In the article",
        mention: |number| ["Mention ", number].concat(),
        no_mention: "The article does not name this actor.",
        no_relation: "No known relation.",
        close: "Close",
        read_more: "Read more",
        since: |date| ["since ", date].concat(),
        until: |date| ["until ", date].concat(),
        period_between: |since, until| ["from ", since, " to ", until].concat(),
        undated: "no date",
        selected: |name| ["Selected: ", name].concat(),
        deselected: "No actor selected",
    },
    comments: CommentWords {
        heading: "Comments",
        count: |plural, n| count(plural, n, " comment", " comments"),
        leave: "Leave a comment",
        reply_to: |name| ["Reply to ", name].concat(),
        text: "Comment",
        name: "Name",
        email: "Email address",
        email_hint: "It will not be published.",
        website: "Website",
        optional: "optional",
        mandatory: "required",
        send: "Publish comment",
        sending: "Sending…",
        posted: "Your comment is published.",
        pending: "Your comment has arrived. It will appear once it is approved.",
        draft_kept: "Your draft is still here.",
        reply: "Reply",
        reply_to_name: |name| ["Reply to ", name].concat(),
        cancel: "Cancel",
        anonymous: "Anonymous",
        in_reply_to: |name| ["In reply to ", name].concat(),
        deleted: "This comment was deleted.",
        loading: "Loading comments…",
        none_yet: "No comments yet.",
        closed: "Comments are closed.",
        unreachable: "The comment server does not answer.",
        retry: "Try again",
        local_only: "Your comments stay in this browser; nobody else sees them.",
        required: "Fill in this field.",
        too_short: |plural, n| {
            let limit = counted("", n, characters(plural), ".");
            ["Too short: write at least ", &limit].concat()
        },
        too_long: |plural, n| {
            let limit = counted("", n, characters(plural), ".");
            ["Too long: write at most ", &limit].concat()
        },
        bad_email: "Write a full email address, such as name@example.org.",
        bad_website: "Write a full address, such as https://example.org.",
        form_errors: |plural, n| match plural {
            Plural::One => counted("", n, " field", " needs correcting."),
            _ => counted("", n, " fields", " need correcting."),
        },
        no_answer: "The comment server does not answer. Your text is kept.",
        refused: |reason| ["The server refused the comment: ", reason].concat(),
        refused_without_reason: "The server refused the comment. Your text is kept.",
        unclear: "Your comment may have arrived. Check the list before you send it again.",
        too_many: "Too many comments in a short time. Wait a little, then try again.",
        stopped: "The page stopped the comment. Your text is kept.",
    },
    errors: ErrorWords {
        not_found: "There is no article at this address.",
        unreachable: "The article is out of reach. Check your connection.",
        not_json: "What is at this address is not an article that can be read.",
        wrong_document: |place| ["The article’s document has a mistake: ", place].concat(),
        no_source: "The page does not say which article to show.",
        wrong_backend: "The comments are not set up correctly on this site.",
        wrong_map: "The map of actors cannot be shown.",
    },
};

fn count(plural: Plural, n: &str, one: &str, other: &str) -> String {
    match (plural, n) {
        (_, "0") => counted("", "No", other, ""),
        (Plural::One, _) => counted("", n, one, ""),
        _ => counted("", n, other, ""),
    }
}

fn characters(plural: Plural) -> &'static str {
    if plural == Plural::One { " character" } else { " characters" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_noun() {
        let words = ENGLISH.comments;
        assert_eq!((words.count)(Plural::Other, "0"), "No comments");
        assert_eq!((words.count)(Plural::One, "1"), "1 comment");
        assert_eq!((words.count)(Plural::Other, "21"), "21 comments");
        assert_eq!((words.form_errors)(Plural::One, "1"), "1 field needs correcting.");
    }
}
