//! Whole numbers to and from text, without the formatting machinery of Rust's own
//! library, which weighs 2 KB.

/// A number in decimal digits.
///
/// ```
/// use article_widget_core::digits::digits;
/// assert_eq!([digits(0), digits(2024), digits(-15)], ["0", "2024", "-15"]);
/// ```
pub fn digits(number: i64) -> String {
    let mut text = match number / 10 {
        0 => String::from(if number < 0 { "-" } else { "" }),
        tens => digits(tens),
    };
    text.push(char::from(b'0' + (number % 10).unsigned_abs() as u8));
    text
}

/// The number that a text of decimal digits alone writes.
///
/// ```
/// use article_widget_core::digits::number;
/// assert_eq!(["7", "042"].map(number), [Some(7), Some(42)]);
/// assert_eq!(["", "-1", "1.0", "4294967296"].map(number), [None; 4]);
/// ```
#[inline(never)]
pub fn number(text: &str) -> Option<u32> {
    let mut number = 0_u32;
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(digit.into())?;
    }
    (!text.is_empty()).then_some(number)
}
