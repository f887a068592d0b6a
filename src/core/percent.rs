//! Percent-encoding (RFC 3986, section 2), by which addresses hold texts.

/// Pushes `value` as a part of an address: what is not unreserved is escaped.
///
/// ```
/// use article_widget_core::percent::{decoded, push_encoded};
/// let mut text = String::new();
/// push_encoded(&mut text, "/été 1?");
/// assert_eq!(text, "%2F%C3%A9t%C3%A9%201%3F");
/// assert_eq!(decoded(&text), "/été 1?");
/// ```
pub fn push_encoded(text: &mut String, value: &str) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            text.push(byte.into());
        } else {
            text.push('%');
            for digit in [byte >> 4, byte & 15] {
                text.push((if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }).into());
            }
        }
    }
}

/// What a part of an address says; nothing where that is no text.
///
/// ```
/// use article_widget_core::percent::decoded;
/// assert_eq!(["a%20b", "100%", "%zz", "%ff"].map(decoded), ["a b", "100%", "%zz", ""]);
/// ```
pub fn decoded(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let pair = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        bytes.push(pair.map_or(*first, |(high, low)| high << 4 | low));
        rest = &after[if pair.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
