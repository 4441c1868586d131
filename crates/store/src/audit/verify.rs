//! Looks whether the chain of a team holds: nothing in it was changed, taken out, put in or cut off.

use super::{Entity, Links, Values, digest, head, link, row, value};
use crate::rows::among;
use crate::{Db, StoreError};
use samesky_model::id::{AuditId, TeamId};
use samesky_model::record::AuditHead;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Links that are looked at together.
const SOME: u64 = 500;
/// Faults of a team that are named; more are only counted.
const NAMED: usize = 20;

/// What does not hold, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A change is not what its digest was made of.
    Changed {
        /// Its number.
        sequence: i64,
        /// Which change.
        id: AuditId,
        /// The personal value that differs, where it is one that still has its salt.
        field: Option<String>,
    },
    /// Changes are missing.
    Missing {
        /// From this number on.
        from: i64,
        /// To this number.
        to: i64,
    },
    /// A link does not name the one before it: the chain was made anew from here on.
    Broken {
        /// Its number.
        sequence: i64,
    },
    /// The chain ends before the end that was noted.
    CutOff {
        /// Its last number.
        last: i64,
        /// The number of the end that was noted.
        noted: i64,
    },
    /// The chain goes on behind the end that the database itself notes.
    Beyond {
        /// Its last number.
        last: i64,
        /// The number of the end that was noted.
        noted: i64,
    },
    /// At the end that was noted elsewhere, the chain is another.
    Another {
        /// The number.
        sequence: i64,
    },
    /// A change stands outside of the chain.
    Unlinked {
        /// Which change.
        id: AuditId,
    },
}

/// What was found in the chain of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The team.
    pub team: TeamId,
    /// Links that were looked at.
    pub changes: i64,
    /// Personal values that were erased: of them nobody can tell what they were.
    pub erased: i64,
    /// The end of the chain as it is.
    pub head: AuditHead,
    /// What does not hold, in the order of the chain; the first of them.
    pub faults: Vec<Fault>,
    /// How many faults there are in all.
    pub found: usize,
}

/// Looks through the chain of a team, and compares it with an end that was noted elsewhere.
///
/// # Errors
/// When the database fails.
pub async fn verify(db: &dyn Db, team: TeamId, noted: Option<&AuditHead>) -> Result<Verified, StoreError> {
    let mut seen = Seen::new(team, noted.cloned());
    loop {
        let links = links_behind(db, team, seen.last.sequence).await?;
        if links.is_empty() {
            break;
        }
        let ids: Vec<Uuid> = links.iter().map(|link| link.audit_id).collect();
        let rows = among(db, Entity::find(), super::Column::Id, &ids).await?;
        let rows: HashMap<Uuid, row::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
        let mut beside: HashMap<Uuid, Vec<value::Model>> = HashMap::new();
        for value in among(db, Values::find(), value::Column::AuditId, &ids).await? {
            beside.entry(value.audit_id).or_default().push(value);
        }
        for link in links {
            let values = beside.remove(&link.audit_id).unwrap_or_default();
            seen.look_at(link.clone(), rows.get(&link.audit_id), &values);
        }
    }
    for id in unlinked(db, team).await? {
        seen.fault(Fault::Unlinked { id: AuditId(id) });
    }
    Ok(seen.end(&head::get(db, team).await?))
}

async fn links_behind(db: &dyn Db, team: TeamId, sequence: i64) -> Result<Vec<link::Model>, StoreError> {
    let rows = Links::find()
        .filter(link::Column::TeamId.eq(team.0))
        .filter(link::Column::Sequence.gt(sequence))
        .order_by_asc(link::Column::Sequence)
        .limit(SOME);
    Ok(rows.all(&db.connection()).await?)
}

/// A few of the changes that no link of the team names.
async fn unlinked(db: &dyn Db, team: TeamId) -> Result<Vec<Uuid>, StoreError> {
    let linked = Query::select()
        .expr(Expr::val(1))
        .from(Links)
        .and_where(Expr::col((Links, link::Column::AuditId)).equals(super::Column::Id.as_column_ref()))
        .and_where(Expr::col((Links, link::Column::TeamId)).equals(super::Column::TeamId.as_column_ref()))
        .to_owned();
    let rows = Entity::find()
        .select_only()
        .column(super::Column::Id)
        .filter(super::Column::TeamId.eq(team.0))
        .filter(Expr::exists(linked).not())
        .order_by_asc(super::Column::Id)
        .limit(SOME);
    Ok(rows.into_tuple::<Uuid>().all(&db.connection()).await?)
}

/// What was seen so far.
struct Seen {
    last: AuditHead,
    noted: Option<AuditHead>,
    changes: i64,
    erased: i64,
    faults: Vec<Fault>,
    found: usize,
}

impl Seen {
    fn new(team: TeamId, noted: Option<AuditHead>) -> Self {
        let last = AuditHead { team, sequence: 0, digest: digest::NOTHING.to_owned() };
        Self { last, noted, changes: 0, erased: 0, faults: Vec::new(), found: 0 }
    }

    fn fault(&mut self, fault: Fault) {
        self.found += 1;
        if self.faults.len() < NAMED {
            self.faults.push(fault);
        }
    }

    fn look_at(&mut self, link: link::Model, row: Option<&row::Model>, values: &[value::Model]) {
        let sequence = link.sequence;
        if sequence > self.last.sequence + 1 {
            self.fault(Fault::Missing { from: self.last.sequence + 1, to: sequence - 1 });
        } else if link.previous != self.last.digest {
            self.fault(Fault::Broken { sequence });
        }
        match row {
            None => self.fault(Fault::Missing { from: sequence, to: sequence }),
            Some(row) => self.compare(&link, row, values),
        }
        if self.noted.as_ref().is_some_and(|noted| noted.sequence == sequence && noted.digest != link.digest) {
            self.fault(Fault::Another { sequence });
        }
        self.changes += 1;
        (self.last.sequence, self.last.digest) = (sequence, link.digest);
    }

    fn compare(&mut self, link: &link::Model, row: &row::Model, values: &[value::Model]) {
        let (sequence, id) = (link.sequence, AuditId(row.id));
        for value in values {
            self.erased += i64::from(value.value.is_none());
            if !value.holds() {
                self.fault(Fault::Changed { sequence, id, field: Some(value.field.clone()) });
            }
        }
        let change = digest::of_change(row, values);
        if row.team_id != link.team_id
            || link.digest != digest::of_link(link.team_id, sequence, &link.previous, &change)
        {
            self.fault(Fault::Changed { sequence, id, field: None });
        }
    }

    fn end(mut self, head: &AuditHead) -> Verified {
        let last = self.last.sequence;
        if head.sequence > last {
            self.fault(Fault::CutOff { last, noted: head.sequence });
        } else if head.sequence < last {
            self.fault(Fault::Beyond { last, noted: head.sequence });
        } else if head.digest != self.last.digest {
            self.fault(Fault::Another { sequence: last });
        }
        if let Some(noted) = self.noted.take().filter(|noted| noted.sequence > last && head.sequence <= last) {
            self.fault(Fault::CutOff { last, noted: noted.sequence });
        }
        let Self { last: head, changes, erased, faults, found, .. } = self;
        Verified { team: head.team, changes, erased, head, faults, found }
    }
}
