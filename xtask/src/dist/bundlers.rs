//! `npm.js`, what `import 'article-widget'` gives: the module, and the names of
//! the files that it may ask for, as bundlers know them. They take along what
//! stands in `new URL(…, import.meta.url)`, and put it where they like.

use super::package::Package;
use crate::Outcome;

/// What of the package is asked for by its name.
const ASKED_FOR: [&str; 11] = [
    "backends/",
    "broken.js",
    "companion.js",
    "descriptions.",
    "first-view.js",
    "formats.",
    "in-page.js",
    "languages/",
    "map-tools.js",
    "world.",
    "writing.",
];

/// Writes the module for the files written so far.
pub(super) fn write(package: &mut Package) -> Outcome {
    let module = module(package.names().filter(is_asked_for));
    package.write("npm.js", module.as_bytes())
}

fn is_asked_for(name: &&str) -> bool {
    ASKED_FOR.iter().any(|start| name.starts_with(start))
}

fn module<'names>(names: impl Iterator<Item = &'names str>) -> String {
    let mut text = String::from("import './article-widget.js';\n\nconst files = {\n");
    for name in names {
        text.push_str(&format!("  '{name}': new URL('./{name}', import.meta.url).href,\n"));
    }
    text.push_str(
        "};\n\
         \n\
         globalThis.customElements?.get('article-widget').provide?.((name) => files[name] ?? name);\n\
         \n\
         export { default } from './article-widget.js';\n\
         export * from './article-widget.js';\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_bundlers_find_them() {
        let names = ["backends/isso.json", "embed.js", "world.bin"];
        let module = module(names.into_iter().filter(is_asked_for));
        assert!(module.contains(
            "'backends/isso.json': new URL('./backends/isso.json', import.meta.url).href"
        ));
        assert!(module.contains("world.bin") && !module.contains("embed.js"), "{module}");
    }
}
