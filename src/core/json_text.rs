//! JSON as text, read and written, in few bytes of code. RFC 8259, as strict as
//! `JSON.parse`.

use crate::digits::digits;
use crate::json::Json;

/// Deeper values are refused: reading is recursive. (serde_json's limit.)
const DEPTH_LIMIT: u8 = 128;

/// Reads a text as JSON.
///
/// # Errors
/// Where it is wrong: the number of bytes before that.
///
/// ```
/// use article_widget_core::json_text as text;
/// let json = text::read(r#"{"since": 2012, "at": [2.11, 13.51]}"#).unwrap();
/// assert_eq!(text::write(&json), r#"{"since":2012,"at":[2.11,13.51]}"#);
/// assert_eq!(text::read("[1, 2"), Err(5));
/// ```
pub fn read(text: &str) -> Result<Json, usize> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0);
    reader.skip_space();
    match value {
        Some(value) if reader.at == text.len() => Ok(value),
        _ => Err(reader.at),
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip_space(&mut self) {
        while matches!(self.byte(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    /// Goes past `mark`, if it is next.
    fn take(&mut self, mark: &str) -> Option<()> {
        let is_next = self.text.as_bytes()[self.at..].starts_with(mark.as_bytes());
        self.at += if is_next { mark.len() } else { 0 };
        is_next.then_some(())
    }

    fn value(&mut self, depth: u8) -> Option<Json> {
        self.skip_space();
        if depth == DEPTH_LIMIT {
            return None;
        }
        match self.byte() {
            b'n' => self.take("null").map(|()| Json::Null),
            b't' => self.take("true").map(|()| Json::Bool(true)),
            b'f' => self.take("false").map(|()| Json::Bool(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => {
                let mut items = Vec::new();
                self.at += 1;
                self.skip_space();
                while self.byte() != b']' {
                    if !items.is_empty() {
                        self.take(",")?;
                    }
                    items.push(self.value(depth + 1)?);
                    self.skip_space();
                }
                self.at += 1;
                Some(Json::List(items))
            }
            b'{' => {
                let mut fields = Vec::new();
                self.at += 1;
                self.skip_space();
                while self.byte() != b'}' {
                    if !fields.is_empty() {
                        self.take(",")?;
                        self.skip_space();
                    }
                    let key = self.string()?;
                    self.skip_space();
                    self.take(":")?;
                    fields.push((key, self.value(depth + 1)?));
                    self.skip_space();
                }
                self.at += 1;
                Some(Json::Object(fields))
            }
            _ => self.number(),
        }
    }

    fn string(&mut self) -> Option<String> {
        self.take("\"")?;
        let mut string = String::new();
        loop {
            let start = self.at;
            while !matches!(self.byte(), b'"' | b'\\' | ..b' ') {
                self.at += 1;
            }
            string.push_str(&self.text[start..self.at]);
            match self.byte() {
                b'"' => break,
                b'\\' => self.at += 1,
                _ => return None,
            }
            let escaped = match self.byte() {
                plain @ (b'"' | b'\\' | b'/') => plain.into(),
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => {
                    self.at += 1;
                    string.push(self.code_point()?);
                    continue;
                }
                _ => return None,
            };
            string.push(escaped);
            self.at += 1;
        }
        self.at += 1;
        Some(string)
    }

    /// The character of one or two escapes of UTF-16; half a pair is none.
    fn code_point(&mut self) -> Option<char> {
        let unit = self.unit()?;
        if matches!(unit, 0xd800..0xdc00) && self.text[self.at..].starts_with("\\u") {
            let before = self.at;
            self.at += 2;
            let second = self.unit()?;
            if matches!(second, 0xdc00..0xe000) {
                return char::from_u32(0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00));
            }
            self.at = before;
        }
        Some(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.byte()).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    /// Reads digits into `number`; how many there are.
    fn digits(&mut self, number: &mut f64) -> Option<i32> {
        let start = self.at;
        while let digit @ b'0'..=b'9' = self.byte() {
            *number = *number * 10.0 + f64::from(digit - b'0');
            self.at += 1;
        }
        if self.at > start { Some((self.at - start) as i32) } else { None }
    }

    /// A number: exact up to fifteen digits, and beyond that nearly.
    fn number(&mut self) -> Option<Json> {
        let sign = if self.take("-").is_some() { -1.0 } else { 1.0 };
        let (mut number, mut power) = (0.0, 0);
        let starts_with_0 = self.byte() == b'0';
        if self.digits(&mut number)? > 1 && starts_with_0 {
            return None;
        }
        if self.take(".").is_some() {
            power -= self.digits(&mut number)?;
        }
        if self.take("e").or_else(|| self.take("E")).is_some() {
            let is_down = self.take("-").is_some();
            if !is_down {
                let _ = self.take("+");
            }
            let mut exponent = 0.0;
            self.digits(&mut exponent)?;
            power +=
                if is_down { -(exponent as i32).min(9999) } else { (exponent as i32).min(9999) };
        }
        // Powers of ten are exact up to the 22nd, and so is one division by them
        // (Clinger 1990, "How to read floating point numbers accurately").
        while power < 0 && number != 0.0 {
            number /= ten_to(power.unsigned_abs().min(22));
            power += 22.min(power.abs());
        }
        while power > 0 && number.is_finite() && number != 0.0 {
            number *= ten_to(power.unsigned_abs().min(22));
            power -= 22.min(power);
        }
        Some(Json::Number(sign * number))
    }
}

fn ten_to(power: u32) -> f64 {
    let mut number = 1.0;
    for _ in 0..power {
        number *= 10.0;
    }
    number
}

/// Writes a value as JSON, without white space.
pub fn write(json: &Json) -> String {
    let mut text = String::new();
    push(&mut text, json);
    text
}

/// Adds a value to a text of JSON.
pub fn push(text: &mut String, json: &Json) {
    match json {
        Json::Null => text.push_str("null"),
        Json::Bool(true) => text.push_str("true"),
        Json::Bool(false) => text.push_str("false"),
        Json::Number(number) => push_number(text, *number),
        Json::Text(value) => push_string(text, value),
        Json::List(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                push(text, item);
            }
            text.push(']');
        }
        Json::Object(fields) => {
            text.push('{');
            for (index, (key, value)) in fields.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                push_string(text, key);
                text.push(':');
                push(text, value);
            }
            text.push('}');
        }
    }
}

/// Adds a string, in quotes.
pub fn push_string(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\u{0}'..='\u{1f}' => {
                text.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                text.push(char::from_digit(c as u32 % 16, 16).unwrap_or('0'));
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

/// Adds a number, with as few decimals as say it, and fifteen at most; what is no
/// number, or beyond what is counted exactly, is `null`.
pub fn push_number(text: &mut String, number: f64) {
    if !number.is_finite() || number.abs() >= 9e15 {
        return text.push_str("null");
    }
    let size = number.abs();
    let (mut whole, mut decimals, mut scale) = (size, 0, 1.0);
    while decimals < 15 && whole.round() / scale != size && size * scale < 9e14 {
        decimals += 1;
        scale *= 10.0;
        whole = size * scale;
    }
    let written = digits(whole.round() as i64);
    if number < 0.0 && whole.round() != 0.0 {
        text.push('-');
    }
    if decimals == 0 {
        return text.push_str(&written);
    }
    for _ in written.len()..decimals + 1 {
        text.push('0');
    }
    text.push_str(&written);
    let point = text.len() - decimals;
    text.insert(point, '.');
}

#[cfg(test)]
mod tests;
