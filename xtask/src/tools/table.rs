//! Every tool, with its version.

use super::{Part, Registry, System, Tool, version::Wanted};

pub(crate) const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    file: "bin/wasm-bindgen",
    wanted: Wanted::LikeCrate("wasm-bindgen"),
    // Its lock file can be ahead of the registry.
    registry: Registry::Cargo { locked: false },
    purpose: "building the WebAssembly",
};

pub(crate) const TRUNK: Tool = Tool {
    name: "trunk",
    file: "bin/trunk",
    wanted: Wanted::AtLeast("0.21.14"),
    registry: Registry::Cargo { locked: true },
    purpose: "the preview",
};

pub(crate) const WASM_PACK: Tool = Tool {
    name: "wasm-pack",
    file: "bin/wasm-pack",
    wanted: Wanted::AtLeast("0.15.1"),
    registry: Registry::Cargo { locked: true },
    purpose: "building the package",
};

pub(crate) const WASM_OPT: Tool = Tool {
    name: "binaryen",
    file: "node_modules/.bin/wasm-opt",
    wanted: Wanted::Exactly("132.0.0"),
    registry: Registry::Npm,
    purpose: "making the WebAssembly smaller",
};

pub(crate) const ESBUILD: Tool = Tool {
    name: "esbuild",
    file: "node_modules/.bin/esbuild",
    wanted: Wanted::Exactly("0.28.2"),
    registry: Registry::Npm,
    purpose: "building the package's scripts",
};

pub(crate) const AXE: Tool = Tool {
    name: "axe-core",
    file: "node_modules/axe-core/axe.min.js",
    wanted: Wanted::Exactly("4.14.1"),
    registry: Registry::Npm,
    purpose: "the accessibility tests",
};

/// Holds pages against the HTML standard. (The last for Node.js 20.)
pub(crate) const HTML_VALIDATE: Tool = Tool {
    name: "html-validate",
    file: "node_modules/html-validate/bin/html-validate.mjs",
    wanted: Wanted::Exactly("10.17.0"),
    registry: Registry::Npm,
    purpose: "checking the pages that are prerendered",
};

/// schema.org's vocabulary as types.
pub(crate) const SCHEMA_DTS: Tool = Tool {
    name: "schema-dts",
    file: "node_modules/schema-dts/dist/schema.d.ts",
    wanted: Wanted::Exactly("2.0.0"),
    registry: Registry::Npm,
    purpose: "checking what prerendered pages say to search engines",
};

pub(crate) const TYPESCRIPT: Tool = Tool {
    name: "typescript",
    file: "node_modules/typescript/bin/tsc",
    wanted: Wanted::Exactly("5.9.3"),
    registry: Registry::Npm,
    purpose: "checking what prerendered pages say to search engines",
};

/// Natural Earth's countries (public domain) as TopoJSON.
pub(crate) const WORLD_ATLAS: Tool = Tool {
    name: "world-atlas",
    file: "node_modules/world-atlas/countries-110m.json",
    wanted: Wanted::Exactly("2.0.2"),
    registry: Registry::Npm,
    purpose: "making the base map",
};

/// Unicode's table of country codes.
pub(crate) const CLDR: Tool = Tool {
    name: "cldr-core",
    file: "node_modules/cldr-core/supplemental/codeMappings.json",
    wanted: Wanted::Exactly("48.2.0"),
    registry: Registry::Npm,
    purpose: "making the base map",
};

/// What checks the npm package and builds its examples: its pinned versions are
/// in a manifest of their own.
pub(crate) const PACKAGE_TESTS: Tool = Tool {
    name: "package-tests",
    file: "node_modules/publint/package.json",
    wanted: Wanted::LikeFile("tests/package/package.json"),
    registry: Registry::NpmManifest("tests/package/package.json"),
    purpose: "the tests of the npm package and its examples",
};

/// What the bench measures beside the map: their pinned versions are in a
/// manifest of their own.
pub(crate) const BENCH_PEERS: Tool = Tool {
    name: "bench-peers",
    file: "node_modules/cytoscape/package.json",
    wanted: Wanted::LikeFile("tests/e2e/bench/map/package.json"),
    registry: Registry::NpmManifest("tests/e2e/bench/map/package.json"),
    purpose: "measuring the map beside others",
};

pub(crate) const ISSO: Tool = Tool {
    name: "isso",
    file: "bin/isso",
    wanted: Wanted::Exactly("0.14.0"),
    registry: Registry::PyPi,
    purpose: "the tests with a real comment server",
};

pub(crate) const WALINE: Tool = Tool {
    name: "@waline/vercel",
    file: "node_modules/@waline/vercel/index.js",
    wanted: Wanted::Exactly("1.39.3"),
    registry: Registry::Npm,
    purpose: "the tests with Waline",
};

pub(crate) const WALINE_CLIENT: Tool = Tool {
    name: "@waline/client",
    file: "node_modules/@waline/client/dist/waline.js",
    wanted: Wanted::Exactly("3.13.0"),
    registry: Registry::Npm,
    purpose: "measuring the comments beside others",
};

pub(crate) const ARTALK_CLIENT: Tool = Tool {
    name: "artalk",
    file: "node_modules/artalk/dist/Artalk.iife.js",
    wanted: Wanted::Exactly("2.9.1"),
    registry: Registry::Npm,
    purpose: "measuring the comments beside others",
};

pub(crate) const KINTO: Tool = Tool {
    name: "kinto[postgresql]",
    file: "bin/kinto",
    wanted: Wanted::Exactly("26.5.0"),
    registry: Registry::PyPi,
    purpose: "the tests with a server that no preset knows",
};

