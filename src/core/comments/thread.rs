//! Flat lists of comments as the tree that readers see.
