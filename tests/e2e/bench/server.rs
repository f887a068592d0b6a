//! Files as a CDN serves them: compressed as far as brotli goes, and kept by the
//! browser.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use article_widget_e2e_tests::places;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::Response;

/// What is at a path: its content type and its bytes, compressed.
type Files = BTreeMap<String, (&'static str, Vec<u8>)>;

/// A server on this machine; gone when dropped.
pub(crate) struct Server {
    /// `http://127.0.0.1:PORT`
    pub(crate) origin: String,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    /// Serves `pages` by their paths, the package in `/dist/`, and the samples.
    pub(crate) async fn start(pages: &[(&str, String)]) -> Result<Self> {
        let mut files = Files::new();
        for (path, html) in pages {
            add(&mut files, path, html.as_bytes());
        }
        add_folder(&mut files, "/dist", &places::dist()?)?;
        add_folder(&mut files, "", &places::repository().join("www"))?;
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let router = Router::new().fallback(answer).with_state(Arc::new(files));
        let task = tokio::spawn(async move {
            // It ends when the server is dropped; there is nobody to tell of an error.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Server { origin, task })
    }
}

fn add_folder(files: &mut Files, prefix: &str, folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let at = format!("{prefix}/{name}");
        if path.is_dir() {
            add_folder(files, &at, &path)?;
        } else if !at.ends_with(".br") && !at.ends_with(".gz") {
            add(files, &at, &std::fs::read(&path)?);
        }
    }
    Ok(())
}

fn add(files: &mut Files, path: &str, content: &[u8]) {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 24);
    // A vector takes whatever is written to it.
    drop(writer.write_all(content));
    drop(writer);
    files.insert(path.into(), (content_type(path), compressed));
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        None | Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

async fn answer(State(files): State<Arc<Files>>, request: Request) -> Response {
    let mut response = Response::new(Body::empty());
    let Some((content_type, compressed)) = files.get(request.uri().path()) else {
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    };
    let mut set = |name, value| {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    };
    set(header::CONTENT_TYPE, content_type);
    set(header::CONTENT_ENCODING, "br");
    set(header::CACHE_CONTROL, "public, max-age=3600");
    *response.body_mut() = Body::from(compressed.clone());
    response
}
