//! What this browser keeps for the site. A reader may have refused that, and
//! the space may be full: nothing here fails louder than a `false`.

use web_sys::Storage;

use crate::window::window;

/// What is kept under `key`.
pub fn read(key: &str) -> Option<String> {
    local_storage()?.get_item(key).ok()?
}

/// Keeps `value` under `key`; `false` when the browser refuses.
pub fn write(key: &str, value: &str) -> bool {
    local_storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Forgets what is kept under `key`.
pub fn remove(key: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// The mere question throws in a sandboxed frame.
fn local_storage() -> Option<Storage> {
    window().local_storage().ok()?
}
