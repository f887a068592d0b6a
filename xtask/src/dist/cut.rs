//! A cut: one item of a source file of others gets another body, so that their
//! code is not kept here.
//!
//! An item is found by the words that it begins with, and its body by matching
//! braces. Comments, strings and characters are blanked out first, for their
//! braces don't count. It serves for Rust, and for scripts without regular
//! expressions.

use crate::Outcome;

/// Another body for one item of a file.
pub(crate) struct Cut {
    /// The file, for who reads of an error.
    pub(crate) file: &'static str,
    /// How the item begins, after how each item that it is in begins.
    pub(crate) item: &'static [&'static str],
    /// What stands between its braces instead.
    pub(crate) body: &'static str,
}

impl Cut {
    /// The text of the file with the other body.
    ///
    /// # Errors
    /// The item is not there, or more than once.
    pub(crate) fn apply(&self, text: &str) -> Outcome<String> {
        let blanked = blanked(text);
        let (mut start, mut end) = (0, text.len());
        for name in self.item {
            let found = find(&blanked[start..end], name);
            let [only] = found[..] else {
                return Err(format!(
                    "{} has {} items `{}`, not one",
                    self.file,
                    found.len(),
                    self.item.join(" / ")
                ));
            };
            (start, end) = body(&blanked, start + only)
                .ok_or_else(|| format!("`{name}` in {} has no body", self.file))?;
        }
        Ok([&text[..start], "\n", self.body, "\n", &text[end..]].concat())
    }
}

/// Where `name` stands in `text`, as whole words and inside no further braces.
fn find(text: &[u8], name: &str) -> Vec<usize> {
    let is_word =
        |at: Option<&u8>| at.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let mut found = Vec::new();
    let mut depth = 0;
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        if depth == 0
            && text[at..].starts_with(name.as_bytes())
            && !is_word(before)
            && !is_word(text.get(at + name.len()))
        {
            found.push(at);
        }
    }
    found
}

/// What is between the first brace after `at` and the one that closes it.
fn body(text: &[u8], at: usize) -> Option<(usize, usize)> {
    let start = at + text[at..].iter().position(|byte| *byte == b'{')? + 1;
    let mut depth = 1;
    for (index, byte) in text.iter().enumerate().skip(start) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((start, index));
        }
    }
    None
}

/// The text with spaces for its comments, strings and characters; everything
/// else stays where it is.
fn blanked(text: &str) -> Vec<u8> {
    let mut blanked = text.as_bytes().to_vec();
    let mut at = 0;
    while at < text.len() {
        let length = unread(text, at);
        blanked[at..at + length].fill(b' ');
        at += length.max(1);
    }
    blanked
}

/// How long the comment, string or character is that begins at `at`; 0 where
/// none begins.
fn unread(text: &str, at: usize) -> usize {
    let Some(rest) = text.get(at..) else { return 0 };
    let to_end = |end: &str, from: usize| {
        rest.get(from..)
            .and_then(|inside| inside.find(end))
            .map_or(rest.len(), |found| from + found + end.len())
    };
    if rest.starts_with("//") {
        to_end("\n", 0)
    } else if rest.starts_with("/*") {
        to_end("*/", 0)
    } else if rest.starts_with('"') {
        to_quote(rest)
    } else if rest.starts_with("r\"") || rest.starts_with("r#") {
        let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
            || !rest[1 + hashes..].starts_with('"')
        {
            return 0;
        }
        to_end(&format!("\"{}", "#".repeat(hashes)), hashes + 2)
    } else if rest.starts_with("'\\") {
        to_end("'", 3)
    } else if let Some(inside) = rest.strip_prefix('\'') {
        // A character, or a lifetime.
        let mut inside = inside.chars();
        let length = inside.next().map_or(0, char::len_utf8);
        if inside.next() == Some('\'') { length + 2 } else { 0 }
    } else {
        0
    }
}

/// How long the string is that `text` begins with.
fn to_quote(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(item: &'static [&'static str], text: &str) -> Outcome<String> {
        Cut { file: "src/lib.rs", item, body: "new" }.apply(text)
    }

    #[test]
    fn only_the_body_is_replaced() {
        let text = "fn one() { a }\nfn two(x: u8) -> u8 { if x { b } else { c } }\n";
        let expected = "fn one() { a }\nfn two(x: u8) -> u8 {\nnew\n}\n";
        assert_eq!(cut(&["fn two"], text).unwrap(), expected);
    }

    #[test]
    fn an_item_is_found_inside_another() {
        let text = "impl A for B { fn f() { 1 } }\nimpl A for C { fn f() { 2 } }";
        let expected = "impl A for B { fn f() { 1 } }\nimpl A for C { fn f() {\nnew\n} }";
        assert_eq!(cut(&["impl A for C", "fn f"], text).unwrap(), expected);
    }

    #[test]
    fn braces_of_strings_characters_and_comments_do_not_count() {
        for inside in [
            r#"print("}")"#,
            r#"print("\"}")"#,
            "print('}')",
            "print('\\'', '}')",
            "// fn f() }\n",
            "/* } */",
            "print(r\"\\}\")",
            "print(r#\"}\"}\"#)",
            "<'a>('}')",
            "« } » // é }\n",
        ] {
            let inside = inside.replace("« } »", "");
            let text = format!("fn f() {{ {inside} }} fn g() {{}}");
            assert_eq!(cut(&["fn f"], &text).unwrap(), "fn f() {\nnew\n} fn g() {}", "{inside}");
        }
    }

    #[test]
    fn names_are_whole_words() {
        let text = "fn draw_all() {} fn draw() {} fn redraw() {}";
        let expected = "fn draw_all() {} fn draw() {\nnew\n} fn redraw() {}";
        assert_eq!(cut(&["fn draw"], text).unwrap(), expected);
    }

    #[test]
    fn an_item_that_is_missing_is_an_error() {
        let error = cut(&["impl A", "fn f"], "impl A { fn g() {} } fn f() {}").unwrap_err();
        assert_eq!(error, "src/lib.rs has 0 items `impl A / fn f`, not one");
        assert!(cut(&["mod a"], "mod a;").is_err());
    }

    #[test]
    fn an_item_that_is_there_twice_is_an_error() {
        let error = cut(&["fn f"], "fn f() {} mod a { fn f() {} } fn f() {}").unwrap_err();
        assert_eq!(error, "src/lib.rs has 2 items `fn f`, not one");
    }
}
