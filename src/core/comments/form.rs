//! What a form may hold, and what is wrong with it.
