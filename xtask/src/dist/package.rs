//! The folder that is shipped.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// A folder whose files are written only where they change, and which in the
/// end holds nothing but what was written.
pub(crate) struct Package {
    folder: PathBuf,
    names: BTreeSet<String>,
}

impl Package {
    pub(crate) fn open(folder: &Path) -> Outcome<Self> {
        create_folder(folder)?;
        Ok(Self { folder: folder.to_path_buf(), names: BTreeSet::new() })
    }

    /// The names of the files written so far, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Outcome<Vec<u8>> {
        read(&self.path(name))
    }

    /// Writes a file, unless it is already so; its folders are made.
    pub(crate) fn write(&mut self, name: &str, content: &[u8]) -> Outcome {
        let path = self.path(name);
        self.names.insert(name.to_string());
        if std::fs::read(&path).is_ok_and(|there| there == content) {
            return Ok(());
        }
        if let Some(parent) = path.parent() {
            create_folder(parent)?;
        }
        std::fs::write(&path, content)
            .map_err(|error| format!("can't write {}: {error}", path.display()))
    }

    pub(crate) fn copy(&mut self, from: &Path, name: &str) -> Outcome {
        self.write(name, &read(from)?)
    }

    /// Lets a file stay as an earlier build has left it.
    pub(crate) fn keep(&mut self, name: &str) {
        self.names.insert(name.to_string());
    }

    /// Removes what earlier builds have left and this one has not written.
    pub(crate) fn remove_the_rest(&self) -> Outcome {
        self.remove_the_rest_in(&self.folder)
    }

    fn remove_the_rest_in(&self, folder: &Path) -> Outcome {
        let entries = std::fs::read_dir(folder)
            .map_err(|error| format!("can't read {}: {error}", folder.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                self.remove_the_rest_in(&path)?;
                // Fails where files are left in it, as it should.
                drop(std::fs::remove_dir(&path));
            } else if !self.names().any(|name| self.path(name) == path) {
                std::fs::remove_file(&path)
                    .map_err(|error| format!("can't remove {}: {error}", path.display()))?;
            }
        }
        Ok(())
    }
}

fn create_folder(path: &Path) -> Outcome {
    std::fs::create_dir_all(path)
        .map_err(|error| format!("can't make the folder {}: {error}", path.display()))
}

pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("can't read {}: {error}", path.display()))
}

/// A JSON file; its keys keep their order.
pub(crate) fn read_json(path: &Path) -> Outcome<serde_json::Value> {
    serde_json::from_slice(&read(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_written_is_removed() {
        let folder = std::env::temp_dir().join(format!("xtask-package-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("old")).unwrap();
        std::fs::write(folder.join("old/stale.js"), "x").unwrap();
        std::fs::write(folder.join("kept.br"), "x").unwrap();
        let mut package = Package::open(&folder).unwrap();
        package.write("schemas/article.json", b"{}").unwrap();
        package.keep("kept.br");
        package.remove_the_rest().unwrap();
        assert!(folder.join("schemas/article.json").is_file());
        assert!(folder.join("kept.br").is_file());
        assert!(!folder.join("old").exists());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
