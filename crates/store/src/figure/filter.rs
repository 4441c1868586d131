//! Which figures, in which order.

use super::{Column, Entity, facet, member};
use crate::page::{Key, ListOrder};
use crate::{Sight, column, dialect, entry};
use samesky_model::{
    id::{AnnouncementId, EventId, OrganisationId, ProjectId, TeamId},
    reading::{Measure, MoneyClass, Status},
    record::{Counting, FacetKind, FigureState, Scope, Shareable},
};
use sea_orm::sea_query::{Expr, Func, Query};
use sea_orm::{ColumnTrait, Condition, DbBackend, EntityTrait, QueryFilter, Select};
use uuid::Uuid;

/// Which figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureFilter {
    /// Of this measure.
    pub measure: Option<Measure>,
    /// Of this class.
    pub money_class: Option<MoneyClass>,
    /// In this unit.
    pub unit: Option<String>,
    /// What is, is aimed at, or expected.
    pub status: Option<Status>,
    /// How the entries stand to one another.
    pub state: Option<FigureState>,
    /// Whether added into totals.
    pub counting: Option<Counting>,
    /// Of this event.
    pub event: Option<EventId>,
    /// Of this project.
    pub project: Option<ProjectId>,
    /// Of this organisation.
    pub organisation: Option<OrganisationId>,
    /// An entry of it is from this announcement.
    pub announcement: Option<AnnouncementId>,
    /// Reported under this year.
    pub year: Option<i16>,
    /// Seen by this facet: its kind and key.
    pub facet: Option<(FacetKind, String)>,
    /// Words in the subject; case does not matter.
    pub text_contains: Option<String>,
    /// Only those whose sources differ.
    pub contested_only: bool,
    /// Whose.
    pub scope: Scope,
}

/// By what figures are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FigureOrder {
    /// By value within all units together; those without one are the least.
    #[default]
    Value,
    /// By year; those without one are the earliest.
    Year,
    /// By number of announcements.
    Announcements,
}

/// The order of a list of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureSort {
    /// By what.
    pub by: FigureOrder,
    /// Greatest first.
    pub descending: bool,
}

impl Default for FigureSort {
    /// Greatest value first.
    fn default() -> Self {
        Self { by: FigureOrder::Value, descending: true }
    }
}

/// The figures that a team sees and a filter lets through.
pub(super) fn filtered(backend: DbBackend, team: TeamId, filter: &FigureFilter) -> Select<Entity> {
    let sight = Sight::of(team, filter.scope);
    Entity::find().filter(sight.figures()).filter(condition(backend, sight, filter))
}

fn condition(backend: DbBackend, sight: Sight, filter: &FigureFilter) -> Condition {
    let of = |kind, column: Column, id: Uuid| {
        Condition::all().add(column.eq(id)).add(sight.beside(kind, Column::TeamId, id))
    };
    let contains = |words: &str| dialect::contains(backend, Column::Folded, &column::folded(words));
    Condition::all()
        .add_option(filter.measure.map(|measure| Column::Measure.eq(measure.as_str())))
        .add_option(filter.money_class.map(|class| Column::MoneyClass.eq(class.as_str())))
        .add_option(filter.unit.as_ref().map(|unit| Column::Unit.eq(unit)))
        .add_option(filter.status.map(|status| Column::Status.eq(status.as_str())))
        .add_option(filter.state.map(|state| Column::State.eq(state.as_str())))
        .add_option(filter.counting.map(|counting| Column::Counting.eq(counting.as_str())))
        .add_option(filter.event.map(|id| of(Shareable::Event, Column::EventId, id.0)))
        .add_option(filter.project.map(|id| of(Shareable::Project, Column::ProjectId, id.0)))
        .add_option(filter.organisation.map(|id| own(sight, Column::OrganisationId, id.0)))
        .add_option(filter.announcement.map(|id| {
            let seen = sight.beside(Shareable::Announcement, Column::TeamId, id.0);
            Condition::all().add(of_announcements(&[id])).add(seen)
        }))
        .add_option(filter.year.map(|year| Column::Year.eq(year)))
        .add_option(filter.facet.as_ref().map(|(kind, key)| with_facet(sight, *kind, key)))
        .add_option(filter.text_contains.as_deref().map(contains))
        .add_option(filter.contested_only.then(|| Column::State.eq(FigureState::Contested.as_str())))
}

/// Whose own a figure of another team is, is not told.
fn own(sight: Sight, column: Column, id: Uuid) -> Condition {
    Condition::all().add(column.eq(id)).add(Column::TeamId.eq(sight.team().0))
}

/// Figures with an entry from one of these announcements.
pub(super) fn of_announcements(announcements: &[AnnouncementId]) -> Expr {
    let entries = Query::select()
        .column(entry::Column::Id)
        .from(entry::Entity)
        .and_where(entry::Column::AnnouncementId.is_in(announcements.iter().map(|id| id.0)))
        .to_owned();
    let figures = Query::select()
        .column(member::Column::FigureId)
        .from(member::Entity)
        .and_where(member::Column::EntryId.in_subquery(entries))
        .to_owned();
    Column::Id.in_subquery(figures)
}

/// Members of figures of an event.
pub(crate) fn of_event_only(event: EventId) -> Expr {
    let figures = Query::select().column(Column::Id).from(Entity).and_where(Column::EventId.eq(event.0)).to_owned();
    member::Column::FigureId.in_subquery(figures)
}

/// What a figure of another team can be looked at by is said by records beside it, which may be hidden.
fn with_facet(sight: Sight, kind: FacetKind, key: &str) -> Expr {
    let figures = Query::select()
        .column(facet::Column::FigureId)
        .from(facet::Entity)
        .and_where(facet::Column::TeamId.eq(sight.team().0))
        .and_where(facet::Column::Kind.eq(kind.as_str()))
        .and_where(facet::Column::Key.eq(key))
        .to_owned();
    Column::Id.in_subquery(figures)
}

impl FigureSort {
    pub(super) fn order(self) -> ListOrder {
        let column = |column: Column| Expr::col(column.as_column_ref());
        let (name, key) = match self.by {
            FigureOrder::Value => ("figure-value", column(Column::ValueKey)),
            FigureOrder::Year => ("figure-year", Expr::expr(Func::coalesce([column(Column::Year), Expr::val(0)]))),
            FigureOrder::Announcements => ("figure-announcements", column(Column::Announcements)),
        };
        ListOrder { name, key, id: column(Column::Id), descending: self.descending }
    }

    pub(super) fn place(self, row: &super::row::Model) -> Key {
        match self.by {
            FigureOrder::Value => Key::Text(row.value_key.clone()),
            FigureOrder::Year => Key::Number(i64::from(row.year.unwrap_or(0))),
            FigureOrder::Announcements => Key::Number(row.announcements),
        }
    }
}
