//! What the page calls: the exports of the WebAssembly module.
