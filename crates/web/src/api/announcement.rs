//! Announcements: lists, one, its text, its original bytes, what is known of its source.

use super::body::Body;
use super::caller::Caller;
use super::check::{Check, CheckRow};
use super::etag::{Expected, IfMatch, Known, headers, tagged};
use super::page::{List, PageParams};
use super::parts::{Block, Published, Remark, Stamp, many};
use super::problem::Problem;
use super::query::{Id, Listing, Plain};
use super::scalar::Date;
use super::words::{AnnouncementState, Scope, SourceFormat, Verdict};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::announcements::{AnnouncementFilter, AnnouncementRow as Row, AnnouncementSort, SourceDetails};
use samesky_app::checks::CheckFilter;
use samesky_model::id::{AnnouncementId, ImportId};
use samesky_model::record;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// A source document, without its text.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Announcement {
    /// Its identifier.
    id: Uuid,
    /// The team that owns it.
    team: Uuid,
    /// Counts the changes of its source details.
    version: i64,
    /// SHA-256 of the original bytes, hexadecimal.
    sha256: String,
    /// Length of the original in bytes.
    size: i64,
    /// Format of the original.
    format: SourceFormat,
    /// Encoding of the original (WHATWG name).
    encoding: Option<String>,
    /// The file's name, or the name given to a pasted text.
    file_name: Option<String>,
    /// Where it was published.
    source_address: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// When it was published, and how that is known.
    published: Option<Published>,
    /// BCP 47 tag of its main language.
    #[schema(example = "zh-Hans")]
    language: Option<String>,
    /// The headline.
    title: Option<String>,
    /// The parties between which cooperation is told of.
    parties: Vec<String>,
    /// The reader's remarks on the whole.
    remarks: Vec<Remark>,
    /// The import that brought it.
    import: Uuid,
    /// Who brought it, and when.
    imported: Stamp,
    /// How far it has come.
    state: AnnouncementState,
    /// Number of claims.
    claims: i64,
    /// Number of claims that wait for a decision.
    pending: i64,
}

impl From<record::Announcement> for Announcement {
    fn from(kept: record::Announcement) -> Self {
        Self {
            id: kept.id.0,
            team: kept.team.0,
            version: kept.version,
            sha256: kept.sha256,
            size: kept.size,
            format: kept.format.into(),
            encoding: kept.encoding,
            file_name: kept.file_name,
            source_address: kept.source_address,
            publisher: kept.publisher,
            published: kept.published.map(Published::from),
            language: kept.language,
            title: kept.title,
            parties: kept.parties,
            remarks: many(kept.remarks),
            import: kept.import.0,
            imported: kept.imported.into(),
            state: kept.state.into(),
            claims: kept.claims,
            pending: kept.pending,
        }
    }
}

/// An announcement in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AnnouncementRow {
    #[serde(flatten)]
    announcement: Announcement,
    /// The check that needs looking at most, where it has any.
    worst_check: Option<Check>,
}

impl From<Row> for AnnouncementRow {
    fn from(row: Row) -> Self {
        Self { announcement: row.announcement.into(), worst_check: row.worst_check.map(Check::from) }
    }
}

/// Where a number comes from: an announcement in short.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Source {
    /// The announcement.
    id: Uuid,
    /// The headline.
    title: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// Where it was published.
    source_address: Option<String>,
    /// When it was published, and how that is known.
    published: Option<Published>,
    /// BCP 47 tag of its main language.
    language: Option<String>,
}

impl From<record::Announcement> for Source {
    fn from(kept: record::Announcement) -> Self {
        Self {
            id: kept.id.0,
            title: kept.title,
            publisher: kept.publisher,
            source_address: kept.source_address,
            published: kept.published.map(Published::from),
            language: kept.language,
        }
    }
}

