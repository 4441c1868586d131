//! Making rows and terms again for records that were touched.

use super::row::{Column, Entity, Model};
use super::space::{self, space};
use super::term;
use super::{Entry, Finder, Whose, list_waiting};
use crate::{Db, Store, StoreError, Tx, claim, organisation, rows, share};
use samesky_model::id::TeamId;
use samesky_model::record::{OrganisationRecord, RecordState, Shareable};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// Records that are listed at a time.
const AT_A_TIME: usize = 1_000;
/// Terms that a statement holds: three values each.
const TERMS: usize = 9_000;

/// A row that is to stand in a space.
struct Wanted {
    entry: Entry,
    created_at: i64,
    announcements: i64,
}

/// What a making again came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Remade {
    /// Organisations that were listed.
    pub organisations: u64,
}

/// Lists records again, or takes those away that are gone.
pub(crate) async fn settle(tx: &Tx, finder: &dyn Finder, touched: BTreeSet<Uuid>) -> Result<(), StoreError> {
    let touched: Vec<Uuid> = touched.into_iter().collect();
    let mut numbers = Numbers::default();
    for some in touched.chunks(AT_A_TIME) {
        settle_some(tx, finder, some, &mut numbers).await?;
    }
    Ok(())
}

async fn settle_some(tx: &Tx, finder: &dyn Finder, some: &[Uuid], numbers: &mut Numbers) -> Result<(), StoreError> {
    let mut wanted = wanted(tx, finder, some).await?;
    let (mut gone, mut terms): (Vec<(i16, i32)>, Vec<term::Model>) = (Vec::new(), Vec::new());
    let mut changed: Vec<Model> = Vec::new();
    for row in rows::among(tx, Entity::find(), Column::OrganisationId, some).await? {
        let now = wanted.remove(&(row.space, row.organisation_id));
        let (before, after) = match &now {
            Some(now) if now.entry.prepared == row.prepared => (HashSet::new(), HashSet::new()),
            Some(now) => (of(finder, &row.prepared), of(finder, &now.entry.prepared)),
            None => (of(finder, &row.prepared), HashSet::new()),
        };
        remove_terms(tx, &row, before.difference(&after)).await?;
        let place = |term: &String| term::Model { space: row.space, term: term.clone(), number: row.number };
        terms.extend(after.difference(&before).map(place));
        match now {
            None => gone.push((row.space, row.number)),
            Some(now) => {
                let after = model(row.space, row.number, row.organisation_id, now);
                if after != row {
                    changed.push(after);
                }
            }
        }
    }
    for (space, number) in gone {
        let row = Entity::delete_many().filter(Column::Space.eq(space)).filter(Column::Number.eq(number));
        row.exec(&tx.connection()).await?;
    }
    put(tx, changed).await?;
    let mut fresh = Vec::with_capacity(wanted.len());
    for ((space, organisation), now) in wanted {
        let number = numbers.next(tx, space).await?;
        let place = |term| term::Model { space, term, number };
        terms.extend(of(finder, &now.entry.prepared).into_iter().map(place));
        fresh.push(model(space, number, organisation, now));
    }
    rows::insert::<Entity, _>(tx, fresh).await?;
    insert_terms(tx, terms).await
}

/// What is to stand where: an organisation in the space of its team, and in those of the teams that it is shown to.
async fn wanted(tx: &Tx, finder: &dyn Finder, some: &[Uuid]) -> Result<BTreeMap<(i16, Uuid), Wanted>, StoreError> {
    let mut records = organisation::of_all(tx, some).await?;
    records.retain(|record| record.state != RecordState::Merged);
    let ids: Vec<Uuid> = records.iter().map(|record| record.id.0).collect();
    let facts = organisation::fact::of_all(tx, &ids).await?;
    let mut counts: HashMap<Uuid, i64> = HashMap::new();
    let teams: BTreeSet<TeamId> = records.iter().map(|record| record.team).collect();
    for team in teams {
        counts.extend(claim::source_counts(tx, team, &ids).await?);
    }
    let (mut spaces, version) = (HashMap::new(), finder.version());
    let mut wanted = BTreeMap::new();
    let mut of_team = async |team: Uuid, foreign: bool| match spaces.get(&(team, foreign)) {
        Some(space) => Ok(*space),
        None => space(tx, team, foreign, version).await.inspect(|space| {
            spaces.insert((team, foreign), *space);
        }),
    };
    let by_id: HashMap<Uuid, &OrganisationRecord> = records.iter().map(|record| (record.id.0, record)).collect();
    for record in &records {
        let kept = facts.get(&record.id.0).map(Vec::as_slice).unwrap_or_default();
        let announcements = counts.get(&record.id.0).copied().unwrap_or(0);
        let created_at = crate::column::micros(record.created.at);
        let key = (of_team(record.team.0, false).await?, record.id.0);
        wanted.insert(key, Wanted { entry: finder.entry(record, kept, Whose::Own), created_at, announcements });
    }
    for (id, with, shared_at) in share::of_all(tx, Shareable::Organisation, &ids).await? {
        let Some(record) = by_id.get(&id) else { continue };
        let kept = facts.get(&id).map(Vec::as_slice).unwrap_or_default();
        let entry = finder.entry(record, kept, Whose::Foreign);
        let key = (of_team(with.0, true).await?, id);
        // When the record was made is its own team's business: for others it is as new as the share.
        wanted.insert(key, Wanted { entry, created_at: shared_at, announcements: 0 });
    }
    Ok(wanted)
}

