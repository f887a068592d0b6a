use super::*;

fn same_as_serde(text: &str) {
    let theirs: Result<Json, _> = serde_json::from_str(text);
    match (read(text), theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{text}"),
        (Err(_), Err(_)) => {}
        (ours, theirs) => panic!("{text}: {ours:?}, but serde_json: {theirs:?}"),
    }
}

#[test]
fn reads_what_serde_json_reads() {
    for text in [
        "null",
        " true ",
        "false",
        "0",
        "-0",
        "12",
        "-1.5",
        "1e3",
        "1E-2",
        "2.5e+2",
        "0.1",
        "13.51",
        "-98.583333",
        "123456789012345",
        "\"\"",
        "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u00e9\\ud83d\\ude00\"",
        "\"é😀\"",
        "[]",
        "[ ]",
        "[1,2 , 3]",
        "{}",
        "{ }",
        "{\"a\":{\"b\":[null]} , \"c\" : \"d\"}",
        "",
        " ",
        "nul",
        "truee",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "-",
        "\"",
        "\"\n\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":1,}",
        "[",
        "{",
        "]",
        "1 2",
        "\u{a0}1",
        "NaN",
        "'a'",
        "[1]x",
        "\u{0}",
        "[\u{0}]",
    ] {
        same_as_serde(text);
    }
}

#[test]
fn every_beginning_of_a_document_is_refused_where_it_ends() {
    let document = r#"{"title": "Niamey", "at": [2.11, -13.5e1], "a": {"b": null}}"#;
    for end in 0..document.len() {
        let error = read(&document[..end]).unwrap_err();
        assert!(error <= end, "{end}: {error}");
    }
}

#[test]
fn values_too_deep_are_refused() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read(&nested(127)).is_ok());
    assert!(read(&nested(1_000_000)).is_err());
}

#[test]
fn half_a_pair_is_no_character() {
    assert_eq!(read(r#""\ud83d\u0041""#), Ok(Json::from("\u{fffd}A")));
    assert_eq!(read(r#""\udc00""#), Ok(Json::from("\u{fffd}")));
}

#[test]
fn numbers_come_back() {
    for number in [
        0.0,
        1.0,
        -1.0,
        0.5,
        -0.05,
        0.001,
        2.11,
        13.51,
        -98.583_333,
        1e-9,
        123_456_789.125,
        2012.0,
        9e14,
        0.1 + 0.2,
        8e15,
    ] {
        let mut text = String::new();
        push_number(&mut text, number);
        let back: f64 = text.parse().unwrap();
        assert!((back - number).abs() <= number.abs() * 1e-14, "{number}: {text}");
        assert_eq!(read(&text), Ok(Json::Number(back)), "{text}");
    }
    let written = |number| {
        let mut text = String::new();
        push_number(&mut text, number);
        text
    };
    assert_eq!(written(-0.05), "-0.05");
    assert_eq!(written(12.5), "12.5");
    assert_eq!(written(f64::NAN), "null");
}

/// Values by chance, written and read again; xorshift64*.
#[test]
fn what_is_written_is_read() {
    let mut state = 7_u64;
    let mut next = move |below: u64| {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % below
    };
    fn value(next: &mut dyn FnMut(u64) -> u64, depth: u64) -> Json {
        const SIGNS: [char; 9] = ['a', '"', '\\', '\n', '\u{1}', '\u{1f}', 'é', '😀', '\u{2028}'];
        let text = |next: &mut dyn FnMut(u64) -> u64| -> String {
            (0..next(6)).map(|_| SIGNS[next(9) as usize]).collect()
        };
        match next(if depth > 4 { 4 } else { 6 }) {
            0 => Json::Null,
            1 => Json::Bool(next(2) == 0),
            2 => Json::Number((next(2_000_000) as f64 - 1e6) / [1.0, 8.0, 100.0][next(3) as usize]),
            3 => Json::Text(text(next)),
            4 => Json::List((0..next(4)).map(|_| value(next, depth + 1)).collect()),
            _ => Json::Object((0..next(4)).map(|_| (text(next), value(next, depth + 1))).collect()),
        }
    }
    for _ in 0..2_000 {
        let json = value(&mut next, 0);
        let written = write(&json);
        assert_eq!(read(&written).as_ref(), Ok(&json), "{written}");
        assert_eq!(serde_json::from_str::<Json>(&written).unwrap(), json, "{written}");
    }
}
