//! Dates as precise as they are known: a year, a month or a day, never more.

use crate::decode::{Place, Problem, Warnings};
use crate::digits::digits;

/// A date of its own precision: `2012`, `2012-07` or `2024-03-16`.
///
/// The order is that of the first moment; where that is the same, the less
/// precise date comes first.
///
/// ```
/// use article_widget_core::date::PartialDate;
/// let accord: PartialDate = "2012-07".parse().unwrap();
/// let rupture: PartialDate = "2024-03-16".parse().unwrap();
/// assert!(accord < rupture);
/// assert_eq!(accord.to_string(), "2012-07");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31, only where the month is known.
    pub day: Option<u8>,
}

/// The text is not a year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl core::str::FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        if !matches!(text.len(), 4 | 7 | 10) {
            return Err(NotADate);
        }
        let year = number(text, 0, 4).ok_or(NotADate)? as u16;
        let month = part(text, 4, 12)?;
        let day = part(text, 7, days_in_month(year, month.unwrap_or(1)))?;
        Ok(PartialDate { year, month, day })
    }
}

/// The number from 1 to `limit` after the hyphen at `hyphen`; nothing after the end.
fn part(text: &str, hyphen: usize, limit: u8) -> Result<Option<u8>, NotADate> {
    let Some(byte) = text.as_bytes().get(hyphen) else { return Ok(None) };
    match number(text, hyphen + 1, 2) {
        Some(part) if *byte == b'-' && (1..=limit.into()).contains(&part) => Ok(Some(part as u8)),
        _ => Err(NotADate),
    }
}

impl core::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.iso())
    }
}

impl PartialDate {
    /// Reads the date at `place`.
    #[inline(never)]
    pub fn decode(place: &Place<'_>) -> Result<Self, Problem> {
        let date = place.value.as_text().and_then(|text| text.parse().ok());
        date.ok_or_else(|| place.expected("a date such as 2012, 2012-07 or 2024-03-16"))
    }

    /// Reads the date under `key`, where it is there and right.
    #[inline(never)]
    pub fn optional(place: &Place<'_>, key: &str, warnings: &mut Warnings) -> Option<Self> {
        place.get(key).and_then(|date| warnings.keep(Self::decode(&date)))
    }

    /// As documents and HTML's `datetime` write it. (What `to_string` gives,
    /// with less code.)
    #[inline(never)]
    pub fn iso(self) -> String {
        // A digit more in front keeps the zeros.
        let mut text = digits(10_000 + i64::from(self.year)).split_off(1);
        for part in [self.month, self.day].into_iter().flatten() {
            text.push('-');
            text.push_str(&digits(100 + i64::from(part)).split_off(1));
        }
        text
    }

    /// A number for it, in the order of dates.
    pub fn order(self) -> u32 {
        let part = |part: Option<u8>| u32::from(part.unwrap_or(0));
        u32::from(self.year) << 16 | part(self.month) << 8 | part(self.day)
    }

    /// Its first day, in days since 1970-01-01.
    pub fn first_day(self) -> i32 {
        days_from_civil(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Its last day, in days since 1970-01-01.
    pub fn last_day(self) -> i32 {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(self.year, month));
        days_from_civil(self.year, month, day)
    }
}

/// A span of time whose ends may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// Begins with this date; open when nothing is known.
    pub since: Option<PartialDate>,
    /// Ends within this date; open when nothing is known or it lasts.
    pub until: Option<PartialDate>,
}

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Timestamp(pub f64);

