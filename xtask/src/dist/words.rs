//! The languages, without the names of their words: a reader's browser knows
//! the words by their order, and a third of a file would be names.

use serde_json::Value;

use super::package::{Package, read_json};
use crate::{Outcome, workspace};

/// Writes every language.
pub(super) fn copy(package: &mut Package) -> Outcome {
    let folder = workspace::root().join("languages");
    let entries = std::fs::read_dir(&folder)
        .map_err(|error| format!("can't read {}: {error}", folder.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let file = read_json(&path)?;
        package.write(&format!("languages/{name}"), without_names(&file).to_string().as_bytes())?;
    }
    Ok(())
}

/// The file as a list: its head, then its sections, each of them a list. What a
/// word is made of keeps its names.
pub(crate) fn without_names(file: &Value) -> Value {
    let values = |value: &Value| -> Option<Vec<Value>> {
        Some(value.as_object()?.values().cloned().collect())
    };
    let parts = values(file).unwrap_or_default();
    parts.into_iter().map(|part| values(&part).map_or(part, Value::Array)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_keep_their_order_and_forms_their_names() {
        let file = json!({
            "tag": "en",
            "months": [],
            "map": {"title": "Map", "actors": {"one": "{n} actor", "other": "{n} actors"}},
        });
        let forms = json!({"one": "{n} actor", "other": "{n} actors"});
        assert_eq!(without_names(&file), json!(["en", [], ["Map", forms]]));
    }
}
