//! The people of the demonstration: an account for each role, so that its reader can see the same as somebody else.

use super::person::{NewPerson, Person};
use super::secret::Secret;
use super::teams::NewTeam;
use super::{Presented, password};
use crate::access::Session;
use crate::demo::OFFICER;
use crate::error::AppError;
use crate::ledger::{EventFilter, OrganisationFilter};
use crate::sharing::{ShareWith, content_of};
use crate::{App, Page};
use samesky_model::id::TeamId;
use samesky_model::record::{Origin, RecordRef, RecordState, Role, Shareable, TeamKind, TeamNames};
use std::cmp::Reverse;

/// Everybody, by the word that the switch uses: the name, the address, the role; the first two are of the team.
const PEOPLE: [(&str, &str, &str, Role); 5] = [
    ("officer", OFFICER, "lin@demo.example", Role::Officer),
    ("owner", "星野 澪（架空）", "hoshino@demo.example", Role::Owner),
    ("viewer", "Nok (fictitious)", "nok@demo.example", Role::Viewer),
    ("service-point", "周望（虚构）", "zhou@demo.example", Role::Officer),
    ("guest", "ศรี (สมมติ)", "sri@demo.example", Role::Guest),
];

impl App {
    /// Puts people into the demonstration and lets them share and publish a little. Answers with what each is signed in
    /// with, the officer first; nobody knows their passwords.
    ///
    /// # Errors
    /// When the store cannot keep it.
    pub async fn seed_demo_people(&self, session: &Session) -> Result<Vec<(&'static str, Secret)>, AppError> {
        self.change_team_details(session, session.team, bureau()).await?;
        let point = self.make_team(session, session.team, service_point()).await?.id;
        let unknown = Secret::new(self.sources.secret());
        let kept = password::hashed(unknown.reveal(), self.sources.secret()).await?;
        let mut secrets = Vec::new();
        for (word, name, email, role) in PEOPLE {
            let team = if word == "service-point" { point } else { session.team };
            let person = Person { name: name.to_owned(), ..Person::default() };
            let new = NewPerson { person, email: email.to_owned(), password: String::new() };
            secrets.push((word, self.seed_person(session, (team, role), new, kept.clone()).await?));
        }
        self.seed_exchange(point, &secrets).await?;
        Ok(secrets)
    }

    async fn seed_person(
        &self,
        session: &Session,
        (team, role): (TeamId, Role),
        new: NewPerson,
        kept: String,
    ) -> Result<Secret, AppError> {
        let active = OrganisationFilter { state: Some(RecordState::Active), ..OrganisationFilter::default() };
        let companies = self.organisations(session, &active, &Page::first(1)).await?.items;
        let tx = self.store.write().await?;
        let by = Session::local(team, new.person.name.clone());
        let account = self.add_account(&tx, &by, new, Some(kept)).await?;
        match (role, companies.first()) {
            (Role::Guest, Some(company)) => self.become_guest(&tx, &by, &account, company.id).await?,
            _ => self.add_member(&tx, &by, &account, role).await?,
        }
        let signed_in = self.begin_session(&tx, &account, team, Origin::default()).await?;
        tx.commit().await?;
        Ok(signed_in.secret)
    }

    /// The event with the most figures of its own is shared with the service point and published; the next waits for the
    /// officer.
    async fn seed_exchange(&self, point: TeamId, secrets: &[(&'static str, Secret)]) -> Result<(), AppError> {
        let (officer, owner) = (self.demo_session(secrets, 0).await?, self.demo_session(secrets, 1).await?);
        let events = self.telling_events(&officer).await?;
        if let Some(first) = events.first() {
            self.share(&officer, *first, ShareWith::Team(point)).await?;
            let asked = self.ask_to_publish(&officer, *first, None).await?;
            self.confirm(&owner, asked.id).await?;
        }
        if let Some(second) = events.get(1) {
            self.ask_to_publish(&owner, *second, None).await?;
        }
        Ok(())
    }

    /// The events, those of which most would be published first.
    async fn telling_events(&self, session: &Session) -> Result<Vec<RecordRef>, AppError> {
        let active = EventFilter { state: Some(RecordState::Active), ..EventFilter::default() };
        let mut events = Vec::new();
        for event in self.events(session, &active, &Page::first(50)).await?.items {
            let record = RecordRef { kind: Shareable::Event, id: event.id.0 };
            let content = content_of(&self.store, session.team, record).await?;
            events.push((Reverse(content.figures.len()), record));
        }
        events.sort_by_key(|(figures, _)| *figures);
        Ok(events.into_iter().map(|(_, record)| record).collect())
    }

    async fn demo_session(&self, secrets: &[(&'static str, Secret)], at: usize) -> Result<Session, AppError> {
        let (_, secret) = secrets.get(at).ok_or(AppError::NotFound { kind: "account" })?;
        self.session_of(Presented::Cookie(secret.reveal()), Origin::default()).await
    }
}

fn bureau() -> NewTeam {
    let names = TeamNames {
        zh_hans: "霞川市商务局（虚构）".to_owned(),
        ja: "霞川市商務局（架空）".to_owned(),
        en: "Xiachuan Bureau of Commerce (fictitious)".to_owned(),
        th: "สำนักงานพาณิชย์เสียชวน (สมมติ)".to_owned(),
    };
    NewTeam { names, kind: TeamKind::Bureau, place: Some("霞川".to_owned()) }
}

fn service_point() -> NewTeam {
    let names = TeamNames {
        zh_hans: "大阪服务点（虚构）".to_owned(),
        ja: "大阪サービス拠点（架空）".to_owned(),
        en: "Osaka service point (fictitious)".to_owned(),
        th: "จุดบริการโอซากา (สมมติ)".to_owned(),
    };
    NewTeam { names, kind: TeamKind::ServicePoint, place: Some("大阪".to_owned()) }
}
