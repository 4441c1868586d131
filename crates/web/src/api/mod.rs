//! The JSON API under `/api/v1`, its OpenAPI document at `/api/openapi.json` and a page to try it at `/api/docs/`.
//!
//! A handler extracts a request, calls the app and renders. The documents on the wire are types of this module, made
//! from the types of the model: the wire is a contract, and changes only when somebody changes it here.

mod announcement;
mod attachment;
mod audit;
mod body;
mod caller;
mod check;
mod claim;
mod claim_document;
mod claim_schema;
mod content;
mod docs;
mod entry;
mod etag;
mod event;
mod figure;
mod finish;
mod import;
mod industry;
mod openapi;
mod organisation;
mod organisation_across;
mod organisation_bulk;
mod organisation_facts;
mod organisation_likeness;
mod organisation_list;
mod organisation_merge;
mod organisation_search;
mod overview;
mod page;
mod parts;
mod people;
mod problem;
mod project;
mod publication;
mod query;
mod read;
mod said;
mod saved_view;
mod scalar;
mod sharing;
mod team;
mod upload;
mod words;

use crate::attached;
pub(crate) use audit::AuditRecord as AuditLine;

use crate::state::WebState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::get;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt};
use utoipa_axum::routes;

/// The API, to be nested under `/api`.
pub fn router() -> Router<WebState> {
    let (routes, document) = described();
    let document = serde_json::to_string(&document).unwrap_or_default();
    let served = || async move { ([(header::CONTENT_TYPE, "application/json")], openapi::here(&document)) };
    routes
        .route("/openapi.json", get(served))
        .merge(docs::router())
        .fallback(finish::nothing_here)
        .method_not_allowed_fallback(finish::not_this_method)
        .layer(from_fn(finish::known))
        .layer(from_fn(finish::problems))
}

/// The problem document of a refusal that came before any handler.
pub(crate) fn refused(status: StatusCode, detail: &str, path: &str) -> Response {
    problem::Problem::of_status(status, detail).answer(path)
}

/// The OpenAPI document as it is served at `/api/openapi.json`.
#[must_use]
pub fn document() -> OpenApi {
    described().1
}

fn described() -> (Router<WebState>, OpenApi) {
    let api = OpenApiRouter::with_openapi(openapi::frame())
        .nest("/v1", sources().merge(ledger()).merge(registry()).merge(attachments()).merge(team()).merge(others()));
    let (routes, document) = api.split_for_parts();
    (routes, openapi::complete(document))
}

fn sources() -> OpenApiRouter<WebState> {
    let upload = DefaultBodyLimit::max(upload::REQUEST_LIMIT);
    OpenApiRouter::new()
        .routes(routes!(announcement::list_announcements, import::import_announcements).layer(upload))
        .routes(routes!(announcement::get_announcement, announcement::describe_announcement))
        .routes(routes!(announcement::get_announcement_text))
        .routes(routes!(announcement::get_announcement_original))
        .routes(routes!(announcement::list_announcement_checks))
        .routes(routes!(claim::list_claims, claim::add_claim))
        .routes(routes!(claim::accept_clear_claims))
        .routes(routes!(claim::get_claim, claim::decide_claim))
        .routes(routes!(claim::list_decisions))
        .routes(routes!(import::list_imports))
        .routes(routes!(import::get_import))
        .routes(routes!(import::cancel_import))
        .routes(routes!(read::read).layer(upload))
}

