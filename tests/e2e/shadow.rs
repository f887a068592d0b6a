//! What a reader finds in the element's shadow root.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::browsers::Browser;
use crate::wait;

/// One of the widgets in the page.
///
/// Every question waits until it can be answered: a reader waits too.
#[derive(Clone, Copy)]
pub struct Widget<'a> {
    browser: &'a Browser,
    index: usize,
}

impl<'a> Widget<'a> {
    /// The first widget in the page.
    pub fn first(browser: &'a Browser) -> Self {
        Self::nth(browser, 0)
    }

    /// The widget at this place in the page, counted from 0.
    pub fn nth(browser: &'a Browser, index: usize) -> Self {
        Widget { browser, index }
    }

    /// Runs a script that sees the element as `host`, its shadow root as `root`
    /// and `argument`, and gives what it returns.
    pub async fn run(&self, script: &str, argument: Value) -> Result<Value> {
        let script = self.prelude() + script;
        self.browser.run(&script, vec![argument]).await
    }

    /// As [`Widget::run`], of a script that begins with an expression: waits
    /// until it is something else than `null`, `false` and nothing.
    pub async fn until(&self, what: &str, expression: &str) -> Result<Value> {
        self.until_within(wait::PATIENCE, what, expression).await
    }

    /// As [`Widget::until`], with a patience of its own.
    pub async fn until_within(
        &self,
        patience: Duration,
        what: &str,
        expression: &str,
    ) -> Result<Value> {
        let script = format!("return {expression}");
        wait::until_within(patience, what, || async {
            let value = self.run(&script, Value::Null).await?;
            Ok(Some(value).filter(|value| !matches!(value, Value::Null | Value::Bool(false))))
        })
        .await
    }

    /// The first element in the shadow root for a selector.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let script = self.prelude() + "return root?.querySelector(argument)";
        wait::until(selector, || async {
            let found = self.browser.driver.execute(script.as_str(), vec![json!(selector)]).await?;
            Ok(if found.json().is_null() { None } else { Some(found.element()?) })
        })
        .await
    }

    /// The elements that a script gives (see [`Widget::run`]).
    pub async fn all(&self, script: &str) -> Result<Vec<WebElement>> {
        let script = self.prelude() + script;
        Ok(self.browser.driver.execute(script, Vec::new()).await?.elements()?)
    }

    /// How many elements in the shadow root there are, right now, for a selector.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        let count = self.run("return root?.querySelectorAll(argument).length", json!(selector));
        Ok(usize::try_from(count.await?.as_u64().unwrap_or(0))?)
    }

    /// Waits until there are so many elements for a selector.
    pub async fn until_count(&self, selector: &str, wanted: usize) -> Result<()> {
        wait::until(&format!("{wanted} of {selector}"), || async {
            let count = self.count(selector).await?;
            ensure!(count == wanted, "there are {count}");
            Ok(Some(()))
        })
        .await
    }

    /// The text of the first element for a selector, right now, with single spaces.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let script =
            "return root?.querySelector(argument)?.textContent.replace(/\\s+/g, ' ').trim()";
        let text = self.run(script, json!(selector)).await?;
        Ok(text.as_str().with_context(|| format!("no {selector}"))?.to_owned())
    }

    /// Waits until the text of the first element for a selector holds `words`.
    pub async fn until_text(&self, selector: &str, words: &str) -> Result<String> {
        let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
        wait::until(&format!("\"{words}\" in {selector}"), || async {
            let text = self.text(selector).await?;
            ensure!(text.contains(&words), "it says \"{text}\"");
            Ok(Some(text))
        })
        .await
    }

    /// Waits until the article can be read.
    pub async fn until_ready(&self) -> Result<()> {
        self.until("the state \"ready\"", "host?.state === 'ready'").await?;
        self.find("[part~=title]").await.map(drop)
    }

    /// Waits until the article can be read, and the comment section has had its
    /// answer: both come after one another.
    pub async fn until_comments(&self) -> Result<()> {
        self.until_ready().await?;
        let settled = "root.querySelector('[part~=comments]')
            && !root.querySelector('[part~=comments] [aria-busy]')";
        self.until("the comments", settled).await.map(drop)
    }

    /// The element's property `state`.
    pub async fn state(&self) -> Result<String> {
        let state = self.run("return host.state", Value::Null).await?;
        Ok(state.as_str().unwrap_or_default().to_owned())
    }

    /// Clicks, as a reader does, on the first element for a selector. (A group
    /// of SVG can't be hit by itself: name a shape in it.)
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        self.run(
            "root.querySelector(argument).scrollIntoView({block: 'center', behavior: 'instant'})",
            json!(selector),
        )
        .await?;
        element.click().await.with_context(|| format!("click on {selector}"))
    }

    /// Presses the first button that says `words`, once it is there.
    pub async fn press_button(&self, words: &str) -> Result<()> {
        let script = "const buttons = [...root.querySelectorAll('button')];
            const found = buttons.find((one) => !one.disabled
                && (one.textContent + (one.ariaLabel ?? '')).includes(argument));
            found?.scrollIntoView({block: 'center', behavior: 'instant'});
            found?.click();
            return !!found";
        wait::until(&format!("the button \"{words}\""), || async {
            let pressed = self.run(script, json!(words)).await? == json!(true);
            Ok(pressed.then_some(()))
        })
        .await
    }

    /// Types into the first field for a selector, after what is there.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.find(selector).await?;
        element.send_keys(text).await.with_context(|| format!("typing into {selector}"))
    }

    /// What a field holds.
    pub async fn value(&self, selector: &str) -> Result<String> {
        let value =
            self.run("return root?.querySelector(argument)?.value", json!(selector)).await?;
        Ok(value.as_str().with_context(|| format!("no field {selector}"))?.to_owned())
    }

    /// Whether the first element for a selector, or something in it, has the focus.
    pub async fn has_focus(&self, selector: &str) -> Result<bool> {
        let script = "return !!root?.activeElement?.closest(argument)";
        Ok(self.run(script, json!(selector)).await? == json!(true))
    }

    /// Waits until the first element for a selector, or something in it, has the focus.
    pub async fn until_focus(&self, selector: &str) -> Result<()> {
        wait::until(&format!("the focus on {selector}"), || async {
            if self.has_focus(selector).await? {
                return Ok(Some(()));
            }
            let script = "const at = root?.activeElement; return at ? at.outerHTML.slice(0, 200) \
                          : 'not in the widget: ' + document.activeElement?.tagName";
            anyhow::bail!("it is {}", self.run(script, Value::Null).await?)
        })
        .await
    }

    fn prelude(&self) -> String {
        format!(
            "const argument = arguments[0];
             const host = document.querySelectorAll('article-widget')[{}];
             const root = host?.shadowRoot;\n",
            self.index
        )
    }
}

/// Presses keys, one after the other, wherever the focus is.
pub async fn press(browser: &Browser, keys: &[Key]) -> Result<()> {
    for key in keys {
        let actions = browser.driver.action_chain();
        actions.key_down(key.clone()).key_up(key.clone()).perform().await?;
    }
    Ok(())
}

/// Types text wherever the focus is.
pub async fn type_text(browser: &Browser, text: &str) -> Result<()> {
    Ok(browser.driver.action_chain().send_keys(text).perform().await?)
}
