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
        let inside = |element: Element, role| {
            if keeper.element.ends_with(element) { role } else { Role::Through }
        };
        let nesting = |role| {
            let nested = self.frames.iter().filter(|frame| frame.role != Role::Through).count();
            if nested < MAX_NESTING { role } else { Role::Through }
        };
        match element {
            Element::Paragraph | Element::Heading(_) | Element::Preformatted | Element::Term => {
                Role::Line
            }
            Element::FigureCaption => inside(Element::Figure, Role::Line),
            Element::Footer => inside(Element::Quote, Role::Line),
            Element::Summary => inside(Element::Note, Role::Line),
            Element::TableCaption => inside(Element::Table, Role::Line),
            Element::Row => inside(Element::Table, Role::Parts),
            Element::Cell { .. } => inside(Element::Row, Role::Line),
            Element::Item if matches!(keeper.element, Element::List { .. }) => Role::Blocks,
            Element::Quote | Element::Note | Element::Figure => nesting(Role::Blocks),
            Element::List { .. } | Element::Table => nesting(Role::Parts),
            _ => Role::Through,
        }
    }

    /// Closes what may be left open before `element`.
    pub(super) fn close_implied(&mut self, element: Element) {
        let top = self.frames.len() - 1;
        let open = self.frames[top].element;
        let is_closed = match open {
            Element::Paragraph => true,
            Element::Heading(_) => matches!(element, Element::Heading(_)),
            Element::Term => true,
            _ => false,
        };
        if is_closed && top > 0 {
            self.pop();
        }
        match element {
            Element::Item => {
                if let Some(item) = self.nearest(element) {
                    self.pop_to(item);
                }
            }
            Element::TableCaption | Element::RowGroup { .. } | Element::Row => {
                if let Some(table) = self.nearest(Element::Table) {
                    self.pop_to(table + 1);
                }
            }
            Element::Cell { .. } => {
                let (row, table) = (self.nearest(Element::Row), self.nearest(Element::Table));
                if let Some(row) = row {
                    self.pop_to(row + 1);
                } else if let Some(table) = table {
                    // A cell opens the row that it is in.
                    self.pop_to(table + 1);
                    self.open_row();
                }
            }
            Element::Table => {
                // A table that begins between the cells of another one ends it.
                if matches!(
                    self.frames[self.frames.len() - 1].element,
                    Element::Table | Element::Row
                ) && let Some(table) = self.nearest(Element::Table)
                {
                    self.pop_to(table);
                }
            }
            _ => {}
        }
    }

    /// The innermost open `element` whose end tag would be heard from here.
    #[inline(never)]
    pub(super) fn nearest(&self, element: Element) -> Option<usize> {
        use Element::*;
        // HTML Standard, 13.2.4.2: "has an element in scope" and its kin.
        let is_wall = |other: Element| match element {
            Table => false,
            TableCaption | RowGroup { .. } | Row | Cell { .. } => other == Table,
            Item => matches!(
                other,
                List { .. } | Table | Cell { .. } | TableCaption | Quote | Note | Figure
            ),
            _ => matches!(other, Table | Cell { .. } | TableCaption),
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
            .rfind(|frame| frame.role != Role::Through && frame.element.ends_with(element))
    }

    /// Who keeps what comes here.
    #[inline(never)]
    pub(super) fn keeper(&self) -> &Frame {
        let found = self.frames.iter().rfind(|frame| frame.role != Role::Through);
        found.unwrap_or(&self.frames[0])
    }

    /// Whether what comes here becomes a paragraph.
    pub(super) fn in_paragraph(&self) -> bool {
        let keeper = self.keeper();
        keeper.role != Role::Line || keeper.element == Element::Paragraph
    }

    pub(super) fn in_preformatted(&self) -> bool {
        self.keeper().element == Element::Preformatted
    }
}
