//! The browser's own dates, numbers and plural rules.
//!
//! Digits are always Latin and the calendar is always Gregorian, as in the
//! article's text. Hausa, which browsers lack, uses our own month names.

use std::cell::RefCell;

use article_widget_core::date::{PartialDate, Timestamp};
use article_widget_core::digits::digits;
use article_widget_core::json::Json;
use article_widget_core::language::{Counted, Language};
use js_sys::{Array, Date, Function, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::object::object;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = Intl)]
    static INTL: JsValue;

    /// Any of `Intl`'s formatters.
    #[derive(Clone)]
    type Formatter;
    #[wasm_bindgen(method)]
    fn format(this: &Formatter, value: f64) -> String;
    #[wasm_bindgen(method, js_name = format)]
    fn format_unit(this: &Formatter, value: f64, unit: &str) -> String;
    #[wasm_bindgen(method)]
    fn select(this: &Formatter, value: f64) -> String;
    #[wasm_bindgen(method, catch)]
    fn of(this: &Formatter, code: &str) -> Result<JsValue, JsValue>;

    type FormatterClass;
    #[wasm_bindgen(method, catch, js_name = supportedLocalesOf)]
    fn supported_locales_of(this: &FormatterClass, locale: &str) -> Result<Array, JsValue>;
}

/// What is formatted.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Plural,
    Number,
    Month,
    Day,
    Moment,
    Relative,
    Country,
}

/// A count in words.
#[inline(never)]
pub fn counted(locale: &str, words: Counted, n: usize) -> String {
    words.with(&plural(locale, n), &number(locale, n))
}

/// The plural category of `n`, as Unicode CLDR calls it.
pub fn plural(locale: &str, n: usize) -> String {
    match formatter(Kind::Plural, locale) {
        Some(rules) => rules.select(n as f64),
        None => "other".into(),
    }
}

/// A whole number, grouped as the language groups.
pub fn number(locale: &str, n: usize) -> String {
    // Nobody groups less than four digits, and of all formatters that of numbers
    // is the slowest to make: 30 ms on a phone.
    match (n > 999).then(|| formatter(Kind::Number, locale)).flatten() {
        Some(numbers) => numbers.format(n as f64),
        None => digits(n as i64),
    }
}

/// A date as precise as it is known.
pub fn date(language: &Language, locale: &str, date: PartialDate) -> String {
    let kind = match (date.month, date.day) {
        (None, _) => return date.iso(),
        (_, None) => Kind::Month,
        _ => Kind::Day,
    };
    if let (months @ [_, ..], Some(month)) = (language.months, date.month) {
        return own_date(months, date.year.into(), month.into(), date.day.map(u32::from));
    }
    let day_ms = f64::from(date.first_day()) * 86_400_000.0;
    match formatter(kind, locale) {
        Some(dates) => with_first_of_month(language, dates.format(day_ms)),
        None => date.iso(),
    }
}

/// What a country is called (ISO 3166-1 alpha-2); nothing where the browser does
/// not know.
pub fn country(locale: &str, code: &str) -> Option<String> {
    formatter(Kind::Country, locale)?.of(code).ok()?.as_string().filter(|name| name != code)
}

/// A moment as date and time, in the reader's time zone.
pub fn moment(language: &Language, locale: &str, at: Timestamp) -> String {
    if let months @ [_, ..] = language.months {
        let local = Date::new(&at.0.into());
        let month = local.get_month() + 1;
        let mut text = own_date(months, local.get_full_year(), month, Some(local.get_date()));
        let (hours, minutes) = (local.get_hours(), local.get_minutes());
        text.push_str(", ");
        text.push_str(&digits(hours.into()));
        text.push_str(if minutes < 10 { ":0" } else { ":" });
        text.push_str(&digits(minutes.into()));
        return text;
    }
    match formatter(Kind::Moment, locale) {
        Some(moments) => with_first_of_month(language, moments.format(at.0)),
        None => String::new(),
    }
}

/// How long ago a moment was: "two hours ago", "yesterday". Nothing where the
/// browser has no words for it, and for what is yet to come: that is a wrong
/// clock, and the date itself says more.
pub fn relative(
    _language: &Language,
    locale: &str,
    at: Timestamp,
    now: Timestamp,
) -> Option<String> {
    let ago_min = ((now.0 - at.0) / 60_000.0).floor();
    // Clocks of servers and readers differ by a little.
    if ago_min < -5.0 || !ago_min.is_finite() {
        return None;
    }
    let words = formatter(Kind::Relative, locale)?;
    // What was at 23:00 the day before yesterday was not "yesterday": days are
    // counted by the reader's calendar.
    let days = local_day(now) - local_day(at);
    let (amount, unit) = if ago_min < 1.0 {
        (0.0, "second")
    } else if ago_min < 60.0 {
        (ago_min, "minute")
    } else if ago_min < 24.0 * 60.0 {
        ((ago_min / 60.0).floor(), "hour")
    } else if days < 31.0 {
        (days, "day")
    } else if days < 365.0 {
        ((days / 30.44).floor(), "month")
    } else {
        ((days / 365.25).floor().max(1.0), "year")
    };
    // `-0` is "0 seconds ago" and `0` is "in 0 seconds"; both are "now" here.
    Some(words.format_unit(-amount, unit))
}

