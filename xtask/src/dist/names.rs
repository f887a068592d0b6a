//! Short names between the WebAssembly and its glue.
//!
//! wasm-bindgen names each import after its meaning and a hash, on both sides:
//! 5 KB of brotli that no reader reads. wasm-opt writes new names into the
//! module and says which; here the glue follows.

use serde_json::Value;

use crate::Outcome;

/// The pass of wasm-opt that writes the new names, and prints them as JSON.
pub(super) const PASS: &str = "--minify-imports-and-exports-and-modules";

/// The one module from which everything is imported, as the pass calls it.
pub(super) const MODULE: &str = "a";

/// The glue with the names that the pass has `printed`.
///
/// # Errors
/// A name that the glue does not use as wasm-bindgen is known to: then nothing
/// of this may be trusted.
pub(super) fn follow(glue: &str, printed: &str) -> Outcome<String> {
    let names: Value = serde_json::from_str(printed)
        .map_err(|error| format!("wasm-opt printed names that are not JSON: {error}"))?;
    let list = |key: &str| names[key].as_array().cloned().unwrap_or_default();
    let mut glue = glue.to_string();
    let imports = list("imports").iter().map(texts).collect::<Outcome<Vec<[String; 3]>>>()?;
    if let Some([module, ..]) = imports.first() {
        replace(&mut glue, &format!("\"{module}\": "), &format!("\"{MODULE}\": "), Times::Once)?;
    }
    for [_, old, new] in &imports {
        replace(&mut glue, &format!("        {old}: "), &format!("        {new}: "), Times::Once)?;
    }
    // Some exports are for other embedders alone.
    for [old, new] in exports(printed)? {
        for object in ["wasm", "raw"] {
            let (old, new) = (format!("{object}.{old}"), format!("{object}.{new}"));
            replace(&mut glue, &old, &new, Times::Any)?;
        }
    }
    Ok(glue)
}

/// What is exported, with the name before and after the pass that has `printed` this.
pub(super) fn exports(printed: &str) -> Outcome<Vec<[String; 2]>> {
    let names: Value = serde_json::from_str(printed)
        .map_err(|error| format!("wasm-opt printed names that are not JSON: {error}"))?;
    names["exports"].as_array().into_iter().flatten().map(texts).collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Times {
    Once,
    Any,
}

/// Puts `new` where `old` stands as a whole word.
fn replace(text: &mut String, old: &str, new: &str, times: Times) -> Outcome {
    let continues = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$')
            && !old.ends_with(' ')
    };
    let mut found = 0;
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(old) {
        let (before, after) = (&rest[..at], &rest[at + old.len()..]);
        out.push_str(before);
        out.push_str(if continues(after) { old } else { new });
        found += usize::from(!continues(after));
        rest = after;
    }
    out.push_str(rest);
    if times == Times::Once && found != 1 {
        return Err(format!("the glue has {found} places of `{}`", old.trim()));
    }
    *text = out;
    Ok(())
}

fn texts<const N: usize>(row: &Value) -> Outcome<[String; N]> {
    let texts = row.as_array().into_iter().flatten().filter_map(Value::as_str);
    let texts: Vec<String> = texts.map(str::to_string).collect();
    texts.try_into().map_err(|_| format!("wasm-opt printed a name that is none: {row}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "wasm.mount(a); wasm.mount_all(a);\n        \
        __wbg_new_1: function() {},\n        __wbg_new_12: function() {},\n    };\n    \
        return {\n        \"./x_bg.js\": import0,\n    };";

    #[test]
    fn whole_names_are_replaced_on_both_sides() {
        let printed = r#"{"imports": [["./x_bg.js", "__wbg_new_1", "$"], ["./x_bg.js", "__wbg_new_12", "b"]],
            "exports": [["mount", "c"], ["mount_all", "d"]]}"#;
        let expected = "wasm.c(a); wasm.d(a);\n        $: function() {},\n        b: function() {},\n    \
            };\n    return {\n        \"a\": import0,\n    };";
        assert_eq!(follow(GLUE, printed).unwrap(), expected);
    }

    #[test]
    fn a_name_that_the_glue_does_not_know_is_an_error() {
        for import in [r#"["./x_bg.js", "__wbg_old_1", "$"]"#, r#"["./y.js", "__wbg_new_1", "$"]"#]
        {
            let printed = format!(r#"{{"imports": [{import}], "exports": []}}"#);
            assert!(follow(GLUE, &printed).is_err(), "{import}");
        }
    }
}
