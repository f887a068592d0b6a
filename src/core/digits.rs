//! Whole numbers as text, without the formatting machinery of Rust's own
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
