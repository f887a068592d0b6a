//! Each source by an example written after its specification.

use super::{Refusal, document, page};
use crate::article::Article;
use crate::json::Json;
use crate::proportion::stays_in_proportion;
use crate::rich_text::html::notation::{of_blocks, of_line};
use crate::rich_text::plain_text;

fn parse(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok()
}

/// The article in `text`; nothing may be wrong in its document.
fn article(text: &str) -> Article {
    let document = document(text, &parse).expect("a document");
    let (article, warnings) = Article::decode(&document).expect("an article");
    assert_eq!(warnings.0, [], "{document:?}");
    article
}

fn names(article: &Article) -> Vec<&str> {
    article.authors.iter().map(|author| author.name.as_str()).collect()
}

#[test]
fn a_post_of_wordpress_with_what_it_embeds() {
    let post = article(include_str!("examples/wordpress-blocks.json"));
    assert_eq!(
        plain_text(&post.title),
        "Le Niger dénonce l’accord militaire – «\u{a0}avec effet immédiat\u{a0}»"
    );
    assert_eq!(plain_text(&post.standfirst), "Le chapeau que la rédaction a écrit.");
    assert_eq!(names(&post), ["Aïcha Moussa"]);
    assert_eq!(post.section.as_deref(), Some("Monde & Afrique"));
    assert_eq!(post.thread.as_deref(), Some("42"));
    assert!(post.comments_open);
    assert!(post.modified > post.published);
    assert_eq!(
        post.url.as_ref().unwrap().as_str(),
        "https://journal.example/2024/03/niger-accord/"
    );
    let image = post.image.as_ref().unwrap();
    assert_eq!((image.width, image.alt.as_str()), (Some(2000), "Une rue de Niamey"));
    assert_eq!(plain_text(&image.caption), "Niamey, en mars.");
    let srcset = image.srcset.as_deref().unwrap();
    assert!(srcset.contains("niamey-300x150.jpg 300w") && !srcset.contains("150x150"), "{srcset}");
    assert_eq!(
        of_blocks(&post.body),
        "p[À Niamey, le strong(porte-parole) a parlé samedi soirsup(a:#7f1c(1)).] \
         h2[Un millier de soldats] \
         img[/wp-content/uploads/base-1024x683.jpg Une piste dans le désert; La base d’Agadez.] \
         img[a.jpg A] img[b.jpg B; La seconde] p[Deux vues] \
         table{Effectifs; !Année,!Soldats | 2023,1 100} \
         quote{p[L’accord est injuste.]; cite(Le colonel)} \
         embed[https://www.youtube.com/watch?v=abcdefghijk] \
         ul{p[un] ul{p[deux]}} --- code[<b>code</b>] \
         ol{p[À la télévision. a:#7f1c-link(↩︎)]}"
    );
}

