//! Chance, and what a server can do and keeps.

/// xorshift64*: the same numbers on every machine.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(super) fn chance(&mut self, of: f64) -> bool {
        self.next() < of
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.next() * limit as f64) as usize
    }
}

/// What a server can do and does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Server {
    pub(super) can_list: bool,
    pub(super) is_moderated: bool,
    pub(super) lists_waiting: bool,
    pub(super) knows_keys: bool,
    pub(super) knows_texts: bool,
    pub(super) page_size: usize,
    /// It shows less than was typed, as with the addresses of links.
    pub(super) shortens: bool,
    pub(super) names_ids_by_keys: bool,
}

impl Server {
    pub(super) fn lists_all(&self) -> bool {
        self.can_list && (!self.is_moderated || self.lists_waiting)
    }

    pub(super) fn knows_again(&self) -> bool {
        self.knows_keys || self.knows_texts
    }
}

/// A comment on the server.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) key: String,
    pub(super) text: String,
    pub(super) author: String,
    pub(super) at: f64,
}