fn of(finder: &dyn Finder, prepared: &str) -> HashSet<String> {
    finder.terms(prepared).iter().map(|term| crate::column::text(term)).collect()
}

fn model(space: i16, number: i32, organisation_id: Uuid, now: Wanted) -> Model {
    let [sort_zh, sort_ja, sort_th, sort_en] = now.entry.sort.map(|key| crate::column::sort_key(&key));
    let prepared = crate::column::text(&now.entry.prepared);
    let Wanted { created_at, announcements, .. } = now;
    Model { space, number, organisation_id, prepared, sort_zh, sort_ja, sort_th, sort_en, created_at, announcements }
}

async fn put(tx: &Tx, changed: Vec<Model>) -> Result<(), StoreError> {
    for row in changed {
        let place = Entity::delete_many().filter(Column::Space.eq(row.space)).filter(Column::Number.eq(row.number));
        place.exec(&tx.connection()).await?;
        rows::insert::<Entity, _>(tx, vec![row]).await?;
    }
    Ok(())
}

async fn remove_terms<'a>(tx: &Tx, row: &Model, gone: impl Iterator<Item = &'a String>) -> Result<(), StoreError> {
    let gone: Vec<&String> = gone.collect();
    if gone.is_empty() {
        return Ok(());
    }
    term::Entity::delete_many()
        .filter(term::Column::Space.eq(row.space))
        .filter(term::Column::Number.eq(row.number))
        .filter(term::Column::Term.is_in(gone))
        .exec(&tx.connection())
        .await?;
    Ok(())
}

/// In the order of the tree, so that neighbours are written together.
async fn insert_terms(tx: &Tx, mut terms: Vec<term::Model>) -> Result<(), StoreError> {
    terms.sort_unstable_by(|one, other| {
        (one.space, &one.term, one.number).cmp(&(other.space, &other.term, other.number))
    });
    let mut terms = terms.into_iter().peekable();
    while terms.peek().is_some() {
        let mut insert = Query::insert();
        insert.into_table(term::Entity).columns([term::Column::Space, term::Column::Term, term::Column::Number]);
        for one in terms.by_ref().take(TERMS) {
            insert.values_panic([Expr::val(one.space), Expr::val(one.term), Expr::val(one.number)]);
        }
        insert.on_conflict(OnConflict::new().do_nothing().to_owned());
        tx.connection().execute(&insert).await?;
    }
    Ok(())
}

/// Numbers that nobody has yet.
#[derive(Default)]
struct Numbers(HashMap<i16, i32>);

impl Numbers {
    async fn next(&mut self, tx: &Tx, space: i16) -> Result<i32, StoreError> {
        let last = match self.0.get(&space) {
            Some(last) => *last,
            None => {
                let last = Entity::find().select_only().column_as(Column::Number.max(), "last");
                let last: Option<Option<i32>> =
                    last.filter(Column::Space.eq(space)).into_tuple().one(&tx.connection()).await?;
                last.flatten().unwrap_or(0)
            }
        };
        let next = last.checked_add(1);
        let next =
            next.ok_or_else(|| StoreError::Corrupt { what: "organisation_listing.number: used up".to_owned() })?;
        self.0.insert(space, next);
        Ok(next)
    }
}

/// Lists records that are not listed, some at a time, each time in a transaction of its own: those that wait for it, those that were
/// there before the tables were, and all where the rules have changed.
///
/// # Errors
/// When the database fails; what was listed until then stays.
pub async fn list_missing(store: &Store, finder: &dyn Finder) -> Result<Remade, StoreError> {
    clear_old(store, finder.version()).await?;
    let (mut made, mut after) = (Remade { organisations: list_waiting(store, finder).await? }, None);
    loop {
        let some = missing(store, after).await?;
        let Some(last) = some.last() else { return Ok(made) };
        after = Some(*last);
        made.organisations += some.len() as u64;
        let tx = store.write().await?;
        settle(&tx, finder, some.into_iter().collect()).await?;
        tx.commit().await?;
    }
}

async fn clear_old(store: &Store, version: i64) -> Result<(), StoreError> {
    let old = space::Entity::find().filter(space::Column::Version.ne(version)).all(&store.connection()).await?;
    for row in old {
        let tx = store.write().await?;
        let db = &tx.connection();
        term::Entity::delete_many().filter(term::Column::Space.eq(row.space)).exec(db).await?;
        Entity::delete_many().filter(Column::Space.eq(row.space)).exec(db).await?;
        space::Entity::delete_many().filter(space::Column::Space.eq(row.space)).exec(db).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The next records without a row in the space of their team, by identifier.
async fn missing(db: &dyn Db, after: Option<Uuid>) -> Result<Vec<Uuid>, StoreError> {
    let here = Column::OrganisationId.into_expr().equals(organisation::Column::Id.as_column_ref());
    let listed = Query::select().expr(Expr::val(1)).from(Entity).and_where(here).to_owned();
    let mut select = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .filter(Expr::exists(listed).not())
        .filter(organisation::Column::State.ne(RecordState::Merged.as_str()))
        .order_by_asc(organisation::Column::Id);
    if let Some(after) = after {
        select = select.filter(organisation::Column::Id.gt(after));
    }
    Ok(select.limit(2_000).into_tuple().all(&db.connection()).await?)
}