impl Timestamp {
    /// Reads an RFC 3339 date-time; a day alone counts as its midnight in UTC.
    ///
    /// ```
    /// use article_widget_core::date::Timestamp;
    /// assert_eq!(Timestamp::parse("1970-01-02T01:00:00+01:00"), Some(Timestamp(86_400_000.0)));
    /// assert_eq!(Timestamp::parse("soon"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let date: PartialDate = text.get(..10)?.parse().ok()?;
        let mut seconds = 0;
        let mut milliseconds = 0.0;
        if text.len() > 10 {
            let bytes = text.as_bytes();
            let is_clock = matches!(bytes[10], b'T' | b't' | b' ')
                && bytes.get(13) == Some(&b':')
                && bytes.get(16) == Some(&b':');
            if !is_clock {
                return None;
            }
            seconds = clock(text, 11)? * 60 + at_most(number(text, 17, 2)?, 60)?;
            let mut at = 19;
            if bytes.get(at) == Some(&b'.') {
                let mut scale = 100.0;
                at += 1;
                while let Some(digit) = number(text, at, 1) {
                    milliseconds += f64::from(digit) * scale;
                    scale /= 10.0;
                    at += 1;
                }
            }
            seconds -= match (bytes.get(at)?, bytes.len() - at) {
                (b'Z' | b'z', 1) => 0,
                (b'+', 6) if bytes[at + 3] == b':' => clock(text, at + 1)? * 60,
                (b'-', 6) if bytes[at + 3] == b':' => clock(text, at + 1)? * -60,
                _ => return None,
            };
        }
        let day_ms = f64::from(date.first_day()) * 86_400_000.0;
        Some(Timestamp(day_ms + f64::from(seconds) * 1000.0 + milliseconds))
    }

    /// As documents and HTML's `datetime` write it, in UTC, to the second.
    ///
    /// ```
    /// use article_widget_core::date::Timestamp;
    /// let moment = Timestamp::parse("2024-03-17T08:30:00+01:00").unwrap();
    /// assert_eq!(moment.iso(), "2024-03-17T07:30:00Z");
    /// ```
    pub fn iso(self) -> String {
        let seconds = (self.0 / 1000.0).floor() as i64;
        let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        let mut text = civil_from_days(day as i32).iso();
        for (mark, part) in [('T', second / 3600), (':', second / 60 % 60), (':', second % 60)] {
            text.push(mark);
            text.push_str(&digits(100 + part).split_off(1));
        }
        text.push('Z');
        text
    }

    /// Reads the date-time under `key`, where it is there and right.
    #[inline(never)]
    pub fn optional(place: &Place<'_>, key: &str, warnings: &mut Warnings) -> Option<Self> {
        let place = place.get(key)?;
        let moment = place.value.as_text().and_then(Self::parse);
        if moment.is_none() {
            let expected = "a date and time such as 2024-03-16T20:15:00+01:00";
            warnings.0.push(place.expected(expected));
        }
        moment
    }
}

/// The minutes of hours and minutes such as 20:15, at `start`.
fn clock(text: &str, start: usize) -> Option<i32> {
    let hours = at_most(number(text, start, 2)?, 23)?;
    Some(hours * 60 + at_most(number(text, start + 3, 2)?, 59)?)
}

fn at_most(number: i32, limit: i32) -> Option<i32> {
    (number <= limit).then_some(number)
}

/// The number that `length` digits from `start` on are.
#[inline(never)]
fn number(text: &str, start: usize, length: usize) -> Option<i32> {
    let mut number = 0;
    for byte in text.as_bytes().get(start..start + length)? {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i32::from(byte - b'0');
    }
    Some(number)
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days since 1970-01-01 of a date in the proleptic Gregorian calendar, after
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
fn days_from_civil(year: u16, month: u8, day: u8) -> i32 {
    let (month, day) = (i32::from(month), i32::from(day));
    let year = i32::from(year) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The day that is so many days after 1970-01-01, after the same source.
fn civil_from_days(days: i32) -> PartialDate {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    PartialDate { year: year as u16, month: Some(month as u8), day: Some(day as u8) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_precision_is_kept() {
        for text in ["2012", "2012-07", "2024-03-16", "2024-02-29", "0001-01-01"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "12",
            "2012-7",
            "2012-13",
            "2012-00",
            "2023-02-29",
            "2024-03-16T00",
            "2012-07-",
            "-2012",
            "+201",
            "2012-07-01-01",
            "２０１２",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn the_order_is_that_of_the_first_moment() {
        assert!(date("2012") < date("2012-01"));
        assert!(date("2012-01") < date("2012-01-01"));
        assert!(date("2011-12-31") < date("2012"));
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(date("1970-01-01").first_day(), 0);
        assert_eq!(date("2000-03-01").first_day(), 11_017);
        assert_eq!(date("1969").last_day(), -1);
        assert_eq!(date("2024-02").last_day() - date("2024-02").first_day(), 28);
    }

    #[test]
    fn moments_are_read_with_their_zone() {
        let expected = Some(Timestamp(1_710_616_500_000.0));
        for text in [
            "2024-03-16T19:15:00Z",
            "2024-03-16T20:15:00+01:00",
            "2024-03-16 19:15:00.000Z",
            "2024-03-16T14:15:00-05:00",
        ] {
            assert_eq!(Timestamp::parse(text), expected, "{text}");
        }
        assert_eq!(Timestamp::parse("2024-03-16"), Some(Timestamp(1_710_547_200_000.0)));
        for text in ["2024-03", "2024-03-16T19:15", "2024-03-16T25:00:00Z", "2024-03-16X", "é"] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_day_comes_back() {
        for days in -200_000..200_000 {
            let day = civil_from_days(days);
            assert_eq!(day.first_day(), days, "{day}");
        }
        let moment = Timestamp::parse("1969-12-31T23:59:58Z").unwrap();
        assert_eq!(moment.iso(), "1969-12-31T23:59:58Z");
    }
}
