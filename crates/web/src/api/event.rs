//! Events of the ledger, and bringing them together or apart.

use super::body::Body;
use super::caller::Caller;
use super::check::Check;
use super::claim::ClaimSource;
use super::etag::{Known, tagged};
use super::figure::FigureRow;
use super::page::{List, PageParams};
use super::parts::{Organiser, Stamp, WrittenName, many};
use super::problem::Problem;
use super::project::Project;
use super::query::{Id, Listing};
use super::scalar::{Date, Exact};
use super::words::{DateBasis, EventType, Measure, Mode, RecordState, Scope};
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use samesky_app::ledger::{self, EventFilter, EventView, Evidence as Found};
use samesky_model::id::{ClaimId, EventId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// An event, told of by one or more announcements.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Event {
    /// Its identifier.
    id: Uuid,
    /// The team that owns it.
    team: Uuid,
    /// Counts the changes.
    version: i64,
    /// Whether it still rests on an accepted claim.
    state: RecordState,
    /// What kind of event.
    #[serde(rename = "type")]
    kind: EventType,
    /// Its names, one per source that gives one, earliest first.
    names: Vec<WrittenName>,
    /// When it was held.
    date: Option<Date>,
    /// Where the date was taken from.
    date_basis: DateBasis,
    /// The places as written.
    places: Vec<String>,
    /// The same places as keys, the same in every language.
    place_keys: Vec<String>,
    /// How it was held.
    mode: Option<Mode>,
    /// Who stands behind it, in protocol order.
    organisers: Vec<Organiser>,
    /// The event that this one is a part of; a part is not counted again.
    part_of: Option<Uuid>,
    /// The cooperation zone or park it is about.
    zone: Option<String>,
    /// ISIC Rev.4 sections or divisions.
    industries: Vec<String>,
    /// The parties between which cooperation is told of.
    parties: Vec<String>,
    /// Who made the record, and when.
    created: Stamp,
}

impl From<record::EventRecord> for Event {
    fn from(kept: record::EventRecord) -> Self {
        Self {
            id: kept.id.0,
            team: kept.team.0,
            version: kept.version,
            state: kept.state.into(),
            kind: kept.kind.into(),
            names: many(kept.names),
            date: kept.date.map(Date),
            date_basis: kept.date_basis.into(),
            places: kept.places,
            place_keys: kept.place_keys,
            mode: kept.mode.map(Mode),
            organisers: many(kept.organisers),
            part_of: kept.part_of.map(|id| id.0),
            zone: kept.zone,
            industries: kept.industries,
            parties: kept.parties,
            created: kept.created.into(),
        }
    }
}

/// An event with everything that rests on it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EventDetail {
    #[serde(flatten)]
    event: Event,
    /// The event that it is a part of.
    whole: Option<Event>,
    /// Its parts.
    parts: Vec<Event>,
    /// The claims on which it rests.
    sources: Vec<ClaimSource>,
    /// Its figures.
    figures: Vec<FigureRow>,
    /// The projects signed or begun at it.
    projects: Vec<Project>,
    /// The checks across its announcements.
    checks: Vec<Check>,
    /// Events that may be the same.
    suggestions: Vec<EventSuggestion>,
}

impl From<EventView> for EventDetail {
    fn from(view: EventView) -> Self {
        Self {
            event: view.event.into(),
            whole: view.whole.map(Event::from),
            parts: many(view.parts),
            sources: many(view.sources),
            figures: many(view.figures),
            projects: many(view.projects),
            checks: many(view.checks),
            suggestions: many(view.suggestions),
        }
    }
}

/// An event that may be the same, with what speaks for and against it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EventSuggestion {
    /// The other event.
    event: Event,
    /// What speaks for and against.
    evidence: Vec<Evidence>,
    /// How sure, in thousandths.
    #[schema(minimum = 0, maximum = 1000)]
    score_permille: u16,
}

impl From<ledger::EventSuggestion> for EventSuggestion {
    fn from(suggestion: ledger::EventSuggestion) -> Self {
        Self {
            event: suggestion.event.into(),
            evidence: many(suggestion.evidence),
            score_permille: suggestion.score_permille,
        }
    }
}

/// What speaks for or against two events being one.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "says", rename_all = "snake_case")]
pub(super) enum Evidence {
    /// The dates agree, as far as both are stated.
    SameDate,
    /// The dates contradict one another.
    DateContradicts,
    /// A place is the same, or lies within the other.
    SharedPlace {
        /// The narrower one's key.
        place: String,
    },
    /// Both have places, and none in common.
    PlacesDisjoint,
    /// A name is the same.
    SameName,
    /// A name is much alike.
    SimilarName,
    /// The names say another year or another number in the series.
    EditionDiffers,
    /// A figure is the same.
    SameFigure {
        /// What is measured.
        measure: Measure,
        /// The number.
        value: Exact,
    },
    /// A figure of the whole event differs.
    DifferentFigure {
        /// What is measured.
        measure: Measure,
        /// In the one.
        a: Exact,
        /// In the other.
        b: Exact,
    },
    /// They are about the same zone.
    SharedZone,
    /// A party is the same.
    SharedParty {
        /// Which one.
        party: String,
    },
    /// They are of kinds that are not held as one.
    KindsDiffer,
    /// The same organisation is named.
    SharedOrganisation {
        /// Which one.
        organisation: String,
    },
}