fn ledger() -> OpenApiRouter<WebState> {
    OpenApiRouter::new()
        .routes(routes!(event::list_events))
        .routes(routes!(event::get_event))
        .routes(routes!(event::join_events))
        .routes(routes!(event::separate_claim))
        .routes(routes!(organisation::list_organisations, organisation::add_organisation))
        .routes(routes!(organisation_search::search_organisations))
        .routes(routes!(organisation_search::list_organisation_choices))
        .routes(routes!(organisation_bulk::preview_organisation_changes))
        .routes(routes!(organisation_bulk::change_organisations))
        .routes(routes!(organisation_bulk::undo_organisation_changes))
        .routes(routes!(saved_view::list_organisation_views, saved_view::save_organisation_view))
        .routes(routes!(saved_view::rename_organisation_view, saved_view::remove_organisation_view))
        .routes(routes!(
            organisation::get_organisation,
            organisation::change_organisation,
            organisation::take_back_organisation
        ))
        .routes(routes!(organisation_merge::merge_organisations))
        .routes(routes!(organisation_merge::list_merges))
        .routes(routes!(organisation_merge::undo_merge))
        .routes(routes!(organisation_across::list_merges_across, organisation_across::merge_across_teams))
        .routes(routes!(organisation_across::undo_merge_across))
        .routes(routes!(
            organisation_likeness::list_organisation_pairs,
            organisation_likeness::answer_organisation_pair
        ))
        .routes(routes!(organisation_likeness::look_for_organisation_pairs))
        .routes(routes!(organisation_likeness::find_organisation_candidates))
        .routes(routes!(
            organisation_likeness::get_claim_organisation,
            organisation_likeness::choose_claim_organisation
        ))
        .routes(routes!(organisation_likeness::split_organisation))
        .routes(routes!(industry::list_industries))
        .routes(routes!(project::list_projects))
        .routes(routes!(project::get_project))
        .routes(routes!(figure::list_figures))
        .routes(routes!(figure::get_totals))
        .routes(routes!(figure::get_figure))
        .routes(routes!(entry::list_entries))
        .routes(routes!(entry::get_entry))
        .routes(routes!(entry::correct_entry))
        .routes(routes!(check::list_checks))
        .routes(routes!(overview::get_overview))
}

/// Organisations beside the ledger: lists on their way in, and people.
fn registry() -> OpenApiRouter<WebState> {
    lists().merge(people())
}

fn lists() -> OpenApiRouter<WebState> {
    let upload = DefaultBodyLimit::max(upload::REQUEST_LIMIT);
    OpenApiRouter::new()
        .routes(routes!(organisation_list::list_lists, organisation_list::bring_list).layer(upload))
        .routes(routes!(organisation_list::get_list))
        .routes(routes!(organisation_list::map_list))
        .routes(routes!(organisation_list::compare_list))
        .routes(routes!(organisation_list::list_rows))
        .routes(routes!(organisation_list::decide_rows))
        .routes(routes!(organisation_list::keep_list))
        .routes(routes!(organisation_list::cancel_list))
        .routes(routes!(organisation_list::list_organisation_imports))
        .routes(routes!(organisation_list::get_organisation_import))
        .routes(routes!(organisation_list::preview_undo, organisation_list::undo_organisation_import))
        .routes(routes!(organisation_list::export_organisations))
}

fn people() -> OpenApiRouter<WebState> {
    OpenApiRouter::new()
        .routes(routes!(people::list_people, people::add_person))
        .routes(routes!(people::get_person, people::change_person))
        .routes(routes!(people::remove_person))
        .routes(routes!(people::restore_person))
        .routes(routes!(people::erase_person))
}

fn attachments() -> OpenApiRouter<WebState> {
    let upload = DefaultBodyLimit::max(attached::REQUEST);
    OpenApiRouter::new()
        .routes(routes!(attachment::list_announcement_attachments, attachment::attach_to_announcement).layer(upload))
        .routes(routes!(attachment::list_event_attachments, attachment::attach_to_event).layer(upload))
        .routes(routes!(attachment::list_project_attachments, attachment::attach_to_project).layer(upload))
        .routes(routes!(attachment::get_attachment))
        .routes(routes!(attachment::get_attachment_content))
        .routes(routes!(attachment::remove_attachment))
}

fn team() -> OpenApiRouter<WebState> {
    OpenApiRouter::new()
        .routes(routes!(audit::list_changes))
        .routes(routes!(audit::export_changes))
        .routes(routes!(audit::get_audit_head))
        .routes(routes!(team::get_team))
}

fn others() -> OpenApiRouter<WebState> {
    OpenApiRouter::new()
        .routes(routes!(sharing::list_teams))
        .routes(routes!(sharing::list_shares, sharing::share))
        .routes(routes!(sharing::unshare))
        .routes(routes!(sharing::count_shared))
        .routes(routes!(sharing::get_shared))
        .routes(routes!(sharing::get_shared_figure))
        .routes(routes!(publication::get_standing, publication::ask_to_publish))
        .routes(routes!(publication::list_requests))
        .routes(routes!(publication::get_request))
        .routes(routes!(publication::decide_request))
        .routes(routes!(publication::list_publications))
        .routes(routes!(publication::withdraw))
        .routes(routes!(publication::list_public))
        .routes(routes!(publication::get_public))
}
