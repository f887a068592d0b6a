//! How the section comes to know its server: by the description, which is checked
//! by a companion where it is none of ours.

use article_widget_browser::{address, companion, console};
use article_widget_core::comments::Backend;
use article_widget_core::comments::backend::{Page, Subject};
use article_widget_core::http::{Answer, NoAnswer};

use super::CommentSectionProps;
use super::section::{Message, Stage, State};
use super::server::Purpose;
use crate::config::CommentsConfig;

impl State {
    pub(super) fn described(&mut self, answer: Result<Answer, NoAnswer>) {
        let Ok(answer) = answer else {
            self.stage = Stage::Unreachable;
            return;
        };
        let wrong = match answer.json {
            _ if !answer.is_success() => "there is no description",
            None => "this is not JSON",
            Some(description) => {
                self.backend = Backend::known(description);
                let subject = subject(&self.props, &self.config);
                let lacks = self.backend.reach(&self.config.server_url, &subject);
                self.backend.know_reader(&self.reader.token);
                if self.config.is_preset && lacks.is_none() {
                    return self.list(Page::default(), Purpose::List);
                }
                let (config, section) = (&self.config, self.section.clone());
                let hear = move |answer| section.send_message(Message::Checked(answer));
                return companion::description(
                    &self.props.config.locate,
                    &answer.text,
                    &config.server_url,
                    Box::new(hear),
                );
            }
        };
        self.is_wrong(wrong);
    }

    /// What is wrong with the description, as [`companion`] says it.
    ///
    /// [`companion`]: article_widget_core::companion::description
    pub(super) fn checked(&mut self, answer: &str) {
        match answer {
            "" => self.stage = Stage::Unreachable,
            "200" => self.list(Page::default(), Purpose::List),
            wrong => self.is_wrong(&wrong[3..]),
        }
    }

    fn is_wrong(&mut self, wrong: &str) {
        self.stage = Stage::WrongDescription;
        console::warn(&[&self.config.description_url, ": ", wrong].concat());
    }

    /// Loads everything anew.
    pub(super) fn retry(&mut self) {
        // The button goes away under the reader's finger.
        self.lead_to("comments-heading".into());
        self.load();
    }

    pub(super) fn load(&mut self) {
        self.stage = Stage::Loading;
        self.backend = Backend::default();
        self.ask_who(String::new());
    }
}

/// The article in the words of its comment server.
fn subject(props: &CommentSectionProps, config: &CommentsConfig) -> Subject {
    let article = &props.article;
    let own = article.url.as_ref().and_then(|url| address::absolute(url.as_str()));
    Subject {
        thread: config.thread.clone(),
        title: article_widget_core::rich_text::plain_text(&article.title),
        url: own.or_else(address::page).unwrap_or_default(),
        lang: props.config.language.tag.into(),
    }
}
