//! Looking for organisations by any name, reading or number.

use super::caller::Caller;
use super::organisation::Organisation;
use super::organisation_facts::{Fact, KeptFact};
use super::page::PageParams;
use super::parts::many;
use super::problem::Problem;
use super::query::{Listing, Query};
use super::words::{OrganisationKind, RecordState, Scope};
use axum::Json;
use samesky_app::organisations::find;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which organisations, in which order.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationSearchQuery {
    /// Words of a name or a reading, or the beginning of a number: any part of a Chinese, Japanese or Korean name, words of others from their
    /// beginning, kana, romaji as it is typed, pinyin with or without tones, first letters of pinyin. Every word must be found.
    text: Option<String>,
    /// Of this kind.
    kind: Option<OrganisationKind>,
    /// Whether it still rests on something.
    state: Option<RecordState>,
    /// Of this country/region: ISO 3166-1, two letters.
    country: Option<String>,
    /// At this place or within it.
    place: Option<String>,
    /// Of this industry, as `scheme:code`.
    industry: Option<String>,
    /// Of this size, as written.
    size: Option<String>,
    /// Settled in this zone, as written.
    zone: Option<String>,
    /// Whose. Only the own team's where nothing is said.
    scope: Option<Scope>,
    /// The order.
    #[param(inline)]
    sort: Option<Sort>,
    /// The language of the order by name.
    #[param(inline)]
    language: Option<Language>,
}

/// The order of what is found.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Sort {
    /// Those that fit best first: from the beginning of a name, of a word, inside, by a reading.
    Fit,
    /// By name, in the order of the language.
    Name,
    /// The record made last first.
    Newest,
    /// Those that most announcements name first.
    Announcements,
}

/// A language that names are sorted in.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Language {
    /// Chinese, by pinyin.
    Zh,
    /// Japanese, by kana.
    Ja,
    /// Thai.
    Th,
    /// English, and everything else.
    En,
}

/// An organisation that was found.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FoundOrganisation {
    #[serde(flatten)]
    organisation: Organisation,
    /// What officers and lists say of it; nothing of another team's.
    values: Vec<KeptFact>,
    /// What another team tells of its record: places, numbers of registers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    told: Vec<Fact>,
    /// Number of announcements that name it.
    announcements: i64,
}

/// One page of what was found.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FoundOrganisations {
    /// The organisations.
    items: Vec<FoundOrganisation>,
    /// The cursor of the page after this one; nothing on the last page. A page may hold fewer than were asked for and still have one.
    next: Option<String>,
    /// How many there are; nothing where they are too many to be counted.
    total: Option<u64>,
}

/// By what a list can be narrowed: the values that are there, at most 60 of each.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganisationChoices {
    /// Countries/regions.
    countries: Vec<String>,
    /// Places, each once, as one of the records writes it.
    places: Vec<String>,
    /// Industries as `scheme:code`.
    industries: Vec<String>,
    /// Sizes, as written.
    sizes: Vec<String>,
    /// Zones, as written.
    zones: Vec<String>,
}

/// Whose values.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoicesQuery {
    /// Whose. Only the own team's where nothing is said.
    scope: Option<Scope>,
}

impl From<OrganisationSearchQuery> for find::OrganisationQuestion {
    fn from(query: OrganisationSearchQuery) -> Self {
        Self {
            text: query.text.unwrap_or_default(),
            kind: query.kind.map(|kind| kind.0),
            state: query.state.map(|state| state.0),
            country: query.country,
            place: query.place,
            industry: query.industry,
            size: query.size,
            zone: query.zone,
            scope: query.scope.map(|scope| scope.0).unwrap_or_default(),
            sort: match query.sort {
                None | Some(Sort::Fit) => find::OrganisationSort::Fit,
                Some(Sort::Name) => find::OrganisationSort::Name,
                Some(Sort::Newest) => find::OrganisationSort::Newest,
                Some(Sort::Announcements) => find::OrganisationSort::Announcements,
            },
            language: match query.language {
                None | Some(Language::Zh) => find::ListLanguage::Zh,
                Some(Language::Ja) => find::ListLanguage::Ja,
                Some(Language::Th) => find::ListLanguage::Th,
                Some(Language::En) => find::ListLanguage::En,
            },
        }
    }
}

impl From<find::FoundOrganisation> for FoundOrganisation {
    fn from(found: find::FoundOrganisation) -> Self {
        Self {
            organisation: found.organisation.into(),
            values: many(found.facts),
            told: many(found.told),
            announcements: found.sources,
        }
    }
}

/// Look for organisations
///
/// By any name, reading or number, in every language.
#[utoipa::path(
    get, path = "/organisations/search", tag = "organisations", params(PageParams, OrganisationSearchQuery),
    responses((status = OK, description = "One page of what was found.", body = FoundOrganisations))
)]
pub(super) async fn search_organisations(
    caller: Caller,
    listing: Listing<OrganisationSearchQuery>,
) -> Result<Json<FoundOrganisations>, Problem> {
    let page = listing.paging.page;
    let (after, limit) = (page.after.as_deref(), usize::try_from(page.limit).unwrap_or(1));
    let found = caller.app().find_organisations(&caller.session, &listing.filter.into(), after, limit).await?;
    Ok(Json(FoundOrganisations { items: many(found.items), next: found.next, total: found.total }))
}

/// List by what organisations can be narrowed
///
/// The values that are there.
#[utoipa::path(
    get, path = "/organisations/choices", tag = "organisations", params(ChoicesQuery),
    responses((status = OK, description = "The values.", body = OrganisationChoices))
)]
pub(super) async fn list_organisation_choices(
    caller: Caller,
    Query(query): Query<ChoicesQuery>,
) -> Result<Json<OrganisationChoices>, Problem> {
    let scope = query.scope.map(|scope| scope.0).unwrap_or_default();
    let find::OrganisationChoices { countries, places, industries, sizes, zones } =
        caller.app().organisation_choices(&caller.session, scope).await?;
    Ok(Json(OrganisationChoices { countries, places, industries, sizes, zones }))
}
