//! When a version is right.

/// Which versions of a tool will do.
#[derive(Clone, Copy)]
pub(crate) enum Wanted {
    /// This one: another would give another result.
    Exactly(&'static str),
    /// This one is installed, a later one is used where it is already there.
    AtLeast(&'static str),
    /// The one of a crate in `Cargo.lock`.
    LikeCrate(&'static str),
    /// The one that a file of ours stands for: its content names the versions.
    LikeFile(&'static str),
}

impl Wanted {
    /// Whether `found` will do where `ours` would be installed.
    pub(crate) fn allows(self, ours: &str, found: &str) -> bool {
        match self {
            // Binaryen calls its version 132.0.0 plainly 132.
            Self::Exactly(_) | Self::LikeCrate(_) | Self::LikeFile(_) => {
                numbers(ours) == numbers(found)
            }
            Self::AtLeast(_) => numbers(found) >= numbers(ours),
        }
    }
}

/// The numbers of a version, without what follows them, nor zeros at the end.
fn numbers(version: &str) -> Vec<u64> {
    let mut numbers: Vec<u64> = version
        .split(['-', '+'])
        .next()
        .unwrap_or_default()
        .split('.')
        .map_while(|part| part.parse().ok())
        .collect();
    while numbers.last() == Some(&0) {
        numbers.pop();
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_versions_may_leave_out_zeros() {
        assert!(Wanted::Exactly("132.0.0").allows("132.0.0", "132"));
        assert!(!Wanted::Exactly("132.0.0").allows("132.0.0", "108"));
        assert!(!Wanted::LikeCrate("wasm-bindgen").allows("0.2.130", "0.2.13"));
    }

    #[test]
    fn later_versions_will_do_where_it_does_not_matter() {
        let wanted = Wanted::AtLeast("0.21.14");
        assert!(wanted.allows("0.21.14", "0.21.14"));
        assert!(wanted.allows("0.21.14", "0.22.1"));
        assert!(!wanted.allows("0.21.14", "0.21.9"));
    }
}
