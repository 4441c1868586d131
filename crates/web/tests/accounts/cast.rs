//! Everybody who may ask, on a server with one announcement, accepted, of the top team.

use crate::browser_of::Browser;
use crate::world::World;
use axum::Router;
use axum::http::{Method, StatusCode};
use samesky_app::accounts::{NewInvitation, NewPerson, NewTeam, NewToken, Person, Presented, Secret};
use samesky_app::figures::{FigureFilter, FigureSort};
use samesky_app::organisations::list::job::{ListSaid, NewList};
use samesky_app::sharing::ShareWith;
use samesky_app::{Page, Session};
use samesky_model::id::TeamId;
use samesky_model::record::{Origin, RecordRef, Role, Shareable, TeamKind, TeamNames, TokenScope};
use std::collections::BTreeMap;

/// Who asks: nobody; a guest; the owner of another team; an officer of a team with whom one announcement is shared;
/// members of the team by role; tokens of its owner.
pub(crate) const ROLES: [&str; 9] =
    ["stranger", "guest", "other", "shared", "viewer", "officer", "owner", "reader", "writer"];

const TEXT: &str = "虚构合作对接会签约仪式\n架空暗号株式会社与虚构新材料有限公司签约15个项目，总投资207.3亿元，其中第一个项目投资30亿元。";

/// Shared with one team, and published.
const OPEN: &str = "虚构公开推介会\n现场签约3个公开项目，总投资99.5亿元。";

/// The server, its owner, and the records there are.
pub(crate) struct Cast {
    world: World,
    owner: Session,
    owner_secret: Secret,
    ids: BTreeMap<String, String>,
    figure: String,
}

impl Cast {
    pub(crate) async fn new() -> Self {
        let world = World::empty().await;
        let id = world.announce("a.txt", "虚构发布者", TEXT).await;
        world.accept_all(id).await;
        let link = world.app().owner_link().await.expect("asked").expect("a link");
        let made = world.app().make_owner(link.reveal(), person("Lin"), Origin::default()).await.expect("made");
        let owner = session(&world, &made.secret).await;
        let mut cast = Self { world, owner, owner_secret: made.secret, ids: BTreeMap::new(), figure: String::new() };
        cast.learn().await;
        cast.open().await;
        cast.bring_lists().await;
        cast
    }

    /// Brings two lists of organisations: one waits for a decision, the other is kept.
    async fn bring_lists(&mut self) {
        let (app, owner) = (self.world.app(), &self.owner);
        let mut jobs = Vec::new();
        for text in ["企业名称\n架空暗号株式会社第二\n", "企业名称\n虚构名单有限公司\n"] {
            let (file_name, bytes) = ("list.csv".to_owned(), text.as_bytes().to_vec());
            let list = NewList { file_name, bytes, said: ListSaid::default() };
            let id = app.begin_list(owner, list).await.expect("begun").id;
            app.run_list(owner, id).await.expect("read");
            app.compare_list(owner, id, BTreeMap::new()).await.expect("begun");
            app.run_list(owner, id).await.expect("compared");
            jobs.push(id);
        }
        app.keep_list(owner, jobs[1], false).await.expect("begun");
        app.run_list(owner, jobs[1]).await.expect("kept");
        let import = app.list_job(owner, jobs[1]).await.expect("there").import.expect("kept");
        let known = [
            ("import", jobs[0].to_string()),
            ("organisation-lists", jobs[0].to_string()),
            ("imported", import.to_string()),
            ("organisation-imports", import.to_string()),
        ];
        self.ids.extend(known.map(|(name, id)| (name.to_owned(), id)));
    }

