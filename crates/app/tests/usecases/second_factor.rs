//! The second factor: turning it on, signing in with it, losing it, and what does not get past it.

use crate::accounts::{PASSWORD, from, id_of, person, problem};
use crate::world::{World, worlds};
use samesky_app::accounts::{Entered, NewInvitation, NewTeam, Offer, Secret};
use samesky_app::{Session, Who};
use samesky_model::record::{Role, TeamKind, TeamNames};
use totp_rs::{Builder, Secret as Shared};

const EMAIL: &str = "lin@example.org";
const NEW: &str = "seven slow herons at dusk";

impl World {
    /// The code that an app with this secret shows now.
    fn code(&self, offer: &Offer) -> String {
        let shared = Shared::try_from_base32(&offer.secret).expect("base32");
        let app = Builder::new().with_secret(shared).build().expect("an app");
        app.generate(u64::try_from(self.now().as_second()).expect("after 1970")).to_string()
    }

    /// Turns it on, and waits until the next code.
    async fn second_factor_of(&self, session: &Session) -> (Offer, Vec<String>) {
        let offer = self.app.offer_second_factor(session, PASSWORD).await.expect("offered");
        let codes = self.app.confirm_second_factor(session, &self.code(&offer)).await.expect("on");
        self.pass(2);
        (offer, codes)
    }

    /// Gives the password and comes to the code.
    async fn before_the_code(&self, address: &str) -> Secret {
        match self.app.sign_in(EMAIL, PASSWORD, from(address)).await.expect("the password is right") {
            Entered::Code(secret) => secret,
            Entered::In(_) => panic!("no code was asked for"),
        }
    }

    async fn give(&self, step: &Secret, code: &str, address: &str) -> Result<Session, String> {
        let signed_in = self.app.give_code(step.reveal(), code, from(address)).await.map_err(problem)?;
        Ok(self.session_of(&signed_in.secret).await)
    }
}

#[tokio::test]
async fn second_factor_is_turned_on_by_its_first_code_and_asked_for_from_then_on() {
    for world in worlds().await {
        let owner = world.owner().await;
        let other = world.app.sign_in(EMAIL, PASSWORD, from("192.0.2.1")).await.expect("signed in");
        let other = other.signed_in().expect("no code yet").secret;
        let refused = world.app.offer_second_factor(&owner, "not the password").await.err().map(problem);
        assert_eq!(refused.as_deref(), Some("password-wrong"));
        let nothing = world.app.confirm_second_factor(&owner, "123456").await.map_err(problem);
        assert_eq!(nothing, Err("no offer".to_owned()));
        let offer = world.app.offer_second_factor(&owner, PASSWORD).await.expect("offered");
        assert!(world.app.offered(&owner).await.expect("still") == offer);
        let wrong = world.app.confirm_second_factor(&owner, "000000").await.map_err(problem);
        assert_eq!(wrong, Err("code-wrong".to_owned()));
        assert_eq!(world.app.second_factor(&owner).await.expect("asked").since, None);
        let codes = world.app.confirm_second_factor(&owner, &world.code(&offer)).await.expect("on");
        assert_eq!(codes.len(), 10);
        let stands = world.app.second_factor(&owner).await.expect("asked");
        assert!(stands.since.is_some() && stands.recovery_left == 10 && !stands.is_asked, "{stands:?}");
        assert_eq!(world.session_of(&other).await.who, Who::Nobody);
        world.pass(2);
        let step = world.before_the_code("192.0.2.1").await;
        assert_eq!(world.session_of(&step).await.who, Who::Nobody);
        let session = world.give(&step, &world.code(&offer), "192.0.2.1").await.expect("signed in");
        assert_eq!(id_of(&session), id_of(&owner));
        assert_eq!(world.give(&step, "000000", "192.0.2.1").await, Err("no sign-in-step".to_owned()));
        let said = world.actions_since(2).await;
        assert_eq!(said, ["account.second-factor-on"]);
    }
}

#[tokio::test]
async fn code_counts_once_and_not_after_a_later_one() {
    for world in worlds().await {
        let owner = world.owner().await;
        let offer = world.app.offer_second_factor(&owner, PASSWORD).await.expect("offered");
        let first = world.code(&offer);
        let _ = world.app.confirm_second_factor(&owner, &first).await.expect("on");
        let step = world.before_the_code("192.0.2.1").await;
        assert_eq!(world.give(&step, &first, "192.0.2.1").await, Err("code-wrong".to_owned()));
        world.pass(2);
        let step = world.before_the_code("192.0.2.1").await;
        let code = world.code(&offer);
        assert!(world.give(&step, &code, "192.0.2.1").await.is_ok());
        let step = world.before_the_code("192.0.2.1").await;
        assert_eq!(world.give(&step, &code, "192.0.2.1").await, Err("code-wrong".to_owned()));
    }
}

