//! Reading a text from its beginning to its end. What is called in many places
//! is kept out of line: it is small there, and large when it is everywhere.

/// What the HTML Standard calls ASCII whitespace.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0c' | b'\r')
}

/// A place in a text. It moves over whole characters, or stops at ASCII ones.
pub(super) struct Cursor<'a> {
    pub text: &'a str,
    pub at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Cursor { text, at: 0 }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// A byte from here on; NUL after the end.
    pub(super) fn peek(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    pub(super) fn is_at(&self, expected: &str) -> bool {
        self.text
            .as_bytes()
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(expected.as_bytes()))
    }

    #[inline(never)]
    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let is_here = self.is_at(expected);
        if is_here {
            self.at += expected.len();
        }
        is_here
    }

    #[inline(never)]
    pub(super) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or("")
    }

    /// All up to the next byte that `stops`.
    #[inline(never)]
    pub(super) fn until(&mut self, stops: fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while !self.is_at_end() && !stops(self.peek(0)) {
            self.at += 1;
        }
        self.since(start)
    }

    pub(super) fn spaces(&mut self) {
        self.until(|b| !is_space(b));
    }
}
