//! A table of relations, as spreadsheets write it (RFC 4180, with commas, semicolons
//! or tabs): a header with the names of its columns in English or French, and a line
//! for each relation. Its actors are those that it names.
//!
//! `from` and `to` are needed; [`RELATION`] has what else is known. Of the two actors,
//! `from kind`, `to kind`, `from country` and `to country` may be said.

use super::name::{ACTOR, RELATION, finish_actor, finish_relation, ours, plain, put};
use super::{Fields, document_of, place, set, text_of};
use crate::json::Json;

const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    /// A key of the relation.
    Relation(&'static str),
    /// A key of its first or second actor.
    Actor(usize, &'static str),
    /// Nothing that is known.
    Other,
}

/// Whether a text is a table of relations: its first line has a column for one of
/// their ends.
pub fn is_one(text: &str) -> bool {
    let header = text.lines().next().unwrap_or_default();
    !text.starts_with(['{', '['])
        && header.contains(SEPARATORS)
        && header.split(SEPARATORS).any(|name| is_end(column(name)))
}

fn is_end(column: Column) -> bool {
    matches!(column, Column::Relation("from" | "to"))
}

/// The actor map document of a table.
///
/// # Errors
/// A column is missing, a line has none of a name that it needs, or a quotation does
/// not end.
pub fn document(text: &str) -> Result<Json, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header = text.lines().next().unwrap_or_default();
    let count = |separator: &char| header.matches(*separator).count();
    let separator = SEPARATORS.into_iter().max_by_key(count).unwrap_or(',');
    let mut table = Table { text, at: 0, separator };
    let mut columns = Vec::new();
    for name in table.row()?.unwrap_or_default() {
        columns.push(column(&name));
    }
    for needed in ["from", "to"] {
        if !columns.contains(&Column::Relation(needed)) {
            return Err(["line 1: expected a column \"", needed, "\""].concat());
        }
    }
    let mut actors: Vec<Fields> = Vec::new();
    // The actors by their ids, in order.
    let mut index: Vec<usize> = Vec::new();
    let mut relations = Vec::new();
    loop {
        table.skip_empty_lines();
        let start = table.at;
        let Some(row) = table.row()? else { break };
        let mut relation = Fields::new();
        let mut ends = [Fields::new(), Fields::new()];
        for (column, value) in columns.iter().zip(&row) {
            match column {
                Column::Relation(key) => put(&mut relation, key, value),
                Column::Actor(end, key) => put(&mut ends[*end], key, value),
                Column::Other => {}
            }
        }
        for (end, key) in ends.into_iter().zip(["from", "to"]) {
            let id = text_of(&relation, key);
            if id.is_empty() {
                return Err(
                    [&place(text, start), ": expected a name in the column \"", key, "\""].concat()
                );
            }
            let actor = match index.binary_search_by(|other| text_of(&actors[*other], "id").cmp(id))
            {
                Ok(at) => index[at],
                Err(at) => {
                    index.insert(at, actors.len());
                    actors.push(vec![("id".into(), id.into()), ("name".into(), id.into())]);
                    actors.len() - 1
                }
            };
            for (key, value) in end {
                set(&mut actors[actor], &key, value);
            }
        }
        relations.push(finish_relation(relation));
    }
    Ok(document_of(actors.into_iter().map(finish_actor).collect(), relations))
}

fn column(name: &str) -> Column {
    if let Some(key) = ours(RELATION, name) {
        return Column::Relation(key);
    }
    let plain = plain(name);
    for (end, words) in [["from", "de", "source"], ["to", "a", "target"]].iter().enumerate() {
        for word in words {
            let rest = plain.strip_prefix(word).and_then(|rest| rest.strip_prefix(' '));
            let rest = rest.or_else(|| plain.strip_suffix(word)?.strip_suffix(' '));
            if let Some(key) = rest.and_then(|rest| ours(ACTOR, rest)) {
                return Column::Actor(end, key);
            }
        }
    }
    Column::Other
}

