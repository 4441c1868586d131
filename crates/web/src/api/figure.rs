//! Figures of the ledger: lists, one with its history, totals.

use super::caller::Caller;
use super::check::Check;
use super::entry::{Entry, EntryRow};
use super::etag::{Known, tagged};
use super::page::{List, PageParams};
use super::parts::{Named, many};
use super::problem::Problem;
use super::query::{Id, Listing, Order, Query};
use super::scalar::Exact;
use super::words::{Counting, FacetKind, FigureState, Flow, Measure, MoneyClass, Qualifier, Scope, Status};
use axum::Json;
use axum::response::Response;
use samesky_app::figures::{self, FigureFilter, FigureOrder, FigureSort};
use samesky_model::id::{AnnouncementId, EventId, FigureId, OrganisationId, ProjectId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// One measure of one thing.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Figure {
    /// Its identifier; kept while at least one of its entries stays.
    id: Uuid,
    /// The team that owns it.
    team: Uuid,
    /// What is measured.
    measure: Measure,
    /// Which money.
    money_class: MoneyClass,
    /// ISO 4217, an SI symbol or an English plural.
    #[schema(example = "CNY")]
    unit: Option<String>,
    /// What is, is aimed at, or is expected.
    status: Status,
    /// The period as ISO 8601.
    period: Option<String>,
    /// Of the period or cumulative.
    flow: Option<Flow>,
    /// The event it belongs to.
    event: Option<Uuid>,
    /// The project it belongs to.
    project: Option<Uuid>,
    /// The organisation it belongs to.
    organisation: Option<Uuid>,
    /// What it is of, in the words of the most exact source.
    subject: Option<String>,
    /// How its entries stand to one another.
    state: FigureState,
    /// The value of the most exact source; nothing where the sources differ.
    value: Option<Exact>,
    /// The qualifier that belongs to the value.
    qualifier: Qualifier,
    /// The size class counted.
    tier_label: Option<String>,
    /// Whether it is added into totals.
    counting: Counting,
    /// The year it is reported under.
    year: Option<i16>,
    /// The figure of which this is a part.
    part_of: Option<Uuid>,
    /// Number of announcements that speak of it.
    announcements: i64,
}

impl From<record::Figure> for Figure {
    fn from(kept: record::Figure) -> Self {
        Self {
            id: kept.id.0,
            team: kept.team.0,
            measure: kept.measure.into(),
            money_class: kept.money_class.into(),
            unit: kept.unit,
            status: kept.status.into(),
            period: kept.period,
            flow: kept.flow.map(Flow),
            event: kept.event.map(|id| id.0),
            project: kept.project.map(|id| id.0),
            organisation: kept.organisation.map(|id| id.0),
            subject: kept.subject,
            state: kept.state.into(),
            value: kept.value.map(Exact),
            qualifier: kept.qualifier.into(),
            tier_label: kept.tier_label,
            counting: kept.counting.into(),
            year: kept.year,
            part_of: kept.part_of.map(|id| id.0),
            announcements: kept.announcements,
        }
    }
}

/// A figure with the entries it is made of.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FigureRow {
    #[serde(flatten)]
    figure: Figure,
    /// The names of the event, where it belongs to one.
    of_event: Option<Named>,
    /// The names of the project, where it belongs to one.
    of_project: Option<Named>,
    /// Its current entries with their sources, oldest first.
    entries: Vec<EntryRow>,
}

impl From<figures::FigureRow> for FigureRow {
    fn from(row: figures::FigureRow) -> Self {
        Self {
            figure: row.figure.into(),
            of_event: row.event.map(Named::from),
            of_project: row.project.map(Named::from),
            entries: many(row.entries),
        }
    }
}

/// A quote between the words around it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Context {
    /// The entry whose quote it is.
    entry: Uuid,
    /// The words before the quote.
    before: String,
    /// The quote.
    quote: String,
    /// The words after it.
    after: String,
}

/// A figure with everything that can be asked of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FigureDetail {
    #[serde(flatten)]
    row: FigureRow,
    /// A sentence of context for each current entry.
    context: Vec<Context>,
    /// Every entry there ever was, replaced ones and withdrawals included, oldest first.
    history: Vec<Entry>,
    /// The figure of which this is a part.
    whole: Option<Figure>,
    /// Its parts.
    parts: Vec<FigureRow>,
    /// The checks in which its claims stand.
    checks: Vec<Check>,
}

impl From<figures::FigureView> for FigureDetail {
    fn from(view: figures::FigureView) -> Self {
        let entries = view.row.entries.iter().map(|row| row.entry.id.0);
        let context = entries.zip(view.context).map(|(entry, context)| {
            let figures::Context { before, quote, after } = context;
            Context { entry, before, quote, after }
        });
        Self {
            context: context.collect(),
            history: many(view.history),
            whole: view.whole.map(Figure::from),
            parts: many(view.parts),
            checks: many(view.checks),
            row: view.row.into(),
        }
    }
}

/// A sum over figures that may be added: one class, one measure, one unit, one year.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Total {
    /// Which money.
    money_class: MoneyClass,
    /// What is measured.
    measure: Measure,
    /// The unit.
    #[schema(example = "CNY")]
    unit: Option<String>,
    /// The year.
    year: Option<i16>,
    /// The sum, in units.
    sum: Exact,
    /// Number of figures added.
    figures: i64,
}

