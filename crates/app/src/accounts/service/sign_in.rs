//! To the service and back.

use super::super::Entered;
use super::super::invitations::Invitation;
use super::super::person::Person;
use super::super::signature::encoded;
use super::id_token::{Expected, Identity, verified};
use super::{Service, ServiceError};
use crate::access::Session;
use crate::accounts::{NewPerson, Secret};
use crate::error::AppError;
use crate::{App, audit};
use base64::{Engine, engine::general_purpose::STANDARD};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_model::record::{Account, AccountState, Origin, RecordKind, StepKind};
use samesky_store as store;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What is remembered while somebody is at the service.
#[derive(Serialize, Deserialize)]
struct Away {
    state: String,
    nonce: String,
    verifier: String,
    /// The page that was asked for.
    next: String,
    /// Where the service sends them back to.
    back: String,
}

/// What the service sent them back with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceAnswer {
    /// The state that was given along.
    pub state: String,
    /// The code to be changed for the token.
    pub code: String,
}

impl App {
    /// The way to the service, and what the browser keeps meanwhile. `back` is where the service sends it back to.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where no service is named; [`AppError::Invalid`] with `service-refused` when it is not reached.
    pub async fn to_service(&self, next: &str, back: &str) -> Result<(Secret, String), AppError> {
        let service = self.service().ok_or(AppError::NotFound { kind: "page" })?;
        let places = service.places().await.map_err(|error| refused(&error))?;
        let random = || encoded(&self.sources.secret());
        let away = Away { state: random(), nonce: random(), verifier: random(), next: next.into(), back: back.into() };
        let question = form(&[
            ("response_type", "code"),
            ("client_id", &service.settings.client),
            ("redirect_uri", back),
            ("scope", "openid email profile"),
            ("state", &away.state),
            ("nonce", &away.nonce),
            ("code_challenge", &encoded(&Sha256::digest(away.verifier.as_bytes()))),
            ("code_challenge_method", "S256"),
        ]);
        let joint = if places.authorize.contains('?') { '&' } else { '?' };
        let data = serde_json::to_string(&away).map_err(|error| AppError::Stopped(error.to_string()))?;
        let tx = self.store.write().await?;
        let secret = self.begin_step(&tx, &self.new_step(StepKind::Service, data)).await?;
        tx.commit().await?;
        Ok((secret, format!("{}{joint}{question}", places.authorize)))
    }

    /// Signs in whoever comes back, with the page that they asked for. Each way there leads back once.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when they were not sent there from this browser, or too long ago; [`AppError::Invalid`] with
    /// `service-refused` when the service's token does not hold, with `service-unknown` when nobody here is meant.
    pub async fn from_service(
        &self,
        secret: &str,
        answer: &ServiceAnswer,
        origin: Origin,
    ) -> Result<(Entered, String), AppError> {
        let service = self.service().ok_or(AppError::NotFound { kind: "page" })?;
        let away = self.came_back(secret).await?;
        if away.state != answer.state {
            return Err(refused(&ServiceError::Token("another state came back")));
        }
        let identity = self.identity(service, &away, &answer.code).await.map_err(|error| refused(&error))?;
        let entered = self.enter_as(service, identity, origin).await?;
        Ok((entered, away.next))
    }

    /// Ends the step, and gives what it remembered.
    async fn came_back(&self, secret: &str) -> Result<Away, AppError> {
        let gone = || AppError::NotFound { kind: "sign-in-step" };
        let tx = self.store.write().await?;
        let step = self.open_step(&tx, StepKind::Service, secret).await?;
        if !store::sign_in_step::end(&tx, step.id).await? {
            return Err(gone());
        }
        tx.commit().await?;
        serde_json::from_str(&step.data).map_err(|_| gone())
    }