/// Which announcements, in which order.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct AnnouncementQuery {
    /// How far they have come.
    state: Option<AnnouncementState>,
    /// BCP 47 tag of the main language.
    language: Option<String>,
    /// The publisher, whole.
    publisher: Option<String>,
    /// Words in title, publisher or text; case does not matter.
    text: Option<String>,
    /// At least one check came to this.
    verdict: Option<Verdict>,
    /// The import that brought them.
    import: Option<Uuid>,
    /// Published on this date or later; a month or a year means its beginning.
    published_from: Option<Date>,
    /// Published on this date or earlier; a month or a year means its end.
    published_to: Option<Date>,
    /// By what they are ordered.
    #[serde(default)]
    #[param(inline)]
    sort: Sort,
    /// The least first instead of the greatest.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    ascending: Option<bool>,
    /// Whose. Only the own team's where nothing is said.
    scope: Option<Scope>,
}

/// By what announcements are ordered.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Sort {
    #[default]
    Imported,
    Published,
    Title,
}

impl From<AnnouncementQuery> for AnnouncementFilter {
    fn from(query: AnnouncementQuery) -> Self {
        Self {
            state: query.state.map(|state| state.0),
            language: query.language,
            publisher: query.publisher,
            text_contains: query.text.filter(|text| !text.is_empty()),
            verdict: query.verdict.map(|verdict| verdict.0),
            import: query.import.map(ImportId),
            published_from: query.published_from.map(|date| date.0),
            published_to: query.published_to.map(|date| date.0),
            sort: match query.sort {
                Sort::Imported => AnnouncementSort::Imported,
                Sort::Published => AnnouncementSort::Published,
                Sort::Title => AnnouncementSort::Title,
            },
            descending: !query.ascending.unwrap_or(false),
            scope: query.scope.map(|scope| scope.0).unwrap_or_default(),
        }
    }
}

/// The text of an announcement. Spans of claims count its code points.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AnnouncementText {
    /// The whole text, as it came or as it was extracted.
    text: String,
    /// The stretches that are the announcement itself.
    body: Vec<Block>,
}

/// What an officer knows of the source. What is left out stays; `null` takes it away.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"publisher": "架空日报", "published": "2020-11-20"}))]
pub(super) struct SourcePatch {
    /// Where it was published: an http or https address.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    source_address: Option<Option<String>>,
    /// Who published it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    publisher: Option<Option<String>>,
    /// When.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Date>)]
    published: Option<Option<Date>>,
    /// BCP 47 tag of its language.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    language: Option<Option<String>>,
}

/// Tells `null` from a field that is not there.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

impl SourcePatch {
    fn onto(self, kept: record::Announcement) -> SourceDetails {
        SourceDetails {
            source_address: self.source_address.unwrap_or(kept.source_address),
            publisher: self.publisher.unwrap_or(kept.publisher),
            published: match self.published {
                Some(given) => given.map(|date| date.0),
                None => kept.published.map(|published| published.date),
            },
            language: self.language.unwrap_or(kept.language),
        }
    }
}

/// List announcements
///
/// Newest import first, unless `sort` says otherwise.
#[utoipa::path(
    get, path = "/announcements", tag = "announcements", params(PageParams, AnnouncementQuery),
    responses((status = OK, description = "One page of announcements.", body = List<AnnouncementRow>))
)]
pub(super) async fn list_announcements(
    caller: Caller,
    listing: Listing<AnnouncementQuery>,
) -> Result<Response, Problem> {
    let found = caller.app().announcements(&caller.session, &listing.filter.into(), &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, AnnouncementRow>(found))
}

/// Get an announcement
///
/// Without its text, which has an address of its own.
#[utoipa::path(
    get, path = "/announcements/{id}", tag = "announcements", params(("id" = Uuid, Path, description = "The announcement.")),
    responses((status = OK, description = "The announcement.", body = Announcement, headers(("ETag" = String, description = "Its version, for If-Match."))))
)]
pub(super) async fn get_announcement(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
    known: Known,
) -> Result<Response, Problem> {
    let kept = caller.app().announcement(&caller.session, id).await?;
    Ok(tagged(&known, kept.version, Announcement::from(kept)))
}