    /// Shares an announcement with a team, publishes it, and asks to publish a second one.
    async fn open(&mut self) {
        let east = self.team("East").await;
        let south = self.team("South").await;
        let id = self.world.announce("b.txt", "虚构发布者", OPEN).await;
        self.world.accept_all(id).await;
        let (app, record) = (self.world.app(), RecordRef { kind: Shareable::Announcement, id: id.0 });
        app.share(&self.owner, record, ShareWith::Team(east)).await.expect("shared");
        let local = self.world.session("officer");
        let asked = app.ask_to_publish(&local, record, None).await.expect("asked");
        app.confirm(&self.owner, asked.id).await.expect("confirmed");
        let hidden: uuid::Uuid = self.ids["events"].parse().expect("an identifier");
        let hidden = RecordRef { kind: Shareable::Event, id: hidden };
        let waits = app.ask_to_publish(&local, hidden, None).await.expect("asked");
        let figures = FigureFilter { announcement: Some(id), ..FigureFilter::default() };
        let figures =
            app.figures(&self.owner, &figures, &FigureSort::default(), &Page::default()).await.expect("listed");
        let known = [
            ("{kind}", id.to_string()),
            ("public", asked.publication.to_string()),
            ("publications", asked.publication.to_string()),
            ("publishing", waits.id.to_string()),
            ("publication-requests", waits.id.to_string()),
            ("figure", figures.items[0].figure.id.to_string()),
            ("east", east.to_string()),
            ("south", south.to_string()),
        ];
        self.ids.extend(known.map(|(name, id)| (name.to_owned(), id)));
    }

    async fn team(&self, name: &str) -> TeamId {
        let names = TeamNames { en: name.to_owned(), ..TeamNames::default() };
        let new = NewTeam { names, kind: TeamKind::Zone, place: None };
        self.world.app().make_team(&self.owner, self.owner.team, new).await.expect("a team").id
    }

    async fn guest(&self) -> Secret {
        let company = self.ids["organisations"].parse().expect("an identifier");
        let app = self.world.app();
        let (link, _) = app.invite_guest(&self.owner, company, "guest@example.org").await.expect("invited");
        app.accept_invitation(link.reveal(), person("Guest"), Origin::default()).await.expect("came").secret
    }

    /// The owner.
    pub(crate) const fn owner(&self) -> &Session {
        &self.owner
    }

    /// The server's parts.
    pub(crate) const fn world(&self) -> &World {
        &self.world
    }

    /// Everything that is served.
    pub(crate) fn router(&self) -> Router {
        self.world.router()
    }

    /// The browser, or the program, of a role.
    pub(crate) async fn browser(&self, role: &str) -> Browser {
        match role {
            "stranger" => Browser::new(self.router()),
            "guest" => self.signed_in(&self.guest().await),
            "shared" => {
                let east = self.ids["east"].parse().expect("an identifier");
                self.signed_in(&self.member(east, Role::Officer).await)
            }
            "owner" => self.signed_in(&self.owner_secret),
            "viewer" => self.signed_in(&self.member(self.owner.team, Role::Viewer).await),
            "officer" => self.signed_in(&self.member(self.owner.team, Role::Officer).await),
            "other" => {
                let west = self.team("West").await;
                self.signed_in(&self.member(west, Role::Owner).await)
            }
            "reader" => self.program(TokenScope::Read).await,
            _ => self.program(TokenScope::Write).await,
        }
    }

    /// An address with the identifiers of records that are there.
    pub(crate) fn address(&self, path: &str) -> String {
        let team = self.owner.team.to_string();
        let mut before = String::new();
        let filled = path.split('/').map(|piece| {
            let known = match piece {
                "{kind}" => "announcement".to_owned(),
                "{id}" if path.ends_with("/publishing/{id}/withdraw") => self.ids["public"].clone(),
                "{south}" => self.ids["south"].clone(),
                "{team}" if before == "shares" => self.ids["east"].clone(),
                "{team}" => team.clone(),
                "{id}" if before == "team" => team.clone(),
                "{id}" => self.ids.get(&before).cloned().unwrap_or_else(|| NOBODY.to_owned()),
                piece if piece.starts_with('{') => NOBODY.to_owned(),
                piece => piece.to_owned(),
            };
            piece.clone_into(&mut before);
            known
        });
        filled.collect::<Vec<_>>().join("/")
    }

