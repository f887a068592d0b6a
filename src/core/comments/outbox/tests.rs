//! What the machine does, step by step.

use core::slice;

use super::*;
use crate::comments::comment::plain_blocks;

const FACTS: Facts = Facts {
    now_ms: 1_000_000.0,
    random: 0.5,
    is_online: true,
    is_owner: true,
    can_list: true,
    lists_all: true,
    knows_again: false,
    retry_after_ms: 0.0,
};

fn later(after_ms: f64) -> Facts {
    Facts { now_ms: FACTS.now_ms + after_ms, ..FACTS }
}

fn draft(name: &str, text: &str) -> Draft {
    Draft { name: name.into(), text: text.into(), ..Draft::default() }
}

fn entry() -> Entry {
    Entry::new("k", draft("Ann", "Bonjour"), &[])
}

fn posting() -> Entry {
    let mut entry = entry();
    assert_eq!(entry.apply(Event::Woken, &FACTS), Effect::Post);
    entry
}

fn comment(id: &str, author: &str, text: &str) -> Comment {
    Comment {
        id: id.into(),
        author: (!author.is_empty()).then(|| author.into()),
        body: plain_blocks(text),
        ..Comment::default()
    }
}

fn refused(cause: Option<Cause>) -> Event {
    Event::Ended(Outcome::Refused(Refusal { status: 403, cause, ..Refusal::default() }))
}

const UNCLEAR: Event = Event::Ended(Outcome::Unclear { answered: false });

#[test]
fn without_a_network_or_the_ownership_nothing_is_sent() {
    for facts in [Facts { is_online: false, ..FACTS }, Facts { is_owner: false, ..FACTS }] {
        let mut entry = entry();
        assert_eq!(entry.apply(Event::Woken, &facts), Effect::Rest);
        assert!(!entry.maybe_sent);
        assert_eq!(entry.apply(Event::Ticked, &FACTS), Effect::Post);
    }
}

#[test]
fn what_happens_while_it_is_sent_sends_nothing_more() {
    let mut entry = posting();
    for event in [Event::Ticked, Event::SendNow, Event::TakenBack, Event::Dropped] {
        assert_eq!(entry.apply(event, &FACTS), Effect::Rest);
    }
    let posted = comment("7", "Ann", "Bonjour");
    let done = Effect::Done(Some(posted.clone()));
    assert_eq!(entry.apply(Event::Ended(Outcome::Posted(posted)), &FACTS), done);
}

#[test]
fn what_is_refused_goes_back_to_the_form() {
    let mut entry = posting();
    assert_eq!(entry.apply(refused(Some(Cause::Closed)), &FACTS), Effect::Return);
    // Also after a reload, until it is there.
    assert_eq!(entry.apply(Event::Woken, &FACTS), Effect::Return);
}

#[test]
fn too_many_waits_as_long_as_the_server_says() {
    let mut entry = posting();
    let facts = Facts { retry_after_ms: 40_000.0, ..FACTS };
    let until = FACTS.now_ms + 40_000.0;
    assert_eq!(entry.apply(refused(Some(Cause::TooMany)), &facts), Effect::Wake(until));
    assert_eq!(entry.apply(Event::Ticked, &later(39_999.0)), Effect::Wake(until));
    assert_eq!(entry.apply(Event::Ticked, &later(40_000.0)), Effect::Post);
}

#[test]
fn after_an_unclear_end_it_looks_twice_before_it_sends_again() {
    let mut entry = posting();
    let Effect::Wake(at) = entry.apply(UNCLEAR, &FACTS) else { panic!() };
    assert_eq!(at, FACTS.now_ms + 2_000.0);
    assert_eq!(entry.apply(Event::Ticked, &later(2_000.0)), Effect::Look);
    // It may still be under way.
    let settled = FACTS.now_ms + SETTLE_MS;
    let absent = Event::Looked(Looked::Absent);
    assert_eq!(entry.apply(absent.clone(), &later(3_000.0)), Effect::Wake(settled));
    assert_eq!(entry.apply(Event::Ticked, &later(SETTLE_MS)), Effect::Look);
    assert_eq!(entry.apply(absent, &later(SETTLE_MS + 1.0)), Effect::Post);
}

#[test]
fn where_a_list_says_nothing_the_reader_is_asked() {
    let unsure = Facts { lists_all: false, ..later(SETTLE_MS) };
    let mut entry = posting();
    entry.apply(UNCLEAR, &FACTS);
    assert_eq!(entry.apply(Event::Ticked, &unsure), Effect::Look);
    assert_eq!(entry.apply(Event::Looked(Looked::Absent), &unsure), Effect::Ask);
    assert_eq!(entry.apply(Event::Ticked, &unsure), Effect::Rest);
    assert_eq!(entry.apply(Event::SendNow, &unsure), Effect::Post);

    let mut entry = posting();
    entry.apply(UNCLEAR, &FACTS);
    let blind = Facts { can_list: false, ..unsure };
    assert_eq!(entry.apply(Event::Ticked, &blind), Effect::Ask);
    assert_eq!(entry.apply(Event::TakenBack, &blind), Effect::Return);
}