pub(crate) const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    file: "bin/geckodriver",
    wanted: Wanted::AtLeast("0.37.0"),
    registry: Registry::Cargo { locked: true },
    purpose: "the tests in Firefox",
};

pub(crate) const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    file: "bin/cargo-deny",
    wanted: Wanted::AtLeast("0.20.2"),
    registry: Registry::Cargo { locked: true },
    purpose: "checking licences and advisories",
};

pub(crate) const NODE: System = System {
    name: "Node.js with npm",
    programs: &[&["node"], &["npm"]],
    files: &[],
    check: None,
    packages: &["nodejs", "npm"],
    purpose: "the tools from npm",
};

pub(crate) const COMPILER: System = System {
    name: "a C++ compiler",
    programs: &[&["c++"]],
    files: &[],
    check: None,
    packages: &["g++"],
    purpose: "the fuzz targets, for libFuzzer",
};

pub(crate) const PYTHON: System = System {
    name: "Python with venv",
    programs: &[&["python3"]],
    files: &[],
    check: Some(
        "python3 -c 'import venv, ensurepip, sysconfig, os; \
                 assert os.path.exists(sysconfig.get_path(\"include\") + \"/Python.h\")'",
    ),
    // Isso has an extension in C.
    packages: &["python3", "python3-venv", "python3-dev"],
    purpose: "the comment server of the tests",
};

pub(crate) const CHROMIUM: System = System {
    name: "Chromium with its driver",
    programs: &[&["chromium", "google-chrome"], &["chromedriver"]],
    files: &[],
    check: None,
    packages: &["chromium", "chromium-driver"],
    purpose: "the tests in Chromium",
};

pub(crate) const FIREFOX: System = System {
    name: "Firefox",
    programs: &[&["firefox-esr", "firefox"]],
    files: &[],
    check: None,
    packages: &["firefox-esr"],
    purpose: "the tests in Firefox",
};

pub(crate) const WEBKIT: System = System {
    name: "WebKitGTK with its driver",
    programs: &[&["WebKitWebDriver"], &["Xvfb"]],
    files: &["webkit2gtk-4.1/MiniBrowser"],
    check: None,
    packages: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb", "xauth"],
    purpose: "the tests in WebKit",
};

pub(crate) const WORDPRESS: System = System {
    name: "WordPress with PHP and MariaDB",
    programs: &[&["php"], &["mariadbd"], &["mariadb"], &["mariadb-install-db"]],
    files: &[],
    check: Some(
        "test -f /usr/share/wordpress/wp-load.php && \
                 php -r 'exit(extension_loaded(\"mysqli\") && extension_loaded(\"mbstring\") \
                 && extension_loaded(\"dom\") && extension_loaded(\"gd\") ? 0 : 1);'",
    ),
    packages: &[
        "wordpress",
        "php-cli",
        "php-mysql",
        "php-xml",
        "php-mbstring",
        "php-gd",
        "mariadb-server",
    ],
    purpose: "the tests with WordPress and Waline",
};

pub(crate) const POSTGRES: System = System {
    name: "PostgreSQL",
    programs: &[],
    files: &[],
    check: Some("test -x /usr/bin/setpriv && ls /usr/lib/postgresql/*/bin/initdb"),
    packages: &["postgresql"],
    purpose: "the tests with a server that no preset knows",
};

pub(crate) const FONTS: System = System {
    name: "fonts with Arabic",
    programs: &[],
    files: &[],
    check: Some("fc-list :lang=ar | grep -q ."),
    packages: &["fontconfig", "fonts-noto-core"],
    purpose: "the tests and screenshots in Arabic",
};

/// What one command needs.
#[derive(Clone, Copy)]
pub(crate) struct Needs {
    pub(crate) rust: &'static [Part],
    pub(crate) system: &'static [&'static System],
    pub(crate) tools: &'static [&'static Tool],
}

/// `cargo xtask serve`.
pub(crate) const PREVIEW: Needs =
    Needs { rust: &[Part::Wasm32], system: &[&NODE], tools: &[&WASM_BINDGEN, &TRUNK, &WASM_OPT] };

/// `cargo xtask dist`.
pub(crate) const DIST: Needs = Needs {
    rust: &[Part::Wasm32, Part::StdSource],
    system: &[&NODE],
    tools: &[&WASM_BINDGEN, &WASM_PACK, &WASM_OPT, &ESBUILD],
};

/// `cargo xtask bench`.
pub(crate) const BENCH: Needs = Needs {
    rust: &[Part::Wasm32, Part::StdSource],
    system: &[&NODE, &PYTHON, &COMPILER, &CHROMIUM, &FONTS, &WORDPRESS],
    tools: &[
        &WASM_BINDGEN,
        &WASM_PACK,
        &WASM_OPT,
        &ESBUILD,
        &BENCH_PEERS,
        &ISSO,
        &WALINE,
        &WALINE_CLIENT,
        &ARTALK_CLIENT,
    ],
};

/// `cargo xtask test`.
pub(crate) const EVERYTHING: Needs = Needs {
    rust: &[Part::Wasm32, Part::StdSource, Part::Clippy, Part::Rustfmt],
    system: &[
        &NODE, &PYTHON, &COMPILER, &CHROMIUM, &FIREFOX, &WEBKIT, &FONTS, &WORDPRESS, &POSTGRES,
    ],
    tools: &[
        &ESBUILD,
        &WASM_OPT,
        &AXE,
        &WORLD_ATLAS,
        &HTML_VALIDATE,
        &SCHEMA_DTS,
        &TYPESCRIPT,
        &CLDR,
        &PACKAGE_TESTS,
        &ISSO,
        &WALINE,
        &KINTO,
        &WASM_BINDGEN,
        &WASM_PACK,
        &GECKODRIVER,
        &CARGO_DENY,
        &TRUNK,
    ],
};
