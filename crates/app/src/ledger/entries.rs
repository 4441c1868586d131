//! Entries: appended when a figure is taken, corrected or let go; never changed.

use super::Work;
use super::records::claims_of;
use crate::audit::Change;
use crate::error::AppError;
use samesky_model::id::AnnouncementId;
use samesky_model::reading::FigureClaim;
use samesky_model::record::{Claim, ClaimKind, ClaimRecord, EntryKind, FigureEntry, RecordKind, Stamp};
use samesky_store as store;
use samesky_store::entry::EntryScope;
use std::collections::HashMap;

/// Appends what the decisions on the announcement's figures ask for.
pub(super) async fn settle(work: Work<'_>, announcement: AnnouncementId) -> Result<(), AppError> {
    let claims = claims_of(work, announcement, ClaimKind::Figure).await?;
    let scope = EntryScope::Claims(claims.iter().map(|claim| claim.id).collect());
    let standing = store::entry::current(work.tx, work.session.team, &scope).await?;
    let mut standing: HashMap<_, _> = standing.into_iter().map(|entry| (entry.claim, entry)).collect();
    for claim in claims {
        let Claim::Figure(figure) = &claim.current else { continue };
        let standing = standing.remove(&claim.id);
        match (claim.state.is_taken(), standing) {
            (true, None) => append(work, &claim, figure, EntryKind::Entry, None).await?,
            (true, Some(entry)) if !same_statement(&entry.figure, figure) => {
                append(work, &claim, figure, EntryKind::Correction, Some(&entry)).await?;
            }
            (false, Some(entry)) => append(work, &claim, &entry.figure, EntryKind::Withdrawal, Some(&entry)).await?,
            _ => {}
        }
    }
    Ok(())
}

async fn append(
    work: Work<'_>,
    claim: &ClaimRecord,
    figure: &FigureClaim,
    kind: EntryKind,
    replaces: Option<&FigureEntry>,
) -> Result<(), AppError> {
    let entry = FigureEntry {
        id: work.app.sources.id(),
        team: work.session.team,
        claim: claim.id,
        announcement: claim.announcement,
        kind,
        replaces: replaces.map(|entry| entry.id),
        figure: FigureClaim { remarks: Vec::new(), ..figure.clone() },
        entered: entered(work, claim),
        why: claim.why.clone(),
    };
    store::entry::insert(work.tx, &entry).await?;
    let action = match kind {
        EntryKind::Entry => "entry.make",
        EntryKind::Correction => "entry.correct",
        EntryKind::Withdrawal => "entry.withdraw",
    };
    let mut change = Change::new(action, RecordKind::Entry, entry.id.0).after(&entry).why(entry.why.clone());
    if let Some(replaced) = replaces {
        change = change.before(replaced);
    }
    work.app.append_audit(work.session, work.tx, change).await
}

fn entered(work: Work<'_>, claim: &ClaimRecord) -> Stamp {
    claim.decided.clone().unwrap_or_else(|| work.app.stamp(work.session))
}

/// Remarks are the reader's words about its work, not part of what is stated.
fn same_statement(a: &FigureClaim, b: &FigureClaim) -> bool {
    FigureClaim { remarks: Vec::new(), ..a.clone() } == FigureClaim { remarks: Vec::new(), ..b.clone() }
}
