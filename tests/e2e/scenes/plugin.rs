//! The plugin for WordPress, in a WordPress.

use anyhow::{Context, Result, ensure};
use article_widget_e2e_tests::comment_form::CommentForm;
use article_widget_e2e_tests::servers::House;
use article_widget_e2e_tests::servers::wordpress::{Door, WordPress, plugin_source};
use article_widget_e2e_tests::shadow::Widget;
use article_widget_e2e_tests::stage::Stage;
use article_widget_e2e_tests::{places, scenes, wait};
use serde_json::{Value, json};

scenes![
    its_php_can_be_read needs wordpress,
    its_readme_and_block_agree_with_it,
    the_shortcode_goes_around_the_article needs wordpress,
    the_block_goes_around_the_article needs wordpress,
    a_post_without_either_is_left_alone needs wordpress,
    a_comment_goes_in_and_is_read_back needs wordpress,
    what_an_author_writes_is_escaped needs wordpress,
    its_setting_is_off_until_it_is_on needs wordpress,
    the_editor_has_the_block_and_the_map needs wordpress,
];

async fn its_php_can_be_read(_: &Stage) -> Result<()> {
    let folder = plugin_source();
    let mut count = 0;
    for part in [folder.clone(), folder.join("includes")] {
        for file in std::fs::read_dir(part)? {
            let file = file?.path();
            if file.extension().is_none_or(|extension| extension != "php") {
                continue;
            }
            count += 1;
            let check = std::process::Command::new(places::php()?).arg("-l").arg(&file).output()?;
            ensure!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
            let text = std::fs::read_to_string(&file)?;
            ensure!(text.contains("|| exit;"), "{} can be called by itself", file.display());
        }
    }
    ensure!(count >= 6, "{count} files");
    Ok(())
}

/// The version stands in four files.
async fn its_readme_and_block_agree_with_it(_: &Stage) -> Result<()> {
    let read = |name: &str| std::fs::read_to_string(plugin_source().join(name));
    let version = env!("CARGO_PKG_VERSION");
    let wanted = [
        ("article-widget.php", format!("Version:           {version}\n")),
        ("article-widget.php", format!("'ARTICLE_WIDGET_VERSION', '{version}'")),
        ("readme.txt", format!("Stable tag: {version}\n")),
        ("readme.txt", format!("= {version} =\n")),
        ("block/block.json", format!("\"version\": \"{version}\"")),
    ];
    for (file, words) in wanted {
        ensure!(read(file)?.contains(&words), "no \"{}\" in {file}", words.trim());
    }
    Ok(())
}

/// Writes a post and opens it in the browser.
async fn open_post(stage: &Stage, wordpress: &WordPress, content: &str) -> Result<u64> {
    let post = wordpress.new_post("Le pont et la rivière", content).await?;
    stage.browser.driver.goto(format!("{}/?p={post}", wordpress.url)).await?;
    Ok(post)
}

const MAP: &str = r#"{"actors": [{"id": "alba", "name": "Alba", "kind": "place"},
    {"id": "borga", "name": "Borga", "kind": "place"}],
    "relations": [{"from": "alba", "to": "borga", "label": "partage le pont avec"}]}"#;

const PARAGRAPH: &str = "<!-- wp:paragraph -->\n<p>Alba et Borga partagent un pont depuis 2012.</p>\n\
                         <!-- /wp:paragraph -->\n";

/// Sees that the post's own text is in the element, where the page had it.
async fn is_in_place(stage: &Stage, post: u64) -> Result<()> {
    let widget = Widget::first(&stage.browser);
    widget.until("the state \"ready\"", "host?.state === 'ready'").await?;
    let script = "const text = host.querySelector(':scope > article > p');
        return {
            text: text?.textContent,
            width: text?.getBoundingClientRect().width ?? 0,
            thread: host.getAttribute('thread'),
            count: document.querySelectorAll('article-widget').length,
            from: document.querySelector('script[src*=\"embed.js\"]')?.getAttribute('src'),
        }";
    let seen = widget.run(script, Value::Null).await?;
    ensure!(seen["text"] == json!("Alba et Borga partagent un pont depuis 2012."), "{seen}");
    ensure!(seen["width"].as_f64().is_some_and(|width| width > 100.0), "{seen}");
    ensure!(seen["thread"] == json!(post.to_string()), "{seen}");
    ensure!(seen["count"] == json!(1), "{seen}");
    let from = seen["from"].as_str().unwrap_or_default();
    ensure!(from.contains("/wp-content/plugins/article-widget/dist/embed.js"), "{seen}");
    Ok(())
}

