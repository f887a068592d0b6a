//! `article-widget`: the command line for authors.

fn main() -> std::process::ExitCode {
    article_widget_cli::main()
}
