//! A panic made on purpose: a WebAssembly module of which one function traps.

use anyhow::{Context, Result, ensure};
use wasmparser::{ExternalKind, Parser, Payload, TypeRef};

/// Instructions of a function body.
const UNREACHABLE: u8 = 0x00;
const NOP: u8 = 0x01;
const END: u8 = 0x0b;

/// The module with a trap in the exported function that `glue` calls for
/// `method`, as a panic compiles to one. Everything else stays where it is.
pub fn in_method(wasm: &[u8], glue: &str, method: &str) -> Result<Vec<u8>> {
    let export = export_of(glue, method)?;
    let (mut imported, mut wanted, mut bodies) = (0, None, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(section) => {
                for found in section {
                    let found = found?;
                    if found.name == export && found.kind == ExternalKind::Func {
                        wanted = Some(usize::try_from(found.index)?);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            _ => {}
        }
    }
    let index = wanted.context("no such export")?.checked_sub(imported).context("an import")?;
    let range = bodies.get(index).context("no such function")?.clone();
    ensure!(range.len() > 3, "{export} is too short for a trap");
    let mut broken = wasm.to_vec();
    let body = broken.get_mut(range).context("outside of the module")?;
    body.fill(NOP);
    // No local variables.
    body[0] = 0;
    body[1] = UNREACHABLE;
    body[body.len() - 1] = END;
    Ok(broken)
}

/// The short name of the export that a method of the glue calls with itself.
fn export_of<'glue>(glue: &'glue str, method: &str) -> Result<&'glue str> {
    let (_, method_on) = glue.split_once(&format!("{method}(")).context("no such method")?;
    let (call, _) = method_on.split_once("(this.__wbg_ptr").context("it calls nothing")?;
    let (_, name) = call.rsplit_once('.').context("it calls nothing of the module")?;
    Ok(name)
}
