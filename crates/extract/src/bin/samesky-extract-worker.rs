//! The reading worker alone, as the tests of this crate start it. The `samesky` binary has it as a hidden subcommand.

fn main() -> std::process::ExitCode {
    samesky_extract::worker_main()
}
