//! The web site that the widget is embedded in, with its faults.
//!
//! `/dist/…` is the built package, `/yew-host/…` the module of a page that is
//! itself a Yew application, `/examples/…` the built examples, everything else a
//! page that a test wrote or a file of `www/`. Each site has an origin of its
//! own, and so a storage of
//! its own in every browser.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::Response;

use crate::{pages, places};

/// What goes wrong at a path, until it is lifted.
#[derive(Clone, Debug)]
pub enum Fault {
    /// No answer comes until the fault is lifted.
    Hold,
    /// An answer with this status and a page of HTML.
    Status(u16),
    /// An answer with this status and this document.
    Says(u16, String),
    /// A redirection to this path, with this status.
    Moved(u16, &'static str),
    /// The file under a wrong content type.
    ContentType(&'static str),
    /// Only so many bytes of the file arrive; then the connection breaks.
    Cut(usize),
    /// Something else instead of the file.
    Instead {
        /// Its content type.
        content_type: &'static str,
        /// What it says.
        body: String,
    },
    /// This WebAssembly instead of the file's.
    Module(Vec<u8>),
}

/// A page that a test wrote.
#[derive(Clone, Debug)]
struct Page {
    body: String,
    policy: Option<String>,
}

#[derive(Default)]
struct Shared {
    pages: Mutex<BTreeMap<String, Page>>,
    faults: Mutex<BTreeMap<String, Fault>>,
    requests: Mutex<Vec<String>>,
    reports: Mutex<Vec<String>>,
    dist: PathBuf,
    www: PathBuf,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A web site on this machine; gone when dropped.
pub struct Site {
    /// `http://127.0.0.1:PORT`
    pub origin: String,
    shared: Arc<Shared>,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Site {
    /// Opens a site with the built package.
    pub async fn open() -> Result<Site> {
        let shared = Arc::new(Shared {
            dist: places::dist()?,
            www: places::repository().join("www"),
            ..Shared::default()
        });
        let own = [
            ("/record.js", pages::RECORD.to_owned()),
            ("/article.json", pages::article().to_string()),
        ];
        for (path, body) in own {
            lock(&shared.pages).insert(path.into(), Page { body, policy: None });
        }
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let router = Router::new().fallback(answer).with_state(shared.clone());
        let server = tokio::spawn(async move {
            // It ends when the site is dropped; there is nobody to tell of an error.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Site { origin, shared, server })
    }

    /// The absolute address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Puts a page at a path, or a document where the path ends in `.json`.
    pub fn page(&self, path: &str, body: impl Into<String>) {
        let page = Page { body: body.into(), policy: None };
        lock(&self.shared.pages).insert(path.into(), page);
    }

    /// Puts a page at a path, under a Content Security Policy that reports to the site.
    pub fn page_under_policy(&self, path: &str, html: impl Into<String>, policy: &str) {
        let policy = Some(format!("{policy}; report-uri /csp-report"));
        lock(&self.shared.pages).insert(path.into(), Page { body: html.into(), policy });
    }

    /// What the site has at a path, as text.
    pub fn read(&self, path: &str) -> Result<String> {
        Ok(String::from_utf8(self.bytes(path)?)?)
    }

    /// What the site has at a path.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>> {
        read(&self.shared, path).with_context(|| format!("no {path}"))
    }

    /// From now on, something goes wrong at this path.
    pub fn break_at(&self, path: &str, fault: Fault) {
        lock(&self.shared.faults).insert(path.into(), fault);
    }

    /// All is well again at this path.
    pub fn mend(&self, path: &str) {
        lock(&self.shared.faults).remove(path);
    }

    /// How often a path was asked for.
    pub fn requests(&self, path: &str) -> usize {
        lock(&self.shared.requests).iter().filter(|asked| *asked == path).count()
    }

    /// The policy violations that browsers have reported.
    pub fn reports(&self) -> Vec<String> {
        lock(&self.shared.reports).clone()
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let path = request.uri().path().to_string();
    if path == "/csp-report" && request.method() == Method::POST {
        let body = axum::body::to_bytes(request.into_body(), 1 << 20).await.unwrap_or_default();
        lock(&shared.reports).push(String::from_utf8_lossy(&body).into_owned());
        return plain(StatusCode::NO_CONTENT, "text/plain", Body::empty());
    }
    if path == "/favicon.ico" {
        return plain(StatusCode::NO_CONTENT, "image/x-icon", Body::empty());
    }
    lock(&shared.requests).push(path.clone());
    let fault = lock(&shared.faults).get(&path).cloned();
    match fault {
        Some(Fault::Hold) => {
            while lock(&shared.faults).contains_key(&path) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            file_or_page(&shared, &path, None)
        }
        Some(Fault::Status(status)) => plain(
            StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            "text/html; charset=utf-8",
            Body::from("<!doctype html><title>Error</title><h1>Error</h1>"),
        ),
        Some(Fault::Says(status, document)) => plain(
            StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            "application/json",
            Body::from(document),
        ),
        Some(Fault::Moved(status, path)) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FOUND);
            let mut response = plain(status, "text/plain", Body::empty());
            let place = header::HeaderValue::from_static(path);
            response.headers_mut().insert(header::LOCATION, place);
            response
        }
        Some(Fault::Instead { content_type, body }) => {
            plain(StatusCode::OK, content_type, Body::from(body))
        }
        Some(Fault::Module(module)) => {
            plain(StatusCode::OK, "application/wasm", Body::from(module))
        }
        other => file_or_page(&shared, &path, other),
    }
}

fn file_or_page(shared: &Shared, path: &str, fault: Option<Fault>) -> Response {
    let page = lock(&shared.pages).get(path).cloned();
    if let Some(policy) = page.as_ref().and_then(|page| page.policy.as_ref()?.parse().ok()) {
        let body = page.map(|page| page.body).unwrap_or_default();
        let mut response = plain(StatusCode::OK, content_type(path), Body::from(body));
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        return response;
    }
    let Some(bytes) = page.map(|page| page.body.into_bytes()).or_else(|| read(shared, path)) else {
        return plain(StatusCode::NOT_FOUND, "text/html", Body::from("<h1>Not Found</h1>"));
    };
    match fault {
        Some(Fault::ContentType(content_type)) => {
            plain(StatusCode::OK, content_type, Body::from(bytes))
        }
        Some(Fault::Cut(length)) => {
            let whole = bytes.len();
            let start = Bytes::from(bytes).slice(..length.min(whole));
            let parts = futures_util::stream::iter([
                Ok(start),
                Err(std::io::Error::other("the connection breaks here")),
            ]);
            let mut response = plain(StatusCode::OK, content_type(path), Body::from_stream(parts));
            response.headers_mut().insert(header::CONTENT_LENGTH, whole.into());
            response
        }
        _ => plain(StatusCode::OK, content_type(path), Body::from(bytes)),
    }
}

fn plain(status: StatusCode, content_type: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    // So that one site can embed the package of another.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
    response
}

fn read(shared: &Shared, path: &str) -> Option<Vec<u8>> {
    let file = if let Some(tail) = path.strip_prefix("/dist/") {
        shared.dist.join(safe(tail)?)
    } else if let Some(tail) = path.strip_prefix("/yew-host/") {
        places::yew_host().ok()?.join(safe(tail)?)
    } else if let Some(tail) = path.strip_prefix("/examples/") {
        places::example(safe(tail)?)?
    } else {
        shared.www.join(safe(path.strip_prefix('/')?)?)
    };
    std::fs::read(file).ok()
}

/// A relative path that does not leave its folder.
fn safe(path: &str) -> Option<&Path> {
    let path = Path::new(path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

fn content_type(path: &str) -> &'static str {
    let Some((_, extension)) = path.rsplit_once('.') else {
        return "text/html; charset=utf-8";
    };
    match extension {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "avif" => "image/avif",
        _ => "application/octet-stream",
    }
}
