//! An article as a document again: what was read from a page of HTML or a
//! content system becomes a file that an author goes on with.

use super::{Article, Author, Correction, Source};
use crate::date::PartialDate;
use crate::json::Json;
use crate::rich_text::address::Address;
use crate::rich_text::{Block, BlockKind, Image, Inline, write};

/// The document of `article` without its actor map.
///
/// ```
/// use article_widget_core::article::{Article, write::document};
/// let json = serde_json::from_str(r#"{"title": "A &amp; B", "body": "<p>Un <b>mot</b>."}"#).unwrap();
/// let (article, _) = Article::decode(&json).unwrap();
/// let written = document(&article);
/// assert_eq!(written.get("title").unwrap().as_text(), Some("A &amp; B"));
/// assert_eq!(Article::decode(&written).unwrap().0, article);
/// ```
pub fn document(article: &Article) -> Json {
    let mut fields = Fields::default();
    fields.text("id", article.id.as_deref());
    fields.text("url", article.url.as_ref().map(Address::as_str));
    fields.text("lang", article.lang.as_deref());
    fields.line("kicker", &article.kicker);
    fields.line("title", &article.title);
    fields.line("standfirst", &article.standfirst);
    fields.text("section", article.section.as_deref());
    fields.list("authors", article.authors.iter().map(author).collect());
    fields.text("published", article.published.map(|moment| moment.iso()).as_deref());
    fields.text("modified", article.modified.map(|moment| moment.iso()).as_deref());
    fields.some("image", article.image.as_ref().map(|image| picture(image).object()));
    fields.list("body", article.body.iter().map(block).collect());
    fields.list("corrections", article.corrections.iter().map(correction).collect());
    fields.list("sources", article.sources.iter().map(source).collect());
    let mut comments = Fields::default();
    comments.text("thread", article.thread.as_deref());
    comments.some("open", (!article.comments_open).then_some(Json::Bool(false)));
    fields.some("comments", (!comments.0.is_empty()).then(|| comments.object()));
    fields.object()
}

/// The fields of an object; what is empty is left out.
#[derive(Default)]
pub struct Fields(pub Vec<(String, Json)>);

impl Fields {
    /// A value, if there is one.
    pub fn some(&mut self, key: &str, value: Option<Json>) {
        if let Some(value) = value {
            self.0.push((key.into(), value));
        }
    }

    /// A text, if there is one.
    pub fn text(&mut self, key: &str, text: Option<&str>) {
        self.some(key, text.map(Json::from));
    }

    /// A line of HTML, if it says something.
    pub fn line(&mut self, key: &str, line: &[Inline]) {
        self.some(key, (!line.is_empty()).then(|| Json::Text(write::inline(line))));
    }

    /// A list, if something is in it.
    pub fn list(&mut self, key: &str, items: Vec<Json>) {
        self.some(key, (!items.is_empty()).then_some(Json::List(items)));
    }

    /// All of them.
    pub fn object(self) -> Json {
        Json::Object(self.0)
    }
}

fn author(author: &Author) -> Json {
    let mut fields = Fields::default();
    fields.text("name", Some(&author.name));
    fields.text("role", author.role.as_deref());
    fields.text("url", author.url.as_ref().map(Address::as_str));
    fields.object()
}

fn correction(correction: &Correction) -> Json {
    let mut fields = Fields::default();
    fields.text("date", correction.date.map(PartialDate::iso).as_deref());
    fields.text("text", Some(&write::inline(&correction.text)));
    fields.object()
}

fn source(source: &Source) -> Json {
    let mut fields = Fields::default();
    fields.text("id", source.id.as_deref());
    fields.text("title", Some(&source.title));
    fields.text("url", source.url.as_ref().map(Address::as_str));
    fields.text("publisher", source.publisher.as_deref());
    fields.text("date", source.date.map(PartialDate::iso).as_deref());
    fields.object()
}

