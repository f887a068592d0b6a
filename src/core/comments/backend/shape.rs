//! What a description may say where: one table, one check. What has passed it
//! is read where it is needed, as the JSON that it is.

use super::pick::wanted;
use super::template::{self, visit_names};
use crate::decode::{Place, Problem};
use crate::json::Json;
use crate::search;

/// Each line is an object: its name, then its keys with what stands there. A
/// `!` means that the key has to be there. What stands there is the name of
/// another line, names to choose from (`a|b`), a list (`[` and what its items
/// are), an object of any keys (`*` and what its values are), or one of
///
/// | word | means |
/// | --- | --- |
/// | `any` | whatever |
/// | `text`, `filled` | a text; one that says something |
/// | `number`, `boolean` | |
/// | `template` | a text with places for values |
/// | `address` | a template that comes after a server's address |
/// | `path` | where a value is in JSON, or several such places |
/// | `source` | a path, or an `origin`: a header or a cookie |
/// | `body` | a part of a body of JSON: templates in objects and lists |
/// | `condition` | see [`super::pick::holds`] |
/// | `flag` | a boolean, or a condition |
/// | `value` | the name of a value |
/// | `place` | a path, or `false` where there is no such thing |
/// | `required` | a boolean, or where the server says so |
///
/// What each key means is documented in `schemas/backend.json` and
/// `docs/backends.md`.
const TABLE: &str = "\
backend name!:filled checked:any storage:server|browser values:*text fields!:fields steps:[step list:list create:create edit:change delete:change vote:vote preview:preview poll:poll elsewhere:template comment:comment success:condition refusal:refusal captcha:captcha
fields text!:field name:field email:field website:field
field required:required min:number max:number
request method!:GET|POST|PUT|PATCH|DELETE path!:address query:*template headers:*template json:*body form:*template multipart:*template credentials:boolean
step gives!:*source instead:*template request!:request
list request!:request items:path replies:path join:join total:source pages:source more:source next:source last:path limit:number first:number sort:sort complete:flag
join at!:path in!:path by!:path
sort newest:text oldest:text best:text
create request!:request comment:place pending:flag repeatable:flag depth:number needs:value
change request!:request comment:place within:number needs:value
vote request!:request up!:text down:text undo:text comment:place needs:value
preview request!:request at!:path needs:value
poll request!:request items:path
comment id!:path parent:path name:path website:path avatar:path link:path source:path text!:words time:time edited:time up:path down:path pending:condition deleted:condition skip:condition own:condition staff:condition
words at!:path format!:html|markdown|plain
time at!:path unit!:seconds|milliseconds|iso8601
refusal reason:path field:path fields:*text|name|email|website known:[known
known when!:condition means:required|too-short|too-long|bad-email|bad-website|too-many|closed|duplicate|spam|login|captcha field:text|name|email|website
captcha image:path page:path request:request
test status:number says:filled at:path value:value is:any not:any
where at!:path
";

/// Checks a whole description, whose templates can name `own` values beside
/// those that there always are.
///
/// # Errors
/// The first place that is wrong.
pub fn check(place: &Place<'_>, own: &[String]) -> Result<(), Problem> {
    object(place, "backend", own)?;
    if place.get("list").is_none() && place.get("create").is_none() {
        return Err(place.problem("there has to be \"list\" or \"create\""));
    }
    if place.get("list").is_some() {
        place.required("comment")?;
    }
    // Without these a request can only be about something else.
    for (operation, name) in
        [("create", "text"), ("edit", "id"), ("delete", "id"), ("vote", "id"), ("preview", "text")]
    {
        let Some(operation) = place.get(operation) else { continue };
        let request = operation.required("request")?;
        let mut is_named = false;
        visit_names(request.value, &mut |known| is_named |= known == name);
        if !is_named {
            let message = ["has no place for {", name, "}"].concat();
            return Err(request.problem(&message));
        }
    }
    Ok(())
}

/// Refuses keys that mean nothing: a key with a slip of the pen would be
/// missed in silence. `$schema` and `$comment` are everybody's.
fn object(place: &Place<'_>, line: &str, own: &[String]) -> Result<(), Problem> {
    let mut keys = Vec::new();
    for candidate in search::parts(TABLE, b'\n') {
        keys = search::parts(candidate, b' ');
        if keys.first() == Some(&line) {
            break;
        }
    }
    keys.remove(0);
    let mut bodies = 0;
    for (name, value) in place.entries()? {
        if name.starts_with('$') {
            continue;
        }
        let mut names = String::new();
        let mut is_known = false;
        for key in &keys {
            let known = search::until(key, b"!:");
            if known == name {
                is_known = true;
                if !matches!(value.value, Json::Null) {
                    check_value(&value, &key[search::until(key, b":").len() + 1..], own)?;
                }
            }
            names.push_str(if names.is_empty() { "" } else { ", " });
            names.push_str(known);
        }
        if !is_known {
            let message = ["is no key here; there are ", &names].concat();
            return Err(value.problem(&message));
        }
        bodies += usize::from(line == "request" && ["json", "form", "multipart"].contains(&name));
        if bodies > 1 {
            return Err(value.problem("there is a body already"));
        }
    }
    for key in keys {
        let name = search::until(key, b"!:");
        if key[name.len()..].starts_with('!') {
            place.required(name)?;
        }
    }
    Ok(())
}

fn check_value(place: &Place<'_>, kind: &str, own: &[String]) -> Result<(), Problem> {
    if let Some(inner) = kind.strip_prefix('*') {
        for (_, value) in place.entries()? {
            // What is absent; in a body, what a server wants to be null.
            if !matches!(value.value, Json::Null) {
                check_value(&value, inner, own)?;
            }
        }
        return Ok(());
    }
    if let Some(inner) = kind.strip_prefix('[') {
        for item in place.items()? {
            check_value(&item, inner, own)?;
        }
        return Ok(());
    }
    let names = search::parts(kind, b'|');
    if names.len() > 1 {
        return place.choice(&names).map(drop);
    }
    let text = place.value.as_text();
    let is_object = matches!(place.value, Json::Object(_));
    let is_list = matches!(place.value, Json::List(_));
    let is_boolean = matches!(place.value, Json::Bool(_));
    // What stands for something else here.
    let other = match kind {
        "path" | "source" if is_list => "[text",
        "body" if is_object => "*body",
        "body" if is_list => "[body",
        "condition" if is_list => "[condition",
        "flag" if is_object || is_list => "condition",
        "address" | "body" if text.is_some() => "template",
        "source" if is_object => "origin",
        "required" if is_object => "where",
        _ => "",
    };
    if kind == "address" && !text.is_some_and(|path| path.starts_with('/')) {
        return Err(place.expected("a path that begins with /"));
    }
    if !other.is_empty() {
        return check_value(place, other, own);
    }
    let (is_right, expected) = match kind {
        "template" => return template::check(place, own),
        "any" | "body" => return Ok(()),
        "text" | "path" | "source" => (text.is_some(), "a text"),
        "filled" => return place.filled_text().map(drop),
        "number" => return place.number().map(drop),
        "boolean" | "flag" | "required" => (is_boolean, "true or false"),
        "place" => (text.is_some() || matches!(place.value, Json::Bool(false)), "a path or false"),
        "value" => {
            let name = text.unwrap_or("");
            let is_known = own.iter().any(|own| own == name) || template::NAMES.contains(&name);
            (is_known, "the name of a value")
        }
        "origin" => (wanted(place.value).is_some(), "a path, \"header\" or \"cookie\""),
        "condition" => {
            let says = |key| place.value.get(key).is_some();
            // `null` is a value here.
            let is_compared = says("is") || says("not");
            if says("at") && !is_compared {
                return Err(place.expected("\"is\" or \"not\" beside \"at\""));
            }
            let is_one = says("status") || says("says") || is_compared;
            if is_one {
                return object(place, "test", own);
            }
            (false, "\"status\", \"says\", or \"at\" or \"value\" with \"is\"")
        }
        line => return object(place, line, own),
    };
    if is_right { Ok(()) } else { Err(place.expected(expected)) }
}

/// All keys, each with the key under which its object stands; the latter is
/// empty where that can be several.
#[cfg(test)]
pub(super) fn keys() -> Vec<(&'static str, &'static str)> {
    let mut keys = Vec::new();
    for line in TABLE.lines() {
        let mut words = line.split(' ');
        let line = words.next().unwrap_or("");
        let owner = match line {
            "field" | "change" | "step" | "known" | "words" | "test" | "where" => "",
            owner => owner,
        };
        keys.extend(words.map(|key| (owner, search::until(key, b"!:"))));
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comments::form::{Cause, Field};

    #[test]
    fn a_wrong_condition_is_named() {
        for (text, place) in [
            (
                r#"{"at": "mode"}"#,
                "(document): expected \"is\" or \"not\" beside \"at\", found an object",
            ),
            (r#"{"status": "200"}"#, "/status: expected a number, found \"200\""),
            (
                r#"[{"status": 1}, {}]"#,
                "/1: expected \"status\", \"says\", or \"at\" or \"value\" with \"is\", found an object",
            ),
        ] {
            let tests = serde_json::from_str(text).unwrap();
            let problem = check_value(&Place::document(&tests), "condition", &[]).unwrap_err();
            assert_eq!(problem.to_string(), place);
        }
    }

    #[test]
    fn every_word_of_the_table_means_something() {
        const WORDS: &[&str] = &[
            "any",
            "text",
            "filled",
            "number",
            "boolean",
            "template",
            "address",
            "path",
            "source",
            "place",
            "body",
            "condition",
            "flag",
            "value",
            "required",
        ];
        let lines: Vec<Vec<&str>> =
            TABLE.lines().map(|line| line.split(' ').collect::<Vec<_>>()).collect();
        for key in lines.iter().flat_map(|line| &line[1..]) {
            let (_, kind) = key.split_once(':').unwrap();
            let kind = kind.trim_start_matches(['*', '[']);
            let is_line = lines.iter().any(|line| line[0] == kind);
            assert!(kind.contains('|') || WORDS.contains(&kind) || is_line, "{key}");
        }
    }

    #[test]
    fn the_table_knows_all_causes_and_fields() {
        assert!(TABLE.contains(&format!("means:{} ", Cause::NAMES.join("|"))));
        assert!(TABLE.contains(&format!(" field:{}\n", Field::KEYS.join("|"))));
    }
}
