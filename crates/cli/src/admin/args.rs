//! The command line of `samesky admin`.

use crate::args::Place;
use clap::{Args, Subcommand};
use samesky_model::id::TeamId;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Admin {
    /// Print what each role may do, and on whose records
    Roles(Roles),
    /// Print every setting: its key, option, variable, meaning
    Settings(Settings),
    /// The chains of the audit
    #[command(subcommand)]
    Audit(Audit),
    /// What is held on people
    #[command(subcommand)]
    Person(Person),
}

#[derive(Debug, Args)]
pub(crate) struct Roles {
    /// As a table in Markdown
    #[arg(long)]
    pub(crate) markdown: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Settings {
    /// As a table in Markdown
    #[arg(long)]
    pub(crate) markdown: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Audit {
    /// Print the ends of the chains, to be kept elsewhere
    Head(Head),
    /// Look whether the chains hold, and where they do not
    Verify(Verify),
}

#[derive(Debug, Args)]
pub(crate) struct Head {
    /// Only of this team
    #[arg(long, value_name = "ID")]
    pub(crate) team: Option<TeamId>,
    /// The file to write; it must not exist
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Ends that were printed earlier: only with them is it seen that the latest changes were cut off
    #[arg(long, value_name = "FILE")]
    pub(crate) head: Option<PathBuf>,
    /// Only this team
    #[arg(long, value_name = "ID")]
    pub(crate) team: Option<TeamId>,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Person {
    /// Print everything that is held on somebody, as JSON
    Export(Export),
    /// Forget somebody: what they decided stays, their name goes
    Erase(Erase),
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// E-mail address or identifier of the account, or of a person of an organisation
    #[arg(value_name = "EMAIL|ID")]
    pub(crate) who: String,
    /// The file to write; it must not exist
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Debug, Args)]
pub(crate) struct Erase {
    /// E-mail address or identifier of the account, or of a person of an organisation
    #[arg(value_name = "EMAIL|ID")]
    pub(crate) who: String,
    /// Why; it stays in the audit
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Option<String>,
    /// Needed: nobody can undo it
    #[arg(long, required = true)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) place: Place,
    #[command(flatten)]
    pub(crate) erasures: Erasures,
}

/// Where erasures are noted outside of the database.
#[derive(Debug, Clone, Args)]
pub(crate) struct Erasures {
    /// The list of erasures, kept outside of the database for restores [default: erasures.jsonl beside a SQLite database]
    #[arg(long = "erasures", env = "SAMESKY_ERASURES", value_name = "FILE")]
    pub(crate) list: Option<PathBuf>,
}
