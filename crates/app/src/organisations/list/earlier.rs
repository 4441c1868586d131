//! Rows that an earlier list had already, word for word. What waited for an officer then does not become a new record by coming again,
//! however many alike names came between.

use super::draft::Draft;
use crate::error::AppError;
use samesky_model::id::{OrganisationImportId, TeamId};
use samesky_model::record::{Fact, OrganisationImport, OrganisationImportRow, RowOutcome};
use samesky_store::{self as store, Db};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A row of an earlier list of which nothing was kept.
pub(super) struct Waits {
    /// The file.
    pub(super) file: String,
    /// The row, as that spreadsheet counts it.
    pub(super) row: i64,
}

type Line = (OrganisationImportId, OrganisationImportRow);

/// A digest of what a row says under a layout.
pub(super) fn content(layout: &str, facts: &[(Fact, u32)]) -> String {
    let mut digest = Sha256::new_with_prefix(layout);
    for (fact, _) in facts {
        digest.update([0]);
        digest.update(serde_json::to_vec(fact).unwrap_or_default());
    }
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Of some rows those that were doubtful or left out when they came last, by content. Imports that were taken back do not count.
pub(super) async fn waiting(db: &dyn Db, team: TeamId, drafts: &[Draft]) -> Result<HashMap<String, Waits>, AppError> {
    let contents: Vec<String> = drafts.iter().map(|draft| draft.content.clone()).collect();
    let mut imports: HashMap<OrganisationImportId, OrganisationImport> = HashMap::new();
    let mut lines: HashMap<String, Vec<Line>> = HashMap::new();
    for (import, mut line) in store::organisation_import::lines_that_say(db, team, &contents).await? {
        if let Entry::Vacant(free) = imports.entry(import) {
            free.insert(store::organisation_import::get(db, team, import).await?);
        }
        if let Some(content) = line.content.take() {
            lines.entry(content).or_default().push((import, line));
        }
    }
    imports.retain(|_, import| import.undone.is_none());
    Ok(lines.into_iter().filter_map(|(content, lines)| Some((content, last(&imports, lines)?))).collect())
}

/// What the last of the imports says, where it kept nothing of the row.
fn last(imports: &HashMap<OrganisationImportId, OrganisationImport>, mut lines: Vec<Line>) -> Option<Waits> {
    lines.retain(|(import, _)| imports.contains_key(import));
    let import = lines.iter().filter_map(|(id, _)| imports.get(id)).max_by_key(|one| (one.started.at, one.id))?;
    lines.retain(|(id, _)| *id == import.id);
    let is_kept = |line: &OrganisationImportRow| line.organisation.is_some() || line.outcome == RowOutcome::Refused;
    let first = lines.iter().map(|(_, line)| line.row).min()?;
    let waits = !lines.iter().any(|(_, line)| is_kept(line));
    waits.then(|| Waits { file: import.file_name.clone(), row: first })
}
