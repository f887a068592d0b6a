//! `.br` and `.gz` beside every file that shrinks.

use std::io::Write;

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::package::Package;
use crate::Outcome;

/// Compresses every file written so far; those that have not changed since an
/// earlier build are left alone.
pub(super) fn all(package: &mut Package) -> Outcome {
    let names: Vec<String> = package.names().map(str::to_string).collect();
    for name in names {
        let content = package.read(&name)?;
        for (suffix, compress) in [("br", brotli as Compress), ("gz", gzip)] {
            let beside = format!("{name}.{suffix}");
            if is_newer(package, &beside, &name) {
                package.keep(&beside);
                continue;
            }
            let compressed = compress(&content);
            if compressed.len() < content.len() {
                package.write(&beside, &compressed)?;
            }
        }
    }
    Ok(())
}

type Compress = fn(&[u8]) -> Vec<u8>;

/// Brotli at its strongest.
pub(crate) fn brotli(content: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let mut writer = CompressorWriter::new(&mut compressed, 1 << 16, 11, 24);
    // A vector takes whatever is written to it.
    drop(writer.write_all(content));
    drop(writer);
    compressed
}

/// Gzip at its strongest, without the time: the same file gives the same bytes.
pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    drop(writer.write_all(content));
    writer.finish().unwrap_or_default()
}

fn is_newer(package: &Package, name: &str, than: &str) -> bool {
    let written = |name: &str| package.path(name).metadata().and_then(|meta| meta.modified()).ok();
    matches!((written(name), written(than)), (Some(this), Some(that)) if this >= that)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "Chargement en cours. ".repeat(100);
        let mut back = String::new();
        brotli::Decompressor::new(&brotli(text.as_bytes())[..], 4096)
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, text);
        back.clear();
        flate2::read::GzDecoder::new(&gzip(text.as_bytes())[..]).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
    }
}
