//! A network that loses requests and answers, in front of a real server.
//!
//! Only what sends something (POST, PUT, …) suffers the faults, one after the
//! other; then all is well. Lists and preflights pass through.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What goes wrong with one request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// The connection breaks before the server has the request.
    LoseRequest,
    /// The server has done what it was asked; its answer is lost.
    LoseAnswer,
    /// The server has done what it was asked, and only half of its answer comes.
    CutAnswer,
    /// The server has done what it was asked, and answers 500 with JSON.
    ErrorAfterAll,
    /// The server never hears of it; something before it answers with a page of
    /// HTML and this status.
    Page(u16),
    /// The server never hears of it: 429, and when to try again.
    TooMany {
        /// The seconds in `Retry-After`.
        retry_after: u64,
    },
    /// The same, with a moment so many seconds from now, as RFC 9110 writes it.
    TooManyUntil {
        /// The seconds until then.
        seconds: u64,
    },
    /// The server has done what it was asked; its answer comes this much later.
    Late(Duration),
}

#[derive(Default)]
struct Shared {
    faults: Mutex<VecDeque<Fault>>,
    sent: Mutex<Vec<Instant>>,
    down: Mutex<bool>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The bad network; gone when dropped.
pub struct Proxy {
    /// Where the server seems to be.
    pub url: String,
    shared: Arc<Shared>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Proxy {
    /// Stands before the server at `url`.
    pub async fn before(url: &str) -> Result<Proxy> {
        let server = url.strip_prefix("http://").context("no http address")?.to_owned();
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared::default());
        let task = tokio::spawn(accept(listener, server, shared.clone()));
        Ok(Proxy { url, shared, task })
    }

    /// What goes wrong with the next requests that send something.
    pub fn next(&self, faults: &[Fault]) {
        lock(&self.shared.faults).extend(faults);
    }

    /// Takes the server from the network, or gives it back.
    pub fn take_down(&self, down: bool) {
        *lock(&self.shared.down) = down;
    }

    /// When requests that send something have arrived here.
    pub fn sent(&self) -> Vec<Instant> {
        lock(&self.shared.sent).clone()
    }
}

async fn accept(listener: TcpListener, server: String, shared: Arc<Shared>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (server, shared) = (server.clone(), shared.clone());
        // A connection that breaks is what this is for: there is nobody to tell.
        tokio::spawn(async move { pass(stream, &server, &shared).await.ok() });
    }
}

async fn pass(mut browser: TcpStream, server: &str, shared: &Shared) -> Result<()> {
    let request = read_request(&mut browser).await?;
    if *lock(&shared.down) {
        return Ok(());
    }
    let head = String::from_utf8_lossy(&request);
    let sends = !["GET ", "HEAD ", "OPTIONS "].iter().any(|method| head.starts_with(method));
    let fault = if sends {
        lock(&shared.sent).push(Instant::now());
        lock(&shared.faults).pop_front()
    } else {
        None
    };
    let origin = header(&head, "origin").unwrap_or_else(|| "*".into());
    match fault {
        Some(Fault::LoseRequest) => return Ok(()),
        Some(Fault::Page(status)) => {
            let page = "<!doctype html><title>Bad Gateway</title><h1>Bad Gateway</h1><p>nginx</p>";
            return say(&mut browser, &origin, status, "text/html", "", page).await;
        }
        Some(Fault::TooMany { retry_after }) => {
            let wait = format!("Retry-After: {retry_after}\r\n");
            return say(&mut browser, &origin, 429, "text/plain", &wait, "Slow down.").await;
        }
        Some(Fault::TooManyUntil { seconds }) => {
            let then = std::time::SystemTime::now() + Duration::from_secs(seconds);
            let wait = format!("Retry-After: {}\r\n", httpdate::fmt_http_date(then));
            return say(&mut browser, &origin, 429, "text/plain", &wait, "Slow down.").await;
        }
        _ => {}
    }
    let answer = ask(server, &request).await?;
    match fault {
        Some(Fault::LoseAnswer) => return Ok(()),
        Some(Fault::ErrorAfterAll) => {
            let error = r#"{"message":"Internal Server Error"}"#;
            return say(&mut browser, &origin, 500, "application/json", "", error).await;
        }
        Some(Fault::CutAnswer) => browser.write_all(&cut(&answer)).await?,
        Some(Fault::Late(delay)) => {
            tokio::time::sleep(delay).await;
            browser.write_all(&answer).await?;
        }
        _ => browser.write_all(&answer).await?,
    }
    Ok(browser.shutdown().await?)
}

/// Reads a whole request, and gives it as one that closes its connection.
async fn read_request(browser: &mut TcpStream) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        anyhow::ensure!(browser.read_buf(&mut bytes).await? > 0, "no request");
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = header(&head, "content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    while bytes.len() < end + length {
        anyhow::ensure!(browser.read_buf(&mut bytes).await? > 0, "half a request");
    }
    let lines = head.trim_end().split("\r\n");
    let kept = lines.filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
    let mut request = kept.collect::<Vec<_>>().join("\r\n");
    request.push_str("\r\nConnection: close\r\n\r\n");
    Ok([request.as_bytes(), &bytes[end..]].concat())
}

async fn ask(server: &str, request: &[u8]) -> Result<Vec<u8>> {
    let mut stream = TcpStream::connect(server).await?;
    stream.write_all(request).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(answer)
}

/// An answer whose head promises more than comes.
fn cut(answer: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(answer);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let lines = head.split("\r\n").filter(|line| {
        let line = line.to_ascii_lowercase();
        !line.starts_with("content-length:") && !line.starts_with("transfer-encoding:")
    });
    let head = lines.collect::<Vec<_>>().join("\r\n");
    let half = &body.as_bytes()[..body.len() / 2];
    let head = format!("{head}\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), half].concat()
}

async fn say(
    browser: &mut TcpStream,
    origin: &str,
    status: u16,
    content_type: &str,
    headers: &str,
    body: &str,
) -> Result<()> {
    let answer = format!(
        "HTTP/1.1 {status} Fault\r\nContent-Type: {content_type}; charset=utf-8\r\n\
         Access-Control-Allow-Origin: {origin}\r\nAccess-Control-Allow-Credentials: true\r\n\
         Access-Control-Expose-Headers: Retry-After\r\n{headers}\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    browser.write_all(answer.as_bytes()).await?;
    Ok(browser.shutdown().await?)
}

/// The value of a header in a head of HTTP.
fn header(head: &str, name: &str) -> Option<String> {
    let lines = head.split("\r\n").take_while(|line| !line.is_empty());
    let mut pairs = lines.filter_map(|line| line.split_once(':'));
    pairs.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
}