fn picture(image: &Image) -> Fields {
    let pixels = |pixels: Option<u32>| pixels.map(|pixels| Json::Number(pixels.into()));
    let mut fields = Fields::default();
    fields.text("src", Some(image.src.as_str()));
    fields.text("srcset", image.srcset.as_deref());
    fields.text("sizes", image.sizes.as_deref());
    fields.some("width", pixels(image.width));
    fields.some("height", pixels(image.height));
    fields.text("alt", Some(&image.alt));
    fields.line("caption", &image.caption);
    fields.text("credit", image.credit.as_deref());
    fields
}

fn block(block: &Block) -> Json {
    let mut fields = Fields::default();
    let name = match &block.kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::Quote => "quote",
        BlockKind::List { .. } => "list",
        BlockKind::Figure(_) => "figure",
        BlockKind::Table => "table",
        BlockKind::Code(_) => "code",
        BlockKind::Embed(_) => "embed",
        BlockKind::Separator => "separator",
        BlockKind::Note => "note",
        BlockKind::Paragraph | BlockKind::Item | BlockKind::Row | BlockKind::Cell { .. } => {
            "paragraph"
        }
    };
    fields.text("type", Some(name));
    match &block.kind {
        BlockKind::Heading(level) => {
            fields.some("level", Some(Json::Number((*level).into())));
            fields.line("text", &block.text);
        }
        BlockKind::Quote | BlockKind::Note => {
            let about = if block.kind == BlockKind::Note { "title" } else { "cite" };
            fields.line(about, &block.text);
            match &block.blocks[..] {
                [Block { kind: BlockKind::Paragraph, text, .. }] => fields.line("text", text),
                more => fields.list("blocks", more.iter().map(self::block).collect()),
            }
        }
        BlockKind::List { ordered } => {
            fields.some("ordered", ordered.then_some(Json::Bool(true)));
            fields.list("items", block.blocks.iter().map(item).collect());
        }
        BlockKind::Figure(image) => fields.0.extend(picture(image).0),
        BlockKind::Table => {
            fields.line("caption", &block.text);
            let row = |row: &Block| {
                Json::List(
                    row.blocks.iter().map(|cell| Json::Text(write::inline(&cell.text))).collect(),
                )
            };
            let is_head = |row: &Block| {
                let is_header = |cell: &Block| cell.kind == BlockKind::Cell { header: true };
                !row.blocks.is_empty() && row.blocks.iter().all(is_header)
            };
            let has_head = block.blocks.first().is_some_and(is_head);
            let (head, rows) = block.blocks.split_at(usize::from(has_head));
            fields.some("head", head.first().map(row));
            fields.some("rows", Some(Json::List(rows.iter().map(row).collect())));
        }
        BlockKind::Code(code) => fields.text("code", Some(code)),
        BlockKind::Embed(address) => {
            fields.text("url", Some(address.as_str()));
            fields.line("title", &block.text);
        }
        BlockKind::Separator => {}
        _ => fields.line("text", &block.text),
    }
    fields.object()
}

/// An item of a list: its one paragraph as a text, or its blocks.
fn item(item: &Block) -> Json {
    match &item.blocks[..] {
        [Block { kind: BlockKind::Paragraph, text, .. }] => Json::Text(write::inline(text)),
        more => Json::List(more.iter().map(block).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_come_back_as_they_were() {
        for sample in ["niger", "ozone", "green-wall"] {
            let path = [env!("CARGO_MANIFEST_DIR"), "/../../www/", sample, ".json"].concat();
            let json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            let (article, _) = Article::decode_with_map(&json, &Json::Null).unwrap();
            let (again, warnings) = Article::decode(&document(&article)).unwrap();
            assert_eq!(warnings.0, [], "{sample}");
            // Of two texts in a row, one is made.
            assert_eq!(document(&again), document(&article), "{sample}");
            assert_eq!(again.body.len(), article.body.len(), "{sample}");
        }
    }
}