    async fn identity(&self, service: &Service, away: &Away, code: &str) -> Result<Identity, ServiceError> {
        let places = service.places().await?;
        let client = &service.settings.client;
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &away.back),
            ("code_verifier", &away.verifier),
        ];
        let secret = service.settings.secret.as_deref();
        let basic = secret.map(|secret| {
            let pair = format!(
                "{}:{}",
                utf8_percent_encode(client, NON_ALPHANUMERIC),
                utf8_percent_encode(secret, NON_ALPHANUMERIC)
            );
            format!("Basic {}", STANDARD.encode(pair))
        });
        if basic.is_none() {
            fields.push(("client_id", client));
        }
        let said = service.http.post(&places.token, basic.as_deref(), form(&fields)).await?;
        let token = said["id_token"].as_str().ok_or(ServiceError::Token("none came"))?;
        let keys = service.keys(&places).await?;
        let (issuer, nonce, now) = (service.settings.issuer.as_str(), away.nonce.as_str(), self.sources.now());
        verified(token, &keys, &Expected { issuer, client, nonce, now })
    }

    /// The account that the service means: known by what it calls them, else by an address that it saw to be theirs, of an
    /// account or an open invitation. Nobody else is let in.
    async fn enter_as(&self, service: &Service, identity: Identity, origin: Origin) -> Result<Entered, AppError> {
        let unknown = || AppError::invalid("service", "service-unknown");
        let (issuer, subject) = (service.settings.issuer.as_str(), identity.subject.as_str());
        let tx = self.store.write().await?;
        let account = match store::identity::account(&tx, issuer, subject).await? {
            Some(id) => store::account::get(&tx, id).await?,
            None => {
                let email = identity.email.as_deref().ok_or_else(unknown)?;
                let known = store::account::by_email(&tx, email).await?;
                let account = match known.filter(|account| account.state == AccountState::Active) {
                    Some(account) => account,
                    None => self.invited_account(&tx, email, identity.name.as_deref(), &origin).await?,
                };
                self.join_identity(&tx, (issuer, subject), &account, &origin).await?;
                account
            }
        };
        if account.state != AccountState::Active {
            return Err(unknown());
        }
        let first = store::membership::of_account(&tx, account.id).await?.into_iter().next();
        let entered = self.enter(&tx, &account, first.ok_or_else(unknown)?.team, origin).await?;
        tx.commit().await?;
        Ok(entered)
    }

    /// A new account for an open invitation to that address. It has no password.
    async fn invited_account(
        &self,
        tx: &store::Tx,
        email: &str,
        name: Option<&str>,
        origin: &Origin,
    ) -> Result<Account, AppError> {
        let unknown = || AppError::invalid("service", "service-unknown");
        let open = store::ticket::invitation_to(tx, email, self.sources.now()).await?;
        let ticket = open.filter(|ticket| ticket.team.is_some()).ok_or_else(unknown)?;
        let team = ticket.team.ok_or_else(unknown)?;
        if store::account::by_email(tx, email).await?.is_some() {
            return Err(unknown());
        }
        let invitation = Invitation::of(ticket).ok_or_else(unknown)?;
        let name = name.or_else(|| email.split('@').next()).unwrap_or(email);
        let person = Person { name: name.chars().take(80).collect(), ..Person::default() }.valid()?;
        let by = Session { origin: origin.clone(), ..Session::local(team, person.name.clone()) };
        let new = NewPerson { person, email: invitation.email.clone(), password: String::new() };
        let account = self.add_account(tx, &by, new, None).await?;
        self.join(tx, &by, &account, &invitation).await?;
        Ok(account)
    }

    async fn join_identity(
        &self,
        tx: &store::Tx,
        name: (&str, &str),
        account: &Account,
        origin: &Origin,
    ) -> Result<(), AppError> {
        store::identity::insert(tx, name, account.id, self.sources.now()).await?;
        let first = store::membership::of_account(tx, account.id).await?.into_iter().next();
        let Some(first) = first else { return Ok(()) };
        let by = Session { origin: origin.clone(), ..Session::local(first.team, account.name.clone()) };
        self.append_audit(
            &by,
            tx,
            audit::Change::new("account.service", RecordKind::Account, account.id.0).by_account(account.id),
        )
        .await
    }
}

fn refused(error: &ServiceError) -> AppError {
    tracing::warn!(%error, "nobody was signed in by the service");
    AppError::invalid("service", "service-refused")
}

/// Fields as a form sends them.
fn form(fields: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC));
    fields.iter().map(pair).collect::<Vec<_>>().join("&")
}
