//! The one list of all words. Every language has each of them, in this order,
//! in its file in `languages/`; the build script holds the files against this
//! list (see `check.rs`), and the views read them as fields.
//!
//! | kind | in a language's file |
//! | --- | --- |
//! | `Text` | a text |
//! | `About("name")` | a text with `{name}` in it |
//! | `Counted` | a text with `{n}`, or one for each category of number |
//! | `Dated` | a text with `{date}`, or one for each way to write a date |

words! {
    /// Words around the article.
    article: ArticleWords {
        /// Before the authors' names: "By …".
        by: About("names"),
        /// Before the date of publication.
        published: Dated,
        /// Before the date of the last change.
        modified: Dated,
        /// How long it takes to read, in minutes.
        reading_time: Counted,
        /// Before the name of who made a picture.
        credit: About("name"),
        /// Heading of the corrections.
        corrections: Text,
        /// Heading of the sources.
        sources: Text,
        /// What a link to something embedded says: "See on HOST".
        see_on: About("host"),
        /// What a screen reader is told of a mention: "NAME, on the map".
        on_the_map: About("name"),
    }
    /// Words of the actor map.
    map: MapWords {
        /// Its heading.
        title: Text,
        /// How many actors it shows.
        actors: Counted,
        /// How many relations it shows.
        relations: Counted,
        /// How to move about in it by keyboard.
        keyboard_hint: Text,
        /// Before the switch of views.
        views: Text,
        /// The network view.
        network: Text,
        /// The table view.
        table: Text,
        /// The view on a map of the world.
        world: Text,
        /// The timeline, as a whole.
        timeline: Text,
        /// The handle of the timeline.
        moment: Text,
        /// Shows all of time at once.
        all_time: Text,
        /// Goes to the change before.
        previous_change: Text,
        /// Goes to the next change.
        next_change: Text,
        /// Goes from change to change by itself.
        play: Text,
        /// Before what changed on a date: "July 2012:".
        on_date: About("date"),
        /// Something that ends.
        ends: About("what"),
        /// The base map is on its way.
        world_loading: Text,
        /// The base map did not come.
        world_missing: Text,
        /// Whose base map it is.
        world_source: Text,
        /// Brings the picture nearer.
        zoom_in: Text,
        /// Moves it farther away.
        zoom_out: Text,
        /// Shows all of it.
        zoom_fit: Text,
        /// The map on the whole screen, or back.
        full_screen: Text,
        /// Files of the map, and the link to what is shown.
        take_away: Text,
        /// Heading of the legend.
        legend: Text,
        /// An actor's kind: a state.
        kind_state: Text,
        /// An actor's kind: a person.
        kind_person: Text,
        /// An actor's kind: an organisation.
        kind_organisation: Text,
        /// An actor's kind: a place.
        kind_place: Text,
        /// An actor's kind: a group.
        kind_group: Text,
        /// An actor's kind: an event.
        kind_event: Text,
        /// A relation's sign: it binds.
        sign_cooperation: Text,
        /// A relation's sign: it divides.
        sign_conflict: Text,
        /// A relation's sign: neither.
        sign_neutral: Text,
        /// A relation that has ended, in the legend.
        ended: Text,
        /// Column: who.
        actor: Text,
        /// Column: what kind.
        kind_heading: Text,
        /// Column: what it does in the story.
        role: Text,
        /// Column and heading: relations.
        relations_heading: Text,
        /// Column: what the relation is.
        relation: Text,
        /// Column: from whom.
        from: Text,
        /// Column: to whom.
        to: Text,
        /// Column: when.
        period: Text,
        /// Heading of an actor's mentions in the text.
        mentions: Text,
        /// The way to a mention: "Mention 2".
        mention: About("n"),
        /// An actor that the text does not name.
        no_mention: Text,
        /// An actor without relations.
        no_relation: Text,
        /// Closes the panel of an actor.
        close: Text,
        /// The way to an actor's own page.
        read_more: Text,
        /// A period that has begun and not ended.
        since: Dated,
        /// A period of which only the end is known.
        until: Dated,
        /// A period with both ends: "from 2012", before [`period_to`](Self::period_to).
        period_from: Dated,
        /// A period with both ends: "to 2014".
        period_to: Dated,
        /// A period of which nothing is known.
        undated: Text,
        /// What is said when an actor is selected.
        selected: About("name"),
        /// What is said when none is selected any more.
        deselected: Text,
    }
    /// Words of the comment section.
    comments: CommentWords {
        /// Its heading.
        heading: Text,
        /// How many comments there are; says so of none too.
        count: Counted,
        /// The form's heading: « Laisser un commentaire ».
        leave: Text,
        /// The heading of a form that answers NAME.
        reply_to: About("name"),
        /// Label of the text.
        text: Text,
        /// Label of the name.
        name: Text,
        /// Label of the e-mail address.
        email: Text,
        /// What happens to the e-mail address.
        email_hint: Text,
        /// Label of the website.
        website: Text,
        /// After the label of a field that may stay empty.
        optional: Text,
        /// After the label of a field that has to be filled.
        mandatory: Text,
        /// The button that sends.
        send: Text,
        /// While it is sent.
        sending: Text,
        /// It can be read by all.
        posted: Text,
        /// It waits for approval.
        pending: Text,
        /// What was typed before is still there.
        draft_kept: Text,
        /// The button that answers a comment.
        reply: Text,
        /// What the button that answers NAME is called for a screen reader.
        reply_to_name: About("name"),
        /// Closes the form of an answer.
        cancel: Text,
        /// Who has given no name.
        anonymous: Text,
        /// Above an answer: to whom.
        in_reply_to: About("name"),
        /// Instead of a comment that was taken back.
        deleted: Text,
        /// The comments are on their way.
        loading: Text,
        /// There are none yet.
        none_yet: Text,
        /// The article takes no more comments.
        closed: Text,
        /// The comments can't be shown.
        unreachable: Text,
        /// Tries again.
        retry: Text,
        /// What `local` does: it keeps comments in this browser alone.
        local_only: Text,
        /// A field that has to be filled.
        required: Text,
        /// A comment shorter than allowed.
        too_short: Counted,
        /// A comment longer than allowed.
        too_long: Counted,
        /// Not an e-mail address.
        bad_email: Text,
        /// Not the address of a website.
        bad_website: Text,
        /// How many fields are wrong, above the form.
        form_errors: Counted,
        /// The server did not answer; the text is kept.
        no_answer: Text,
        /// The server refused, for the reason that follows in its own words.
        refused: About("reason"),
        /// The server refused without a reason.
        refused_without_reason: Text,
        /// It is not known whether the comment arrived.
        unclear: Text,
        /// Too many comments in a short time.
        too_many: Text,
        /// The page stopped the comment on its own.
        stopped: Text,
        /// It waits: there is no network.
        waits_for_network: Text,
        /// It waits: the server does not answer.
        waits_for_server: Text,
        /// It waits: there were too many comments.
        waits_for_turn: Text,
        /// The button that changes a comment.
        modify: Text,
        /// The button that takes a comment away.
        remove: Text,
        /// Asked before a comment is taken away.
        remove_ask: Text,
        /// The button that keeps a change.
        save: Text,
        /// A comment was changed.
        changed: Text,
        /// After the time of a comment that was changed.
        edited: Text,
        /// The button that shows more comments.
        more: Text,
        /// How many new comments there are.
        fresh: Counted,
        /// How many answers a comment has.
        answers: Counted,
        /// Label of the order of comments.
        order: Text,
        /// The newest first.
        newest: Text,
        /// The oldest first.
        oldest: Text,
        /// The best liked first.
        best: Text,
        /// The button that votes for a comment.
        agree: Text,
        /// The button that votes against a comment.
        disagree: Text,
        /// Marks who is of the site’s staff.
        staff: Text,
        /// Label of the box that has the reader’s name remembered.
        remember: Text,
        /// Label of the letters of the server’s picture.
        captcha: Text,
        /// The server has this very comment already.
        duplicate: Text,
        /// The server takes it for spam.
        spam: Text,
        /// The server wants the reader to be logged in.
        login: Text,
        /// Leads to where one can comment, NAME.
        elsewhere: About("name"),
    }
    /// Sentences for when something is wrong.
    errors: ErrorWords {
        /// There is no article at the address.
        not_found: Text,
        /// The address can't be reached.
        unreachable: Text,
        /// What is there is not JSON.
        not_json: Text,
        /// The article wants a password or a login.
        protected: Text,
        /// The article is longer than a page can show without halting.
        too_long: Text,
        /// The document is wrong at the place given.
        wrong_document: About("place"),
        /// Nobody said which article.
        no_source: Text,
        /// The comment server's description can't be used.
        wrong_backend: Text,
        /// The map can't be shown.
        wrong_map: Text,
    }
}
