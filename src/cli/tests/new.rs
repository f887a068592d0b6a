//! `article-widget new`: a beginning that is right, and overwrites nothing.

use crate::program::{root, run};

#[test]
fn what_is_started_is_right_and_can_be_shown() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["fr", "en"] {
        let file = format!("{lang}.json");
        let said = run(folder.path(), &["new", &file, "--lang", lang], "");
        assert_eq!(said.code, 0, "{}", said.err);
        let checked = run(folder.path(), &["check", "--strict", &file], "");
        assert_eq!((checked.code, &*checked.err), (0, "1 file: 0 errors, 0 warnings\n"), "{lang}");
        let page = run(folder.path(), &["prerender", &file], "");
        assert_eq!((page.code, page.err.as_str()), (0, ""), "{lang}");
        assert!(!page.out.contains("$comment") && page.out.contains("#actor-niger"), "{lang}");
    }
}

#[test]
fn nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(folder.path(), &["new"], "").code, 0);
    std::fs::write(folder.path().join("article.json"), "mine").unwrap();
    let said = run(folder.path(), &["new"], "");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("article.json is there already"), "{}", said.err);
    assert_eq!(std::fs::read_to_string(folder.path().join("article.json")).unwrap(), "mine");
    assert_eq!(run(&root(), &["new", "--lang", "tlh"], "").code, 2);
}
