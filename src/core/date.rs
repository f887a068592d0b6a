//! Dates as precise as they are known: a year, a month or a day, never more.

use crate::decode::{Place, Problem, Warnings};

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
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(NotADate)?;
        let month = digits(parts.next(), 2)?.map(|month| month as u8);
        let day = digits(parts.next(), 2)?.map(|day| day as u8);
        let month_is_right = month.is_none_or(|month| (1..=12).contains(&month));
        let day_is_right =
            day.is_none_or(|day| (1..=days_in_month(year, month.unwrap_or(1))).contains(&day));
        if parts.next().is_some() || !month_is_right || !day_is_right {
            return Err(NotADate);
        }
        Ok(PartialDate { year, month, day })
    }
}

impl core::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
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
        let (day, time) = match text.get(10..11) {
            Some("T" | "t" | " ") => (text.get(..10)?, &text[11..]),
            None => (text, "00:00:00Z"),
            Some(_) => return None,
        };
        let date: PartialDate = day.parse().ok()?;
        date.day?;
        let zone_start = time.rfind(['Z', 'z', '+', '-'])?;
        let (clock, zone) = time.split_at(zone_start);
        let offset_min = match zone.split_at(1) {
            ("Z" | "z", "") => 0,
            (sign, offset) => {
                let (hours, minutes) = offset.split_once(':')?;
                let minutes = two_digits(hours, 23)? * 60 + two_digits(minutes, 59)?;
                if sign == "-" { -minutes } else { minutes }
            }
        };
        let mut parts = clock.split(':');
        let hours = two_digits(parts.next()?, 23)?;
        let minutes = two_digits(parts.next()?, 59)?;
        let (seconds, fraction) = match parts.next()? {
            seconds if seconds.len() > 2 => seconds.split_once('.')?,
            seconds => (seconds, ""),
        };
        let seconds = two_digits(seconds, 60)?;
        if parts.next().is_some() {
            return None;
        }
        let mut milliseconds = 0.0;
        let mut scale = 100.0;
        for digit in fraction.bytes() {
            if !digit.is_ascii_digit() {
                return None;
            }
            milliseconds += f64::from(digit - b'0') * scale;
            scale /= 10.0;
        }
        let minutes = hours * 60 + minutes - offset_min;
        let day_ms = f64::from(date.first_day()) * 86_400_000.0;
        Some(Timestamp(day_ms + f64::from(minutes * 60 + seconds) * 1000.0 + milliseconds))
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

fn two_digits(text: &str, at_most: i32) -> Option<i32> {
    let number = digits(Some(text), 2).ok()?.map(i32::from)?;
    (number <= at_most).then_some(number)
}

fn digits(text: Option<&str>, length: usize) -> Result<Option<u16>, NotADate> {
    let Some(text) = text else { return Ok(None) };
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotADate);
    }
    text.parse().map(Some).map_err(|_| NotADate)
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
}
