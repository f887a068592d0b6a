//! Where drivers, browsers, `dist/`, comment servers and axe-core are.
//!
//! `cargo xtask test` says it in environment variables. Without them, the
//! places where a system or `cargo xtask` puts things are tried.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A place that an environment variable can name.
fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// A program of one of these names on the search path.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// The file at `tail` in any of the folders in `parent`, the last by name first.
fn in_siblings(parent: &Path, tail: &str) -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(parent).ok()?.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders.iter().rev().map(|folder| folder.join(tail)).find(|file| file.is_file())
}

/// The folder in which `cargo xtask` keeps its tools.
fn tool_cache() -> Option<PathBuf> {
    if let Some(folder) = named("ARTICLE_WIDGET_TOOLS") {
        return Some(folder);
    }
    let cache = named("XDG_CACHE_HOME").or_else(|| Some(named("HOME")?.join(".cache")))?;
    Some(cache.join("article-widget"))
}

fn in_tool_cache(tail: &str) -> Option<PathBuf> {
    in_siblings(&tool_cache()?, tail)
}

/// The top of the repository.
pub fn repository() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The built package.
pub fn dist() -> Result<PathBuf> {
    let folder = named("ARTICLE_WIDGET_DIST").unwrap_or_else(|| repository().join("dist"));
    anyhow::ensure!(
        folder.join("embed.js").is_file(),
        "no embed.js in {}: run `cargo xtask dist` first",
        folder.display()
    );
    Ok(folder)
}

/// The module of a page that is itself a Yew application.
pub fn yew_host() -> Result<PathBuf> {
    let folder = named("ARTICLE_WIDGET_YEW_HOST").unwrap_or_else(|| target().join("yew-host"));
    anyhow::ensure!(
        folder.join("host.js").is_file(),
        "no host.js in {}: run `cargo xtask test e2e`",
        folder.display()
    );
    Ok(folder)
}

/// The examples that are built.
pub fn examples() -> Result<PathBuf> {
    let folder = target().join("package/examples");
    anyhow::ensure!(
        folder.join("react/dist/index.html").is_file(),
        "the examples are not built: run `cargo xtask test package` first"
    );
    Ok(folder)
}

/// A file of an example: `NAME/FILE`, built or as it is.
pub fn example(path: &Path) -> Option<PathBuf> {
    let mut parts = path.components();
    let name = parts.next()?;
    let built = target().join("package/examples").join(name).join("dist").join(parts.as_path());
    Some(if built.is_file() { built } else { repository().join("examples").join(path) })
}

/// Where cargo builds.
fn target() -> PathBuf {
    named("CARGO_TARGET_DIR").unwrap_or_else(|| repository().join("target"))
}

/// Chromium's WebDriver.
pub fn chromedriver() -> Result<PathBuf> {
    named("ARTICLE_WIDGET_CHROMEDRIVER")
        .or_else(|| on_path(&["chromedriver"]))
        .context("no chromedriver (Debian: apt-get install chromium chromium-driver)")
}

/// Chromium, where its driver does not find it by itself.
pub fn chromium() -> Option<PathBuf> {
    named("ARTICLE_WIDGET_CHROMIUM").or_else(|| on_path(&["chromium", "google-chrome"]))
}

/// Firefox's WebDriver.
pub fn geckodriver() -> Result<PathBuf> {
    named("ARTICLE_WIDGET_GECKODRIVER")
        .or_else(|| on_path(&["geckodriver"]))
        .or_else(|| in_tool_cache("bin/geckodriver"))
        .context("no geckodriver (cargo install --locked geckodriver)")
}

/// Firefox.
pub fn firefox() -> Result<PathBuf> {
    named("ARTICLE_WIDGET_FIREFOX")
        .or_else(|| on_path(&["firefox-esr", "firefox"]))
        .context("no Firefox (Debian: apt-get install firefox-esr)")
}

/// WebKit's WebDriver.
pub fn webkit_driver() -> Result<PathBuf> {
    named("ARTICLE_WIDGET_WEBKITDRIVER")
        .or_else(|| on_path(&["WebKitWebDriver"]))
        .context("no WebKitWebDriver (Debian: apt-get install webkit2gtk-driver)")
}

/// The smallest browser around WebKitGTK.
pub fn mini_browser() -> Result<PathBuf> {
    const TAIL: &str = "webkit2gtk-4.1/MiniBrowser";
    named("ARTICLE_WIDGET_MINIBROWSER")
        .or_else(|| in_siblings(Path::new("/usr/lib"), TAIL))
        .or_else(|| in_siblings(Path::new("/usr"), TAIL))
        .context("no MiniBrowser (Debian: apt-get install libwebkit2gtk-4.1-0 webkit2gtk-driver)")
}

