//! A comment arrives exactly once, whatever the network does: a real server
//! behind a network with faults, asked by plain HTTP in the end.

use std::time::Duration;

use anyhow::{Result, ensure};
use article_widget_core::language::CommentWords;
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::servers::House;
use article_widget_e2e_tests::servers::proxy::{Fault, Proxy};
use article_widget_e2e_tests::servers::thread::{Kind, Thread};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{pages, scenes, site, wait, words};
use serde_json::{Value, json};

use super::servers::{fill, open};

scenes![
    three_fast_clicks needs isso,
    the_server_keeps_it_and_answers_500 needs isso,
    the_answer_is_lost needs isso,
    the_answer_is_cut needs isso,
    the_request_is_lost needs isso,
    a_proxy_answers_with_a_page needs isso,
    too_many_with_retry_after needs isso,
    too_many_until_a_moment needs isso,
    a_reload_while_it_is_sent needs isso,
    offline_then_online needs isso,
    the_code_that_sends_comes_late needs isso,
    what_was_not_there_comes_with_the_network needs isso,
    the_tab_is_closed_and_opened_again needs isso,
    two_tabs needs isso,
    two_tabs_without_locks needs isso,
    wordpress_keeps_it_and_answers_500 needs wordpress,
    wordpress_does_not_take_it_twice needs wordpress,
    waline_loses_the_answer needs waline,
    kinto_loses_the_answer needs kinto,
    where_nobody_can_know_the_reader_is_asked needs isso,
];

/// Longer than the widget waits for a request that may still be under way, and
/// then some for its pauses.
const PATIENCE: Duration = Duration::from_secs(90);

const TEXT: &str = "Une fois suffit, dit le passeur.";

fn words() -> &'static CommentWords {
    &words::french().comments
}

/// A thread, and the bad network before its server.
struct Trial<'a> {
    stage: &'a Stage,
    thread: Thread,
    proxy: Proxy,
    widget: Widget<'a>,
}

impl<'a> Trial<'a> {
    async fn start(stage: &'a Stage, kind: Kind) -> Result<Self> {
        let thread = Thread::start(stage, kind, House::Open).await?;
        let proxy = Proxy::before(thread.url()).await?;
        // Isso tells nobody that it does not moderate; the site's owner does.
        let fragment = if kind == Kind::Isso { "#moderated=no" } else { "" };
        let widget = open(stage, &thread, &format!("{}{fragment}", proxy.url)).await?;
        widget.find("[part~=comment-form]").await?;
        Ok(Trial { stage, thread, proxy, widget })
    }

    /// Writes the comment and presses the button.
    async fn send(&self) -> Result<()> {
        let form = CommentForm::main(self.widget);
        fill(&form, "Awa", TEXT).await?;
        form.send().await
    }

    /// Waits until the page knows that the server has it, and sees that the
    /// server has it once.
    async fn once(&self) -> Result<()> {
        let settled = format!(
            "(() => {{
                const all = [...root.querySelectorAll('[part~=comment]')];
                const mine = all.filter((one) => one.textContent.includes({}));
                return mine.length === 1 && !mine[0].querySelector('[name=resend]')
                    && !mine[0].textContent.includes({});
            }})()",
            json!(TEXT),
            json!(words().sending)
        );
        wait::until_within(PATIENCE, "the comment on the server", || async {
            let kept = self.thread.comments().await?;
            ensure!(kept.len() == 1, "the server has {kept:?}");
            Ok(Some(()))
        })
        .await?;
        let script = format!("return {settled}");
        wait::until_within(PATIENCE, "the comment, settled", || async {
            let is_settled = self.widget.run(&script, Value::Null).await? == json!(true);
            let requests = self.proxy.sent().len();
            let shown = self.widget.text("[part~=comments]").await?;
            ensure!(is_settled, "after {requests} requests it says: {shown}");
            Ok(Some(()))
        })
        .await?;
        wait::until_within(PATIENCE, "an empty outbox", || async {
            let left = self.stored().await?;
            ensure!(left.is_empty(), "{left:?}");
            Ok(Some(()))
        })
        .await?;
        let kept = self.thread.comments().await?;
        ensure!(kept.len() == 1, "the server has {kept:?}");
        let form = CommentForm::main(self.widget);
        ensure!(form.value("text").await?.is_empty(), "the form is empty again");
        pages::nothing_uncaught(&self.stage.browser).await
    }

    /// What this browser keeps of comments that are on their way.
    async fn stored(&self) -> Result<Vec<Value>> {
        let script = "return Object.keys(localStorage).filter((key) => key.includes(argument))";
        let keys = self.widget.run(script, json!(":outbox:")).await?;
        Ok(keys.as_array().cloned().unwrap_or_default())
    }

    /// Waits until so many requests have come that send something.
    async fn until_sent(&self, count: usize) -> Result<()> {
        wait::until(&format!("{count} requests"), || async {
            let sent = self.proxy.sent().len();
            ensure!(sent >= count, "there were {sent}");
            Ok(Some(()))
        })
        .await
    }

    /// Sends it through these faults, and sees that it arrives once.
    async fn through(stage: &'a Stage, kind: Kind, faults: &[Fault]) -> Result<Self> {
        let trial = Trial::start(stage, kind).await?;
        trial.proxy.next(faults);
        trial.send().await?;
        trial.once().await?;
        Ok(trial)
    }
}

