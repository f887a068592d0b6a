//! What the browser's storage holds: another version of ours may have written
//! it, or other software.

use article_widget_core::comments::lease::{Claim, Lease, claim};
use article_widget_core::comments::outbox::{Entry, Event, Facts};
use article_widget_core::comments::{Draft, draft, own};
use article_widget_core::json::Json;

/// Whatever is there, it is passed over or read, and then written as it was read.
pub fn run(data: &[u8]) {
    let Some(text) = super::text(data) else { return };
    let Ok(json) = serde_json::from_str::<Json>(text) else { return };
    if let Some(entry) = Entry::from_json(&json) {
        check_entry(entry);
    }
    let mut mine = if let Json::List(items) = &json { items.clone() } else { Vec::new() };
    own::show(&mut mine, &mut Vec::new(), 1e12);
    let mut kept = Draft::default();
    draft::fill(&mut kept, &json, draft::SENT);
    let mut again = Draft::default();
    draft::fill(&mut again, &written(&kept), draft::SENT);
    assert_eq!(again, kept);
    if let Some(lease) = Lease::from_json(&json) {
        assert_eq!(Lease::from_json(&lease.to_json()), Some(lease.clone()));
        // Nobody is kept from it for ever.
        if let Claim::Write(mine) = claim(Some(&lease), "me", false, lease.until_ms + 1.0) {
            assert_eq!(mine.owner, "me");
        }
    }
}

fn check_entry(mut entry: Entry) {
    let written = entry.to_json();
    let again = Entry::from_json(&written).expect("what was written can be read");
    assert_eq!(again.to_json(), written);
    let facts = Facts {
        now_ms: 1e12,
        random: 0.5,
        is_online: true,
        is_owner: true,
        can_list: true,
        lists_all: true,
        knows_again: false,
        retry_after_ms: 0.0,
    };
    for event in [Event::Woken, Event::Ticked, Event::SendNow, Event::TakenBack] {
        entry.apply(event, &facts);
    }
}

/// A draft as it is kept.
fn written(draft: &Draft) -> Json {
    let mut kept = Json::Object(Vec::new());
    draft::write(&mut kept, draft, draft::SENT);
    kept
}

/// One of each, as they are stored.
pub fn seeds() -> Vec<String> {
    let draft = Draft { text: "Un mot.".into(), name: "Aïcha".into(), ..Draft::default() };
    let entry = Entry::new("k1", draft.clone(), &[]);
    let values =
        [entry.to_json(), written(&draft), Lease { owner: "me".into(), until_ms: 1e12 }.to_json()];
    let mut seeds: Vec<String> =
        values.iter().map(|json| serde_json::to_string(json).unwrap_or_default()).collect();
    for state in ["waiting", "posting", "looking", "asking", "returned"] {
        seeds.push(seeds[0].replace("\"waiting\"", &format!("\"{state}\"")));
    }
    seeds.push(
        r#"[{"id":"1","text":"a","name":"b","parent":"","created":1e12,"pending":true,"vote":1}]"#
            .into(),
    );
    seeds
}
