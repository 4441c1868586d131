//! Whose records a reader sees: the one rule that every list, count, total, search and export asks.
//!
//! Records of the own team are seen; of others those that are shared with it, and nothing beside them. A figure goes with
//! its project, else with its event where it is no organisation's own; and with its announcements where all of them are
//! shared. A figure never goes with an organisation: of that others see what it is called and how it is registered. What is published is no part of this: everybody sees that as it was confirmed
//! ([`crate::publication`]), never the living record.

use crate::organisation::merge::parts;
use crate::{entry, figure, share};
use samesky_model::{
    id::TeamId,
    record::{Scope, Shareable},
};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

/// Whose records are looked at, by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    team: TeamId,
    scope: Scope,
}

impl Sight {
    /// What a team sees of that scope.
    #[must_use]
    pub const fn of(team: TeamId, scope: Scope) -> Self {
        Self { team, scope }
    }

    /// The team that looks.
    #[must_use]
    pub const fn team(self) -> TeamId {
        self.team
    }

    /// The records of a kind that are seen, by the columns of their team and their identifier.
    pub(crate) fn records<C: ColumnTrait>(self, kind: Shareable, (team, id): (C, C)) -> Condition {
        self.either(team.eq(self.team.0), id.in_subquery(self.shared(kind)))
    }

    /// The figures that are seen.
    pub(crate) fn figures(self) -> Condition {
        self.either(figure::Column::TeamId.eq(self.team.0), self.through_others())
    }

    /// Records beside one with this identifier: those of the own team, and others only where it is seen itself.
    pub(crate) fn beside<C: ColumnTrait>(self, kind: Shareable, team: C, id: Uuid) -> Condition {
        Condition::any().add(team.eq(self.team.0)).add(Expr::val(id).in_subquery(self.shared(kind)))
    }

    fn either(self, own: Expr, shared: impl Into<Condition>) -> Condition {
        match self.scope {
            Scope::Own => Condition::all().add(own),
            Scope::Shared => Condition::all().add(shared),
            Scope::All => Condition::any().add(own).add(shared),
        }
    }

    fn shared(self, kind: Shareable) -> SelectStatement {
        let mut shared = Query::select()
            .column(share::Column::RecordId)
            .from(share::Entity)
            .and_where(share::Column::WithTeam.eq(self.team.0))
            .and_where(share::Column::Kind.eq(kind.as_str()))
            .to_owned();
        if kind == Shareable::Organisation {
            shared.and_where(share::Column::RecordId.not_in_subquery(parts()));
        }
        shared
    }

    fn through_others(self) -> Condition {
        use figure::Column::{EventId, Id, OrganisationId, ProjectId};
        let of = |kind| self.shared(kind);
        let by_event = ProjectId.is_null().and(OrganisationId.is_null()).and(EventId.in_subquery(of(Shareable::Event)));
        let announced = Condition::all()
            .add(Id.in_subquery(figures_with(self.entries(false))))
            .add(Id.not_in_subquery(figures_with(self.entries(true))));
        Condition::any().add(ProjectId.in_subquery(of(Shareable::Project))).add(by_event).add(announced)
    }

    /// The entries from announcements that are shared, or of those that are not.
    fn entries(self, hidden: bool) -> SelectStatement {
        let shared = self.shared(Shareable::Announcement);
        let column = entry::Column::AnnouncementId;
        let from = if hidden { column.not_in_subquery(shared) } else { column.in_subquery(shared) };
        Query::select().column(entry::Column::Id).from(entry::Entity).and_where(from).to_owned()
    }
}

impl From<TeamId> for Sight {
    fn from(team: TeamId) -> Self {
        Self::of(team, Scope::Own)
    }
}

fn figures_with(entries: SelectStatement) -> SelectStatement {
    Query::select()
        .column(figure::member::Column::FigureId)
        .from(figure::member::Entity)
        .and_where(figure::member::Column::EntryId.in_subquery(entries))
        .to_owned()
}
