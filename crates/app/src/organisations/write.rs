//! Writing the values of a record anew, with what follows from them.

use super::WithFacts;
use super::compose::{compose, told};
use crate::audit::Change;
use crate::error::AppError;
use crate::ledger::Work;
use samesky_model::record::{FactField, KeptFact, OrganisationRecord, RecordKind};
use samesky_store as store;

/// A record with its values, as it was written.
pub(crate) type Written = (OrganisationRecord, Vec<KeptFact>);

/// Writes the values of a record that is kept, and the record that follows from them and from what is told. The change is for
/// the audit.
///
/// # Errors
/// When neither the values nor an announcement name it, or somebody else changed it first.
pub(crate) async fn write(
    work: Work<'_>,
    action: &'static str,
    (record, before): (&OrganisationRecord, &[KeptFact]),
    facts: Vec<KeptFact>,
) -> Result<(Written, Change), AppError> {
    let named = facts.iter().any(|kept| kept.fact.field() == FactField::Name);
    if !named && told(work, record.id).await?.names.is_empty() {
        return Err(AppError::invalid("names", "name-missing"));
    }
    put(work, action, (record, before), facts).await
}

/// The same for values of which a list took the names: the record keeps the names it had.
pub(crate) async fn put(
    work: Work<'_>,
    action: &'static str,
    (record, before): (&OrganisationRecord, &[KeptFact]),
    facts: Vec<KeptFact>,
) -> Result<(Written, Change), AppError> {
    let told = told(work, record.id).await?;
    let mut made = compose(record, &facts, &told);
    made.record.version = record.version + 1;
    store::organisation::update(work.tx, &made.record, record.version).await?;
    store::organisation::set_keys(work.tx, record.id, &made.keys).await?;
    let kept = [(record.id, facts)];
    store::organisation::fact::replace(work.tx, work.session.team, &kept).await?;
    let [(_, facts)] = kept;
    let change = Change::new(action, RecordKind::Organisation, record.id.0)
        .before(&WithFacts { record, values: before })
        .after(&WithFacts { record: &made.record, values: &facts });
    Ok(((made.record, facts), change))
}
