//! The first account, invitations, members, teams, tokens, and what the audit keeps of them.

use crate::world::{World, worlds};
use samesky_app::accounts::{NewInvitation, NewPerson, NewTeam, NewToken, Person, Presented, Secret};
use samesky_app::{AppError, Session, Who};
use samesky_model::id::{AccountId, TeamId};
use samesky_model::record::{AccountState, Origin, Role, Team, TeamKind, TeamNames, TokenScope};

/// A password that is taken.
pub(crate) const PASSWORD: &str = "copper lantern follows tide";

/// Somebody new of this name, whose address is the name in lower case.
pub(crate) fn person(name: &str) -> NewPerson {
    let person = Person { name: name.to_owned(), ..Person::default() };
    NewPerson { person, email: format!("{}@example.org", name.to_lowercase()), password: PASSWORD.to_owned() }
}

/// A request from this address.
pub(crate) fn from(address: &str) -> Origin {
    Origin { address: Some(address.to_owned()), agent: Some("Browser/1".to_owned()) }
}

impl World {
    /// Makes the owner.
    pub(crate) async fn owner(&self) -> Session {
        let link = self.app.owner_link().await.expect("asked").expect("a link");
        let made = self.app.make_owner(link.reveal(), person("Lin"), from("192.0.2.1")).await.expect("an owner");
        self.session_of(&made.secret).await
    }

    /// The session behind a cookie.
    pub(crate) async fn session_of(&self, secret: &Secret) -> Session {
        self.app.session_of(Presented::Cookie(secret.reveal()), from("192.0.2.1")).await.expect("asked")
    }

    /// Invites somebody of this name, who comes.
    pub(crate) async fn member(&self, owner: &Session, team: TeamId, name: &str, role: Role) -> Session {
        let email = person(name).email;
        let (link, _) = self.app.invite(owner, NewInvitation { team, email, role }).await.expect("invited");
        let made = self.app.accept_invitation(link.reveal(), person(name), from("192.0.2.2")).await.expect("came");
        self.session_of(&made.secret).await
    }

    async fn team_below(&self, owner: &Session, parent: TeamId, name: &str) -> Team {
        self.app.make_team(owner, parent, named(name)).await.expect("a team")
    }
}

fn named(name: &str) -> NewTeam {
    NewTeam { names: TeamNames { en: name.to_owned(), ..TeamNames::default() }, kind: TeamKind::Bureau, place: None }
}

pub(crate) fn id_of(session: &Session) -> AccountId {
    match session.who {
        Who::Account { id, .. } => id,
        other => panic!("{other:?} has no account"),
    }
}