#[test]
fn a_server_that_knows_it_again_is_asked_again() {
    let facts = |after_ms| Facts { knows_again: true, ..later(after_ms) };
    let mut entry = posting();
    entry.apply(UNCLEAR, &facts(0.0));
    assert_eq!(entry.apply(Event::Ticked, &facts(9_000.0)), Effect::Post);
    let known = refused(Some(Cause::Duplicate));
    assert_eq!(entry.apply(known.clone(), &facts(9_000.0)), Effect::Done(None));
    // What was sent for the first time is a duplicate of something else.
    assert_eq!(posting().apply(known, &facts(0.0)), Effect::Return);
}

#[test]
fn after_so_many_tries_the_reader_is_asked() {
    let mut entry = posting();
    let (mut now, mut effect) = (0.0, entry.apply(refused(Some(Cause::TooMany)), &FACTS));
    let mut tries = 1;
    while let Effect::Wake(at) = effect {
        now = at - FACTS.now_ms;
        effect = entry.apply(Event::Ticked, &later(now));
        if effect == Effect::Post {
            tries += 1;
            effect = entry.apply(refused(Some(Cause::TooMany)), &later(now));
        }
    }
    assert_eq!((effect, tries), (Effect::Ask, MAX_TRIES));
    // Each wait was twice as long as the one before.
    assert_eq!(now, 2_000.0 * 255.0);
    assert_eq!(entry.apply(Event::SendNow, &later(now)), Effect::Post);
}

#[test]
fn a_page_that_died_while_it_sent_is_followed_by_one_that_looks() {
    let text = serde_json::to_string(&posting().to_json()).unwrap();
    let mut entry = Entry::from_json(&serde_json::from_str(&text).unwrap()).unwrap();
    assert_eq!(entry.apply(Event::Woken, &FACTS), Effect::Look);
    let found = comment("7", "Ann", "Bonjour");
    let looked = Event::Looked(Looked::Found(found.clone()));
    assert_eq!(entry.apply(looked, &FACTS), Effect::Done(Some(found)));
}

#[test]
fn what_was_not_sent_is_not_looked_for() {
    let mut entry = posting();
    let failed = Event::NotSent(Refusal { status: 502, ..Refusal::default() });
    assert!(matches!(entry.apply(failed, &FACTS), Effect::Wake(_)));
    assert_eq!(entry.apply(Event::Ticked, &later(9_000.0)), Effect::Post);
    let refused = Event::NotSent(Refusal { status: 404, ..Refusal::default() });
    assert_eq!(entry.apply(refused, &FACTS), Effect::Return);
}

fn looked(entry: &Entry, comments: &[Comment]) -> Option<Looked> {
    let mut listing = crate::comments::backend::Listing::default();
    listing.comments = comments.to_vec();
    Search::default().look(entry, &mut listing)
}

#[test]
fn a_comment_is_known_by_its_words_and_its_author() {
    let sent = draft("Ann", "Hello *world*,\n\n- it\u{2019}s `fine`");
    let same = comment("2", "Ann", "Hello world,\n\nit's fine");
    let others = [comment("1", "Bob", "Hello"), comment("3", "Ann", "Something else")];
    let entry = Entry::new("k", sent.clone(), &others);
    assert_eq!(looked(&entry, slice::from_ref(&same)), Some(Looked::Found(same.clone())));
    assert_eq!(looked(&entry, &others), Some(Looked::Absent));
    // What was there before is not it; what another says may be it.
    let again = Entry::new("k", sent.clone(), slice::from_ref(&same));
    assert_eq!(looked(&again, slice::from_ref(&same)), Some(Looked::Absent));
    let renamed = Comment { author: Some("Ann L.".into()), ..same };
    assert_eq!(looked(&entry, &[renamed]), Some(Looked::Unsure));
    // A server that leaves out the address of a link.
    let link = draft("", "Voir [ici](https://a.ne) et dire ce que vous en pensez");
    let shown = comment("4", "", "Voir ici et dire ce que vous en pensez");
    assert_eq!(looked(&Entry::new("k", link, &[]), &[shown]), Some(Looked::Unsure));
    // HTML that a server reads, and HTML that it shows as it was typed.
    let html = Entry::new("k", draft("", "a <b>b</b> c"), &[]);
    for text in ["a b c", "a <b>b</b> c"] {
        let shown = comment("5", "", text);
        assert_eq!(looked(&html, slice::from_ref(&shown)), Some(Looked::Found(shown)));
    }
}

/// Whoever comes to own an entry goes on with what is stored of it.
#[test]
fn nothing_of_a_draft_is_lost_in_the_storage() {
    let mut whole = draft("Ann", "Bonjour");
    for (place, key) in whole.places().into_iter().zip(Draft::KEYS) {
        *place = key.into();
    }
    let entry = Entry::new("k", whole.clone(), &[]);
    let again = Entry::from_json(&entry.to_json()).map(|entry| entry.draft);
    assert_eq!(again, Some(whole.clone()));
    let wish = Entry::from_json(&Entry::wish("k", &whole));
    assert_eq!(wish, Some(Entry { is_wish: true, ..entry.clone() }));
    // Once it is looked at, it is an entry like others.
    assert_eq!(Entry::from_json(&wish.unwrap_or_default().to_json()), Some(entry));
}