/// A table that is read row by row.
struct Table<'t> {
    text: &'t str,
    at: usize,
    separator: char,
}

impl Table<'_> {
    fn skip_empty_lines(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches(['\n', '\r']).len();
    }

    /// The fields of the next row; nothing at the end.
    fn row(&mut self) -> Result<Option<Vec<String>>, String> {
        if self.at >= self.text.len() {
            return Ok(None);
        }
        let mut row = Vec::new();
        loop {
            row.push(self.field()?);
            let mut rest = self.text[self.at..].chars();
            match rest.next() {
                Some(c) if c == self.separator => self.at += 1,
                Some('\r') if rest.next() == Some('\n') => {
                    self.at += 2;
                    return Ok(Some(row));
                }
                Some(_) => {
                    self.at += 1;
                    return Ok(Some(row));
                }
                None => return Ok(Some(row)),
            }
        }
    }

    /// The next field, up to its separator or the end of the line.
    fn field(&mut self) -> Result<String, String> {
        let start = self.at;
        let rest = &self.text[start..];
        let mut field = String::new();
        if let Some(inside) = rest.strip_prefix('"') {
            self.at += 1;
            let mut parts = inside.split('"').peekable();
            loop {
                let part = parts.next().unwrap_or_default();
                field.push_str(part);
                self.at += part.len() + 1;
                match parts.peek() {
                    // Two quotation marks are one.
                    Some(&"") if self.text[self.at..].starts_with('"') => {
                        field.push('"');
                        parts.next();
                        self.at += 1;
                    }
                    Some(_) => break,
                    None => {
                        let place = place(self.text, start);
                        return Err([&place, ": expected a quotation that ends"].concat());
                    }
                }
            }
        }
        // What stands after a quotation belongs to the field, too.
        let rest = &self.text[self.at..];
        let end = rest.find([self.separator, '\n', '\r']).unwrap_or(rest.len());
        field.push_str(&rest[..end]);
        self.at += end;
        Ok(field)
    }
}

/// The columns that are written.
const WRITTEN: [&str; 8] = ["from", "to", "label", "type", "sign", "since", "until", "summary"];

/// Writes the relations of an actor map document as a table, with the names of actors.
pub fn write(document: &Json) -> String {
    let list = |key: &str| match document.get(key) {
        Some(Json::List(items)) => &items[..],
        _ => &[],
    };
    let text = |item: &Json, key: &str| -> String {
        item.get(key).and_then(Json::as_text).unwrap_or_default().into()
    };
    let mut table = WRITTEN.join(",");
    table.push_str(",directed,from kind,to kind\r\n");
    for relation in list("relations") {
        let actor = |key: &str| {
            let id = text(relation, key);
            list("actors").iter().find(|actor| text(actor, "id") == id)
        };
        let ends = [actor("from"), actor("to")];
        for key in WRITTEN {
            let value = match (key, ends) {
                ("from", [Some(actor), _]) | ("to", [_, Some(actor)]) => text(actor, "name"),
                _ => text(relation, key),
            };
            push_field(&mut table, &value);
            table.push(',');
        }
        let is_directed = relation.get("directed") != Some(&Json::Bool(false));
        table.push_str(if is_directed { "true" } else { "false" });
        for actor in ends {
            table.push(',');
            push_field(&mut table, &actor.map(|actor| text(actor, "kind")).unwrap_or_default());
        }
        table.push_str("\r\n");
    }
    table
}

/// Adds a field, in quotation marks where it needs them. What a spreadsheet would
/// take for a formula is kept from being one by a quotation mark of its own.
fn push_field(table: &mut String, value: &str) {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if !is_formula && !value.contains([',', ';', '"', '\n', '\r', '\t']) {
        return table.push_str(value);
    }
    table.push('"');
    if is_formula {
        table.push('\'');
    }
    for c in value.chars() {
        if c == '"' {
            table.push('"');
        }
        table.push(c);
    }
    table.push('"');
}