/// This moment, by the reader's clock.
pub fn now() -> Timestamp {
    Timestamp(Date::now())
}

/// The moment as HTML's `datetime` wants it: `2024-03-16T19:15:00.000Z`.
pub fn iso(at: Timestamp) -> String {
    Date::new(&at.0.into()).to_iso_string().into()
}

/// Days since 1970-01-01 in the reader's time zone.
fn local_day(at: Timestamp) -> f64 {
    let offset_min = Date::new(&at.0.into()).get_timezone_offset();
    ((at.0 - offset_min * 60_000.0) / 86_400_000.0).floor()
}

/// A date with our own month names, in CLDR's order for Hausa: "16 Maris, 2024".
fn own_date(months: &[Json], year: u32, month: u32, day: Option<u32>) -> String {
    let name = months.get(month as usize - 1).and_then(Json::as_text).unwrap_or_default();
    let mut text = String::new();
    if let Some(day) = day {
        text.push_str(&digits(day.into()));
        text.push(' ');
    }
    text.push_str(name);
    text.push_str(if day.is_some() { ", " } else { " " });
    text.push_str(&digits(year.into()));
    text
}

/// French writes « 1er août » where browsers give « 1 août » (Imprimerie
/// nationale, "Lexique des règles typographiques", « Dates »).
fn with_first_of_month(language: &Language, text: String) -> String {
    let mut rest = text.chars();
    let is_first = rest.next() == Some('1') && rest.next().is_some_and(|c| !c.is_ascii_digit());
    if language.tag == "fr" && is_first { ["1er", &text[1..]].concat() } else { text }
}

thread_local! {
    /// Formatters are slow to make, and a thread of comments asks often.
    static FORMATTERS: RefCell<Vec<(Kind, String, Option<Formatter>)>> =
        const { RefCell::new(Vec::new()) };
}

fn formatter(kind: Kind, locale: &str) -> Option<Formatter> {
    FORMATTERS.with_borrow_mut(|made| {
        let known = made.iter().find(|(of, tag, _)| *of == kind && tag == locale);
        if let Some((_, _, formatter)) = known {
            return formatter.clone();
        }
        let formatter = make(kind, locale);
        made.push((kind, locale.into(), formatter.clone()));
        formatter
    })
}

/// Nothing for a tag that is none, and where a fallback to another language
/// would be worse than nothing.
fn make(kind: Kind, locale: &str) -> Option<Formatter> {
    let (class, options): (&str, &[(&str, &str)]) = match kind {
        Kind::Plural => ("PluralRules", &[]),
        Kind::Number => ("NumberFormat", &[]),
        Kind::Month => {
            ("DateTimeFormat", &[("year", "numeric"), ("month", "long"), ("timeZone", "UTC")])
        }
        Kind::Day => ("DateTimeFormat", &[("dateStyle", "long"), ("timeZone", "UTC")]),
        Kind::Moment => ("DateTimeFormat", &[("dateStyle", "long"), ("timeStyle", "short")]),
        Kind::Country => ("DisplayNames", &[("type", "region")]),
        Kind::Relative => ("RelativeTimeFormat", &[("numeric", "auto")]),
    };
    let mut fields: Vec<(&str, JsValue)> = vec![
        ("numberingSystem", "latn".into()),
        // ar-SA and th would count the years otherwise.
        ("calendar", "gregory".into()),
    ];
    fields.extend(options.iter().map(|(name, value)| (*name, JsValue::from(*value))));
    let class = INTL.with(|intl| Reflect::get(intl, &class.into())).ok()?;
    if kind == Kind::Relative || kind == Kind::Country {
        let class: &FormatterClass = class.unchecked_ref();
        if class.supported_locales_of(locale).ok()?.length() == 0 {
            return None;
        }
    }
    let arguments = Array::of2(&locale.into(), &object(&fields));
    let formatter = Reflect::construct(class.unchecked_ref::<Function>(), &arguments).ok()?;
    Some(formatter.unchecked_into())
}
