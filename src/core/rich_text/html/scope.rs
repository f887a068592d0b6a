//! Which open block hears what comes: the scopes of the HTML Standard
//! (13.2.4.2), and the end tags that authors may leave out.

use super::allow::Element;
use super::build::{Builder, Frame, MAX_NESTING, Role};

impl Builder<'_> {
    /// What `element` does here.
    pub(super) fn role_of(&self, element: Element) -> Role {
        let keeper = self.keeper();
        if keeper.role == Role::Line {
            return Role::Through;
        }
        let inside = |owner: bool, role| if owner { role } else { Role::Through };
        match element {
            Element::PARAGRAPH | Element::PREFORMATTED | Element::TERM => Role::Line,
            Element::ROW => inside(keeper.element == Element::TABLE, Role::Parts),
            Element::CELL | Element::HEADER_CELL => {
                inside(keeper.element == Element::ROW, Role::Line)
            }
            Element::ITEM => inside(keeper.element.is_list(), Role::Blocks),
            Element::QUOTE | Element::NOTE | Element::FIGURE => self.nested(Role::Blocks),
            Element::UNORDERED | Element::ORDERED | Element::TABLE => self.nested(Role::Parts),
            _ => match element.labels() {
                Some(owner) => inside(keeper.element == owner, Role::Line),
                None => inside(element.level().is_some(), Role::Line),
            },
        }
    }

    /// This role, unless too many blocks are inside each other.
    fn nested(&self, role: Role) -> Role {
        let mut nested = 0;
        for frame in &self.frames {
            nested += usize::from(frame.role != Role::Through);
        }
        if nested < MAX_NESTING { role } else { Role::Through }
    }

    /// Closes what may be left open before `element`.
    #[inline(never)]
    pub(super) fn close_implied(&mut self, element: Element) {
        let top = self.frames.len() - 1;
        let open = self.frames[top].element;
        let is_closed = matches!(open, Element::PARAGRAPH | Element::TERM)
            || open.level().is_some() && element.level().is_some();
        if is_closed && top > 0 {
            self.pop();
        }
        let top = self.frames[self.frames.len() - 1].element;
        // Up to which element all is closed, and whether that one is too.
        let (found, stays) = match element {
            Element::ITEM => (self.nearest(element), 0),
            Element::TABLE_CAPTION | Element::HEAD | Element::BODY | Element::ROW => {
                (self.nearest(Element::TABLE), 1)
            }
            Element::CELL | Element::HEADER_CELL => {
                let row = self.nearest(Element::ROW);
                if row.is_none()
                    && let Some(table) = self.nearest(Element::TABLE)
                {
                    // A cell opens the row that it is in.
                    self.pop_to(table + 1);
                    self.push(Element::ROW, self.role_of(Element::ROW));
                }
                (row, 1)
            }
            // A table that begins between the cells of another one ends it.
            Element::TABLE if matches!(top, Element::TABLE | Element::ROW) => {
                (self.nearest(element), 0)
            }
            _ => (None, 0),
        };
        if let Some(found) = found {
            self.pop_to(found + stays);
        }
    }

    /// The innermost open `element` whose end tag would be heard from here.
    #[inline(never)]
    pub(super) fn nearest(&self, element: Element) -> Option<usize> {
        let in_table = element == Element::ROW
            || element == Element::TABLE_CAPTION
            || element.is_cell()
            || element.is_row_group();
        // HTML Standard, 13.2.4.2: "has an element in scope" and its kin.
        let is_wall = |other: Element| {
            let is_table = other == Element::TABLE;
            if element == Element::TABLE {
                false
            } else if in_table || is_table {
                is_table
            } else {
                other.is_cell()
                    || other == Element::TABLE_CAPTION
                    || element == Element::ITEM
                        && (other.is_list()
                            || matches!(other, Element::QUOTE | Element::NOTE | Element::FIGURE))
            }
        };
        for (index, frame) in self.frames.iter().enumerate().skip(1).rev() {
            if frame.element.ends_with(element) {
                return Some(index);
            }
            if is_wall(frame.element) {
                return None;
            }
        }
        None
    }

    /// The innermost open `element` that keeps its content.
    pub(super) fn owner(&mut self, element: Element) -> Option<&mut Frame> {
        self.frames
            .iter_mut()
            .rfind(|frame| frame.role != Role::Through && frame.element == element)
    }

    /// Who keeps what comes here.
    #[inline(never)]
    pub(super) fn keeper_index(&self) -> usize {
        self.frames.iter().rposition(|frame| frame.role != Role::Through).unwrap_or(0)
    }

    pub(super) fn keeper(&self) -> &Frame {
        &self.frames[self.keeper_index()]
    }

    /// Whether what comes here becomes a paragraph.
    pub(super) fn in_paragraph(&self) -> bool {
        let keeper = self.keeper();
        keeper.role != Role::Line || keeper.element == Element::PARAGRAPH
    }

    pub(super) fn in_preformatted(&self) -> bool {
        self.keeper().element == Element::PREFORMATTED
    }
}
