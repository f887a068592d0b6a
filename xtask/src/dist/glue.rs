//! What is left out of the glue.
//!
//! wasm-bindgen writes it for every page and every age of browsers: ways to
//! start that nobody takes, and workarounds for browsers that have no
//! constructed style sheets either, which the widget needs. 0.7 KB of brotli.

use super::cut::Cut;
use crate::Outcome;

/// Functions of the glue that get other bodies.
const CUTS: [Cut; 7] = [
    // The module is only ever started by `init`.
    cut(&["function initSync"], ""),
    // With the response on its way, or, for who imports the module, from beside it.
    cut(
        &["async function __wbg_init_once"],
        "const given = await (module_or_path?.module_or_path ??
            fetch(new URL('article-widget_bg.wasm', import.meta.url)));
        const { instance } = await __wbg_load(given, __wbg_get_imports());
        return __wbg_finalize_init(instance);",
    ),
    // A server that sends WebAssembly as something else is no reason to fail.
    cut(
        &["async function __wbg_load"],
        "if (!module.ok) throw new Error(`${module.status} ${module.url}`);
        return module.headers.get('content-type') == 'application/wasm'
            ? WebAssembly.instantiateStreaming(module, imports)
            : WebAssembly.instantiate(await module.arrayBuffer(), imports);",
    ),
    // `encodeInto` is older than constructed style sheets.
    cut(&["if (!("], ""),
    cut(
        &["function passStringToWasm0"],
        "const bytes = cachedTextEncoder.encode(arg);
        const ptr = malloc(bytes.length, 1) >>> 0;
        getUint8ArrayMemory0().set(bytes, ptr);
        WASM_VECTOR_LEN = bytes.length;
        return ptr;",
    ),
    // Safari fails after two gigabytes of text: more than an article has.
    cut(&["function decodeText"], "return cachedTextDecoder.decode(bytes);"),
    // The memory is another one after it has grown.
    cut(
        &["function getDataViewMemory0"],
        "if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer)
            cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
        return cachedDataViewMemory0;",
    ),
];

const fn cut(item: &'static [&'static str], body: &'static str) -> Cut {
    Cut { file: "the glue", item, body }
}

/// The glue without what nobody needs, before its names are short.
///
/// # Errors
/// It is not as wasm-bindgen is known to write it.
pub(super) fn lean(glue: &str) -> Outcome<String> {
    CUTS.iter().try_fold(glue.to_string(), |glue, cut| cut.apply(&glue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glue_that_is_another_is_an_error() {
        let error = lean("function initSync() { WebAssembly }").unwrap_err();
        assert!(error.starts_with("the glue has 0 items"), "{error}");
    }
}
