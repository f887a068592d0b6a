//! The database of WordPress and Waline: MariaDB, on a data folder of its own.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use tokio::process::{Child, Command};

use crate::{places, wait};

/// A running MariaDB; ended when dropped.
pub struct MariaDb {
    /// The port it listens to, on this machine.
    pub port: u16,
    /// Its socket.
    pub socket: PathBuf,
    _process: Child,
    _folder: tempfile::TempDir,
}

impl MariaDb {
    /// Starts a server with nothing in it.
    pub async fn start() -> Result<MariaDb> {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        let socket = folder.path().join("socket");
        let port = wait::free_port()?;
        // Where the server runs as root, it wants to be told so.
        let user = run(Command::new("id").arg("-un")).await?;
        let user = format!("--user={}", user.trim());
        run(Command::new(places::mariadb_install()?)
            .args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"])
            .arg(&user)
            .arg(format!("--datadir={}", data.display())))
        .await?;
        let process = Command::new(places::mariadb()?)
            .args(["--no-defaults", "--bind-address=127.0.0.1", "--skip-log-bin"])
            .args(["--performance-schema=off", "--innodb-buffer-pool-size=32M"])
            // What a test writes need not outlive a power cut.
            .arg("--innodb-flush-log-at-trx-commit=0")
            .arg(user)
            .arg(format!("--datadir={}", data.display()))
            .arg(format!("--socket={}", socket.display()))
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("MariaDB")?;
        wait::until_listening("MariaDB", port).await?;
        Ok(MariaDb { port, socket, _process: process, _folder: folder })
    }

    /// Runs statements of SQL in a database, or in none.
    pub async fn run(&self, database: &str, statements: &str) -> Result<()> {
        run(Command::new(places::mariadb_client()?)
            .args(["--no-defaults", "--user=root", "--default-character-set=utf8mb4"])
            .arg(format!("--socket={}", self.socket.display()))
            .args(["--execute", statements, database]))
        .await
        .map(drop)
    }
}

/// Runs a program to its end and gives what it wrote.
pub(super) async fn run(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().await?;
    let wrote = String::from_utf8_lossy(&output.stdout).into_owned();
    let complained = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{}: {wrote}{complained}", output.status);
    Ok(wrote)
}
