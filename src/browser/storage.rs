//! What this browser keeps for the site. A reader may have refused that, and
//! the space may be full: nothing here fails louder than a `false`.

use article_widget_core::json::Json;
use web_sys::Storage;

use crate::json;
use crate::window::window;

/// What is kept under `key`.
pub fn read(key: &str) -> Option<String> {
    local_storage()?.get_item(key).ok()?
}

/// Keeps `value` under `key`; `false` when the browser refuses.
pub fn write(key: &str, value: &str) -> bool {
    local_storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// What is kept under `key` as JSON; `null` where there is nothing.
#[inline(never)]
pub fn read_json(key: &str) -> Json {
    read(key).and_then(|text| json::parse(&text).ok()).unwrap_or(Json::Null)
}

/// Keeps `value` as JSON under `key`; `false` when the browser refuses.
#[inline(never)]
pub fn write_json(key: &str, value: &Json) -> bool {
    write(key, &json::stringify(value))
}

/// Forgets what is kept under `key`.
pub fn remove(key: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// The keys that begin with `prefix`.
pub fn keys(prefix: &str) -> Vec<String> {
    let mut keys = Vec::new();
    if let Some(storage) = local_storage() {
        for index in 0..storage.length().unwrap_or(0) {
            if let Ok(Some(key)) = storage.key(index)
                && key.starts_with(prefix)
            {
                keys.push(key);
            }
        }
    }
    keys
}

/// The mere question throws in a sandboxed frame.
fn local_storage() -> Option<Storage> {
    window().local_storage().ok()?
}
