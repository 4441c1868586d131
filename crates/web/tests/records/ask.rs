//! Questions to the server, and announcements of invented content.

use crate::world::World;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use samesky_app::review::NewClaim;
use samesky_model::id::AnnouncementId;
use samesky_model::language::Language;
use samesky_model::reading::{DateBasis, EventClaim, EventType, OrganisationClaim, OrganisationKind, ProjectClaim};
use samesky_model::record::Claim;
use tower::ServiceExt;

/// A text in which the reader finds nothing, so that only what a test adds is there.
const TEXT: &str = "lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor";

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) cookies: Vec<String>,
    pub(crate) text: String,
}

/// `GET` as a reader of that language.
pub(crate) async fn get(world: &World, lang: Language, address: &str) -> Answer {
    send(world, Request::get(address).header("accept-language", lang.as_str()), Body::empty()).await
}

/// `POST` of a form.
pub(crate) async fn post(world: &World, address: &str, form: &str) -> Answer {
    let request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    send(world, request, Body::from(form.to_owned())).await
}

/// Any request.
pub(crate) async fn send(world: &World, request: axum::http::request::Builder, body: Body) -> Answer {
    let request = request.header(header::HOST, "localhost").body(body).expect("a request");
    let response = world.router().oneshot(request).await.expect("an answer");
    let all = |name| -> Vec<String> {
        response.headers().get_all(name).iter().map(|value| value.to_str().expect("ASCII").to_owned()).collect()
    };
    let (status, location) = (response.status(), all(header::LOCATION).concat());
    let cookies = all(header::SET_COOKIE);
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    Answer { status, location, cookies, text: String::from_utf8(bytes.to_vec()).expect("UTF-8") }
}

/// An announcement in which an officer found an event, an organisation and a project of these names.
pub(crate) async fn told(world: &World, number: u8, name: &str) -> AnnouncementId {
    let text = format!("{TEXT} {number}");
    let id = world.announce(&format!("notice-{number}.txt"), "虚构日报", &text).await;
    for claim in [event(number, name), organisation(name), project(name)] {
        let new = NewClaim { claim, why: None };
        world.app().add_claim(&world.session("officer"), id, new).await.expect("a claim");
    }
    id
}

/// Each number has a day of its own, so that no two are one event.
fn event(number: u8, name: &str) -> Claim {
    Claim::Event(EventClaim {
        id: String::new(),
        kind: EventType::Forum,
        name: Some(name.to_owned()),
        date: format!("2021-0{number}-06").parse().ok(),
        date_basis: DateBasis::Text,
        places: vec!["虚构市".to_owned()],
        mode: None,
        organisers: Vec::new(),
        part_of: None,
        zone: Some("虚构示范区".to_owned()),
        industries: Vec::new(),
        start: 0,
        end: 5,
        remarks: Vec::new(),
    })
}

fn organisation(name: &str) -> Claim {
    Claim::Organisation(OrganisationClaim {
        id: String::new(),
        name: name.to_owned(),
        kind: OrganisationKind::Company,
        aliases: Vec::new(),
        start: 0,
        end: 5,
        spans: Vec::new(),
        remarks: Vec::new(),
    })
}

fn project(name: &str) -> Claim {
    Claim::Project(ProjectClaim {
        id: String::new(),
        name: name.to_owned(),
        organisations: vec![name.to_owned()],
        place: Some("虚构市".to_owned()),
        event: None,
        industries: Vec::new(),
        start: 0,
        end: 5,
        remarks: Vec::new(),
    })
}