/// The X server without a screen.
pub fn xvfb() -> Result<PathBuf> {
    on_path(&["Xvfb"]).context("no Xvfb (Debian: apt-get install xvfb)")
}

/// The comment server.
pub fn isso() -> Result<PathBuf> {
    named("ARTICLE_WIDGET_ISSO")
        .or_else(|| on_path(&["isso"]))
        .or_else(|| in_tool_cache("bin/isso"))
        .context("no Isso (pip install isso==0.14.0)")
}

/// The interpreter of PHP.
pub fn php() -> Result<PathBuf> {
    on_path(&["php"])
        .context("no PHP (Debian: apt-get install php-cli php-mysql php-xml php-mbstring)")
}

/// The database server.
pub fn mariadb() -> Result<PathBuf> {
    on_path(&["mariadbd"])
        .or_else(|| Some(PathBuf::from("/usr/sbin/mariadbd")).filter(|file| file.is_file()))
        .context("no MariaDB (Debian: apt-get install mariadb-server)")
}

/// What fills the data folder of the database server.
pub fn mariadb_install() -> Result<PathBuf> {
    on_path(&["mariadb-install-db"]).context("no MariaDB (Debian: apt-get install mariadb-server)")
}

/// The client of the database server.
pub fn mariadb_client() -> Result<PathBuf> {
    on_path(&["mariadb"]).context("no MariaDB (Debian: apt-get install mariadb-server)")
}

/// The folder of WordPress, if what it runs on is there.
pub fn wordpress() -> Result<PathBuf> {
    php().and(mariadb()).and(mariadb_install()).and(mariadb_client())?;
    let folder = named("ARTICLE_WIDGET_WORDPRESS").unwrap_or("/usr/share/wordpress".into());
    anyhow::ensure!(
        folder.join("wp-load.php").is_file(),
        "no WordPress (Debian: apt-get install wordpress)"
    );
    Ok(folder)
}

/// The folder that holds Waline in its `node_modules`, if its database is there.
pub fn waline() -> Result<PathBuf> {
    const TAIL: &str = "node_modules/@waline/vercel/index.js";
    mariadb().and(mariadb_install()).and(mariadb_client())?;
    on_path(&["node"]).context("no Node.js")?;
    named("ARTICLE_WIDGET_WALINE")
        .or_else(|| in_tool_cache(TAIL))
        .and_then(|file| Some(file.ancestors().nth(4)?.to_path_buf()))
        .context("no Waline (npm install @waline/vercel@1.39.3)")
}

/// The client of Waline, as a module.
pub fn waline_client() -> Result<PathBuf> {
    named("ARTICLE_WIDGET_WALINE_CLIENT")
        .or_else(|| in_tool_cache("node_modules/@waline/client/dist/waline.js"))
        .context("no client of Waline (npm install @waline/client@3.13.0)")
}

/// The client of Artalk, as a script.
pub fn artalk_client() -> Result<PathBuf> {
    named("ARTICLE_WIDGET_ARTALK_CLIENT")
        .or_else(|| in_tool_cache("node_modules/artalk/dist/Artalk.iife.js"))
        .context("no client of Artalk (npm install artalk@2.9.1)")
}

/// The folder of the programs of PostgreSQL.
pub fn postgres() -> Result<PathBuf> {
    in_siblings(Path::new("/usr/lib/postgresql"), "bin/initdb")
        .or_else(|| on_path(&["initdb"]))
        .and_then(|initdb| Some(initdb.parent()?.to_path_buf()))
        .context("no PostgreSQL (Debian: apt-get install postgresql)")
}

/// The store of JSON records, if its database is there.
pub fn kinto() -> Result<PathBuf> {
    postgres()?;
    named("ARTICLE_WIDGET_KINTO")
        .or_else(|| on_path(&["kinto"]))
        .or_else(|| in_tool_cache("bin/kinto"))
        .context("no Kinto (pip install kinto[postgresql]==26.5.0)")
}

/// The source of axe-core.
pub fn axe() -> Result<PathBuf> {
    const TAIL: &str = "node_modules/axe-core/axe.min.js";
    named("ARTICLE_WIDGET_AXE")
        .or_else(|| Some(repository().join(TAIL)).filter(|file| file.is_file()))
        .or_else(|| in_tool_cache(TAIL))
        .context("no axe-core (npm install axe-core@4.14.1)")
}

/// Where the picture of a failed test is kept.
pub fn failures() -> PathBuf {
    target().join("e2e-failures")
}
