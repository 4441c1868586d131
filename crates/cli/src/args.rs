//! The command line.

use crate::admin::args::Erasures;
use crate::public::PublicUrl;
use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use samesky_model::language::Language;
use samesky_model::record::AttachmentKind;
use samesky_web::server::limits::Limits;
use samesky_web::server::network::Network;
use std::net::SocketAddr;
use std::path::PathBuf;

/// From an announcement to a figure that can be defended.
#[derive(Debug, Parser)]
#[command(name = "samesky", version, about, max_term_width = 110)]
pub(crate) struct Arguments {
    /// Language of messages: zh-Hans, ja, en or th [default: that of the environment]
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(crate) language: Option<Language>,
    /// File of settings; read before the command line is [default: /etc/samesky/samesky.toml, where it is there]
    #[arg(long, global = true, env = "SAMESKY_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read announcements and print what they state; nothing is kept
    Read(Read),
    /// Bring files into the database
    #[command(subcommand)]
    Import(Import),
    /// Names and identifiers of organisations
    #[command(subcommand)]
    Organisations(Organisations),
    /// Serve the pages and the API
    Serve(Box<Serve>),
    /// Serve a demonstration from a temporary database, filled with invented and retold announcements
    Demo(Demo),
    /// Write everything in the database to one file, also while serving
    Backup(Backup),
    /// Fill an empty database from a backup
    Restore(Restore),
    /// What concerns the whole installation
    #[command(subcommand)]
    Admin(crate::admin::args::Admin),
    /// Plan a matchmaking day: who meets whom, when, where, with which interpreter
    #[command(subcommand)]
    Timetable(crate::timetable::Timetable),
    /// Parse one hostile document from standard input (started by samesky itself)
    #[command(hide = true)]
    ExtractWorker,
}

#[derive(Debug, Args)]
pub(crate) struct Read {
    /// Files, folders, or - for standard input, which is read when none is named
    #[arg(value_name = "PATH", conflicts_with = "jsonl", default_value = "-", hide_default_value = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// One JSON document for each input
    #[arg(long, conflicts_with = "jsonl")]
    pub(crate) json: bool,
    /// One JSON object a line in {id, text, lang?, reference_date?, url?}, one a line out, in order
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// Add every number expression
    #[arg(long)]
    pub(crate) quantities: bool,
    /// Add which rule made each claim and number expression, and by which words
    #[arg(long)]
    pub(crate) explain: bool,
    /// The language of the input (BCP 47), where it is known; of lines that name none
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<String>,
    /// The date that "yesterday" is counted from (YYYY-MM-DD), where it is known; for lines that name none
    #[arg(long, value_name = "DATE")]
    pub(crate) reference_date: Option<Date>,
    /// A file of your own names of places, organisations and industries (docs/reading.md)
    #[arg(long, value_name = "FILE")]
    pub(crate) gazetteer: Option<PathBuf>,
    /// Processors to use [default: all]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// Announcements: text, HTML, PDF or docx
    Announcements(ImportAnnouncements),
    /// Organisations: a list as XLSX, XLS, ODS or CSV
    Organisations(ImportOrganisations),
}

#[derive(Debug, Args)]
pub(crate) struct ImportOrganisations {
    /// The list
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The sheet, by name [default: the first that is not empty]
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// What columns hold and what becomes of doubtful rows, as JSON (docs/organisations.md)
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    /// Only say what would come of each row
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Keep the rows that can be taken though others are refused
    #[arg(long)]
    pub(crate) skip_refused: bool,
    /// The report as JSON
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct ImportAnnouncements {
    /// Files or folders
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) place: Place,
    /// Keep the readable files though others are refused
    #[arg(long)]
    pub(crate) skip_refused: bool,
    /// Where they were published (for a single file)
    #[arg(long, value_name = "URL")]
    pub(crate) source_address: Option<String>,
    /// Who published them
    #[arg(long, value_name = "NAME")]
    pub(crate) publisher: Option<String>,
    /// When they were published (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<samesky_model::date::PartialDate>,
    /// Their language (BCP 47)
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<String>,
    /// The report as JSON
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) lease: Lease,
}

/// For how long whoever runs an import is believed to live.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Lease {
    /// Seconds without a sign of life after which an import is closed by another server; the same for all of them
    #[arg(long, env = "SAMESKY_IMPORT_LEASE", value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub(crate) import_lease: u32,
}

impl Lease {
    /// The same as a length of time.
    pub(crate) fn time(self) -> std::time::Duration {
        std::time::Duration::from_secs(self.import_lease.into())
    }
}