#[tokio::test]
async fn recovery_code_works_once_and_is_noted() {
    for world in worlds().await {
        let owner = world.owner().await;
        let (_, codes) = world.second_factor_of(&owner).await;
        let step = world.before_the_code("192.0.2.1").await;
        let session = world.give(&step, &codes[3].to_uppercase().replace('-', " "), "192.0.2.1").await.expect("in");
        assert_eq!(world.app.second_factor(&session).await.expect("asked").recovery_left, 9);
        let step = world.before_the_code("192.0.2.1").await;
        assert_eq!(world.give(&step, &codes[3], "192.0.2.1").await, Err("code-wrong".to_owned()));
        assert_eq!(world.actions_since(3).await, ["account.recovery-used"]);
        let renewed = world.app.renew_recovery_codes(&session, PASSWORD).await.expect("renewed");
        assert_eq!(world.give(&step, &codes[4], "192.0.2.1").await, Err("code-wrong".to_owned()));
        assert!(world.give(&step, &renewed[4], "192.0.2.1").await.is_ok());
    }
}

#[tokio::test]
async fn step_ends_after_five_wrong_codes_or_five_minutes() {
    for world in worlds().await {
        let owner = world.owner().await;
        let (offer, _) = world.second_factor_of(&owner).await;
        let step = world.before_the_code("192.0.2.1").await;
        for _ in 0..5 {
            assert_eq!(world.give(&step, "000000", "192.0.2.1").await, Err("code-wrong".to_owned()));
        }
        assert!(!world.app.waits_for_code(step.reveal()).await.expect("asked"));
        assert_eq!(world.give(&step, &world.code(&offer), "192.0.2.1").await, Err("no sign-in-step".to_owned()));
        let step = world.before_the_code("192.0.2.1").await;
        assert!(world.app.waits_for_code(step.reveal()).await.expect("asked"));
        world.pass(6);
        assert!(!world.app.waits_for_code(step.reveal()).await.expect("asked"));
        assert_eq!(world.give(&step, &world.code(&offer), "192.0.2.1").await, Err("no sign-in-step".to_owned()));
    }
}

#[tokio::test]
async fn guessing_codes_is_slowed_down_and_the_owner_still_gets_in() {
    for world in worlds().await {
        let owner = world.owner().await;
        let (offer, codes) = world.second_factor_of(&owner).await;
        let step = world.before_the_code("192.0.2.1").await;
        assert!(world.give(&step, &world.code(&offer), "192.0.2.1").await.is_ok());
        let mut outcomes = Vec::new();
        for host in 0..10 {
            let address = format!("203.0.113.{host}");
            for _ in 0..2 {
                let step = world.before_the_code(&address).await;
                for _ in 0..4 {
                    outcomes.push(world.give(&step, "000000", &address).await.map(|_| ()));
                }
            }
        }
        let wrong = outcomes.iter().filter(|said| **said == Err("code-wrong".to_owned())).count();
        assert_eq!((wrong, outcomes.len()), (60, 80));
        world.pass(16);
        let far = world.before_the_code("203.0.113.200").await;
        assert_eq!(world.give(&far, &world.code(&offer), "203.0.113.200").await, Err("too many".to_owned()));
        let here = world.before_the_code("192.0.2.1").await;
        assert!(world.give(&here, &world.code(&offer), "192.0.2.1").await.is_ok());
        assert!(world.give(&far, &codes[0], "203.0.113.200").await.is_ok());
    }
}

#[tokio::test]
async fn second_factor_is_turned_off_with_the_password_only() {
    for world in worlds().await {
        let owner = world.owner().await;
        let _ = world.second_factor_of(&owner).await;
        let wrong = world.app.drop_second_factor(&owner, "not the password").await.map_err(problem);
        assert_eq!(wrong, Err("password-wrong".to_owned()));
        let step = world.before_the_code("192.0.2.1").await;
        world.app.drop_second_factor(&owner, PASSWORD).await.expect("off");
        assert_eq!(world.give(&step, "000000", "192.0.2.1").await, Err("no sign-in-step".to_owned()));
        let entered = world.app.sign_in(EMAIL, PASSWORD, from("192.0.2.1")).await.expect("signed in");
        assert!(entered.signed_in().is_some());
        assert_eq!(world.actions_since(3).await, ["account.second-factor-off"]);
    }
}