async fn the_shortcode_goes_around_the_article(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    stage.site.page("/map.json", MAP);
    let content = format!("{PARAGRAPH}[article_widget map=\"{}\"]", stage.site.url("/map.json"));
    let post = open_post(stage, &wordpress, &content).await?;
    is_in_place(stage, post).await?;
    Widget::first(&stage.browser).until_text("[part~=map]", "Borga").await?;
    let left = "return document.body.innerText.includes('[article_widget')";
    ensure!(stage.browser.run(left, vec![]).await? == json!(false), "the shortcode can be read");
    Ok(())
}

async fn the_block_goes_around_the_article(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    stage.site.page("/map.json", MAP);
    let settings = json!({"map": stage.site.url("/map.json"), "view": "table", "theme": "dark"});
    let content = format!("<!-- wp:article-widget/article {settings} /-->\n\n{PARAGRAPH}");
    let post = open_post(stage, &wordpress, &content).await?;
    is_in_place(stage, post).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=map] table", "Borga").await?;
    let attributes = "return ['map', 'theme', 'backend', 'backend-url'].map((name) =>
        host.getAttribute(name))";
    let attributes = widget.run(attributes, Value::Null).await?;
    ensure!(attributes == json!(["table", "dark", "wordpress", wordpress.url]), "{attributes}");
    // The theme's comments are for those without JavaScript.
    let theirs = "return document.querySelectorAll('#commentform').length";
    ensure!(stage.browser.run(theirs, vec![]).await? == json!(0));
    Ok(())
}

async fn a_post_without_either_is_left_alone(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    open_post(stage, &wordpress, PARAGRAPH).await?;
    let script = "return [document.querySelectorAll('article-widget').length,
        document.querySelectorAll('script[src*=article-widget]').length,
        document.querySelectorAll('#commentform').length]";
    let seen = stage.browser.run(script, vec![]).await?;
    ensure!(seen == json!([0, 0, 1]), "{seen}");
    // Nor is what REST gives, which is where other sites take the article from.
    let post = wordpress.new_post("Un essai", &format!("{PARAGRAPH}[article_widget]")).await?;
    let answer = reqwest::get(wordpress.rest(&format!("/wp/v2/posts/{post}"))).await?;
    let answer: Value = serde_json::from_str(&answer.text().await?)?;
    let content = answer["content"]["rendered"].as_str().context("no content")?;
    ensure!(content.contains("Alba et Borga") && !content.contains("article-widget"), "{content}");
    Ok(())
}

async fn a_comment_goes_in_and_is_read_back(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    let contents = [
        format!("<!-- wp:article-widget/article /-->\n\n{PARAGRAPH}"),
        format!("{PARAGRAPH}[article_widget]"),
    ];
    for content in contents {
        let post = open_post(stage, &wordpress, &content).await?;
        is_in_place(stage, post).await?;
        let widget = Widget::first(&stage.browser);
        let form = CommentForm::main(widget);
        form.fill("text", "Un pont pour deux villes").await?;
        form.fill("name", "Awa").await?;
        form.fill("email", "awa@example.org").await?;
        form.send().await?;
        widget.until_text("[part~=comment]", "Un pont pour deux villes").await?;
        wait::until("the comment in WordPress", || async {
            let kept = wordpress.comments(post).await?;
            ensure!(kept.len() == 1 && kept[0]["author_name"] == json!("Awa"), "{kept:?}");
            Ok(Some(()))
        })
        .await?;
        stage.browser.driver.refresh().await?;
        widget.until_text("[part~=comment]", "Un pont pour deux villes").await?;
    }
    Ok(())
}

async fn what_an_author_writes_is_escaped(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    let settings = json!({
        "map": "javascript:document.title='acted'\"><img src=x onerror=document.title='acted'>",
        "view": "\"><script>document.title='acted'</script>",
        "theme": "' onclick='x",
    });
    let content = format!("<!-- wp:article-widget/article {settings} /-->\n\n{PARAGRAPH}");
    let post = open_post(stage, &wordpress, &content).await?;
    is_in_place(stage, post).await?;
    let script = "return host.getAttributeNames().sort()";
    let names = Widget::first(&stage.browser).run(script, Value::Null).await?;
    ensure!(names == json!(["backend", "backend-url", "lang", "thread"]), "{names}");
    ensure!(stage.browser.driver.title().await?.starts_with("Le pont"), "something acted");
    Ok(())
}

/// Signs in as the editor, who is an administrator.
async fn sign_in(stage: &Stage, wordpress: &WordPress) -> Result<()> {
    stage.browser.driver.goto(format!("{}/wp-login.php", wordpress.url)).await?;
    let script = "document.getElementById('user_login').value = 'editor';
        document.getElementById('user_pass').value = 'editor';
        document.getElementById('loginform').submit()";
    stage.browser.run(script, vec![]).await?;
    until_page(stage, "the dashboard", "!!document.getElementById('wpadminbar')").await
}

