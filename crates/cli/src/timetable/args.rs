//! The command line of `samesky timetable`.

use clap::{Args, Subcommand, ValueEnum};
use jiff::Timestamp;
use std::path::PathBuf;
use std::time::Duration;

/// Who meets whom, when, where, with which interpreter.
#[derive(Debug, Subcommand)]
pub(crate) enum Timetable {
    /// Make the best plan that can be found, or repair one after changes
    Solve(Solve),
    /// Hold a plan against every rule and measure it
    Check(Check),
    /// Say why a meeting is not held, and what would have to change for it
    Explain(Explain),
    /// Print the agendas of a plan
    Show(Show),
}

#[derive(Debug, Args)]
pub(crate) struct Solve {
    /// The instance; - for standard input
    #[arg(value_name = "INSTANCE")]
    pub(crate) instance: PathBuf,
    /// How long to search; Ctrl-C ends it earlier with the best plan [default: 10, none with --iterations]
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) time_limit: Option<Duration>,
    /// Processors to use [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) threads: Option<u32>,
    /// Another seed gives another plan
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many changes to try; the same seed then gives the same plan on any number of threads
    #[arg(long, value_name = "N")]
    pub(crate) iterations: Option<u64>,
    /// Where to write the plan [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Where to write the prices that prove the bound on the weight
    #[arg(long, value_name = "FILE", conflicts_with = "from")]
    pub(crate) prices: Option<PathBuf>,
    /// Progress on standard error
    #[arg(long, value_name = "FORM", value_enum, default_value_t = ProgressForm::Text)]
    pub(crate) progress: ProgressForm,
    /// Repair this plan after changes: keep what has begun or is locked, move as few meetings as possible
    #[arg(long, value_name = "PLAN", requires = "changes", conflicts_with_all = ["time_limit", "iterations"])]
    pub(crate) from: Option<PathBuf>,
    /// What changed (with --from)
    #[arg(long, value_name = "FILE", requires = "from")]
    pub(crate) changes: Option<PathBuf>,
    /// Meetings that stay where they are, beside those that the changes lock (with --from)
    #[arg(long, value_name = "FILE", requires = "from")]
    pub(crate) locks: Option<PathBuf>,
    /// What starts then or before has begun, such as 2027-04-14T10:05:00+05:00 (with --from)
    #[arg(long, value_name = "TIME", requires = "from")]
    pub(crate) now: Option<Timestamp>,
    /// Where to write the instance as it is after the changes (with --from)
    #[arg(long, value_name = "FILE", requires = "from")]
    pub(crate) instance_out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProgressForm {
    /// A line for people when the plan or the bound got better
    Text,
    /// A JSON object a line
    Json,
    /// None
    None,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The instance; - for standard input
    #[arg(value_name = "INSTANCE")]
    pub(crate) instance: PathBuf,
    /// The plan; - for standard input
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,
    /// Prices that prove a bound on the weight: it is added up again, in whole numbers
    #[arg(long, value_name = "FILE")]
    pub(crate) prices: Option<PathBuf>,
    /// The answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The instance; - for standard input
    #[arg(value_name = "INSTANCE")]
    pub(crate) instance: PathBuf,
    /// The plan; - for standard input
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,
    /// The id of the meeting
    #[arg(value_name = "MEETING")]
    pub(crate) meeting: String,
    /// The answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The instance; - for standard input
    #[arg(value_name = "INSTANCE")]
    pub(crate) instance: PathBuf,
    /// The plan; - for standard input
    #[arg(value_name = "PLAN")]
    pub(crate) plan: PathBuf,
    /// Whose agendas
    #[arg(long, value_enum, value_name = "WHOSE", default_value_t = Whose::Participant)]
    pub(crate) by: Whose,
    /// Only the agenda of this id; a table's is VENUE/NUMBER. May be given more than once
    #[arg(long, value_name = "ID")]
    pub(crate) only: Vec<String>,
    /// What to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ShowFormat::Text)]
    pub(crate) format: ShowFormat,
    /// Times in this zone, such as Asia/Tokyo [default: the local one of each agenda]
    #[arg(long, value_name = "ZONE")]
    pub(crate) time_zone: Option<String>,
    /// Where to write it [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Whose {
    /// Participants
    Participant,
    /// Tables
    Table,
    /// Interpreters
    Interpreter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// Text for people
    Text,
    /// A table for spreadsheets
    Csv,
    /// A calendar (RFC 5545)
    Ics,
}

/// Seconds, whole or with a fraction, up to a year.
fn seconds(text: &str) -> Result<Duration, String> {
    const YEAR: f64 = 31_536_000.0;
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=YEAR).contains(number));
    let expected = "expected a number of seconds from 0 to 31536000";
    number.and_then(|number| Duration::try_from_secs_f64(number).ok()).ok_or_else(|| expected.to_owned())
}
