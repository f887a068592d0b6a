//! Every state of the comment section, for everybody: in each language by the
//! rules of axe-core, by day and by night, and with a name for all that can be
//! used. The server is the site itself, described as a site's owner would.

use anyhow::{Context, Result, ensure};
use article_widget_core::language::CommentWords;
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::site::Fault;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{axe, pages, scenes, wait, words};
use serde_json::{Value, json};

scenes![
    axe_in_every_state_in_french needs axe,
    axe_in_every_state_in_english needs axe,
    axe_in_every_state_in_arabic needs axe,
    axe_in_every_state_in_hausa needs axe,
];

async fn axe_in_every_state_in_french(stage: &Stage) -> Result<()> {
    every_state(stage, "fr", true).await
}

async fn axe_in_every_state_in_english(stage: &Stage) -> Result<()> {
    every_state(stage, "en", true).await
}

async fn axe_in_every_state_in_arabic(stage: &Stage) -> Result<()> {
    every_state(stage, "ar", true).await
}

async fn axe_in_every_state_in_hausa(stage: &Stage) -> Result<()> {
    every_state(stage, "ha", true).await
}

/// The site as a comment server: each operation is a file of its own.
pub(super) fn description() -> Value {
    let comment = json!({
        "id": "id", "parent": "parent", "name": "name", "website": "website",
        "source": "text", "text": {"at": "text", "format": "html"},
        "time": {"at": "created", "unit": "iso8601"},
        "edited": {"at": "edited", "unit": "iso8601"},
        "up": "up", "down": "down",
        "pending": {"at": "pending", "is": true},
        "deleted": {"at": "deleted", "is": true},
        "staff": {"at": "staff", "is": true},
    });
    let post = |path: &str, json: Value| json!({"method": "POST", "path": path, "json": json});
    json!({
        "name": "Essai",
        "fields": {
            "text": {"min": 3, "required": true}, "name": {}, "email": {}, "website": {},
        },
        "list": {
            "request": {"method": "GET", "path": "/list.json", "query": {"page": "{page}"}},
            "items": "comments", "total": "count", "limit": 10, "pages": "pages",
        },
        "poll": {
            "request": {"method": "GET", "path": "/news.json", "query": {"since": "{since}"}},
            "items": "comments",
        },
        "create": {
            "request": post("/new.json", json!({"text": "{text}", "name": "{name}", "parent": "{parent}"})),
            "comment": "comment",
        },
        "edit": {"request": post("/edit.json", json!({"id": "{id}", "text": "{text}"}))},
        "delete": {"request": post("/delete.json", json!({"id": "{id}"}))},
        "vote": {
            "request": post("/vote.json", json!({"id": "{id}", "vote": "{vote}"})),
            "up": "1", "down": "-1", "undo": "0",
        },
        "comment": comment,
        "success": {"at": "ok", "is": true},
        "refusal": {
            "reason": ["error"],
            "known": [{"when": {"at": "asks", "is": true}, "means": "captcha"}],
        },
        "captcha": {"image": "image"},
    })
}

/// A comment as the site gives it.
pub(super) fn comment(id: &str, more: &Value) -> Value {
    let mut comment = json!({
        "id": id, "name": "Awa Diallo", "text": format!("<p>Avis numéro {id}, avec <a href='https://example.org/'>un lien</a>.</p>"),
        "created": "2026-11-20T12:00:00Z", "up": 2, "down": 0,
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        comment[key] = value.clone();
    }
    comment
}

/// A thread with everything that a comment can be.
pub(super) fn thread() -> Value {
    let mut comments = vec![
        comment("1", &json!({"staff": true, "website": "https://example.org/awa"})),
        comment("2", &json!({"parent": "1", "name": null, "edited": "2026-11-21T12:00:00Z"})),
        comment("3", &json!({"parent": "2", "pending": true})),
        comment("4", &json!({"deleted": true})),
        comment("5", &json!({"parent": "4"})),
        comment("6", &json!({"parent": "5"})),
        comment("7", &json!({"parent": "6"})),
        comment("8", &json!({"parent": "7"})),
        comment("9", &json!({"parent": "8"})),
    ];
    comments.extend(
        (10..=60).map(|number| {
            comment(&number.to_string(), &json!({"created": "2026-11-19T12:00:00Z"}))
        }),
    );
    json!({"ok": true, "count": 60, "pages": 1, "comments": comments})
}

/// What the browser keeps of comments that are on their way.
const KEPT: &str = "
    const entry = (id, state) => localStorage.setItem('article-widget:outbox:/t#' + id,
        JSON.stringify({id, state, maybe_sent: true, tries: 1, not_before: 9e15, settled_at: 0,
            first_sent: Date.now(), known: [], text: 'Un avis qui attend, ' + state, name: 'Awa'}));
    entry('a', 'asking');
    entry('b', 'waiting');
";

/// One tour through all states.
struct Tour<'a> {
    stage: &'a Stage,
    widget: Widget<'a>,
    lang: &'a str,
    words: &'static CommentWords,
    by_axe: bool,
}

