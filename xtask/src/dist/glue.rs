//! The glue as the widget needs it.
//!
//! wasm-bindgen writes it for every page and every age of browsers: ways to
//! start that nobody takes, and workarounds for browsers that have no
//! constructed style sheets either, which the widget needs. They are left out.
//!
//! And it writes it for one instance of the WebAssembly, which a module's
//! variables stand for. Here these are a function's: each call makes an instance
//! with a memory of its own, so that one that breaks down takes no other with it.

use super::cut::Cut;
use crate::Outcome;

/// Functions of the glue that get other bodies.
const CUTS: [Cut; 5] = [
    // Whatever comes out of the WebAssembly as an exception has left it halfway: a
    // panic, or an error of the page's that it did not expect. From then on its
    // memory can't be trusted, and nobody gets into it again.
    cut(
        &["function __wbg_finalize_init"],
        "wasm = {};
        for (const name in instance.exports) {
            const item = instance.exports[name];
            wasm[name] = !item.call ? item : (...values) => {
                try {
                    return item(...values);
                } catch (error) {
                    wasm = new Proxy({}, { get: () => () => 0 });
                    broken();
                    throw error;
                }
            };
        }
        wasm.__wbindgen_start();",
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

/// Where its ways to be loaded begin: `www/article-widget.js` does that.
const LOADING: &str = "async function __wbg_load";

/// The glue without what nobody needs, before its names are short: a module with a
/// function that makes an instance's worth of it. `broken` is called when the
/// instance has broken down.
///
/// # Errors
/// It is not as wasm-bindgen is known to write it.
pub(super) fn lean(glue: &str) -> Outcome<String> {
    let glue = CUTS.iter().try_fold(glue.to_string(), |glue, cut| cut.apply(&glue))?;
    let (glue, _) = glue.split_once(LOADING).ok_or("the glue does not load anything")?;
    let glue = glue.replace("\nexport ", "\n");
    // What the crates import of their own scripts stays outside of the function.
    let (imports, glue): (Vec<&str>, Vec<&str>) =
        glue.lines().partition(|line| line.starts_with("import "));
    let (imports, glue) = (imports.join("\n"), glue.join("\n"));
    Ok(format!(
        "{imports}\nexport default (broken) => {{\n{glue}\nreturn {{ mount, imports: __wbg_get_imports(), \
         begin: __wbg_finalize_init }};\n}};\n"
    ))
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
