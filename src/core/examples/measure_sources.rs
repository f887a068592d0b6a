//! Measures how long a large or hostile text takes to read:
//! `cargo run --release -p article-widget-core --example measure_sources`

use std::time::Instant;

use article_widget_core::article::Article;
use article_widget_core::json::Json;
use article_widget_core::source::{MAX_LENGTH, document};

fn main() {
    let parse = |text: &str| serde_json::from_str::<Json>(text).ok();
    let parts = [
        ("paragraphs", "<p>Un paragraphe de texte, <b>comme</b> tant <a href=x>d’autres</a>.</p>"),
        ("words", "mot "),
        ("deep", "<div><b>"),
        ("attributes", "a=b "),
        ("scripts", "<script>x</script>"),
        ("lists", "<ul><li>"),
        ("tables", "<table><td>"),
        ("ends", "</p>"),
        ("entities", "&amp;&eacute;"),
        ("brackets", "<"),
        ("articles", "<article>a"),
    ];
    for (name, part) in parts {
        let opening = if name == "attributes" { "<p " } else { "" };
        let count = (MAX_LENGTH - 100) / part.len();
        let page = format!("<article><h1>A</h1>a{opening}{}", part.repeat(count));
        let start = Instant::now();
        let found = document(&page, &parse);
        let found_ms = start.elapsed().as_secs_f64() * 1e3;
        let mut article = found.ok().and_then(|found| Article::decode(&found).ok());
        let size = article.as_mut().map_or(0, |(article, _)| article.size());
        let all_ms = start.elapsed().as_secs_f64() * 1e3;
        println!(
            "{name:>12} {} bytes: {found_ms:6.1} + {:6.1} ms, {size} parts",
            page.len(),
            all_ms - found_ms
        );
    }
}
