//! A picture in a document.

use super::address::Address;
use super::cursor::{Cursor, is_space};
use super::{Image, html};
use crate::decode::{Place, Problem, Warnings};
use crate::json::Json;

impl Image {
    /// Reads a picture; `src` is required. Candidates of `srcset` whose address
    /// or size is wrong are left out.
    ///
    /// # Errors
    /// What makes it unreadable.
    #[inline(never)]
    pub fn read(&mut self, place: &Place<'_>, w: &mut Warnings) -> Result<(), Problem> {
        let src = place.required("src")?;
        self.src = Address::of_resource(src.value.as_text().unwrap_or_default())
            .ok_or_else(|| src.expected("an address of http or https, or relative"))?;
        if let Some(srcset) = place.get("srcset") {
            let (candidates, are_all_right) =
                checked_srcset(srcset.value.as_text().unwrap_or_default());
            if !are_all_right || candidates.is_none() {
                let expected = "addresses with sizes, such as a.jpg 640w, b.jpg 2x";
                w.0.push(srcset.expected(expected));
            }
            self.srcset = candidates;
        }
        w.text(place, "sizes", &mut self.sizes);
        self.width = read_pixels(place, "width", w);
        self.height = read_pixels(place, "height", w);
        // An empty text says that a picture only decorates.
        if let Some(alt) = place.get("alt") {
            self.alt = w.keep(alt.text()).unwrap_or_default();
        }
        html::read_optional(place, "caption", w, &mut self.caption);
        w.text(place, "credit", &mut self.credit);
        Ok(())
    }

    /// Shows its addresses to `visit`: where it is, and its other sizes.
    pub fn each_address(&mut self, visit: &mut dyn FnMut(&mut Address)) {
        visit(&mut self.src);
        let Some(srcset) = &mut self.srcset else { return };
        let mut changed = String::new();
        let mut cursor = Cursor::new(srcset);
        // As `checked_srcset` writes it: "a.jpg 640w, b.jpg 2x".
        while !cursor.is_at_end() {
            let address = cursor.until(is_space);
            let bare = address.strip_suffix(',').unwrap_or(address);
            if let Some(mut address) = Address::of_resource(bare) {
                visit(&mut address);
                changed.push_str(address.as_str());
            }
            let start = cursor.at - (address.len() - bare.len());
            cursor.at = start;
            cursor.until(|b| b == b',');
            cursor.eat(", ");
            changed.push_str(cursor.since(start));
        }
        *srcset = changed;
    }

    /// The picture under `key`, where it is there and right.
    #[inline(never)]
    pub fn optional(place: &Place<'_>, key: &str, w: &mut Warnings) -> Option<Box<Self>> {
        let place = place.get(key)?;
        let mut image = Box::<Image>::default();
        let result = image.read(&place, w);
        w.keep(result).map(|()| image)
    }
}

#[inline(never)]
fn read_pixels(place: &Place<'_>, key: &str, w: &mut Warnings) -> Option<u32> {
    let place = place.get(key)?;
    match place.value {
        Json::Number(number) if (1.0..=100_000.0).contains(number) => Some(*number as u32),
        _ => {
            w.0.push(place.expected("a number of pixels, from 1 on"));
            None
        }
    }
}

/// The candidates of a `srcset` (HTML Standard, 4.8.4.2.1) with an address that
/// may be loaded and at most one width or density, and whether that is all of them.
pub(super) fn checked_srcset(source: &str) -> (Option<String>, bool) {
    let mut checked = String::new();
    let mut are_all_right = true;
    let mut cursor = Cursor::new(source);
    loop {
        cursor.until(|b| !is_space(b) && b != b',');
        if cursor.is_at_end() {
            break;
        }
        // An address may hold commas, but not end in one.
        let address = cursor.until(is_space);
        let mut bare = address;
        while let Some(shorter) = bare.strip_suffix(',') {
            bare = shorter;
        }
        let has_size = bare.len() == address.len();
        let size = if has_size { cursor.until(|b| b == b',').trim_ascii() } else { "" };
        match Address::of_resource(bare) {
            Some(address) if size.is_empty() || is_size(size) => {
                if !checked.is_empty() {
                    checked.push_str(", ");
                }
                checked.push_str(address.as_str());
                if !size.is_empty() {
                    checked.push(' ');
                    checked.push_str(size);
                }
            }
            _ => are_all_right = false,
        }
    }
    ((!checked.is_empty()).then_some(checked), are_all_right)
}

/// Whether `text` is a width or a density, such as `640w` or `1.5x`.
fn is_size(text: &str) -> bool {
    let Some(number) = text.strip_suffix(['w', 'x']) else { return false };
    let is_number = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    is_number && number.bytes().any(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str) -> (Result<Image, Problem>, Vec<String>) {
        let json = serde_json::from_str(text).unwrap();
        let mut warnings = Warnings::default();
        let mut image = Image::default();
        let result = image.read(&Place::document(&json), &mut warnings);
        (result.map(|()| image), warnings.0.iter().map(|w| w.to_string()).collect())
    }

    #[test]
    fn a_whole_picture() {
        let (image, warnings) = decode(
            r#"{"src": "a.jpg", "srcset": "a.jpg 640w, /b,c.jpg 1280w", "sizes": "100vw",
                "width": 640, "height": 480, "alt": "Niamey", "caption": "<b>Niamey</b>, 2024",
                "credit": "AFP"}"#,
        );
        let image = image.unwrap();
        assert_eq!(warnings, [""; 0]);
        assert_eq!(image.srcset.as_deref(), Some("a.jpg 640w, /b,c.jpg 1280w"));
        assert_eq!((image.width, image.height), (Some(640), Some(480)));
        assert_eq!(image.caption.len(), 2);
    }

    #[test]
    fn a_picture_needs_an_address_that_may_be_loaded() {
        assert_eq!(decode("{}").0.unwrap_err().place, "/src");
        let problem = decode(r#"{"src": "javascript:alert(1)"}"#).0.unwrap_err();
        assert!(problem.to_string().starts_with("/src: expected an address"), "{problem}");
    }

    #[test]
    fn wrong_candidates_and_sizes_are_left_out_with_a_warning() {
        let (image, warnings) =
            decode(r#"{"src":"a","srcset":"javascript:x 1x, b.jpg 2x, c.jpg huge","width":-3}"#);
        let image = image.unwrap();
        assert_eq!(image.srcset.as_deref(), Some("b.jpg 2x"));
        assert_eq!(image.width, None);
        assert!(warnings[0].starts_with("/srcset: ") && warnings[1].starts_with("/width: "));
        let (image, warnings) = decode(r#"{"src":"a","srcset":"data:x 1x"}"#);
        assert_eq!(image.unwrap().srcset, None);
        assert_eq!(warnings.len(), 1);
    }

    #[test]
    fn srcset_is_cut_as_in_browsers() {
        for (source, expected) in [
            ("a.jpg", Some("a.jpg")),
            ("a.jpg, b.jpg 2x", Some("a.jpg, b.jpg 2x")),
            ("a.jpg 1x,b.jpg 1.5x", Some("a.jpg 1x, b.jpg 1.5x")),
            (" , a.jpg 1x , ", Some("a.jpg 1x")),
            ("a,b.jpg 100w", Some("a,b.jpg 100w")),
            ("", None),
        ] {
            assert_eq!(checked_srcset(source).0.as_deref(), expected, "{source:?}");
        }
    }
}
