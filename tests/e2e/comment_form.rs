//! The comment section, as a reader uses it.

use anyhow::Result;
use serde_json::{Value, json};

use crate::shadow::Widget;

/// The form at the end of the list, or the one that answers a comment.
#[derive(Clone, Copy)]
pub struct CommentForm<'a> {
    widget: Widget<'a>,
    scope: &'a str,
}

impl<'a> CommentForm<'a> {
    /// The form that starts a new comment.
    pub fn main(widget: Widget<'a>) -> Self {
        CommentForm { widget, scope: "form[part~=comment-form]:not([part~=comment] form)" }
    }

    /// The form that answers a comment.
    pub fn answer(widget: Widget<'a>) -> Self {
        CommentForm { widget, scope: "[part~=comment] form[part~=comment-form]" }
    }

    /// The selector of the field with this name.
    pub fn field(&self, name: &str) -> String {
        format!("{} [name={name}]", self.scope)
    }

    /// The selector of the button that sends.
    pub fn send_button(&self) -> String {
        format!("{} [type=submit]", self.scope)
    }

    /// Types a value into a field, after what is there.
    pub async fn fill(&self, name: &str, value: &str) -> Result<()> {
        self.widget.type_into(&self.field(name), value).await
    }

    /// As [`CommentForm::fill`], where the server wants the field.
    pub async fn fill_if_there(&self, name: &str, value: &str) -> Result<()> {
        match self.widget.count(&self.field(name)).await? {
            0 => Ok(()),
            _ => self.fill(name, value).await,
        }
    }

    /// What a field holds.
    pub async fn value(&self, name: &str) -> Result<String> {
        self.widget.value(&self.field(name)).await
    }

    /// Presses the button that sends.
    pub async fn send(&self) -> Result<()> {
        self.widget.click(&self.send_button()).await
    }

    /// Waits until the form says `words` next to its button.
    pub async fn until_status(&self, words: &str) -> Result<()> {
        // The status outlives the form that it speaks of.
        self.widget.until_text("[part~=comments]", words).await.map(drop)
    }

    /// Waits until the field with this name is marked as wrong, and gives the
    /// words that are tied to it.
    pub async fn until_wrong(&self, name: &str) -> Result<String> {
        let field = self.field(name);
        let expression = format!(
            "(() => {{
                const field = root?.querySelector({field});
                if (field?.getAttribute('aria-invalid') !== 'true') return null;
                const ids = (field.getAttribute('aria-describedby') ?? '') + ' '
                    + (field.getAttribute('aria-errormessage') ?? '');
                return ids.trim().split(/\\s+/)
                    .map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
            }})()",
            field = json!(field)
        );
        let words = self.widget.until(&format!("an error beside {field}"), &expression).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// Opens the form that answers the comment with these words.
    pub async fn open_answer(widget: Widget<'a>, to: &str) -> Result<CommentForm<'a>> {
        widget.until_text("[part~=comments]", to).await?;
        let script = "const comments = [...root.querySelectorAll('[part~=comment]')];
            const found = comments.filter((comment) => comment.textContent.includes(argument)).pop();
            const button = [...found.querySelectorAll('button')].find((button) =>
                button.textContent.includes('Répondre'));
            button.scrollIntoView({block: 'center', behavior: 'instant'});
            button.click();";
        widget.run(script, Value::from(to)).await?;
        let form = CommentForm::answer(widget);
        widget.find(&form.field("text")).await?;
        Ok(form)
    }
}