pub(crate) fn problem(error: AppError) -> String {
    match error {
        AppError::Invalid(fields) => fields.iter().map(|field| field.problem).collect::<Vec<_>>().join(" "),
        AppError::Forbidden { action } => format!("forbidden {action}"),
        AppError::NotFound { kind } => format!("no {kind}"),
        AppError::Conflict { kind, .. } => format!("conflict {kind}"),
        AppError::TooMany { .. } => "too many".to_owned(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn owner_link_works_once_for_a_day_and_only_the_latest() {
    for world in worlds().await {
        let app = &world.app;
        let link = async || app.owner_link().await.expect("asked").expect("a link");
        let (first, second) = (link().await, link().await);
        assert!(!app.owner_link_works(first.reveal()).await.expect("asked"));
        assert!(app.owner_link_works(second.reveal()).await.expect("asked"));
        world.pass(24 * 60);
        let late = app.make_owner(second.reveal(), person("Lin"), from("192.0.2.1")).await.expect_err("it ended");
        assert_eq!(problem(late), "no ticket");
        let link = link().await;
        app.make_owner(link.reveal(), person("Lin"), from("192.0.2.1")).await.expect("made");
        let again = app.make_owner(link.reveal(), person("Hoshi"), from("192.0.2.1")).await.expect_err("it is spent");
        assert_eq!(problem(again), "no ticket");
        assert_eq!(app.owner_link().await.expect("asked"), None);
    }
}

#[tokio::test]
async fn first_account_closes_the_door_to_whoever_has_none() {
    for world in worlds().await {
        let nothing = async || {
            let session = world.app.session_of(Presented::Nothing { local: Some("guest") }, Origin::default()).await;
            session.expect("asked")
        };
        assert_eq!(nothing().await, world.app.local_session("guest").await.expect("local"));
        let owner = world.owner().await;
        assert_eq!((owner.account.as_str(), owner.at_top), ("Lin", true));
        let now = nothing().await;
        assert_eq!(now.who, Who::Nobody);
        assert_eq!(problem(world.app.team(&now).await.expect_err("nobody")), "forbidden read");
        let actions: Vec<_> = world.audit().await.into_iter().map(|record| record.action).collect();
        assert_eq!(actions, ["account.make", "membership.make"]);
    }
}

#[tokio::test]
async fn invitation_makes_a_member_once() {
    for world in worlds().await {
        let owner = world.owner().await;
        let new = NewInvitation { team: owner.team, email: " Hoshi@example.org".into(), role: Role::Officer };
        let (link, kept) = world.app.invite(&owner, new.clone()).await.expect("invited");
        assert_eq!((kept.email.as_str(), kept.role), ("Hoshi@example.org", Role::Officer));
        assert_eq!(world.app.invitations(&owner, owner.team).await.expect("listed"), std::slice::from_ref(&kept));
        let seen = world.app.invited(link.reveal()).await.expect("open");
        assert_eq!((seen.invitation, seen.has_account), (kept, false));
        let sly = NewPerson { email: "other@example.org".into(), ..person("Hoshi") };
        let came = world.app.accept_invitation(link.reveal(), sly, from("192.0.2.2")).await.expect("came");
        assert_eq!(came.account.email, "Hoshi@example.org");
        let again = world.app.accept_invitation(link.reveal(), person("Hoshi"), from("192.0.2.2")).await;
        assert_eq!(problem(again.expect_err("spent")), "no ticket");
        assert_eq!(problem(world.app.invite(&owner, new).await.expect_err("in already")), "is-member");
        let names: Vec<_> = world.app.members(&owner, owner.team).await.expect("listed");
        let names: Vec<_> = names.iter().map(|one| (one.account.name.as_str(), one.membership.role)).collect();
        assert_eq!(names, [("Lin", Role::Owner), ("Hoshi", Role::Officer)]);
        let kept = serde_json::to_string(&world.audit().await).expect("JSON");
        for secret in [link.reveal(), came.secret.reveal(), "oshi@example.org", "argon2"] {
            assert!(!kept.contains(secret), "the audit has {secret}");
        }
    }
}

#[tokio::test]
async fn invitation_that_was_withdrawn_or_has_ended_opens_nothing() {
    for world in worlds().await {
        let owner = world.owner().await;
        let new = NewInvitation { team: owner.team, email: "hoshi@example.org".into(), role: Role::Viewer };
        let (first, kept) = world.app.invite(&owner, new.clone()).await.expect("invited");
        world.app.withdraw_invitation(&owner, owner.team, kept.id).await.expect("withdrawn");
        let (second, _) = world.app.invite(&owner, new).await.expect("invited");
        world.pass(7 * 24 * 60);
        for link in [first, second] {
            assert_eq!(problem(world.app.invited(link.reveal()).await.expect_err("shut")), "no ticket");
        }
    }
}

#[tokio::test]
async fn member_with_an_account_joins_a_second_team_with_its_password() {
    for world in worlds().await {
        let owner = world.owner().await;
        let city = world.team_below(&owner, owner.team, "City").await;
        let officer = world.member(&owner, owner.team, "Hoshi", Role::Officer).await;
        let new = NewInvitation { team: city.id, email: "hoshi@example.org".into(), role: Role::Owner };
        let (link, _) = world.app.invite(&owner, new).await.expect("invited");
        assert!(world.app.invited(link.reveal()).await.expect("open").has_account);
        let wrong = world.app.join_with_account(link.reveal(), "no password", from("192.0.2.2")).await;
        assert_eq!(problem(wrong.expect_err("refused")), "sign-in-refused");
        let joined = world.app.join_with_account(link.reveal(), PASSWORD, from("192.0.2.2")).await.expect("joined");
        let joined = joined.signed_in().expect("no code is asked for");
        let there = world.session_of(&joined.secret).await;
        assert_eq!((there.team, there.at_top, id_of(&there)), (city.id, false, id_of(&officer)));
        assert_eq!(world.app.own_teams(&there).await.expect("listed").len(), 2);
        world.app.change_team(&there, owner.team).await.expect("changed");
        let back = world.session_of(&joined.secret).await;
        assert!(matches!(back.who, Who::Account { role: Role::Officer, .. }), "{back:?}");
    }
}

#[tokio::test]
async fn role_changes_at_once_and_a_late_change_is_a_conflict() {
    for world in worlds().await {
        let owner = world.owner().await;
        let viewer = world.member(&owner, owner.team, "Hoshi", Role::Viewer).await;
        let who = (owner.team, id_of(&viewer));
        world.app.change_role(&owner, who, 1, Role::Officer).await.expect("changed");
        let late = world.app.change_role(&owner, who, 1, Role::Viewer).await.expect_err("late");
        assert_eq!(problem(late), "conflict membership");
        let guest = world.app.change_role(&owner, who, 2, Role::Guest).await.expect_err("no guest");
        assert_eq!(problem(guest), "role-guest");
        let refused = world.app.change_role(&viewer, who, 2, Role::Owner).await.expect_err("not a viewer's business");
        assert_eq!(problem(refused), "forbidden manage-members");
    }
}

#[tokio::test]
async fn last_owner_of_the_top_team_stays() {
    for world in worlds().await {
        let owner = world.owner().await;
        let own = (owner.team, id_of(&owner));
        let demoted = world.app.change_role(&owner, own, 1, Role::Viewer).await.expect_err("the last");
        let removed = world.app.remove_member(&owner, own, None).await.expect_err("the last");
        assert_eq!((problem(demoted), problem(removed)), ("last-owner".into(), "last-owner".into()));
        world.member(&owner, owner.team, "Hoshi", Role::Owner).await;
        world.app.change_role(&owner, own, 1, Role::Viewer).await.expect("there is another");
    }
}

#[tokio::test]
async fn removed_member_is_out_at_once_with_sessions_and_tokens() {
    for world in worlds().await {
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Hoshi", Role::Officer).await;
        let new = NewToken { name: "export".into(), scope: TokenScope::Read, days: None };
        let token = world.app.make_token(&officer, new).await.expect("a token");
        let signed_in = world.app.sign_in("hoshi@example.org", PASSWORD, from("192.0.2.2")).await.expect("signed in");
        let signed_in = signed_in.signed_in().expect("no code is asked for");
        world.app.remove_member(&owner, (owner.team, id_of(&officer)), Some("left".into())).await.expect("removed");
        let token = world.app.session_of(Presented::Token(token.secret.reveal()), Origin::default()).await;
        assert_eq!(token.expect("asked").who, Who::Nobody);
        assert_eq!(world.session_of(&signed_in.secret).await.who, Who::Nobody);
        let again = world.app.sign_in("hoshi@example.org", PASSWORD, from("192.0.2.2")).await.expect_err("closed");
        assert_eq!(problem(again), "sign-in-refused");
        let (link, _) = {
            let email = "hoshi@example.org".into();
            let new = NewInvitation { team: owner.team, email, role: Role::Viewer };
            world.app.invite(&owner, new).await.expect("invited again")
        };
        let back = world.app.join_with_account(link.reveal(), PASSWORD, from("192.0.2.2")).await.expect("back");
        let back = back.signed_in().expect("no code is asked for");
        assert_eq!(back.account.state, AccountState::Active);
    }
}

#[tokio::test]
async fn owner_reaches_down_but_neither_up_nor_sideways_and_reads_only_the_own_team() {
    for world in worlds().await {
        let owner = world.owner().await;
        let (east, west) =
            (world.team_below(&owner, owner.team, "East").await, world.team_below(&owner, owner.team, "West").await);
        let below = world.member(&owner, east.id, "Hoshi", Role::Owner).await;
        let invite = async |team| {
            let new = NewInvitation { team, email: "third@example.org".into(), role: Role::Viewer };
            world.app.invite(&below, new).await.map(|_| ()).map_err(problem)
        };
        let unknown = TeamId(uuid::Uuid::from_u128(1));
        let found = [invite(east.id).await, invite(west.id).await, invite(owner.team).await, invite(unknown).await];
        assert_eq!(found, [Ok(()), Err("no team".into()), Err("no team".into()), Err("no team".into())]);
        let tree = async |session| -> Vec<(String, usize)> {
            let teams = world.app.teams(session).await.expect("listed");
            teams.into_iter().map(|(team, depth)| (team.names.en, depth)).collect()
        };
        let all = [("Our team".to_owned(), 0), ("East".to_owned(), 1), ("West".to_owned(), 1)];
        assert_eq!(tree(&owner).await, all);
        assert_eq!(tree(&below).await, [("East".to_owned(), 0)]);
        let renamed = world.app.change_team_details(&owner, west.id, named("Far West")).await.expect("renamed");
        assert_eq!((renamed.names.en.as_str(), renamed.parent), ("Far West", Some(owner.team)));
        let up = world.app.change_team_details(&below, owner.team, named("Mine")).await.expect_err("above");
        assert_eq!(problem(up), "no team");
        let switch = world.app.change_team(&owner, east.id).await.expect_err("no member");
        assert_eq!(problem(switch), "no team");
    }
}

#[tokio::test]
async fn token_does_what_its_scope_and_its_account_allow_until_it_is_taken_back() {
    for world in worlds().await {
        let owner = world.owner().await;
        let make = async |session, scope, days| {
            let new = NewToken { name: "export".into(), scope, days };
            world.app.make_token(session, new).await.expect("a token")
        };
        let ask = async |secret: &Secret| {
            world.app.session_of(Presented::Token(secret.reveal()), Origin::default()).await.expect("asked")
        };
        let reader = make(&owner, TokenScope::Read, Some(1)).await;
        let writer = make(&owner, TokenScope::Write, None).await;
        assert!(reader.secret.reveal().starts_with("samesky_"));
        let session = ask(&writer.secret).await;
        assert_eq!((session.account.as_str(), session.team), ("Lin", owner.team));
        let sly = NewToken { name: "more".into(), scope: TokenScope::Write, days: None };
        assert_eq!(problem(world.app.make_token(&session, sly).await.expect_err("no")), "forbidden own-tokens");
        assert_eq!(problem(world.app.profile(&session).await.expect_err("no")), "forbidden own-account");
        world.pass(24 * 60);
        assert_eq!(ask(&reader.secret).await.who, Who::Nobody);
        let listed = world.app.tokens(&owner).await.expect("listed");
        assert_eq!(listed.iter().map(|one| one.id).collect::<Vec<_>>(), [writer.token.id, reader.token.id]);
        assert!(listed[0].seen_at.is_some());
        let other = world.member(&owner, owner.team, "Hoshi", Role::Owner).await;
        let another = world.app.revoke_token(&other, writer.token.id).await.expect_err("another's");
        assert_eq!(problem(another), "no token");
        world.app.revoke_token(&owner, writer.token.id).await.expect("taken back");
        assert_eq!(ask(&writer.secret).await.who, Who::Nobody);
    }
}