    pub(crate) async fn member(&self, team: TeamId, role: Role) -> Secret {
        let is = |known: &str| self.ids.get(known).is_some_and(|id| *id == team.to_string());
        let name = match () {
            () if team == self.owner.team => "Hoshi",
            () if is("east") => "East",
            () if is("south") => "South",
            () => "West",
        };
        let new = NewInvitation { team, email: person(name).email, role };
        let (link, _) = self.world.app().invite(&self.owner, new).await.expect("invited");
        let came = self.world.app().accept_invitation(link.reveal(), person(name), Origin::default()).await;
        came.expect("came").secret
    }

    async fn program(&self, scope: TokenScope) -> Browser {
        let new = NewToken { name: "program".to_owned(), scope, days: None };
        let made = self.world.app().make_token(&self.owner, new).await.expect("a token");
        Browser::with_token(self.router(), made.secret.reveal())
    }

    pub(crate) fn signed_in(&self, secret: &Secret) -> Browser {
        let mut browser = Browser::new(self.router());
        browser.put("samesky_session", secret.reveal());
        browser
    }

    /// Looks up one record of each kind.
    async fn learn(&mut self) {
        let mut browser = self.signed_in(&self.owner_secret.clone());
        let lists = ["announcements", "events", "organisations", "projects", "figures", "entries", "checks", "imports"];
        for list in lists {
            let page = browser.get(&format!("/api/v1/{list}")).await.text;
            self.keep(list, &page);
        }
        let claims = self.address("/api/v1/announcements/{id}/claims");
        let page = browser.get(&claims).await.text;
        self.keep("claims", &page);
        let files = self.address("/api/v1/events/{id}/attachments");
        let (kind, body) = attached("seal.gif", "GIF89a, invented");
        let made = browser.ask(&Method::POST, &files, &[("content-type", kind)], body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        self.keep("attachments", &format!("[{}]", made.text));
        let people = self.address("/api/v1/organisations/{id}/people");
        let json = [("content-type", "application/json")];
        let made = browser.ask(&Method::POST, &people, &json, SOMEBODY.to_owned()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        self.keep("people", &format!("[{}]", made.text));
    }

    /// A figure as the API takes it.
    pub(crate) fn figure(&self) -> &str {
        &self.figure
    }

    fn keep(&mut self, list: &str, page: &str) {
        let page: serde_json::Value = serde_json::from_str(page).unwrap_or_default();
        let first = page["items"].get(0).or_else(|| page["claims"].get(0)).or_else(|| page.get(0));
        if list == "entries" {
            self.figure = first.map(|one| one["figure"].to_string()).unwrap_or_default();
        }
        if let Some(id) = first.and_then(|one| one["id"].as_str()) {
            self.ids.insert(list.to_owned(), id.to_owned());
        }
    }
}

/// A person of the hidden organisation, whose name only their own team may see.
const SOMEBODY: &str = r#"{"native_name": {"text": "星野（架空暗号株式会社）", "language": "ja"}, "emails": ["hoshino@207.3.example.org"]}"#;

/// A form with one file.
pub(crate) fn attached(name: &str, bytes: &str) -> (&'static str, String) {
    let head = format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"");
    let body = format!("--edge\r\n{head}\r\nContent-Type: text/html\r\n\r\n{bytes}\r\n--edge--\r\n");
    ("multipart/form-data; boundary=edge", body)
}

/// An identifier that nothing has.
const NOBODY: &str = "00000000-0000-7000-8000-00000000ffff";

async fn session(world: &World, secret: &Secret) -> Session {
    world.app().session_of(Presented::Cookie(secret.reveal()), Origin::default()).await.expect("asked")
}

fn person(name: &str) -> NewPerson {
    let person = Person { name: name.to_owned(), ..Person::default() };
    let password = "copper lantern follows tide".to_owned();
    NewPerson { person, email: format!("{}@example.org", name.to_lowercase()), password }
}
