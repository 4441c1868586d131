//! The reading worker alone, for tests of pages that take PDF and docx. The `samesky` binary has it as a hidden subcommand.

fn main() -> std::process::ExitCode {
    samesky_extract::worker_main()
}
