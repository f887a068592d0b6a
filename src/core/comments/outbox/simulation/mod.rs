//! The outbox against a simulated server, network and browser.
//!
//! Each run is a world of its own, made from its number alone: what the server
//! can do, which requests are dropped, delayed, kept twice or answered wrongly,
//! when pages crash (before, while and after something is written down), when
//! the network goes, when a second page is open, and what a reader says when
//! asked. After a time of trouble everything works, and the world is judged.

mod network;
mod pages;
mod server;
mod world;

use crate::comments::backend::Outcome;
use crate::comments::outbox::Event;
use server::{Kept, Server};
use world::{Happening, KEY, TEXT, World};

/// How many worlds there are, unless `OUTBOX_RUNS` says so.
const RUNS: u64 = 6_000;

#[test]
fn never_lost_and_never_twice_whatever_happens_on_the_way() {
    let runs = std::env::var("OUTBOX_RUNS").map_or(RUNS, |runs| runs.parse().unwrap());
    let mut arrived = 0;
    let (mut asked, mut crashes, mut posts, mut returned, mut sure) = (0, 0, 0, 0, 0);
    for number in 0..runs {
        let (server, judged) = World::new(number).run();
        let told = || format!("run {number}: {judged:?} {server:?}");
        // Never lost: it is on the server, in the form, or was thrown away.
        assert!(judged.done || judged.returned || judged.thrown_away, "{}", told());
        if judged.done {
            assert!(judged.copies >= 1, "lost: {}", told());
        }
        // Never twice, but for what the reader has decided.
        let allowed = if server.knows_again() { 1 } else { 1 + judged.sent_again as usize };
        assert!(judged.copies <= allowed, "twice: {}", told());
        arrived += u64::from(judged.done);
        asked += u64::from(judged.asked > 0);
        returned += u64::from(judged.returned);
        crashes += u64::from(judged.crashes);
        posts += u64::from(judged.posts);
        sure += u64::from(server.lists_all() || server.knows_again());
    }
    println!(
        "{runs} runs: {arrived} arrived, {returned} went back to the form, readers of {asked} were \
         asked; {posts} posts, {crashes} crashes, {sure} servers that let it be known"
    );
    assert!(arrived > runs / 2 && crashes > runs && posts > runs);
}

/// With a server that lets it be known, and no end of patience on the reader's
/// side, nobody is asked because of one unclear end.
#[test]
fn where_it_can_be_known_the_reader_is_not_asked() {
    let mut looked = 0;
    for number in 0..1_000 {
        let mut world = World::new(number);
        world.server = Server {
            can_list: true,
            is_moderated: false,
            lists_waiting: false,
            knows_keys: false,
            knows_texts: false,
            page_size: 2,
            shortens: false,
            names_ids_by_keys: false,
        };
        world.uses_locks = true;
        world.has_trouble = false;
        world.open(0);
        world.submit(0);
        // The first request ends unheard: kept in half of the worlds.
        world.due.retain(|(_, happening)| matches!(happening, Happening::Timer { .. }));
        let is_kept = number % 2 == 0;
        if is_kept {
            let kept =
                Kept { key: KEY.into(), text: TEXT.into(), author: "Ann".into(), at: world.now };
            world.kept.push(kept);
        }
        let event = Event::Ended(Outcome::Unclear { answered: false });
        world.tell(0, event, 0.0);
        let (_, judged) = world.run();
        assert_eq!(
            (judged.asked, judged.copies, judged.done),
            (0, 1, true),
            "{number}: {judged:?}"
        );
        looked += 1;
    }
    assert_eq!(looked, 1_000);
}
