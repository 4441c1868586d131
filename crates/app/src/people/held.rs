//! What is held on somebody who is kept as a person of an organisation, in any team: for whoever runs the installation.

use super::PersonView;
use crate::App;
use crate::access::{Action, Session};
use crate::audit::Change;
use crate::error::AppError;
use jiff::Timestamp;
use samesky_model::record::{Account, Person, RecordKind};
use samesky_store as store;
use serde::Serialize;

/// Everything that is held on somebody as a person of organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldPeople {
    /// `samesky`.
    pub product: String,
    /// As of when.
    pub at: Timestamp,
    /// Who is kept under this address or identifier.
    pub people: Vec<HeldPerson>,
}

/// What one team keeps of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldPerson {
    /// What the organisation is called.
    pub organisation_name: Option<String>,
    /// The person.
    #[serde(flatten)]
    pub view: PersonView,
}

impl App {
    /// The people of organisations with this identifier or e-mail address, in all teams; nobody is an empty list.
    ///
    /// # Errors
    /// [`AppError::Forbidden`].
    pub async fn find_people(&self, session: &Session, who: &str) -> Result<HeldPeople, AppError> {
        session.may(Action::Administer)?;
        let view = self.store.snapshot().await?;
        let found = match who.trim().parse() {
            Ok(id) => store::organisation::person::of_any_team(&view, id).await?.into_iter().collect(),
            Err(_) => store::organisation::person::by_email(&view, who).await?,
        };
        self.held_people(&view, found).await
    }

    /// The same, to be handed over. That it was asked for stays in the audit.
    ///
    /// # Errors
    /// [`AppError::Forbidden`].
    pub async fn export_people(&self, session: &Session, who: &str) -> Result<HeldPeople, AppError> {
        let held = self.find_people(session, who).await?;
        let tx = self.store.write().await?;
        for one in &held.people {
            let person = &one.view.person;
            let change = Change::new("person.export", RecordKind::Person, person.id.0).of_team(person.team);
            self.append_audit(session, &tx, change).await?;
        }
        tx.commit().await?;
        Ok(held)
    }

    /// The people of organisations with the address of an account.
    pub(crate) async fn held_with_address(
        &self,
        db: &dyn store::Db,
        account: &Account,
    ) -> Result<Vec<HeldPerson>, AppError> {
        let found = store::organisation::person::by_email(db, &account.email).await?;
        Ok(self.held_people(db, found).await?.people)
    }

    async fn held_people(
        &self,
        db: &dyn store::Db,
        found: Vec<store::organisation::person::Whole>,
    ) -> Result<HeldPeople, AppError> {
        let mut people = Vec::new();
        for whole in found {
            let view = PersonView::from(whole);
            let Person { team, organisation, .. } = view.person;
            let known = store::organisation::get_many(db, team, &[organisation]).await?.pop();
            let name = known.and_then(|one| one.names.into_iter().next()).map(|name| name.text);
            people.push(HeldPerson { organisation_name: name, view });
        }
        Ok(HeldPeople { product: "samesky".to_owned(), at: self.sources.now(), people })
    }
}
