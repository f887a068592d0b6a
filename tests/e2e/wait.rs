//! Waiting for a condition, never for a duration.

use std::future::Future;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a condition may take on a slow machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Asks `condition` until it gives a value, for at most [`PATIENCE`]. `what`
/// names what was awaited, for whoever reads the failure.
pub async fn until<T, F>(what: &str, condition: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    until_within(PATIENCE, what, condition).await
}

/// As [`until`], with a patience of its own.
///
/// An error of `condition` counts as "not yet", because pages are asked while
/// they change; the last one is told when time is up.
pub async fn until_within<T, F>(
    patience: Duration,
    what: &str,
    mut condition: impl FnMut() -> F,
) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    let deadline = Instant::now() + patience;
    loop {
        let answer = condition().await;
        if let Ok(Some(value)) = answer {
            return Ok(value);
        }
        if Instant::now() > deadline {
            match answer {
                Err(error) => bail!("waited {patience:?} in vain for {what}: {error:#}"),
                Ok(_) => bail!("waited {patience:?} in vain for {what}"),
            }
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// How long a server may take to start while everything else starts, too.
const STARTING: Duration = Duration::from_secs(90);

/// Waits until something listens on a port of this machine.
pub async fn until_listening(what: &str, port: u16) -> Result<()> {
    until_within(STARTING, what, || async move {
        Ok(tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok().map(|_| ()))
    })
    .await
}