impl From<Found> for Evidence {
    fn from(found: Found) -> Self {
        match found {
            Found::SameDate => Self::SameDate,
            Found::DateContradicts => Self::DateContradicts,
            Found::SharedPlace(place) => Self::SharedPlace { place },
            Found::PlacesDisjoint => Self::PlacesDisjoint,
            Found::SameName => Self::SameName,
            Found::SimilarName => Self::SimilarName,
            Found::EditionDiffers => Self::EditionDiffers,
            Found::SameFigure { measure, value } => Self::SameFigure { measure: measure.into(), value: value.into() },
            Found::DifferentFigure { measure, a, b } => {
                Self::DifferentFigure { measure: measure.into(), a: a.into(), b: b.into() }
            }
            Found::SharedZone => Self::SharedZone,
            Found::SharedParty(party) => Self::SharedParty { party },
            Found::KindsDiffer => Self::KindsDiffer,
            Found::SharedOrganisation(organisation) => Self::SharedOrganisation { organisation },
        }
    }
}

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct EventQuery {
    /// Words in a name, a place or the zone; case does not matter.
    text: Option<String>,
    /// Of this kind.
    #[serde(rename = "type")]
    kind: Option<EventType>,
    /// Held in this year.
    #[serde(default, deserialize_with = "super::scalar::year")]
    #[param(minimum = 1, maximum = 9999)]
    year: Option<i16>,
    /// At the place with this key.
    place_key: Option<String>,
    /// At a place whose name holds these words, as written; case does not matter.
    place: Option<String>,
    /// About this zone, as written.
    zone: Option<String>,
    /// Whether still resting on a claim.
    state: Option<RecordState>,
    /// Parts of this event.
    part_of: Option<Uuid>,
    /// Whose. Only the own team's where nothing is said.
    scope: Option<Scope>,
}

impl From<EventQuery> for EventFilter {
    fn from(query: EventQuery) -> Self {
        Self {
            text_contains: query.text.filter(|text| !text.is_empty()),
            kind: query.kind.map(|kind| kind.0),
            year: query.year,
            place_key: query.place_key,
            place_contains: query.place,
            zone: query.zone,
            state: query.state.map(|state| state.0),
            part_of: query.part_of.map(EventId),
            scope: query.scope.map(|scope| scope.0).unwrap_or_default(),
        }
    }
}

/// Which event is the same.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Join {
    /// The other event. Its claims come over; the record is kept, withdrawn.
    other: Uuid,
    /// Why.
    why: Option<String>,
}

/// Why something is done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reason {
    /// Why.
    why: Option<String>,
}

/// The event that a claim has now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Separated {
    /// The event.
    event: Uuid,
}

/// List events
///
/// Latest first.
#[utoipa::path(
    get, path = "/events", tag = "events", params(PageParams, EventQuery),
    responses((status = OK, description = "One page of events.", body = List<Event>))
)]
pub(super) async fn list_events(caller: Caller, listing: Listing<EventQuery>) -> Result<Response, Problem> {
    let found = caller.app().events(&caller.session, &listing.filter.into(), &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, Event>(found))
}

/// Get an event
///
/// With its sources, figures, projects and checks, and events that may be the same.
#[utoipa::path(
    get, path = "/events/{id}", tag = "events", params(("id" = Uuid, Path, description = "The event.")),
    responses((status = OK, description = "The event.", body = EventDetail, headers(("ETag" = String, description = "For If-None-Match."))))
)]
pub(super) async fn get_event(caller: Caller, Id(id): Id<EventId>, known: Known) -> Result<Response, Problem> {
    let view = caller.app().event(&caller.session, id).await?;
    Ok(tagged(&known, view.event.version, EventDetail::from(view)))
}

/// Join two events
///
/// Every claim on which the other rests speaks of this one from now on.
#[utoipa::path(
    post, path = "/events/{id}/join", tag = "events", params(("id" = Uuid, Path, description = "The event that stays.")),
    request_body = Join, responses((status = NO_CONTENT, description = "They are one."))
)]
pub(super) async fn join_events(
    caller: Caller,
    Id(id): Id<EventId>,
    Body(join): Body<Join>,
) -> Result<StatusCode, Problem> {
    caller.app().join_events(&caller.session, id, EventId(join.other), join.why).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Give a claim an event of its own
///
/// It is not brought together again unless an officer does so.
#[utoipa::path(
    post, path = "/claims/{id}/separate", tag = "events", params(("id" = Uuid, Path, description = "A taken claim of an event.")),
    request_body = Reason,
    responses((status = CREATED, description = "The event was made.", body = Separated, headers(("Location" = String, description = "The event's address."))))
)]
pub(super) async fn separate_claim(
    caller: Caller,
    Id(id): Id<ClaimId>,
    Body(reason): Body<Reason>,
) -> Result<Response, Problem> {
    let event = caller.app().separate_event(&caller.session, id, reason.why).await?;
    let location = format!("/api/v1/events/{event}");
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(Separated { event: event.0 })).into_response())
}
