//! Where a key leads in the network.

use article_widget_core::map::ActorIndex;
use article_widget_core::map::direction::{Toward, nearest};
use article_widget_core::map::layout::{PlacedNode, Point};

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyEffect {
    /// Moves the focus to this actor, which may be the one that has it.
    Focus(ActorIndex),
    /// Selects this actor, or clears the selection if it is selected.
    Toggle(ActorIndex),
}

/// What `key` (of a `KeyboardEvent`) does while `current` has the focus.
pub(super) fn effect_of_key(
    key: &str,
    current: ActorIndex,
    nodes: &[PlacedNode],
) -> Option<KeyEffect> {
    if let Some(toward) = Toward::from_key(key) {
        let centers: Vec<Point> = nodes.iter().map(|node| node.center).collect();
        let found = nearest(&centers, current.0, toward).map_or(current, ActorIndex);
        return Some(KeyEffect::Focus(found));
    }
    match key {
        "Home" => Some(KeyEffect::Focus(ActorIndex(0))),
        "End" => Some(KeyEffect::Focus(ActorIndex(nodes.len().saturating_sub(1)))),
        "Enter" | " " => Some(KeyEffect::Toggle(current)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use article_widget_core::map::layout::{LabelSide, Rect};

    use super::*;

    fn nodes() -> Vec<PlacedNode> {
        [0.0, 50.0, 100.0]
            .map(|x| PlacedNode {
                center: Point { x, y: 0.0 },
                label: Rect::default(),
                side: LabelSide::Below,
            })
            .into()
    }

    #[test]
    fn every_key_has_its_effect() {
        let middle = ActorIndex(1);
        let effect = |key| effect_of_key(key, middle, &nodes());
        assert_eq!(effect("ArrowLeft"), Some(KeyEffect::Focus(ActorIndex(0))));
        assert_eq!(effect("ArrowUp"), Some(KeyEffect::Focus(middle)), "the page does not scroll");
        assert_eq!(effect("Home"), Some(KeyEffect::Focus(ActorIndex(0))));
        assert_eq!(effect("End"), Some(KeyEffect::Focus(ActorIndex(2))));
        assert_eq!(effect("Enter"), Some(KeyEffect::Toggle(middle)));
        assert_eq!(effect(" "), Some(KeyEffect::Toggle(middle)));
        assert_eq!(effect("Tab"), None);
    }
}