impl From<figures::Total> for Total {
    fn from(total: figures::Total) -> Self {
        let figures::Total { money_class, measure, unit, year, sum, figures } = total;
        Self { money_class: money_class.into(), measure: measure.into(), unit, year, sum: sum.into(), figures }
    }
}

/// The sums of figures.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Totals {
    /// One for each class, measure, unit and year; never across.
    items: Vec<Total>,
}

/// Which figures.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureQuery {
    /// Of this measure.
    measure: Option<Measure>,
    /// Of this class.
    money_class: Option<MoneyClass>,
    /// In this unit.
    unit: Option<String>,
    /// What is, is aimed at, or is expected.
    status: Option<Status>,
    /// How the entries stand to one another.
    state: Option<FigureState>,
    /// Whether added into totals, or why not.
    counting: Option<Counting>,
    /// Of this event.
    event: Option<Uuid>,
    /// Of this project.
    project: Option<Uuid>,
    /// Of this organisation.
    organisation: Option<Uuid>,
    /// An entry of it is from this announcement.
    announcement: Option<Uuid>,
    /// Reported under this year.
    #[serde(default, deserialize_with = "super::scalar::year")]
    #[param(minimum = 1, maximum = 9999)]
    year: Option<i16>,
    /// Seen by a facet of this kind; `facet_key` says which one.
    facet: Option<FacetKind>,
    /// The key of the facet: a place key, a zone's name, an event's identifier, an ISIC code, a year.
    facet_key: Option<String>,
    /// Words in the subject; case does not matter.
    text: Option<String>,
    /// Only those whose sources differ.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    contested: Option<bool>,
    /// Whose. Only the own team's where nothing is said.
    scope: Option<Scope>,
}

impl From<FigureQuery> for FigureFilter {
    fn from(query: FigureQuery) -> Self {
        Self {
            measure: query.measure.map(|measure| measure.0),
            money_class: query.money_class.map(|class| class.0),
            unit: query.unit,
            status: query.status.map(|status| status.0),
            state: query.state.map(|state| state.0),
            counting: query.counting.map(|counting| counting.0),
            event: query.event.map(EventId),
            project: query.project.map(ProjectId),
            organisation: query.organisation.map(OrganisationId),
            announcement: query.announcement.map(AnnouncementId),
            year: query.year,
            facet: query.facet.map(|kind| (kind.0, query.facet_key.unwrap_or_default())),
            text_contains: query.text.filter(|text| !text.is_empty()),
            contested_only: query.contested.unwrap_or(false),
            scope: query.scope.map(|scope| scope.0).unwrap_or_default(),
        }
    }
}

/// The order of a list of figures.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureOrderQuery {
    /// By what figures are ordered. Values of all units stand in one order.
    #[serde(default)]
    #[param(inline)]
    sort: Sort,
    /// The least first instead of the greatest.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    ascending: Option<bool>,
}

impl Order for FigureOrderQuery {
    const NAMES: &'static [&'static str] = &["sort", "ascending"];
}

/// By what figures are ordered.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Sort {
    #[default]
    Value,
    Year,
    Announcements,
}

impl FigureOrderQuery {
    fn read(&self) -> FigureSort {
        let by = match self.sort {
            Sort::Value => FigureOrder::Value,
            Sort::Year => FigureOrder::Year,
            Sort::Announcements => FigureOrder::Announcements,
        };
        FigureSort { by, descending: !self.ascending.unwrap_or(false) }
    }
}

type FigureListing = Listing<FigureQuery, FigureOrderQuery>;

/// List figures
///
/// Each with its current entries and their sources. Greatest value first, unless `sort` says otherwise.
#[utoipa::path(
    get, path = "/figures", tag = "figures", params(PageParams, FigureQuery, FigureOrderQuery),
    responses((status = OK, description = "One page of figures.", body = List<FigureRow>))
)]
pub(super) async fn list_figures(caller: Caller, listing: FigureListing) -> Result<Response, Problem> {
    let Listing { filter, order, paging } = listing;
    let found = caller.app().figures(&caller.session, &filter.into(), &order.read(), &paging.page).await?;
    Ok(paging.answer::<_, FigureRow>(found))
}

/// Get the totals of money figures
///
/// What the counted money figures that the filters let through add up to: one sum for each class, measure, currency and
/// year. Amounts of different classes, currencies or years are never added.
#[utoipa::path(
    get, path = "/figures/totals", tag = "figures", params(FigureQuery),
    responses((status = OK, description = "The sums.", body = Totals))
)]
pub(super) async fn get_totals(caller: Caller, Query(query): Query<FigureQuery>) -> Result<Json<Totals>, Problem> {
    let totals = caller.app().totals(&caller.session, &query.into()).await?;
    Ok(Json(Totals { items: many(totals) }))
}

/// Get a figure
///
/// With its sources and their words, its history, its parts and the checks it stands in.
#[utoipa::path(
    get, path = "/figures/{id}", tag = "figures", params(("id" = Uuid, Path, description = "The figure.")),
    responses((status = OK, description = "The figure.", body = FigureDetail, headers(("ETag" = String, description = "For If-None-Match."))))
)]
pub(super) async fn get_figure(caller: Caller, Id(id): Id<FigureId>, known: Known) -> Result<Response, Problem> {
    let view = caller.app().figure(&caller.session, id).await?;
    Ok(tagged(&known, 0, FigureDetail::from(view)))
}
