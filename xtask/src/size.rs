//! `cargo xtask size`: what a reader downloads, beside the budget.

use serde_json::Value;

use crate::dist::{self, compress};
use crate::parts;
use crate::tools;
use crate::{Outcome, no_arguments, workspace};

/// What a reader downloads for article, map and comments, apart from the
/// article itself: the styles are in the WebAssembly. Of the languages it is one;
/// here the first, French.
const DOWNLOADED: [&str; 6] = [
    "embed.js",
    "first-view.js",
    "article-widget.js",
    "article-widget_bg.wasm",
    "languages/fr.json",
    "backends/isso.json",
];

/// `cargo xtask size [parts]`.
pub(crate) fn command(arguments: &[String]) -> Outcome {
    if arguments == ["parts"] {
        return parts::command();
    }
    no_arguments("size", arguments)?;
    dist::build(&tools::setup(tools::DIST)?)?;
    check()
}

/// Prints the sizes of what is in `dist/`; over budget is an error.
pub(crate) fn check() -> Outcome {
    let path = workspace::root().join("budget.json");
    let budget = std::fs::read_to_string(&path)
        .map_err(|error| format!("can't read {}: {error}", path.display()))?;
    let budget = Budget::parse(&budget).map_err(|error| format!("{}: {error}", path.display()))?;
    let all = DOWNLOADED.into_iter().map(Size::of).collect::<Outcome<Vec<_>>>()?;
    let companions = dist::COMPANIONS.into_iter().chain([dist::WRITING, "map-tools.js"]);
    let companions = companions.map(Size::of).collect::<Outcome<Vec<_>>>()?;
    let (table, over) = report(&all, &companions, &budget);
    print!("{table}");
    if over.is_empty() { Ok(()) } else { Err(format!("over budget: {}", over.join(", "))) }
}

/// The sizes of one file, in bytes.
struct Size {
    name: &'static str,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    /// Of a file in `dist/`.
    fn of(name: &'static str) -> Outcome<Self> {
        let path = workspace::dist().join(name);
        let content = std::fs::read(&path)
            .map_err(|error| format!("can't read {}: {error}", path.display()))?;
        Ok(Size {
            name,
            raw: content.len(),
            gzip: compress::gzip(&content).len(),
            brotli: compress::brotli(&content).len(),
        })
    }
}

/// How many bytes of brotli are allowed. A kilobyte is 1,024 bytes.
struct Budget {
    files: Vec<(String, usize)>,
    /// Allowed now: raising it is a decision that the history shows.
    total: usize,
    /// Where it has to come down to next.
    goal: usize,
    /// What it may never be raised above.
    ceiling: usize,
}

impl Budget {
    fn parse(text: &str) -> Outcome<Self> {
        let json: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let bytes = |value: &Value, place: &str| {
            value
                .as_u64()
                .and_then(|bytes| usize::try_from(bytes).ok())
                .ok_or_else(|| format!("expected a number of bytes at {place}"))
        };
        let files = json["files"].as_object().ok_or("expected an object at /files")?;
        let files = files
            .iter()
            .map(|(name, value)| Ok((name.clone(), bytes(value, &format!("/files/{name}"))?)))
            .collect::<Outcome<_>>()?;
        let total = bytes(&json["total"], "/total")?;
        let goal = bytes(&json["goal"], "/goal")?;
        let ceiling = bytes(&json["ceiling"], "/ceiling")?;
        if total > ceiling {
            return Err(format!("/total is {total}, above the ceiling of {ceiling}"));
        }
        Ok(Self { files, total, goal, ceiling })
    }

    fn of(&self, name: &str) -> Option<usize> {
        self.files.iter().find(|(file, _)| file == name).map(|(_, bytes)| *bytes)
    }
}

/// The table, and what is over budget. The companions are apart: few pages load them,
/// and each has a ceiling of its own.
fn report(files: &[Size], companions: &[Size], budget: &Budget) -> (String, Vec<String>) {
    let mut table =
        format!("{:<24}{:>10}{:>10}{:>10}{:>10}\n", "file", "raw", "gzip", "brotli", "budget");
    let mut over = Vec::new();
    let mut row = |name: &str, raw, gzip, brotli: usize, allowed: Option<usize>| {
        let budget = allowed.map(thousands).unwrap_or_default();
        table.push_str(&format!(
            "{name:<24}{:>10}{:>10}{:>10}{budget:>10}\n",
            thousands(raw),
            thousands(gzip),
            thousands(brotli),
        ));
        if allowed.is_some_and(|allowed| brotli > allowed) {
            over.push(name.to_string());
        }
    };
    for file in files {
        row(file.name, file.raw, file.gzip, file.brotli, budget.of(file.name));
    }
    let sum = |of: fn(&Size) -> usize| files.iter().map(of).sum::<usize>();
    row("total", sum(|f| f.raw), sum(|f| f.gzip), sum(|f| f.brotli), Some(budget.total));
    for file in companions {
        row(file.name, file.raw, file.gzip, file.brotli, budget.of(file.name).or(Some(0)));
    }
    table.push_str(&format!(
        "bytes; the budget is brotli's, may never be more than {}, and is to become {}\n",
        thousands(budget.ceiling),
        thousands(budget.goal)
    ));
    (table, over)
}

pub(crate) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGET: &str =
        r#"{"files": {"embed.js": 3000}, "total": 90000, "goal": 80000, "ceiling": 120000}"#;

    fn size(name: &'static str, brotli: usize) -> Size {
        Size { name, raw: brotli * 3, gzip: brotli + 1, brotli }
    }

    #[test]
    fn within_budget_nothing_is_over() {
        let files = [size("embed.js", 3000), size("article-widget_bg.wasm", 87_000)];
        let (table, over) = report(&files, &[], &Budget::parse(BUDGET).unwrap());
        assert!(over.is_empty(), "{over:?}");
        assert!(table.contains("90 000"), "{table}");
    }

    #[test]
    fn a_file_and_the_total_can_be_over() {
        let files = [size("embed.js", 3001), size("article-widget_bg.wasm", 87_000)];
        let (_, over) = report(&files, &[], &Budget::parse(BUDGET).unwrap());
        assert_eq!(over, ["embed.js", "total"]);
    }

    #[test]
    fn companions_are_not_in_the_total_and_have_a_ceiling() {
        let files = [size("article-widget_bg.wasm", 87_000)];
        let budget = BUDGET.replace("\"embed.js\": 3000", "\"formats.wasm\": 12000");
        let budget = Budget::parse(&budget).unwrap();
        let over = |companions: &[Size]| report(&files, companions, &budget).1;
        assert!(over(&[size("formats.wasm", 12_000)]).is_empty());
        assert_eq!(over(&[size("formats.wasm", 12_001)]), ["formats.wasm"]);
        assert_eq!(over(&[size("unknown.wasm", 1)]), ["unknown.wasm"]);
    }

    #[test]
    fn the_budget_stays_under_the_ceiling() {
        let above = BUDGET.replace("90000", "120001");
        assert!(Budget::parse(&above).is_err());
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(1_234_567), "1 234 567");
    }
}