#[test]
fn a_post_by_its_slug_and_posts_that_are_not_there() {
    let post = article(include_str!("examples/wordpress-by-slug.json"));
    assert_eq!(plain_text(&post.title), "Hello world!");
    // WordPress makes an excerpt where nobody wrote one.
    assert!(post.standfirst.is_empty() && !post.comments_open && post.modified.is_none());
    let refusal = |text: &str| document(text, &parse).unwrap_err();
    assert_eq!(refusal(include_str!("examples/wordpress-protected.json")), Refusal::Protected);
    assert_eq!(
        refusal(include_str!("examples/wordpress-missing.json")),
        Refusal::Refused("Invalid post ID – none.".into())
    );
    assert_eq!(refusal("[]"), Refusal::NoArticle);
    let post = |content: &str| {
        format!(r#"{{"id":1,"title":{{"rendered":"A"}},"content":{{"rendered":"{content}"}}}}"#)
    };
    assert_eq!(refusal(&post("")), Refusal::NoArticle);
    let untitled = post("<p>One two</p>").replace(r#""A""#, r#""""#);
    assert_eq!(plain_text(&article(&untitled).title), "One two");
    let two = format!("[{},{}]", post("<p>a"), post("<p>b"));
    assert_eq!(refusal(&two), Refusal::NoArticle);
}

#[test]
fn a_page_with_linked_data() {
    let page = article(include_str!("examples/page-linked-data.html"));
    assert_eq!(plain_text(&page.title), "Le Niger rompt l’accord & s’explique");
    assert_eq!(plain_text(&page.standfirst), "Un chapeau.");
    assert_eq!(names(&page), ["Aïcha Moussa", "AFP"]);
    assert_eq!(page.authors[0].role.as_deref(), Some("correspondante"));
    assert_eq!(page.section.as_deref(), Some("Monde"));
    assert_eq!(page.lang.as_deref(), Some("fr-NE"));
    assert_eq!(page.url.as_ref().unwrap().as_str(), "https://journal.example/niger-rompt");
    assert!(page.published.is_some() && page.modified > page.published);
    let image = page.image.as_ref().unwrap();
    assert_eq!((image.src.as_str(), image.width), ("https://img.example/niamey.jpg", Some(1200)));
    assert_eq!(image.credit.as_deref(), Some("AFP"));
    assert_eq!(
        of_blocks(&page.body),
        "p[À Niamey, samedi soir, le gouvernement a parlé longuement à la télévision.] \
         h2[La suite] \
         p[Un second paragraphe, a:../base(un lien), et la fin du texte.]"
    );
}

#[test]
fn a_page_with_microdata() {
    let page = article(include_str!("examples/page-microdata.html"));
    assert_eq!(plain_text(&page.title), "Niger ends its accord");
    assert_eq!(page.lang.as_deref(), Some("en"));
    assert_eq!(page.image.as_ref().unwrap().src.as_str(), "/niamey.jpg");
    assert!(page.published.is_some() && page.modified > page.published);
    assert_eq!(names(&page), ["Ann Bello"]);
    assert_eq!(
        of_blocks(&page.body),
        "p[The spokesman read the statement on Saturday night.] p[It takes effect at once.]"
    );
}

#[test]
fn a_page_in_arabic_with_open_graph_alone() {
    let page = article(include_str!("examples/page-arabic.html"));
    assert_eq!(plain_text(&page.title), "النيجر تنهي الاتفاق");
    assert_eq!((page.lang.as_deref(), names(&page)), (Some("ar"), vec!["عائشة موسى"]));
    assert_eq!(
        of_blocks(&page.body),
        "p[أعلن المتحدث باسم المجلس مساء السبت إنهاء الاتفاق العسكري.] p[en,ltr(With immediate effect.)]"
    );
}

#[test]
fn what_a_page_says_is_read_from_its_head_alone() {
    let whole = include_str!("examples/page-linked-data.html");
    let head = &whole[..whole.find("<body>").unwrap()];
    let said = page::metadata(head, &parse);
    assert_eq!(said.get("published").and_then(Json::as_text), Some("2024-03-16T20:15:00+01:00"));
    assert!(said.get("body").is_none());
    // Without linked data, Open Graph speaks.
    let said = page::metadata(&head.replace("application/ld+json", "text/x"), &parse);
    let title = said.get("title").and_then(Json::as_text);
    assert_eq!(title, Some("Le Niger rompt (partagé)"));
}

#[test]
fn portable_text() {
    let post = article(include_str!("examples/portable-text.json"));
    assert_eq!(plain_text(&post.title), "Niger & the accord");
    assert_eq!((names(&post), post.lang.as_deref()), (vec!["Ann Bello"], Some("en")));
    assert_eq!(post.image.as_ref().unwrap().alt, "A street");
    assert_eq!(
        of_blocks(&post.body),
        "p[A strong(a:https://example.org/?a=1&b=2(bold link)) and <b>em(two/lines)] \
         h2[Heading] quote{p[Said.]} ul{p[one] ul{p[one a]} | p[two]} ol{p[first]} \
         img[https://cdn.example/b.jpg B; The \"second\"] code[<script>x</script>] \
         table{; 1,2} embed[https://www.youtube.com/watch?v=x A film] p[Inside] p[its words]"
    );
    let bare = r#"[{"_type":"block","style":"h1","children":[{"_type":"span","text":"Title"}]},
        {"_type":"block","children":[{"_type":"span","text":"Text"}]}]"#;
    let post = article(bare);
    assert_eq!((of_line(&post.title), of_blocks(&post.body)), ("Title".into(), "p[Text]".into()));
}

#[test]
fn a_news_item_of_ninjs() {
    let item = article(include_str!("examples/ninjs.json"));
    assert_eq!(plain_text(&item.title), "Niger ends accord <now>");
    assert_eq!(plain_text(&item.kicker), "Niamey");
    assert_eq!(plain_text(&item.standfirst), "A summary that the body has not.");
    assert_eq!((names(&item), item.section.as_deref()), (vec!["Ann Bello"], Some("Diplomacy")));
    assert!(item.modified > item.published);
    let image = item.image.as_ref().unwrap();
    assert_eq!(image.src.as_str(), "https://agency.example/l.jpg");
    assert_eq!(
        image.srcset.as_deref(),
        Some("https://agency.example/s.jpg 256w, https://agency.example/l.jpg 1024w")
    );
    assert_eq!((image.width, image.credit.as_deref()), (Some(1024), Some("Karl/AG")));
    assert_eq!(of_blocks(&item.body), "p[NIAMEY — The em(spokesman) spoke.]");
    let plain = r#"{"uri":"x","headlines":[{"value":"A"}],"bodies":[{"value":"One <1>.\nTwo."}]}"#;
    assert_eq!(of_blocks(&article(plain).body), "p[One <1>.] p[Two.]");
}

#[test]
fn what_is_ours_stays_and_what_is_nothing_is_refused() {
    let ours = r#"{"title":"A","body":[{"type":"paragraph","text":"b"}]}"#;
    assert_eq!(document(ours, &parse).unwrap(), parse(ours).unwrap());
    assert_eq!(document("nothing", &parse), Err(Refusal::NotJson));
    for page in
        ["<html></html>", "<script>1</script>", "<p> </p>", "<article><nav>a</nav></article>"]
    {
        assert_eq!(document(page, &parse), Err(Refusal::NoArticle), "{page}");
    }
    assert_eq!(document(&"<p>a".repeat(600_000), &parse), Err(Refusal::TooLong));
    assert!(document("\u{feff} \n<title>a</title><p>b", &parse).is_ok());
}

#[test]
fn a_page_that_says_nothing_is_its_text() {
    let page = article("<title>Site</title><div><h1>A <i>title</i></h1><p>One.</div><p>Two.");
    assert_eq!(
        (of_line(&page.title), of_blocks(&page.body)),
        ("A em(title)".into(), "p[One.] p[Two.]".into())
    );
}

#[test]
fn hostile_pages_take_no_longer_than_their_length() {
    type Make = fn(usize) -> String;
    let hostile: [Make; 10] = [
        |n| "<article>".repeat(n),
        |n| "<article itemprop=articleBody>a".repeat(n),
        |n| "<main><article>a</main>".repeat(n / 2),
        |n| format!("<article {}>a</article>", "a=b ".repeat(n)),
        |n| format!("{}a{}", "<div>".repeat(n), "</div>".repeat(n)),
        |n| "<form>".repeat(n),
        |n| "<h1>a</h1>".repeat(n),
        |n| "<script type=application/ld+json>[".repeat(n / 10),
        |n| "<meta itemprop=author content=a>".repeat(n / 2),
        |n| "</article>".repeat(n),
    ];
    for make in hostile {
        stays_in_proportion(&make(10)[..9], 10_000, make, |page| {
            let _ = document(page, &parse);
        });
    }
}
