//! What the keys do in the network.

use article_widget_core::map::direction::Toward;

/// A key that does something on an actor of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapKey {
    /// Leads to the nearest actor in a direction.
    Toward(Toward),
    /// Leads to the first actor.
    First,
    /// Leads to the last actor.
    Last,
    /// Selects the actor, or clears the selection if it is selected.
    Toggle,
}

impl MapKey {
    /// The meaning of `key` (of a `KeyboardEvent`), if it has one.
    pub(super) fn of(key: &str) -> Option<Self> {
        match key {
            "Home" => Some(MapKey::First),
            "End" => Some(MapKey::Last),
            "Enter" | " " => Some(MapKey::Toggle),
            _ => Toward::from_key(key).map(MapKey::Toward),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_its_meaning() {
        assert_eq!(MapKey::of("ArrowLeft"), Some(MapKey::Toward(Toward::Left)));
        assert_eq!(MapKey::of("Home"), Some(MapKey::First));
        assert_eq!(MapKey::of("End"), Some(MapKey::Last));
        assert_eq!(MapKey::of("Enter"), Some(MapKey::Toggle));
        assert_eq!(MapKey::of(" "), Some(MapKey::Toggle));
        assert_eq!(MapKey::of("Tab"), None);
    }
}