/// Describe the source of an announcement
///
/// Notes what an officer knows of where, by whom and when it was published. Its text and claims stay as they are.
#[utoipa::path(
    patch, path = "/announcements/{id}", tag = "announcements",
    params(("id" = Uuid, Path, description = "The announcement."), IfMatch), request_body = SourcePatch,
    responses((status = OK, description = "The announcement as it is now.", body = Announcement, headers(("ETag" = String, description = "Its version, for If-Match."))))
)]
pub(super) async fn describe_announcement(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
    Expected(version): Expected,
    Body(patch): Body<SourcePatch>,
) -> Result<Response, Problem> {
    let kept = caller.app().announcement(&caller.session, id).await?;
    let described = caller.app().describe_source(&caller.session, id, version, patch.onto(kept)).await;
    let kept = described.map_err(Problem::of_change)?;
    Ok(tagged(&Known::nothing(), kept.version, Announcement::from(kept)))
}

/// Get the text of an announcement
///
/// As it came, or as it was extracted from HTML, PDF or docx. Claims point into it by code points.
#[utoipa::path(
    get, path = "/announcements/{id}/text", tag = "announcements", params(("id" = Uuid, Path, description = "The announcement.")),
    responses((status = OK, description = "The text.", body = AnnouncementText, headers(("ETag" = String, description = "For If-None-Match."))))
)]
pub(super) async fn get_announcement_text(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
    known: Known,
) -> Result<Response, Problem> {
    let text = caller.app().review(&caller.session, id).await?.text;
    Ok(tagged(&known, 0, AnnouncementText { text: text.text, body: many(text.body) }))
}

/// Download the original of an announcement
///
/// The bytes as they came, for saving: whatever they are, no browser shows or runs them.
#[utoipa::path(
    get, path = "/announcements/{id}/original", tag = "announcements", params(("id" = Uuid, Path, description = "The announcement.")),
    responses((
        status = OK, description = "The bytes.", body = inline(Bytes), content_type = "application/octet-stream",
        headers(("Content-Disposition" = String, description = "`attachment` with the file's name."), ("ETag" = String, description = "The SHA-256 of the bytes."))
    ))
)]
pub(super) async fn get_announcement_original(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
    known: Known,
) -> Result<Response, Problem> {
    let (kept, bytes) = caller.app().original(&caller.session, id).await?;
    let tag = format!("\"{}\"", kept.sha256);
    let mut facts = headers(&tag);
    if known.has(&tag) {
        return Ok((StatusCode::NOT_MODIFIED, facts).into_response());
    }
    facts.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    facts.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    facts.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    if let Ok(disposition) = HeaderValue::from_str(&attachment(&kept)) {
        facts.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok((facts, bytes).into_response())
}

/// List the checks of an announcement
///
/// Contradicted first, those across announcements among them.
#[utoipa::path(
    get, path = "/announcements/{id}/checks", tag = "announcements",
    params(("id" = Uuid, Path, description = "The announcement."), PageParams),
    responses((status = OK, description = "One page of checks.", body = List<CheckRow>))
)]
pub(super) async fn list_announcement_checks(
    caller: Caller,
    Id(id): Id<AnnouncementId>,
    Listing { paging, .. }: Listing<Plain>,
) -> Result<Response, Problem> {
    caller.app().announcement(&caller.session, id).await?;
    let filter = CheckFilter { announcement: Some(id), ..CheckFilter::default() };
    let found = caller.app().checks(&caller.session, &filter, &paging.page).await?;
    Ok(paging.answer::<_, CheckRow>(found))
}

/// Bytes of a file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[allow(dead_code)] // a name for the OpenAPI document
pub(super) struct Bytes(Vec<u8>);

/// The name as it came, and beside it in plain ASCII for what cannot read the other.
fn attachment(kept: &record::Announcement) -> String {
    let fallback = format!("{}.{}", kept.id, kept.format);
    let name = kept.file_name.as_deref().unwrap_or(&fallback);
    format!("attachment; filename=\"{fallback}\"; filename*=UTF-8''{}", utf8_percent_encode(name, NON_ALPHANUMERIC))
}
