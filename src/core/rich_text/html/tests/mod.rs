//! What HTML becomes, in the notation of [`notation`].

mod attacks;
mod corpus;
mod oracle;
#[path = "../../../../../tests/html/random.rs"]
mod random;
mod tokens;

use super::notation::{of_blocks, of_line};
use super::{Origin, blocks, blocks_from, inline};
use crate::proportion::stays_in_proportion;

/// Each source and what it becomes.
fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(of_blocks(&blocks(source)), *expected, "{source}");
    }
}

#[test]
fn paragraphs_end_by_themselves() {
    check(&[
        ("<p>a<p>b", "p[a] p[b]"),
        ("a<p>b</p>c", "p[a] p[b] p[c]"),
        ("<div>a<div>b</div>c</div>", "p[a] p[b] p[c]"),
        ("<p>a<ul><li>b<li>c</ul>d", "p[a] ul{p[b] | p[c]} p[d]"),
        ("<p></p> <p> </p>\n</p>", ""),
        ("a<br><br>b<br>c<br>", "p[a] p[b/c]"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "p[strong(a)] p[b] p[strong(c)] p[d]"),
    ]);
}

#[test]
fn spaces_fold_as_in_a_browser() {
    check(&[
        ("<p> a \n b\t<b> c </b> d </p>", "p[a b strong(c )d]"),
        ("<p>a<b> b</b></p>", "p[astrong( b)]"),
        ("<p>a&nbsp; b</p>", "p[a\u{a0} b]"),
        ("<p>a <br> b</p>", "p[a/b]"),
        ("<p><i>a </i></p>", "p[em(a)]"),
        ("<p>\u{0}a\u{7}</p>", "p[a]"),
    ]);
}

#[test]
fn marks_nest_whatever_their_order() {
    check(&[
        ("<p><b>a<i>b</b>c</i>d", "p[strong(aem(b))em(c)d]"),
        ("<b><p>a</p><p>b</p></b>c", "p[strong(a)] p[strong(b)] p[c]"),
        ("<p><b>a<p>b", "p[strong(a)] p[b]"),
        ("<b><b>a</b>b</b>c", "p[strong(ab)c]"),
        ("<p>a</b>b</p></i>", "p[ab]"),
        ("<b></b><i> </i>", ""),
        ("H<sub>2</sub>O <q>x</q> <kbd>y</kbd>", "p[Hsub(2)O q(x) code(y)]"),
        ("<blink>a</blink> <my-tag>b</my-tag>", "p[a b]"),
    ]);
}

#[test]
fn links_have_safe_addresses_or_are_text() {
    check(&[
        ("<a href='https://a.example/?a=1&amp;b=2'>x</a>", "p[a:https://a.example/?a=1&b=2(x)]"),
        ("<a href=javascript:alert(1)>x</a>", "p[x]"),
        ("<a href='&#106;avascript:alert(1)'>x</a>", "p[x]"),
        ("<a name=x>x</a><a href=b></a>", "p[x]"),
        ("<a href=b>x<a href=c>y</a>z</a>", "p[a:b(x)a:c(y)z]"),
        ("<a href='#actor-niger'>le Niger</a>", "p[@niger(le Niger)]"),
    ]);
}

#[test]
fn other_languages_are_kept() {
    check(&[
        ("<p>a <span lang=ar dir=RTL>b</span></p>", "p[a ar,rtl(b)]"),
        ("<div lang=en><p>a</p><p>b</p></div><p>c", "p[en(a)] p[en(b)] p[c]"),
        ("<em lang=la>a</em>", "p[la(em(a))]"),
        ("<p lang='\"><script>'>a", "p[a]"),
    ]);
}

#[test]
fn headings_quotes_notes() {
    check(&[
        ("<h1>a</h1><h3>b</h3>c", "h2[a] h3[b] p[c]"),
        ("<h2>a<h3>b</h2>c", "h2[a] h3[b] p[c]"),
        ("<h2><div>a</div><p>b</p></h2>", "h2[a/b]"),
        ("<blockquote>a<footer>— b</footer></blockquote>", "quote{p[a]; — b}"),
        ("<blockquote><p>a<p>b</p><cite>c</cite></blockquote>", "quote{p[a] p[b]; cite(c)}"),
        ("<blockquote><cite>c</cite></blockquote>", "quote{p[cite(c)]}"),
        ("<blockquote><footer>c</footer></blockquote>", "p[c]"),
        ("<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>", "quote{p[a]; b}"),
        ("<aside><h3>a</h3><p>b</aside>", "note{a; p[b]}"),
        ("<details><summary>a</summary>b</details>c", "note{a; p[b]} p[c]"),
        ("<footer>a</footer><hr><hr/>", "p[a] --- ---"),
    ]);
}

#[test]
fn lists() {
    check(&[
        ("<ol><li>a<ul><li>b</ul><li><p>c</ol>", "ol{p[a] ul{p[b]} | p[c]}"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "ul{p[a] ul{p[b]}}"),
        ("<ul>a<li>b</ul>", "ul{p[a] | p[b]}"),
        ("<li>a<li>b", "p[a] p[b]"),
        ("<ul></ul><ol><li></ol>", ""),
        ("<ul><li>a</ul></li>b</ul>c", "ul{p[a]} p[bc]"),
    ]);
}