async fn three_fast_clicks(stage: &Stage) -> Result<()> {
    let trial = Trial::start(stage, Kind::Isso).await?;
    let form = CommentForm::main(trial.widget);
    fill(&form, "Awa", TEXT).await?;
    let clicks = "const button = root.querySelector(argument);
        button.click(); button.click(); button.click()";
    trial.widget.run(clicks, json!(form.send_button())).await?;
    trial.once().await?;
    ensure!(trial.proxy.sent().len() == 1, "{} requests", trial.proxy.sent().len());
    Ok(())
}

async fn the_server_keeps_it_and_answers_500(stage: &Stage) -> Result<()> {
    let trial = Trial::through(stage, Kind::Isso, &[Fault::ErrorAfterAll]).await?;
    ensure!(trial.proxy.sent().len() == 1, "{} requests", trial.proxy.sent().len());
    Ok(())
}

async fn the_answer_is_lost(stage: &Stage) -> Result<()> {
    Trial::through(stage, Kind::Isso, &[Fault::LoseAnswer]).await.map(drop)
}

async fn the_answer_is_cut(stage: &Stage) -> Result<()> {
    Trial::through(stage, Kind::Isso, &[Fault::CutAnswer]).await.map(drop)
}

async fn the_request_is_lost(stage: &Stage) -> Result<()> {
    Trial::through(stage, Kind::Isso, &[Fault::LoseRequest]).await.map(drop)
}

async fn a_proxy_answers_with_a_page(stage: &Stage) -> Result<()> {
    Trial::through(stage, Kind::Isso, &[Fault::Page(502)]).await.map(drop)
}

async fn too_many_with_retry_after(stage: &Stage) -> Result<()> {
    let fault = Fault::TooMany { retry_after: 4 };
    let trial = Trial::through(stage, Kind::Isso, &[fault]).await?;
    let sent = trial.proxy.sent();
    ensure!(sent.len() == 2, "{} requests", sent.len());
    let waited = sent[1] - sent[0];
    ensure!(waited >= Duration::from_secs(4), "it waited {waited:?}");
    Ok(())
}

/// `Retry-After` may also be a date, of whole seconds.
async fn too_many_until_a_moment(stage: &Stage) -> Result<()> {
    let fault = Fault::TooManyUntil { seconds: 14 };
    let trial = Trial::through(stage, Kind::Isso, &[fault]).await?;
    let sent = trial.proxy.sent();
    ensure!(sent.len() == 2, "{} requests", sent.len());
    let waited = sent[1] - sent[0];
    ensure!(waited >= Duration::from_secs(12), "it waited {waited:?}");
    Ok(())
}

async fn a_reload_while_it_is_sent(stage: &Stage) -> Result<()> {
    let trial = Trial::start(stage, Kind::Isso).await?;
    trial.proxy.next(&[Fault::Late(Duration::from_secs(3))]);
    trial.send().await?;
    trial.until_sent(1).await?;
    ensure!(!trial.stored().await?.is_empty(), "it was not written down first");
    stage.browser.driver.refresh().await?;
    trial.widget.until_comments().await?;
    trial.once().await?;
    ensure!(trial.proxy.sent().len() == 1, "{} requests", trial.proxy.sent().len());
    Ok(())
}

/// The browser itself is offline, and knows it.
async fn offline_then_online(stage: &Stage) -> Result<()> {
    let trial = Trial::start(stage, Kind::Isso).await?;
    stage.browser.set_offline(true).await?;
    trial.send().await?;
    trial.widget.until_text("[part~=comments]", words().waits_for_network).await?;
    pages::until_happened(&stage.browser, "comment-queued").await?;
    ensure!(trial.proxy.sent().is_empty() && trial.thread.comments().await?.is_empty());
    stage.browser.set_offline(false).await?;
    trial.once().await?;
    ensure!(trial.proxy.sent().len() == 1, "{} requests", trial.proxy.sent().len());
    Ok(())
}

/// As when the network goes before the reader begins to write: nothing is lost, and
/// it goes once.
async fn the_code_that_sends_comes_late(stage: &Stage) -> Result<()> {
    const CODE: &str = "/dist/writing.wasm";
    let trial = Trial::start(stage, Kind::Isso).await?;
    stage.site.break_at(CODE, site::Fault::Status(503));
    trial.send().await?;
    pages::until_happened(&stage.browser, "comment-queued").await?;
    let form = CommentForm::main(trial.widget);
    form.until_status(words().waits_for_server).await?;
    ensure!(trial.proxy.sent().is_empty() && trial.stored().await?.len() == 1);
    stage.site.mend(CODE);
    stage.browser.run(ONLINE, vec![]).await?;
    trial.once().await?;
    ensure!(trial.proxy.sent().len() == 1, "{} requests", trial.proxy.sent().len());
    Ok(())
}