impl Tour<'_> {
    async fn open(&self, article: &Value) -> Result<()> {
        self.stage.site.page("/article.json", article.to_string());
        let attributes = "data-src=/article.json data-thread=/t data-map=none \
            data-backend=/description.json";
        let tag = pages::script_tag(&format!("{attributes} data-lang={}", self.lang));
        let style = "<style>:root { background: Canvas; color: CanvasText }</style></head>";
        let page = pages::page(self.lang, &tag).replace("</head>", style);
        self.stage.site.page("/p", page);
        self.stage.open("/p").await?;
        self.widget.until_ready().await
    }

    /// What can be seen now, by day and by night.
    async fn look(&self, state: &str) -> Result<()> {
        self.names(state).await?;
        for theme in ["light", "dark"].into_iter().filter(|_| self.by_axe) {
            let dress = "host.setAttribute('theme', argument);
                document.documentElement.style.colorScheme = argument;";
            self.widget.run(dress, json!(theme)).await?;
            axe::check(&self.stage.browser, &format!("{state}, {}, {theme}", self.lang)).await?;
        }
        Ok(())
    }

    /// A name for all that can be used; for a field one that is always seen.
    async fn names(&self, state: &str) -> Result<()> {
        let without = "return [...root.querySelectorAll('[part~=comments] :is(input, textarea, select)')]
            .filter((field) => field.checkVisibility()
                && ![...field.labels].some((label) => label.checkVisibility() && label.textContent.trim()))
            .map((field) => field.outerHTML)";
        let without = self.widget.run(without, Value::Null).await?;
        ensure!(without == json!([]), "{state}: without a label: {without:#}");
        if self.by_axe {
            return Ok(());
        }
        let usable = "const seen = new Set();
            return [...root.querySelectorAll('[part~=comments] :is(a[href], button, input, textarea, select)')]
            .filter((e) => e.checkVisibility() && !seen.has(e.name + e.className) && seen.add(e.name + e.className))";
        // From the start where one of them has been replaced meanwhile: what is on
        // its way draws itself anew.
        wait::until("a name for everything", || async {
            for element in self.widget.all(usable).await? {
                let name = self.stage.browser.computed_name(&element).await?;
                let html = element.outer_html().await?;
                ensure!(!name.trim().is_empty(), "{state}: no name: {html}");
            }
            Ok(Some(()))
        })
        .await
    }

    /// The next comment that is sent gets this answer.
    fn answer(&self, path: &str, answer: &Value) {
        self.stage.site.page(path, answer.to_string());
    }
}

/// Goes through all states, and looks at each by the rules of axe-core or for names.
pub(super) async fn every_state(stage: &Stage, lang: &str, by_axe: bool) -> Result<()> {
    let site = &stage.site;
    let words = &words::language(lang).comments;
    let widget = Widget::first(&stage.browser);
    let tour = Tour { stage, widget, lang, words, by_axe };
    let mut article = pages::article();
    article["lang"] = json!(lang);
    site.page("/description.json", description().to_string());

    tour.answer("/list.json", &json!({"ok": true, "count": 0, "comments": []}));
    site.break_at("/list.json", Fault::Hold);
    tour.open(&article).await?;
    widget.until_text("[part~=comments]", words.loading).await?;
    tour.look("loading").await?;
    site.mend("/list.json");
    widget.until_text("[part~=comments]", words.none_yet).await?;
    tour.look("empty").await?;

    writing(&tour).await?;
    reading(&tour, &article).await?;

    article["comments"] = json!({"open": false});
    tour.open(&article).await?;
    widget.until_text("[part~=comments]", words.closed).await?;
    tour.look("closed").await?;

    site.break_at("/list.json", Fault::Status(503));
    tour.open(&article).await?;
    widget.until_text("[part~=comments]", words.unreachable).await?;
    tour.look("unreachable").await?;
    pages::nothing_uncaught(&stage.browser).await
}

