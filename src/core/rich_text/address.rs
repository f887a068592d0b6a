//! Which addresses a link or an image may have.

use crate::decode::{Place, Warnings};

/// An address that is safe to follow or to load: `http`, `https`, `mailto`
/// (for links), or relative to the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address of a link, if it may be one.
    ///
    /// ```
    /// use article_widget_core::rich_text::address::Address;
    /// assert!(Address::of_link("https://example.org/").is_some());
    /// assert!(Address::of_link("mailto:desk@example.org").is_some());
    /// assert!(Address::of_link(" java\nscript:alert(1)").is_none());
    /// ```
    pub fn of_link(text: &str) -> Option<Self> {
        Self::with_schemes(text, &["http", "https", "mailto"])
    }

    /// The address of something that is loaded, if it may be one.
    pub fn of_resource(text: &str) -> Option<Self> {
        Self::with_schemes(text, &["http", "https"])
    }

    /// The address of the link under `key`, where it is there and may be one.
    #[inline(never)]
    pub fn optional(place: &Place<'_>, key: &str, warnings: &mut Warnings) -> Option<Self> {
        let place = place.get(key)?;
        let address = place.value.as_text().and_then(Self::of_link);
        if address.is_none() {
            warnings.0.push(place.expected("an address of http, https or mailto"));
        }
        address
    }

    /// The address as it may be written into an attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Puts the same address in its absolute form, if that may be one.
    pub(crate) fn replace(&mut self, absolute: String) {
        if let Some(found) = Self::of_link(&absolute) {
            *self = found;
        }
    }

    #[inline(never)]
    fn with_schemes(text: &str, schemes: &[&str]) -> Option<Self> {
        // The URL Standard, "basic URL parser": C0 controls and spaces around
        // an address are dropped, tabs and newlines inside it too. What a
        // browser would drop must not hide a scheme from us.
        let mut cleaned = String::new();
        let (mut end, mut has_control) = (0, false);
        for c in text.chars() {
            match c {
                '\t' | '\n' | '\r' => {}
                '\0'..=' ' if end == 0 => {}
                '\0'..' ' | '\u{7f}' => has_control = true,
                ' ' => cleaned.push(c),
                _ if has_control => return None,
                other => {
                    cleaned.push(other);
                    end = cleaned.len();
                }
            }
        }
        cleaned.truncate(end);
        if end == 0 {
            return None;
        }
        match scheme(&cleaned) {
            None => Some(Address(cleaned)),
            Some(found) => {
                let allowed = schemes.iter().any(|scheme| scheme.eq_ignore_ascii_case(found));
                allowed.then_some(Address(cleaned))
            }
        }
    }
}

/// The scheme of an address, if it has one; a relative address has none.
fn scheme(address: &str) -> Option<&str> {
    let end = address.bytes().position(|b| matches!(b, b':' | b'/' | b'?' | b'#'))?;
    if address.as_bytes()[end] == b':' { address.get(..end) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_pass() {
        for text in ["a/b.jpg", "/a:b", "?q=a:b", "#actor-niger", "//example.org/x", "./a:b"] {
            assert_eq!(Address::of_resource(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn no_script_hides_behind_what_browsers_drop() {
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\r\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://example.org/1",
            "file:///etc/passwd",
            "java\u{0}script:x",
            "",
            "  ",
        ] {
            assert_eq!(Address::of_link(text), None, "{text:?}");
        }
    }

    #[test]
    fn mail_is_for_links_alone() {
        assert!(Address::of_link("mailto:a@example.org").is_some());
        assert!(Address::of_resource("mailto:a@example.org").is_none());
    }
}
