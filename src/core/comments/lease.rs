//! Who drives an entry of the outbox, where the browser has no Web Locks: a
//! lease in storage, which its owner renews and which runs out when its page
//! is gone.
//!
//! With Web Locks none of this is needed: the page that holds the lock
//! [`name`] owns the entry.

use crate::json::Json;

/// For how long a lease is given: longer than a request of a page that is gone
/// or frozen can be under way. A page that is left gives its leases back.
pub const LEASE_MS: f64 = 60_000.0;

/// An owner claims again, and so renews its lease, after this time.
pub const RENEW_MS: f64 = 15_000.0;

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
    /// The entry is this page's: it writes this lease, can act, and claims again
    /// after [`RENEW_MS`].
    Owned(Lease),
    /// It is another page's; claim again at this moment.
    Taken(f64),
}

/// What the page `me` has to do, by the lease that is `stored`; `is_owner` if
/// it was [`Claim::Owned`] the last time.
pub fn claim(stored: Option<&Lease>, me: &str, is_owner: bool, now_ms: f64) -> Claim {
    let mine = Lease { owner: me.into(), until_ms: now_ms + LEASE_MS };
    match stored {
        Some(lease) if lease.owner == me => {
            // Just written: somebody else may still write over it.
            if !is_owner && lease.until_ms - LEASE_MS + CONFIRM_MS > now_ms {
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
        let mut json = Json::Null;
        json.set_text("owner", &self.owner);
        json.set_number("until", self.until_ms);
        json
    }

    /// The lease as it was stored.
    pub fn from_json(json: &Json) -> Option<Self> {
        let Some(Json::Number(until_ms)) = json.get("until") else { return None };
        Some(Lease { owner: json.get("owner")?.as_text()?.into(), until_ms: *until_ms })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lease(owner: &str, until_ms: f64) -> Lease {
        Lease { owner: owner.into(), until_ms }
    }

    #[test]
    fn of_two_that_claim_at_once_one_becomes_the_owner() {
        let Claim::Write(a) = claim(None, "a", false, 1000.0) else { panic!() };
        let Claim::Write(b) = claim(None, "b", false, 1000.0) else { panic!() };
        // Both write; the last one stands there.
        let stored = b.clone();
        assert_eq!(claim(Some(&stored), "a", false, 1300.0), Claim::Taken(a.until_ms));
        assert_eq!(claim(Some(&stored), "b", false, 1100.0), Claim::Write(b));
        assert_eq!(
            claim(Some(&stored), "b", false, 1300.0),
            Claim::Owned(lease("b", 1300.0 + LEASE_MS))
        );
    }

    #[test]
    fn a_lease_is_renewed_by_its_owner_and_runs_out_without() {
        let stored = lease("a", 61_000.0);
        assert_eq!(claim(Some(&stored), "a", true, 1100.0), Claim::Owned(lease("a", 61_100.0)));
        assert_eq!(claim(Some(&stored), "b", false, 60_999.0), Claim::Taken(61_000.0));
        assert_eq!(
            claim(Some(&stored), "b", false, 61_000.0),
            Claim::Write(lease("b", 61_000.0 + LEASE_MS))
        );
        // Nobody waits for a clock that was set back.
        let far = lease("a", 9e9);
        assert!(matches!(claim(Some(&far), "b", false, 1000.0), Claim::Write(_)));
    }

    #[test]
    fn what_is_stored_comes_back() {
        let lease = lease("a", 5.0);
        assert_eq!(Lease::from_json(&lease.to_json()), Some(lease));
        assert_eq!(Lease::from_json(&Json::Null), None);
    }
}
