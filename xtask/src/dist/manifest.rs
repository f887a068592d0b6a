//! `package.json`, for those who install from npm.

use serde_json::json;

use crate::workspace;

pub(super) fn package_json() -> String {
    let manifest = json!({
        "name": "article-widget",
        "version": workspace::version(),
        "description": "A news article with its actor map and its comments, in any page",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "module": "./article-widget.js",
        "types": "./index.d.ts",
        "exports": {
            ".": { "types": "./index.d.ts", "default": "./article-widget.js" },
            "./embed.js": "./embed.js",
            "./article-widget_bg.wasm": "./article-widget_bg.wasm",
            "./backends/*": "./backends/*",
            "./languages/*": "./languages/*",
            "./schemas/*": "./schemas/*",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "customElements": "./custom-elements.json",
        "sideEffects": true,
    });
    format!("{manifest:#}\n")
}
