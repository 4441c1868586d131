//! The OpenAPI document. Handlers describe what is their own; what holds for every operation of a kind (errors,
//! conditional requests, the officer's name) is added here, in one place.

use super::problem::{Document, FieldProblem};
use super::words::Scope;
use crate::server::passage::Passage;
use utoipa::OpenApi as _;
use utoipa::openapi::path::{HttpMethod, Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Required, Response, ResponseBuilder};

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Samesky",
        description = "Announcements in, claims under review, a ledger of events, organisations, projects and figures \
                       out; every figure one step from the words it came from.\n\nNumbers are exact decimals written \
                       as strings, with the unit or currency beside them. Amounts of different money classes, \
                       currencies or years are never added. Dates are ISO 8601, partial where the source is; instants \
                       are RFC 3339 in UTC. Positions in texts count Unicode code points, the end exclusive.\n\nErrors \
                       are problem documents (RFC 9457). Lists come in pages: ask again with `after` set to `next`. A \
                       name of the query or a field of a document that is not known is refused.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    tags(
        (name = "announcements", description = "Source documents as they came."),
        (name = "claims", description = "What announcements state, and what officers decided on it."),
        (name = "imports", description = "Bringing announcements in, and what came of it."),
        (name = "events", description = "Events, told of by one or more announcements."),
        (name = "organisations", description = "Organisations that announcements name, or that officers and lists bring."),
        (name = "projects", description = "Projects that announcements name."),
        (name = "figures", description = "Figures with the entries they are made of, and their totals."),
        (name = "entries", description = "The append-only entries of the ledger."),
        (name = "checks", description = "Rules over figures with their verdicts."),
        (name = "overview", description = "What the ledger comes to."),
        (name = "attachments", description = "Files beside records, as evidence."),
        (name = "audit", description = "Who changed what, when and why."),
        (name = "team", description = "The owner of the records."),
        (name = "sharing", description = "Records shown to other teams, and records that other teams show."),
        (name = "publishing", description = "Requests to publish, decisions on them, what the team published."),
        (name = "public", description = "What everybody sees, without signing in."),
        (name = "read", description = "Reading without keeping.")
    ),
    components(schemas(Document, FieldProblem, Scope))
)]
struct Frame;

/// The document without any path.
pub(super) fn frame() -> OpenApi {
    Frame::openapi()
}

/// The document as it is served: with whole addresses, and what every operation of a kind shares.
pub(super) fn complete(mut document: OpenApi) -> OpenApi {
    let paths = std::mem::take(&mut document.paths.paths);
    document.paths.paths = paths.into_iter().map(|(path, item)| (format!("/api{path}"), item)).collect();
    for (path, item) in &mut document.paths.paths {
        let one = path.contains("{id}");
        let operations = [
            (HttpMethod::Get, &mut item.get),
            (HttpMethod::Post, &mut item.post),
            (HttpMethod::Put, &mut item.put),
            (HttpMethod::Patch, &mut item.patch),
            (HttpMethod::Delete, &mut item.delete),
        ];
        for (method, operation) in operations {
            if let Some(operation) = operation {
                share(operation, one, method == HttpMethod::Get);
            }
        }
    }
    let schemes = &mut document.components.get_or_insert_default().security_schemes;
    schemes.insert("token".to_owned(), RefOr::T(SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer))));
    let cookie = ApiKey::Cookie(ApiKeyValue::new(crate::door::SESSION_COOKIE));
    schemes.insert("session".to_owned(), RefOr::T(SecurityScheme::ApiKey(cookie)));
    let none: [&str; 0] = [];
    // The last: nothing is needed while there is no account.
    let ways = [
        SecurityRequirement::new("token", none),
        SecurityRequirement::new("session", none),
        SecurityRequirement::default(),
    ];
    document.security = Some(ways.into());
    document
}

/// The document for those who reach the server below a path.
pub(super) fn here(document: &str) -> String {
    let below = Passage::current().below;
    let servers = if below.is_empty() { String::new() } else { format!("\"servers\":[{{\"url\":\"{below}\"}}],") };
    document.replacen('{', &format!("{{{servers}"), 1)
}

fn share(operation: &mut Operation, one: bool, reading: bool) {
    let tagged = reading && has_tag(operation);
    let in_query = parameters(operation).any(|parameter| parameter.parameter_in == ParameterIn::Query);
    let if_match = parameters(operation).any(|parameter| parameter.name == "If-Match");
    let takes_body = operation.request_body.is_some();
    let mut add = |when: bool, status: u16, description: &str| {
        if when {
            let problem = RefOr::T(problem(description));
            operation.responses.responses.entry(status.to_string()).or_insert(problem);
        }
    };
    add(in_query || takes_body, 400, "The request cannot be understood: broken JSON, a broken form, a broken query.");
    add(true, 401, "Neither a session nor a token that works, and there are accounts.");
    add(true, 403, "The role, or the token's scope, does not allow it.");
    add(one, 404, "There is no such record.");
    add(takes_body, 408, "The body came too slowly.");
    add(if_match, 412, "Somebody else changed the record first.");
    add(takes_body, 413, "More than is taken.");
    add(takes_body, 415, "A media type that is not taken here.");
    add(in_query || takes_body || !reading, 422, "A value that is not taken; `errors` names the fields.");
    add(if_match, 428, "`If-Match` is missing.");
    add(true, 500, "The server failed and has noted why.");
    add(true, 503, "The database does not answer, or is read-only.");
    add(!reading, 507, "The disk is full; nothing was kept.");
    let parameters = operation.parameters.get_or_insert_default();
    if tagged {
        parameters.push(RefOr::T(if_none_match()));
        let unchanged = ResponseBuilder::new().description("You have it already.").build();
        operation.responses.responses.insert("304".to_owned(), RefOr::T(unchanged));
    }
    if !reading {
        parameters.push(RefOr::T(officer()));
    }
}

fn parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    })
}

fn has_tag(operation: &Operation) -> bool {
    operation.responses.responses.get("200").is_some_and(|response| match response {
        RefOr::T(response) => response.headers.contains_key("ETag"),
        RefOr::Ref(_) => false,
    })
}

fn problem(description: &str) -> Response {
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    ResponseBuilder::new().description(description).content("application/problem+json", content).build()
}

fn if_none_match() -> Parameter {
    header("If-None-Match", "An `ETag` that you have; the answer is 304 while the record is the same.")
}

fn officer() -> Parameter {
    header(
        "Samesky-Officer",
        "While there is no account: the name of whoever stands behind the change (percent-encoded UTF-8, 80 characters \
         at most).",
    )
}

fn header(name: &str, description: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .build()
}
