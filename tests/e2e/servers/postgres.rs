//! The database of Kinto: PostgreSQL, on a data folder of its own.

use std::process::Stdio;

use anyhow::{Context, Result};
use tokio::process::{Child, Command};

use super::mariadb::run;
use crate::{places, wait};

/// Who runs the server where we are root, which it refuses.
const USER: &str = "postgres";

/// A running PostgreSQL; ended when dropped.
pub struct Postgres {
    /// The address of its one database.
    pub url: String,
    _process: Child,
    _folder: tempfile::TempDir,
}

impl Postgres {
    /// Starts a server with nothing in it.
    pub async fn start() -> Result<Postgres> {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("data");
        let port = wait::free_port()?;
        let is_root = run(Command::new("id").arg("-u")).await?.trim() == "0";
        if is_root {
            run(Command::new("chown").arg(USER).arg(folder.path())).await?;
        }
        let programs = places::postgres()?;
        let program = |name: &str| {
            let program = programs.join(name);
            if !is_root {
                return Command::new(program);
            }
            let mut command = Command::new("setpriv");
            let group = format!("--regid={USER}");
            command.args([&format!("--reuid={USER}"), &group, "--clear-groups"]).arg(program);
            command
        };
        run(program("initdb")
            .args(["--username=tests", "--auth=trust", "--no-sync", "--encoding=UTF8", "-D"])
            .arg(&data))
        .await?;
        let process = program("postgres")
            .args(["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])
            // What a test writes need not outlive a power cut.
            .args(["-c", "fsync=off", "-c", "timezone=UTC", "-p", &port.to_string(), "-D"])
            .arg(&data)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("PostgreSQL")?;
        wait::until_listening("PostgreSQL", port).await?;
        let url = format!("postgresql://tests@127.0.0.1:{port}/postgres");
        Ok(Postgres { url, _process: process, _folder: folder })
    }
}
