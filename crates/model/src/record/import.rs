//! Imports: what was brought in, file by file, and what came of it.

use super::Stamp;
use crate::code::code_list;
use crate::id::{AnnouncementId, ImportId, TeamId};
use crate::remark::Remark;
use jiff::Timestamp;
use serde::Serialize;

code_list! {
    /// How an import came.
    ImportSource {
        /// From the command line.
        Command = "command",
        /// Uploaded in the browser.
        Upload = "upload",
        /// Pasted in the browser.
        Paste = "paste",
        /// Through the API.
        Api = "api",
    }
}

code_list! {
    /// How far an import has come. Only a finished import has left anything in the records.
    ImportState {
        /// Files are being read; nothing is kept yet.
        Running = "running",
        /// Everything that the report calls new is kept.
        Finished = "finished",
        /// A file was refused, so nothing was kept.
        Refused = "refused",
        /// Somebody stopped it; nothing was kept.
        Cancelled = "cancelled",
        /// The server stopped while it ran; nothing was kept.
        Interrupted = "interrupted",
    }
}

code_list! {
    /// What came of one file.
    FileOutcome {
        /// Not read yet.
        Waiting = "waiting",
        /// A new announcement.
        New = "new",
        /// The same bytes are kept already.
        Known = "known",
        /// It cannot be read; the remarks say why.
        Refused = "refused",
        /// Could have been kept, but another file of the same import was refused.
        NotKept = "not_kept",
    }
}

/// One import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Import {
    /// Its identifier.
    pub id: ImportId,
    /// Its owner.
    pub team: TeamId,
    /// How it came.
    pub source: ImportSource,
    /// Who began it, and when.
    pub started: Stamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// How far it has come.
    pub state: ImportState,
    /// Number of files.
    pub total: i64,
    /// Number of files read so far.
    pub done: i64,
    /// Somebody asked for it to stop.
    pub cancel_requested: bool,
}

/// One file of an import, with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportFile {
    /// Its place in the import, from 1.
    pub ordinal: i64,
    /// Its name.
    pub name: String,
    /// What came of it.
    pub outcome: FileOutcome,
    /// The announcement that it is, new or known.
    pub announcement: Option<AnnouncementId>,
    /// Number of claims read.
    pub claims: i64,
    /// Why it was refused, or what the reader has to say.
    pub remarks: Vec<Remark>,
}
