//! A module in two: what every reader needs, and what some need from some moment
//! on, as a second module that shares the memory of the first.
//!
//! The second holds one function, the entry, and whatever only the entry can
//! reach. In the first, a call through an empty table stands for the entry: who
//! has loaded the second puts it there, and who calls before has a trap. So the
//! Rust code has to ask whether the rest is there in one place only: where the
//! entry is called (`src/view/comments/later.rs`).
//!
//! The two belong together: what the second takes for a comment is whatever lies at
//! that place of the memory. So the entry has a name that no other build gives it.

use std::collections::HashSet;

use walrus::ir::{self, Visitor};
use walrus::{
    ConstExpr, ElementItems, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, Module, RefType,
};

use super::integrity;
use super::names::{self, MODULE};
use crate::Outcome;

/// The function that the second module is made of, by the end of its name.
const ENTRY: &str = "::comments::later::act";

/// The table of the first module in which its entry is looked for.
const TABLE: &str = "later_entry";

/// The two modules, and how the glue brings them together.
pub(super) struct Split {
    pub(super) first: Vec<u8>,
    pub(super) second: Vec<u8>,
    /// What the second calls the entry.
    name: String,
}

/// The two modules.
///
/// # Errors
/// The entry is not there, or more than once.
pub(super) fn split(wasm: &[u8]) -> Outcome<Split> {
    let (mut first, mut second) = (read(wasm)?, read(wasm)?);
    let is_entry = |name: &str| name.ends_with(ENTRY);
    let found: Vec<FunctionId> = first
        .funcs
        .iter()
        .filter(|function| function.name.as_deref().is_some_and(is_entry))
        .map(|function| function.id())
        .collect();
    let [entry] = found[..] else {
        return Err(format!("the WebAssembly has {} functions `{ENTRY}`", found.len()));
    };
    let hash = integrity::hash(wasm);
    let name: String = hash.chars().rev().filter(char::is_ascii_alphanumeric).take(8).collect();
    // No name begins with a digit.
    let name = format!("_{name}");
    let stays = reached(&first, entry);
    take_from_first(&mut second, &stays);
    let there = ids(second.funcs.iter().map(|function| function.id()))[entry.index()];
    second.exports.add(&name, there);
    walrus::passes::gc::run(&mut second);
    give_to_second(&mut first, &second);
    call_through_table(&mut first, entry);
    walrus::passes::gc::run(&mut first);
    Ok(Split { first: first.emit_wasm(), second: second.emit_wasm(), name })
}

fn read(wasm: &[u8]) -> Outcome<Module> {
    Module::from_buffer(wasm).map_err(|error| format!("can't read the WebAssembly: {error}"))
}

fn ids<T>(ids: impl Iterator<Item = T>) -> Vec<T> {
    ids.collect()
}

