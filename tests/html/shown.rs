//! What a reader sees, as lines that two readers of HTML can be compared by.

/// How a part of a line is shown: its marks, its link, its language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Format {
    /// Sorted, each once.
    pub marks: Vec<&'static str>,
    /// A link's address, or a mention's actor after "@".
    pub link: String,
    /// The language and the direction of the innermost element that says one.
    pub lang: String,
    /// See `lang`.
    pub direction: String,
}

impl Format {
    /// The same with one mark more.
    pub fn marked(&self, mark: &'static str) -> Self {
        let mut format = self.clone();
        if let Err(at) = format.marks.binary_search(&mark) {
            format.marks.insert(at, mark);
        }
        format
    }
}

/// Lines that are being collected.
#[derive(Default)]
pub struct Shown {
    lines: Vec<String>,
    /// What the line is inside of.
    path: Vec<&'static str>,
    line: String,
    format: Format,
    space_waits: bool,
}

impl Shown {
    /// Goes into a block.
    pub fn enter(&mut self, name: &'static str) {
        self.end_line();
        self.path.push(name);
    }

    /// Leaves the block that was entered last.
    pub fn leave(&mut self) {
        self.end_line();
        self.path.pop();
    }

    /// Adds to the line; spaces are folded and belong to no format.
    pub fn text(&mut self, text: &str, format: &Format) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\x0c' | '\r') {
                self.space_waits = true;
            } else if !c.is_control() {
                if self.space_waits && !self.line.is_empty() {
                    self.line.push(' ');
                }
                self.space_waits = false;
                if self.format != *format {
                    let Format { marks, link, lang, direction } = format;
                    let marks = marks.join(",");
                    self.line += &format!("{{{marks} {link} {lang} {direction}}}");
                    self.format = format.clone();
                }
                self.line.push(c);
            }
        }
    }

    /// Adds lines as they are.
    pub fn code(&mut self, text: &str) {
        for line in text.split('\n') {
            self.end_line();
            self.line.extend(line.chars().filter(|c| *c == '\t' || !c.is_control()));
            self.line.truncate(self.line.trim_ascii_end().len());
        }
        self.end_line();
    }

    /// Adds something that stands alone.
    pub fn alone(&mut self, what: &str) {
        self.end_line();
        self.line = format!("[{what}]");
        self.end_line();
    }

    /// Begins a new line.
    pub fn end_line(&mut self) {
        if !self.line.is_empty() {
            self.lines.push(format!("{}: {}", self.path.join("/"), self.line));
        }
        self.line.clear();
        self.format = Format::default();
        self.space_waits = false;
    }

    /// All lines.
    pub fn lines(mut self) -> Vec<String> {
        self.end_line();
        self.lines
    }
}