async fn what_was_not_there_comes_with_the_network(stage: &Stage) -> Result<()> {
    let trial = Trial::start(stage, Kind::Isso).await?;
    trial.thread.post("Awa", TEXT).await?;
    trial.proxy.take_down(true);
    stage.open("/p").await?;
    trial.widget.until_text("[part~=comments]", words().unreachable).await?;
    trial.proxy.take_down(false);
    stage.browser.run(ONLINE, vec![]).await?;
    trial.widget.until_text("[part~=comment]", TEXT).await.map(drop)
}

/// What a browser says when it has a network again.
const ONLINE: &str = "dispatchEvent(new Event('online'))";

async fn the_tab_is_closed_and_opened_again(stage: &Stage) -> Result<()> {
    let trial = Trial::start(stage, Kind::Isso).await?;
    stage.browser.set_offline(true).await?;
    trial.send().await?;
    pages::until_happened(&stage.browser, "comment-queued").await?;
    let driver = &stage.browser.driver;
    let second = driver.new_tab().await?;
    driver.close_window().await?;
    driver.switch_to_window(second).await?;
    stage.browser.set_offline(false).await?;
    stage.open("/p").await?;
    trial.widget.until_comments().await?;
    trial.once().await
}

/// Both know the outbox; one of them sends.
async fn two_tabs(stage: &Stage) -> Result<()> {
    send_from_two_tabs(stage, Trial::start(stage, Kind::Isso).await?).await
}

/// As on a page without TLS: the tabs agree by leases in the storage.
async fn two_tabs_without_locks(stage: &Stage) -> Result<()> {
    let trial = Trial::start(stage, Kind::Isso).await?;
    let hidden = "<script>Object.defineProperty(Navigator.prototype, 'locks', {get() {}})</script>";
    let tag = trial.thread.attributes(&format!("{}#moderated=no", trial.proxy.url));
    let tag = pages::script_tag(&format!("data-src=/article.json {tag}"));
    stage.site.page("/p", pages::page("fr", &format!("{hidden}{tag}")));
    stage.open("/p").await?;
    trial.widget.until_comments().await?;
    let locks = stage.browser.run("return navigator.locks === undefined", vec![]).await?;
    ensure!(locks == json!(true), "there are locks");
    send_from_two_tabs(stage, trial).await
}

async fn send_from_two_tabs(stage: &Stage, trial: Trial<'_>) -> Result<()> {
    trial.proxy.next(&[Fault::LoseAnswer]);
    trial.send().await?;
    trial.until_sent(1).await?;
    let driver = &stage.browser.driver;
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second.clone()).await?;
    stage.open("/p").await?;
    trial.widget.until_comments().await?;
    driver.switch_to_window(first.clone()).await?;
    trial.once().await?;
    driver.switch_to_window(second).await?;
    let settled = "root.querySelectorAll('[part~=comment]').length === 1";
    trial.widget.until_within(PATIENCE, "the comment in the other tab", settled).await?;
    driver.close_window().await?;
    driver.switch_to_window(first).await?;
    ensure!(trial.thread.comments().await?.len() == 1);
    Ok(())
}

async fn wordpress_keeps_it_and_answers_500(stage: &Stage) -> Result<()> {
    Trial::through(stage, Kind::WordPress, &[Fault::ErrorAfterAll]).await.map(drop)
}

async fn wordpress_does_not_take_it_twice(stage: &Stage) -> Result<()> {
    let faults = [Fault::LoseAnswer, Fault::Page(503)];
    Trial::through(stage, Kind::WordPress, &faults).await.map(drop)
}

async fn waline_loses_the_answer(stage: &Stage) -> Result<()> {
    Trial::through(stage, Kind::Waline, &[Fault::LoseAnswer]).await.map(drop)
}

async fn kinto_loses_the_answer(stage: &Stage) -> Result<()> {
    Trial::through(stage, Kind::Kinto, &[Fault::LoseAnswer, Fault::CutAnswer]).await.map(drop)
}

/// Isso may moderate, and then its list says nothing: the reader decides.
async fn where_nobody_can_know_the_reader_is_asked(stage: &Stage) -> Result<()> {
    let thread = Thread::start(stage, Kind::Isso, House::Moderated).await?;
    let proxy = Proxy::before(thread.url()).await?;
    let widget = open(stage, &thread, &proxy.url).await?;
    proxy.next(&[Fault::LoseAnswer]);
    let form = CommentForm::main(widget);
    fill(&form, "Awa", TEXT).await?;
    form.send().await?;
    let asked = "root.querySelector('[name=resend]')";
    widget.until_within(PATIENCE, "the question", asked).await?;
    widget.until_text("[part~=comments]", words().unclear).await?;
    ensure!(proxy.sent().len() == 1, "it was sent again without a word");
    Ok(())
}