/// Where the records are, and who acts.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// sqlite:PATH or postgres://…
    #[arg(long, env = "SAMESKY_DATABASE", value_name = "URL", default_value = "sqlite:samesky.db")]
    pub(crate) database: String,
    /// The name that stands behind changes
    #[arg(long = "as", env = "SAMESKY_ACCOUNT", value_name = "NAME")]
    pub(crate) account: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Organisations {
    /// Say what two organisations are to one another, and why; nothing is kept
    Compare(CompareOrganisations),
    /// Write all organisations as CSV that spreadsheets open and that imports again as unchanged
    Export(ExportOrganisations),
    /// Take a whole import of a list back
    UndoImport(UndoOrganisationImport),
}

#[derive(Debug, Args)]
pub(crate) struct ExportOrganisations {
    /// The file to write, or - for standard output; it must not exist
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct UndoOrganisationImport {
    /// The import, as its report calls it
    #[arg(value_name = "IMPORT")]
    pub(crate) import: uuid::Uuid,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct CompareOrganisations {
    /// The two names
    #[arg(value_name = "NAME", num_args = 2, required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub(crate) names: Vec<String>,
    /// One JSON object a line in {id, a, b}, one a line out {id, verdict, score, evidence}, in order
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// A further file of names across languages, in the form of crates/registry/data/names.jsonl; may be repeated
    #[arg(long = "names", value_name = "FILE")]
    pub(crate) name_files: Vec<PathBuf>,
    /// A further file of groups, in the form of crates/registry/data/groups.jsonl; may be repeated
    #[arg(long = "groups", value_name = "FILE")]
    pub(crate) group_files: Vec<PathBuf>,
    /// Processors to use [default: all]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) place: Place,
    /// Address and port; loopback only until the first account exists
    #[arg(long, env = "SAMESKY_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8090")]
    pub(crate) listen: SocketAddr,
    /// Where people reach it, where that is not loopback: its host name is answered, and behind https cookies travel by TLS only
    #[arg(long, env = "SAMESKY_URL", value_name = "URL")]
    pub(crate) url: Option<PublicUrl>,
    /// Proxies that are believed when they say who asked (X-Forwarded-For and the like): networks, separated by commas
    #[arg(long, env = "SAMESKY_TRUSTED_PROXIES", value_name = "NETWORKS", value_delimiter = ',')]
    pub(crate) trusted_proxies: Vec<Network>,
    /// Address and port of a listener for metrics (Prometheus), at /metrics; whoever reaches it may read them
    #[arg(long, env = "SAMESKY_METRICS_LISTEN", value_name = "ADDRESS")]
    pub(crate) metrics_listen: Option<SocketAddr>,
    #[command(flatten)]
    pub(crate) waits: Waits,
    /// MiB of an attached file at most
    #[arg(long, env = "SAMESKY_ATTACHMENT_SIZE", value_name = "MIB", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) attachment_size: u32,
    /// Kinds of files that may be attached, told by their content, separated by commas
    #[arg(long, env = "SAMESKY_ATTACHMENT_KINDS", value_name = "KINDS", value_delimiter = ',', default_values = ["png", "jpeg", "webp", "gif", "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp"])]
    pub(crate) attachment_kinds: Vec<AttachmentKind>,
    /// Log as JSON lines
    #[arg(long, env = "SAMESKY_LOG_JSON")]
    pub(crate) log_json: bool,
    #[command(flatten)]
    pub(crate) mail: crate::mail::Mail,
    #[command(flatten)]
    pub(crate) service: crate::service::Service,
    #[command(flatten)]
    pub(crate) erasures: Erasures,
    #[command(flatten)]
    pub(crate) lease: Lease,
}

/// How much a server takes, and how long it waits.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Waits {
    /// Connections at once; more wait until one ends
    #[arg(long, env = "SAMESKY_MAX_CONNECTIONS", value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) max_connections: u32,
    /// Seconds to wait for the head of a request
    #[arg(long, env = "SAMESKY_HEADER_TIMEOUT", value_name = "SECONDS", default_value_t = 15, value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub(crate) header_timeout: u32,
    /// Seconds to wait for each piece of a body, sent or taken; a whole request may take twenty times as long
    #[arg(long, env = "SAMESKY_BODY_TIMEOUT", value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub(crate) body_timeout: u32,
    /// Seconds to wait for requests that are under way when the server is asked to stop
    #[arg(long, env = "SAMESKY_STOP_TIMEOUT", value_name = "SECONDS", default_value_t = 20, value_parser = clap::value_parser!(u32).range(0..=3600))]
    pub(crate) stop_timeout: u32,
}

impl Waits {
    /// The same for the server.
    pub(crate) fn limits(self) -> Limits {
        let seconds = |seconds: u32| std::time::Duration::from_secs(seconds.into());
        Limits {
            connections: usize::try_from(self.max_connections).unwrap_or(usize::MAX),
            header: seconds(self.header_timeout),
            body: seconds(self.body_timeout),
            stop: seconds(self.stop_timeout),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Address and port; the demo never leaves loopback
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8090")]
    pub(crate) listen: SocketAddr,
}

#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// The file to write; it must not exist
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) erasures: Erasures,
    #[command(flatten)]
    pub(crate) place: Place,
}
