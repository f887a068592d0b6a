//! Who drives an entry of the outbox, where the browser has no Web Locks: a
//! lease in storage, which its owner renews and which runs out when its page
//! is gone.
//!
//! With Web Locks none of this is needed: the page that holds the lock
//! [`name`] owns the entry.

use crate::json::Json;

/// For how long a lease is given.
pub const LEASE_MS: f64 = 10_000.0;

/// A lease that was written is its owner's only if it is still there after this
/// time: another page may have written its own at the same moment.
pub const CONFIRM_MS: f64 = 200.0;

/// The name of the lock or lease of an entry, from its storage key.
pub fn name(entry_key: &str) -> String {
    [entry_key, ":owner"].concat()
}

/// Who owns an entry, and until when.
#[derive(Clone, Debug, PartialEq)]
pub struct Lease {
    /// The page, by a random name of its own.
    pub owner: String,
    /// Milliseconds since 1970.
    pub until_ms: f64,
}

/// What a page has to do, so that it owns an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// Write this lease and claim again after [`CONFIRM_MS`].
    Write(Lease),
    /// The entry is this page's: it can act. It claims again before half of
    /// [`LEASE_MS`] is over, and writes the lease anew.
    Owned(Lease),
    /// It is another page's; claim again at this moment.
    Taken(f64),
}

/// What the page `me` has to do, by the lease that is `stored`.
pub fn claim(stored: Option<&Lease>, me: &str, now_ms: f64) -> Claim {
    let mine = Lease { owner: me.into(), until_ms: now_ms + LEASE_MS };
    match stored {
        Some(lease) if lease.owner == me && lease.until_ms > now_ms => {
            // Just written: not confirmed yet.
            if lease.until_ms - LEASE_MS + CONFIRM_MS > now_ms {
                return Claim::Write(lease.clone());
            }
            Claim::Owned(mine)
        }
        // A clock that was set back must not lock an entry up for ever.
        Some(lease) if lease.until_ms > now_ms && lease.until_ms <= now_ms + LEASE_MS => {
            Claim::Taken(lease.until_ms)
        }
        _ => Claim::Write(mine),
    }
}

impl Lease {
    /// The lease as it is stored.
    pub fn to_json(&self) -> Json {
        Json::Object(vec![
            ("owner".into(), Json::from(&*self.owner)),
            ("until".into(), Json::Number(self.until_ms)),
        ])
    }

    /// The lease as it was stored.
    pub fn from_json(json: &Json) -> Option<Self> {
        let owner = json.get("owner")?.as_text()?.into();
        let Some(Json::Number(until_ms)) = json.get("until") else { return None };
        Some(Lease { owner, until_ms: *until_ms })
    }
}