/// Has the module import all that stays in the first, and leaves out what is done
/// there once.
fn take_from_first(second: &mut Module, stays: &HashSet<usize>) {
    for export in ids(second.exports.iter().map(|export| export.id())) {
        second.exports.delete(export);
    }
    for data in ids(second.data.iter().map(|data| data.id())) {
        second.data.delete(data);
    }
    for element in ids(second.elements.iter().map(|element| element.id())) {
        second.elements.delete(element);
    }
    second.start = None;
    for id in ids(second.funcs.iter().map(|function| function.id())) {
        if !stays.contains(&id.index()) {
            continue;
        }
        let name = format!("later_f{}", id.index());
        if let FunctionKind::Import(imported) = &second.funcs.get(id).kind {
            let import = second.imports.get_mut(imported.import);
            (import.module, import.name) = (MODULE.into(), name);
        } else {
            let ty = second.funcs.get(id).ty();
            let import = second.imports.add(MODULE, &name, id);
            second.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    for memory in second.memories.iter_mut() {
        memory.data_segments = Default::default();
        memory.import = Some(second.imports.add(MODULE, "memory", memory.id()));
    }
    for table in second.tables.iter_mut() {
        table.elem_segments = Default::default();
        let name = format!("later_t{}", table.id().index());
        table.import = Some(second.imports.add(MODULE, &name, table.id()));
    }
    for id in ids(second.globals.iter().map(|global| global.id())) {
        let import = second.imports.add(MODULE, &format!("later_g{}", id.index()), id);
        second.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Exports what the second imports. Read from the same file, both have the same
/// order.
fn give_to_second(first: &mut Module, second: &Module) {
    let functions = ids(first.funcs.iter().map(|function| function.id()));
    let tables = ids(first.tables.iter().map(|table| table.id()));
    let globals = ids(first.globals.iter().map(|global| global.id()));
    for import in second.imports.iter() {
        let item: ExportItem = match import.kind {
            ImportKind::Function(id) => functions[id.index()].into(),
            ImportKind::Table(id) => tables[id.index()].into(),
            ImportKind::Global(id) => globals[id.index()].into(),
            // The memory is exported already.
            _ => continue,
        };
        first.exports.add(&import.name, item);
    }
}

/// Has the entry call what stands in the table.
fn call_through_table(first: &mut Module, entry: FunctionId) {
    let table = first.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
    first.exports.add(TABLE, table);
    let ty = first.funcs.get(entry).ty();
    let (params, results) = (first.types.params(ty).to_vec(), first.types.results(ty).to_vec());
    let mut stub = FunctionBuilder::new(&mut first.types, &params, &results);
    let arguments = ids(params.iter().map(|ty| first.locals.add(*ty)));
    let mut body = stub.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(0).call_indirect(ty, table);
    first.funcs.get_mut(entry).kind = FunctionKind::Local(stub.local_func(arguments));
}

impl Split {
    /// The glue that can load the second, before its names are short.
    ///
    /// # Errors
    /// It does not begin an instance as it is known to.
    pub(super) fn glue(&self, glue: &str) -> Outcome<String> {
        let begin = "wasm.__wbindgen_start();";
        if glue.matches(begin).count() != 1 {
            return Err(format!("the glue has no `{begin}`"));
        }
        let rest = format!(
            "const raw = instance.exports;
            wasm.rest = async (url) => {{
                const file = await fetch(url);
                if (!file.ok) throw new Error(`${{file.status}} ${{url}}`);
                const bytes = await file.arrayBuffer();
                const {{ instance }} = await WebAssembly.instantiate(bytes, {{ {MODULE}: raw }});
                raw.{TABLE}.set(0, instance.exports.{});
            }};
            {begin}",
            self.name
        );
        Ok(glue.replace(begin, &rest))
    }

    /// The second with the short names that wasm-opt has given to what the first
    /// exports, and has `printed`.
    ///
    /// # Errors
    /// The first does not export what the second imports.
    pub(super) fn named_second(&self, printed: &str) -> Outcome<Vec<u8>> {
        let mut second = read(&self.second)?;
        let names = names::exports(printed)?;
        for import in second.imports.iter_mut() {
            let short = names.iter().find(|[old, _]| *old == import.name);
            let [_, short] = short.ok_or(format!("nothing exports `{}`", import.name))?;
            import.name.clone_from(short);
        }
        Ok(second.emit_wasm())
    }
}

/// The functions that are reached without the entry, by their indexes.
fn reached(module: &Module, entry: FunctionId) -> HashSet<usize> {
    let mut waiting: Vec<FunctionId> = module.start.into_iter().collect();
    for export in module.exports.iter() {
        if let ExportItem::Function(function) = export.item {
            waiting.push(function);
        }
    }
    for element in module.elements.iter() {
        match &element.items {
            ElementItems::Functions(functions) => waiting.extend(functions),
            ElementItems::Expressions(_, items) => {
                for item in items {
                    if let ConstExpr::RefFunc(function) = item {
                        waiting.push(*function);
                    }
                }
            }
        }
    }
    // What is imported is the first's, too.
    for function in module.funcs.iter() {
        if matches!(function.kind, FunctionKind::Import(_)) {
            waiting.push(function.id());
        }
    }
    let mut reached = HashSet::new();
    while let Some(function) = waiting.pop() {
        if function == entry || !reached.insert(function.index()) {
            continue;
        }
        if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
            ir::dfs_in_order(&mut Named(&mut waiting), local, local.entry_block());
        }
    }
    reached
}

/// Gathers the functions that a function names.
struct Named<'a>(&'a mut Vec<FunctionId>);

impl<'instr> Visitor<'instr> for Named<'_> {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

#[cfg(test)]
mod tests {
    use walrus::ValType;

    use super::*;

    /// Three functions that call each other, and what they are called.
    fn module(names: [&str; 3]) -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let mut function = |name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
            builder.name(name.into());
            let argument = module.locals.add(ValType::I32);
            for call in calls {
                builder.func_body().local_get(argument).call(*call);
            }
            builder.finish(vec![argument], &mut module.funcs)
        };
        let shared = function(names[0], &[]);
        let entry = function(names[1], &[shared]);
        let run = function(names[2], &[shared, entry]);
        module.exports.add("run", run);
        module.emit_wasm()
    }

    fn names(module: &Module) -> Vec<&str> {
        let mut names: Vec<&str> = module
            .funcs
            .iter_local()
            .filter_map(|(id, _)| module.funcs.get(id).name.as_deref())
            .collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn the_second_holds_what_only_the_entry_reaches() {
        let wasm = module(["shared", "view[0]::comments::later::act", "run"]);
        let split = split(&wasm).unwrap();
        let (first, second) = (read(&split.first).unwrap(), read(&split.second).unwrap());
        assert_eq!(names(&first), ["run", "shared", "view[0]::comments::later::act"]);
        assert_eq!(names(&second), ["view[0]::comments::later::act"]);
        let wanted: Vec<&str> = second.imports.iter().map(|import| &*import.name).collect();
        for name in &wanted {
            assert!(first.exports.iter().any(|export| export.name == *name), "{name}");
        }
        assert!(first.exports.iter().any(|export| export.name == TABLE));
        let given: Vec<&str> = second.exports.iter().map(|export| &*export.name).collect();
        assert_eq!(given, [split.name.as_str()]);

        // wasm-opt gives what is exported other names, and says which.
        let rows: Vec<String> =
            wanted.iter().map(|name| format!("[\"{name}\", \"{name}x\"]")).collect();
        let printed = format!("{{\"exports\": [{}]}}", rows.join(", "));
        let named = read(&split.named_second(&printed).unwrap()).unwrap();
        assert!(named.imports.iter().all(|import| import.name.ends_with('x')));
        assert!(split.named_second("{\"exports\": []}").is_err());
    }

    #[test]
    fn another_build_gives_the_entry_another_name() {
        let name =
            |shared| split(&module([shared, "a::comments::later::act", "run"])).unwrap().name;
        assert_ne!(name("a"), name("b"));
    }

    #[test]
    fn without_the_entry_there_is_nothing_to_split() {
        assert!(split(&module(["a", "b", "c"])).is_err());
        assert!(split(&module(["comments::later::act", "a::comments::later::act", "c"])).is_ok());
    }
}
