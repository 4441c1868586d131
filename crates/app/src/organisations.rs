//! Organisations that officers keep: what they enter, each value with its source, beside what announcements tell.

pub(crate) mod apart;
pub mod bulk;
pub(crate) mod compose;
pub mod duplicates;
pub mod find;
pub(crate) mod finder;
pub(crate) mod likeness;
pub mod list;
pub mod merge;
mod near;
mod quick;
mod undo;
mod valid;
pub mod views;
pub(crate) mod write;

pub use list::language_by_script;
pub use samesky_model::record::{
    Belonging, BelongsAs, EvidenceNote, Fact, FactField, FactSource, IndustryCode, KeptFact, NameKind, NumberVerdict,
    OrganisationName, OrganisationNumber, PairAnswer, PairVerdict, Ranking, Settlement,
};
pub use samesky_registry::{country_of, industry, place_names};
pub use undo::is_undoable;
pub use valid::{checked_number, tidy};

pub use likeness::{Candidate, party};
pub use quick::Addition;
pub use samesky_registry::Party;

use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use crate::ledger::{OrganisationView, Work};
use samesky_model::id::OrganisationId;
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{OrganisationRecord, RecordKind, RecordState};
use samesky_store as store;
use serde::Serialize;

/// What an officer says of an organisation. Each field that is given stands for all kept values of that field; the others stay
/// as they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FactChange {
    fields: Vec<FactField>,
    facts: Vec<Fact>,
}

impl FactChange {
    /// Says all that is kept of one field. Facts of another field are passed over.
    #[must_use]
    pub fn say(mut self, field: FactField, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.fields.push(field);
        self.facts.extend(facts.into_iter().filter(|fact| fact.field() == field));
        self
    }
}

/// A record with what is kept of it, as the audit has it.
#[derive(Serialize)]
pub(crate) struct WithFacts<'a> {
    #[serde(flatten)]
    pub(crate) record: &'a OrganisationRecord,
    pub(crate) values: &'a [KeptFact],
}

impl App {
    /// Makes an organisation of what an officer says. It needs a name.
    ///
    /// # Errors
    /// When a value is wrong, or another organisation has the number already.
    pub async fn add_organisation(&self, session: &Session, said: FactChange) -> Result<OrganisationView, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let (id, stamp) = (self.sources.id(), self.stamp(session));
        let empty = OrganisationRecord {
            id,
            team: session.team,
            version: 1,
            state: RecordState::Active,
            names: Vec::new(),
            kind: OrganisationKind::Company,
            country: None,
            readings: Vec::new(),
            created: stamp.clone(),
        };
        let facts = valid::changed(Vec::new(), said, &stamp)?;
        valid::whole(&tx, session.team, id, &facts).await?;
        let made = compose::compose(&empty, &facts, &compose::Told::default());
        store::organisation::insert(&tx, &made.record).await?;
        store::organisation::set_keys(&tx, id, &made.keys).await?;
        let kept = [(id, facts)];
        store::organisation::fact::insert(&tx, session.team, &kept).await?;
        let after = WithFacts { record: &made.record, values: &kept[0].1 };
        let change = Change::new(quick::ADDED, RecordKind::Organisation, id.0).after(&after);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        self.organisation(session, id).await
    }

    /// Changes what officers keep of an organisation. Values that stay keep their sources; what announcements tell stays.
    ///
    /// # Errors
    /// When a value is wrong, another organisation has the number already, no name is left, or somebody else changed the
    /// organisation first.
    pub async fn change_organisation(
        &self,
        session: &Session,
        id: OrganisationId,
        expected: i64,
        said: FactChange,
    ) -> Result<OrganisationView, AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let record = store::organisation::get(&tx, session.team, id).await?;
        merge::stands(&record)?;
        self.as_seen(session, &tx, &record, expected).await?;
        let before = store::organisation::fact::of_one(&tx, session.team, id).await?;
        let facts = valid::changed(before.clone(), said, &self.stamp(session))?;
        if facts != before {
            valid::whole(&tx, session.team, id, &facts).await?;
            let work = Work { app: self, session, tx: &tx };
            let (_, change) = write::write(work, undo::CHANGED, (&record, &before), facts).await?;
            self.append_audit(session, &tx, change).await?;
            tx.commit().await?;
        }
        self.organisation(session, id).await
    }

    /// Whether a record is still as it was seen; else who was faster.
    pub(crate) async fn as_seen(
        &self,
        session: &Session,
        tx: &store::Tx,
        record: &OrganisationRecord,
        expected: i64,
    ) -> Result<(), AppError> {
        if record.version == expected {
            return Ok(());
        }
        let last = self.latest_change(tx, session, record.id).await?;
        let (by, at) = last.map(|last| (last.stamp.by, last.stamp.at)).unzip();
        Err(AppError::Conflict { kind: "organisation", by: by.unwrap_or_default(), at, version: record.version })
    }
}