async fn until_page(stage: &Stage, what: &str, condition: &str) -> Result<()> {
    let script = format!("return document.readyState === 'complete' && {condition}");
    wait::until(what, || async {
        let holds = stage.browser.run(&script, vec![]).await? == json!(true);
        Ok(holds.then_some(()))
    })
    .await
}

/// Turns the setting on or off, on the page that WordPress has for it.
async fn set_anonymous(stage: &Stage, wordpress: &WordPress, on: bool) -> Result<()> {
    let page = format!("{}/wp-admin/options-discussion.php", wordpress.url);
    stage.browser.driver.goto(page).await?;
    let script = "const box = document.querySelector('[name=article_widget_anonymous]');
        box.checked = arguments[0];
        document.getElementById('submit').click()";
    stage.browser.run(script, vec![json!(on)]).await?;
    let saved = format!(
        "!!document.getElementById('setting-error-settings_updated') &&
         document.querySelector('[name=article_widget_anonymous]').checked === {on}"
    );
    until_page(stage, "the saved settings", &saved).await
}

async fn its_setting_is_off_until_it_is_on(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(Door::Plugin).await?;
    let post = open_post(stage, &wordpress, &format!("{PARAGRAPH}[article_widget]")).await?;
    let widget = Widget::first(&stage.browser);
    widget.until("the state \"ready\"", "host?.state === 'ready'").await?;
    let state = "return [host.hasAttribute('backend'), !!document.getElementById('commentform')]";
    let seen = widget.run(state, Value::Null).await?;
    ensure!(seen == json!([false, true]), "off at first, with the theme's form: {seen}");
    let refused = wordpress.comment(post, 0, "Awa", "Un avis").await;
    let words = refused.err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(words.contains("rest_comment_login_required"), "{words}");

    sign_in(stage, &wordpress).await?;
    set_anonymous(stage, &wordpress, true).await?;
    stage.browser.driver.goto(format!("{}/?p={post}", wordpress.url)).await?;
    let seen = widget.run(state, Value::Null).await?;
    ensure!(seen == json!([true, false]), "on: {seen}");
    wordpress.comment(post, 0, "Awa", "Un avis").await?;
    ensure!(wordpress.comments(post).await?.len() == 1);

    set_anonymous(stage, &wordpress, false).await?;
    let refused = wordpress.comment(post, 0, "Awa", "Un autre avis").await;
    ensure!(refused.is_err(), "it is off again");
    Ok(())
}

/// As an author works: she puts the block into a new post, pastes a map, and
/// publishes.
async fn the_editor_has_the_block_and_the_map(stage: &Stage) -> Result<()> {
    let wordpress = stage.servers.wordpress(House::Open).await?;
    sign_in(stage, &wordpress).await?;
    stage.browser.driver.goto(format!("{}/wp-admin/post-new.php", wordpress.url)).await?;
    let ready = "!!window.wp?.blocks?.getBlockType('article-widget/article')
        && !!document.getElementById('article-widget-map-field')
        && !!wp.data.select('core/editor').getCurrentPostId()";
    until_page(stage, "the editor", ready).await?;
    let script = "const { createBlock } = wp.blocks;
        wp.data.dispatch('core/block-editor').insertBlocks([
            createBlock('core/paragraph', {content: 'Alba et Borga partagent un pont depuis 2012.'}),
            createBlock('article-widget/article', {view: 'table'}),
        ]);
        document.getElementById('article-widget-map-field').value = arguments[0];
        wp.data.dispatch('core/editor').editPost({title: 'Écrit dans l’éditeur', status: 'publish'});
        wp.data.dispatch('core/editor').savePost();";
    stage.browser.run(script, vec![json!(MAP)]).await?;
    let saved = "!wp.data.select('core/editor').isEditedPostDirty()
        && !wp.data.select('core/edit-post').isSavingMetaBoxes()
        && wp.data.select('core/editor').getCurrentPost().status === 'publish'
        && document.querySelectorAll('.block-editor-warning').length === 0";
    until_page(stage, "the saved post", saved).await?;
    let id = "return wp.data.select('core/editor').getCurrentPostId()";
    let post = stage.browser.run(id, vec![]).await?.as_u64().context("no post")?;
    let address = wordpress.rest(&format!("/article-widget/v1/map/{post}"));
    wait::until("the kept map", || async {
        let answer = reqwest::get(&address).await?;
        let kept: Value = serde_json::from_str(&answer.text().await?)?;
        ensure!(kept["actors"][1]["name"] == json!("Borga"), "{kept}");
        Ok(Some(()))
    })
    .await?;
    stage.browser.driver.goto(format!("{}/?p={post}", wordpress.url)).await?;
    is_in_place(stage, post).await?;
    let widget = Widget::first(&stage.browser);
    widget.until_text("[part~=map] table", "Borga").await.map(drop)
}