#[tokio::test]
async fn new_password_ends_the_step_and_keeps_the_second_factor() {
    for world in worlds().await {
        let owner = world.owner().await;
        let (offer, _) = world.second_factor_of(&owner).await;
        let step = world.before_the_code("203.0.113.9").await;
        world.app.change_password(&owner, PASSWORD, NEW).await.expect("changed");
        assert_eq!(world.give(&step, &world.code(&offer), "203.0.113.9").await, Err("no sign-in-step".to_owned()));
        let entered = world.app.sign_in(EMAIL, NEW, from("192.0.2.1")).await.expect("the new one");
        assert!(matches!(entered, Entered::Code(_)));
    }
}

#[tokio::test]
async fn owner_takes_a_lost_second_factor_away_within_reach_only() {
    for world in worlds().await {
        let owner = world.owner().await;
        let hoshi = world.member(&owner, owner.team, "Hoshi", Role::Officer).await;
        let _ = world.second_factor_of(&hoshi).await;
        let who = (owner.team, id_of(&hoshi));
        let sly = world.app.reset_second_factor(&hoshi, who, None).await.map_err(problem);
        assert_eq!(sly, Err("forbidden manage-members".to_owned()));
        let before = world.audit().await.len();
        world.app.reset_second_factor(&owner, who, Some("lost phone".to_owned())).await.expect("taken away");
        let last = world.audit().await.pop().expect("noted");
        assert_eq!((world.audit().await.len(), last.action.as_str()), (before + 1, "account.second-factor-reset"));
        assert_eq!(last.why.as_deref(), Some("lost phone"));
        let entered = world.app.sign_in("hoshi@example.org", PASSWORD, from("192.0.2.2")).await.expect("signed in");
        assert!(entered.signed_in().is_some());
        let names = TeamNames { en: "East".into(), ..TeamNames::default() };
        let new = NewTeam { names, kind: TeamKind::Zone, place: None };
        let east = world.app.make_team(&owner, owner.team, new).await.expect("a team").id;
        let below = world.member(&owner, east, "Mori", Role::Owner).await;
        let new = NewInvitation { team: east, email: person("Lin").email, role: Role::Viewer };
        let (link, _) = world.app.invite(&below, new).await.expect("invited");
        let _ = world.app.join_with_account(link.reveal(), PASSWORD, from("192.0.2.1")).await.expect("joined");
        let refused = world.app.reset_second_factor(&below, (east, id_of(&owner)), None).await.map_err(problem);
        assert_eq!(refused, Err("member-elsewhere".to_owned()));
    }
}

#[tokio::test]
async fn joining_another_team_does_not_go_round_the_second_factor() {
    for world in worlds().await {
        let owner = world.owner().await;
        let (offer, _) = world.second_factor_of(&owner).await;
        let names = TeamNames { en: "East".into(), ..TeamNames::default() };
        let new = NewTeam { names, kind: TeamKind::Zone, place: None };
        let east = world.app.make_team(&owner, owner.team, new).await.expect("a team").id;
        let new = NewInvitation { team: east, email: person("Lin").email, role: Role::Viewer };
        let (link, _) = world.app.invite(&owner, new).await.expect("invited");
        let entered = world.app.join_with_account(link.reveal(), PASSWORD, from("192.0.2.1")).await.expect("joined");
        let Entered::Code(step) = entered else { panic!("no code was asked for") };
        let session = world.give(&step, &world.code(&offer), "192.0.2.1").await.expect("in");
        assert_eq!(session.team, east);
    }
}

#[tokio::test]
async fn team_that_asks_for_a_second_factor_shows_nothing_without_one() {
    for world in worlds().await {
        let owner = world.owner().await;
        let hoshi = world.app.sign_in(EMAIL, PASSWORD, from("192.0.2.1")).await.expect("signed in");
        let hoshi = hoshi.signed_in().expect("no code yet").secret;
        world.app.ask_second_factor(&owner, owner.team, true).await.expect("asked for");
        let session = world.session_of(&hoshi).await;
        assert!(session.must_enrol);
        let refused = world.app.team(&session).await.map(|_| ()).map_err(problem);
        assert_eq!(refused, Err("forbidden read".to_owned()));
        let (_, _) = world.second_factor_of(&session).await;
        let session = world.session_of(&hoshi).await;
        assert!(!session.must_enrol && world.app.team(&session).await.is_ok());
        assert_eq!(world.actions_since(2).await, ["team.second-factor", "account.second-factor-on"]);
    }
}
