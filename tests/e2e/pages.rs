//! The pages of the site, as small strings.

/// The strictest policy that the widget works under.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; img-src 'self'; style-src 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";