/// What happens to the first comment of a thread.
async fn writing(tour: &Tour<'_>) -> Result<()> {
    let Tour { stage, widget, words, .. } = *tour;
    let form = CommentForm::main(widget);
    form.fill("text", "ab").await?;
    form.fill("email", "awa").await?;
    form.send().await?;
    form.until_wrong("text").await?;
    form.until_wrong("email").await?;
    tour.look("form errors").await?;

    form.fill("text", "c, un avis").await?;
    form.fill("email", "@example.org").await?;
    stage.site.break_at("/new.json", Fault::Hold);
    form.send().await?;
    form.until_status(words.sending).await?;
    tour.look("sending").await?;

    tour.answer("/new.json", &json!({"ok": false, "error": "<b>Non</b> &amp; non."}));
    stage.site.mend("/new.json");
    form.until_status("Non & non.").await?;
    tour.look("refused").await?;

    let image = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
    tour.answer("/new.json", &json!({"ok": false, "asks": true, "image": image}));
    form.send().await?;
    widget.until_focus(&form.field("captcha")).await?;
    tour.look("captcha").await?;

    let posted = comment("77", &json!({"text": "Un avis"}));
    tour.answer("/new.json", &json!({"ok": true, "comment": posted}));
    form.fill("captcha", "abc").await?;
    form.send().await?;
    form.until_status(words.posted).await?;
    widget.until_count("[part~=comment]", 1).await?;
    tour.look("posted").await?;

    widget.click("[name=edit]").await?;
    widget.find(&CommentForm::answer(widget).field("text")).await?;
    tour.look("editing").await?;
    tour.answer("/edit.json", &json!({"ok": false, "error": "Trop tard."}));
    CommentForm::answer(widget).send().await?;
    widget.until_text("[part~=comment]", "Trop tard.").await?;
    tour.look("an edit refused").await?;
    widget.click("[part~=comment] [name=cancel]").await?;

    widget.click("[name=remove]").await?;
    widget.until_focus("[name=take-back]").await?;
    tour.look("deleting asked").await?;
    tour.answer("/delete.json", &json!({"ok": false, "error": "Trop tard."}));
    widget.click("[name=take-back]").await?;
    widget.until_text("[part~=comment]", "Trop tard.").await?;
    tour.look("deleting refused").await
}

/// A thread with everything in it.
async fn reading(tour: &Tour<'_>, article: &Value) -> Result<()> {
    let Tour { stage, widget, words, .. } = *tour;
    tour.answer("/list.json", &thread());
    stage.browser.run(KEPT, vec![]).await?;
    tour.open(article).await?;
    widget.until_text("[part~=comments]", words.unclear).await?;
    widget.until_text("[part~=comments]", words.waits_for_server).await?;
    widget.find("[part~=comment].deleted").await?;
    tour.look("a thread with what waits").await?;
    let offline = "Object.defineProperty(navigator, 'onLine', {get: () => false});
        dispatchEvent(new Event('offline'))";
    stage.browser.run(offline, vec![]).await?;
    // It says so with the next thing that changes.
    tour.answer("/vote.json", &json!({"ok": true, "up": 3}));
    widget.click("#comment-1 [name=agree]").await?;
    widget.find("#comment-1 [name=agree][aria-pressed=true]").await?;
    widget.until_text("[part~=comments]", words.waits_for_network).await?;
    tour.look("a vote, without a network").await?;

    widget.click("#comment-1 [name=fold]").await?;
    widget.find("#comment-1 [name=fold][aria-expanded=false]").await?;
    tour.look("folded").await?;
    widget.click("#comment-1 [name=fold]").await?;
    widget.click("#comment-1 [name=reply]").await?;
    let answer = CommentForm::answer(widget);
    widget.until_focus(&answer.field("text")).await?;
    tour.look("answering").await?;

    let news = [comment("90", &json!({})), comment("91", &json!({}))];
    tour.answer("/news.json", &json!({"ok": true, "comments": news}));
    // In a script of the page's own: Firefox gives a driver's a clock of their own.
    let later = "document.head.append(Object.assign(document.createElement('script'), {
            textContent: 'const now = Date.now; Date.now = () => now() + 120000'
        }));
        document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))";
    stage.browser.run(later, vec![]).await?;
    widget.find("[name=fresh]").await?;
    tour.look("new comments").await?;
    widget.click("[name=fresh]").await?;
    widget.find("#comment-90").await?;
    widget.click("[name=more]").await?;
    widget.until_count("[name=more]", 0).await?;
    tour.look("all of it").await.context("after more was asked for")
}