#[test]
fn tables() {
    check(&[
        ("<table><caption>c<tr><th>a<td>b<tr><td>d</table>e", "table{c; !a,b | d} p[e]"),
        ("<table><thead><tr><td>a<tbody><tr><td>b</table>", "table{; !a | b}"),
        ("<table><td>a<td>b</table>", "table{; a,b}"),
        ("<table>x<tr><td>a</table>", "p[x] table{; a}"),
        ("<table><tr><td><p>a<p>b<ul><li>c</ul></td></table>", "table{; a/b/c}"),
        ("<table><tr><td><table><tr><td>a<td>b</table>c<td>d</table>", "table{; a/b/c,d}"),
        ("<table><tr><td><b>a<td>b</table>", "table{; strong(a),b}"),
        ("<table role=presentation><tr><td><p>a<td><h2>b</h2></table>", "p[a] h2[b]"),
        ("<table><tr><td></table><tr><td>a</td>", "table{; } p[a]"),
        ("<table><caption>a</table>b", "p[a] p[b]"),
    ]);
}

#[test]
fn code_keeps_its_spaces() {
    check(&[
        ("<pre>\n\n a\r\n  <b>b</b>&lt;c&gt;<br>d\n</pre>", "code[\n a\n  b<c>\nd]"),
        ("<pre><code>a</code></pre><p>b", "code[a] p[b]"),
    ]);
}

#[test]
fn pictures() {
    check(&[
        ("<img src=a.jpg alt='x &amp; y'>", "img[a.jpg x & y]"),
        ("<p>a<img src=b.jpg>c</p>", "p[a] img[b.jpg ] p[c]"),
        ("<figure><img src=a><figcaption>b <i>c</i></figcaption></figure>", "img[a ; b em(c)]"),
        ("<img src=javascript:x alt=a><img>", "p[a]"),
        ("<img src='data:image/gif;base64,x' data-src=a.jpg>", "img[a.jpg ]"),
        ("<img src=a width=1 height=1>", ""),
        ("a <img class='emoji x' alt=🙂 src=b>", "p[a 🙂]"),
        ("<table><tr><td><img src=a alt=b></table>", "table{; a:a(b)}"),
    ]);
    let source = "<p>a <img src='https://a.example/b.png' alt='c'><img src=d></p><h2>e</h2>";
    assert_eq!(
        of_blocks(&blocks_from(Origin::Comment, source)),
        "p[a a:https://a.example/b.png(c)a:d(d)] p[strong(e)]"
    );
}

#[test]
fn what_is_embedded_becomes_a_link() {
    check(&[
        ("<iframe src='//a.example/v' title=T><p>x</iframe>b", "embed[//a.example/v T] p[b]"),
        ("<video><source src=a.mp4>x</video>b", "embed[a.mp4] p[b]"),
        ("<figure></figure><figure><p> </p></figure>", ""),
        ("<figure><iframe src=a></iframe><figcaption>b</figcaption></figure>", "embed[a b]"),
        ("<iframe srcdoc='<script>x</script>' src=javascript:x></iframe>", ""),
    ]);
}

#[test]
fn what_is_no_text_is_dropped() {
    check(&[
        ("a<script>b</script><style>c</style><!-- d -->e", "p[ae]"),
        ("a<svg><style><p>b</style><svg/></svg>c<svg/>d", "p[acd]"),
        ("a<template><p>b<script></template></script></template>c", "p[ac]"),
        ("a<noscript><img src=x></noscript><title>b</title>c", "p[ac]"),
        ("a<script>b", "p[a]"),
    ]);
}

#[test]
fn a_line_is_one_line() {
    for (source, expected) in [
        ("<p>a</p><p>b</p>", "a/b"),
        ("<h2>a <img src=x alt=b></h2>", "a b"),
        ("a<iframe src=x></iframe><ul><li>b<hr>c</ul>", "a/b/c"),
        ("<table><tr><td>a<td>b", "a/b"),
    ] {
        assert_eq!(of_line(&inline(source)), expected, "{source}");
    }
}

#[test]
fn depth_is_capped_and_the_text_stays() {
    for tag in
        ["div", "blockquote", "ul><li", "b", "span lang=ar", "table><tr><td", "aside", "a href=x"]
    {
        let source = format!("{}x", format!("<{tag}>").repeat(10_000));
        let notation = of_blocks(&blocks(&source));
        assert!(notation.contains('x') && notation.len() < 1000, "{tag}: {notation}");
        assert!(of_line(&inline(&source)).contains('x'));
    }
}

#[test]
fn time_and_size_stay_in_proportion() {
    type Make = fn(usize) -> String;
    let hostile: [(&str, Make); 13] = [
        ("a long attribute", |n| format!("<a href={}>{}", "x".repeat(n), "<p>x".repeat(n))),
        ("many attributes", |n| format!("<p {}>x", "a=b ".repeat(3 * n))),
        ("open comments", |n| "<!--".repeat(2 * n)),
        ("open tags", |n| "<".repeat(5 * n)),
        ("ampersands", |n| "&".repeat(5 * n)),
        ("open entities", |n| "&a".repeat(3 * n)),
        ("end tags", |n| "</div>".repeat(n)),
        ("crossed formats", |n| "<b><i></b>x".repeat(n / 2)),
        ("deep lines", |n| format!("{}{}", "<div>".repeat(99), "x<br>".repeat(n))),
        ("dashes", |n| format!("<!--{}", "-".repeat(5 * n))),
        ("scripts", |n| "<script>".repeat(n)),
        ("foreign elements", |n| "<svg>".repeat(n)),
        ("open attributes", |n| "<a href='".repeat(n)),
    ];
    for (name, make) in hostile {
        stays_in_proportion(name, 20_000, make, |source| {
            let size = of_blocks(&blocks(source)).len();
            assert!(size < 8 * source.len() + 100, "{name}: {size}");
        });
    }
}
