//! The members of a team: who they are, what they may do, who is invited.

use super::super::draft::{Draft, Sent, Sheet};
use super::super::frame::{Answer, go, go_back};
use super::handed;
use super::mails::{self, Letter};
use super::team::{back, here, known, page, refused};
use crate::door::mail_base;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::message::notice;
use crate::ui::section::note;
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, Flash, Tone, table, time};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::routing::post;
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::accounts::{Invitation, Member, NewInvitation};
use samesky_app::mail::MailError;
use samesky_app::{AppError, Session, Who};
use samesky_model::id::{AccountId, TeamId, TicketId};
use samesky_model::record::{Account, Role};
use serde::Deserialize;

const FORM: &str = "invite";
/// The roles on a team, least first.
const ROLES: [Role; 3] = [Role::Viewer, Role::Officer, Role::Owner];

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new()
        .route("/team/{id}/invitations", post(invite).get(back))
        .route("/team/{id}/invitations/{ticket}/withdraw", post(withdraw))
        .route("/team/{id}/members/{account}/role", post(change_role))
        .route("/team/{id}/members/{account}/remove", post(remove))
        .route("/team/{id}/members/{account}/reset", post(reset))
        .route("/team/{id}/members/{account}/second-factor", post(reset_second))
        .route("/team/{id}/second-factor", post(ask_second).get(back))
        .route("/team/{id}/members/{account}/erase", post(erase))
}

#[derive(Deserialize)]
struct New {
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
}

async fn invite(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<String>,
    headers: HeaderMap,
    Sent { form, typed }: Sent<New>,
) -> Answer {
    let (session, team) = (state.session(&officer), known(&id)?);
    let role = form.role.parse().unwrap_or(Role::Viewer);
    match state.app().invite(&session, NewInvitation { team, email: form.email, role }).await {
        Ok((secret, made)) => {
            let by = mail_base(&state, &headers);
            let link = format!("{by}/invitation/{}", secret.reveal());
            let name =
                state.app().team(&session).await.map(|team| super::team::name_of(&ctx, &team)).unwrap_or_default();
            let args = [("by", (&session.account).into()), ("team", name.into()), ("link", (&link).into())];
            let letter = Letter { lang: ctx.lang, to: &made.email, kind: "invitation", args: &args };
            let sent = mails::send(&state, &letter).await;
            hand_over(&state, &session, ctx, team, Handed { to: &made.email, label: &made.email, link: &link, sent })
                .await
        }
        Err(failure) => refused(&state, &session, ctx, team, (FORM, typed), failure).await,
    }
}

async fn withdraw(
    State(state): State<WebState>,
    officer: Officer,
    Path((id, ticket)): Path<(String, String)>,
) -> Answer {
    let ticket: TicketId = ticket.parse().map_err(|_| AppError::NotFound { kind: "ticket" })?;
    let team = known(&id)?;
    state.app().withdraw_invitation(&state.session(&officer), team, ticket).await?;
    Ok(go(&here(team), &Flash::new(Tone::Ok, "flash-invitation-withdrawn", &[])))
}

#[derive(Deserialize)]
struct NewRole {
    version: i64,
    #[serde(default)]
    role: String,
}

async fn change_role(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(who): Path<(String, String)>,
    Sent { form, .. }: Sent<NewRole>,
) -> Answer {
    let who = member(&who)?;
    let role = form.role.parse().map_err(|_| AppError::invalid_value("role", "unknown-code", form.role.clone()))?;
    match state.app().change_role(&state.session(&officer), who, form.version, role).await {
        Ok(()) => Ok(go(&here(who.0), &Flash::new(Tone::Ok, "flash-role-changed", &[]))),
        Err(failure) => go_back(&ctx, &here(who.0), failure),
    }
}

#[derive(Deserialize)]
struct Reason {
    why: Option<String>,
}

async fn remove(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(who): Path<(String, String)>,
    Sent { form, .. }: Sent<Reason>,
) -> Answer {
    let who = member(&who)?;
    match state.app().remove_member(&state.session(&officer), who, form.why).await {
        Ok(()) => Ok(go(&here(who.0), &Flash::new(Tone::Ok, "flash-member-removed", &[]))),
        Err(failure) => go_back(&ctx, &here(who.0), failure),
    }
}

async fn erase(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(who): Path<(String, String)>,
    Sent { form, .. }: Sent<Reason>,
) -> Answer {
    let (session, who) = (state.session(&officer), member(&who)?);
    match state.app().erase_person(&session, who.1, form.why).await {
        Ok(erased) => {
            let number = erased.erasure.number.to_string();
            Ok(go(&here(who.0), &Flash::new(Tone::Ok, "flash-person-erased", &[("number", number)])))
        }
        Err(failure) => go_back(&ctx, &here(who.0), failure),
    }
}

async fn reset(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(who): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer {
    let (session, who) = (state.session(&officer), member(&who)?);
    match state.app().reset_link(&session, who).await {
        Ok(secret) => {
            let label = ctx.t("team-reset-link");
            let link = format!("{}/new-password/{}", mail_base(&state, &headers), secret.reveal());
            let account = state.app().member_of(&session, who).await?;
            let args = [("name", (&account.name).into()), ("link", (&link).into())];
            let lang = account.language.unwrap_or(ctx.lang);
            let letter = Letter { lang, to: &account.email, kind: "reset", args: &args };
            let sent = mails::send(&state, &letter).await;
            let handed = Handed { to: &account.email, label: &label, link: &link, sent };
            hand_over(&state, &session, ctx, who.0, handed).await
        }
        Err(failure) => go_back(&ctx, &here(who.0), failure),
    }
}

fn member((team, account): &(String, String)) -> Result<(TeamId, AccountId), AppError> {
    Ok((known(team)?, account.parse().map_err(|_| AppError::NotFound { kind: "membership" })?))
}

async fn reset_second(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(who): Path<(String, String)>,
    Sent { form, .. }: Sent<Reason>,
) -> Answer {
    let who = member(&who)?;
    match state.app().reset_second_factor(&state.session(&officer), who, form.why).await {
        Ok(()) => Ok(go(&here(who.0), &Flash::new(Tone::Ok, "flash-second-reset", &[]))),
        Err(failure) => go_back(&ctx, &here(who.0), failure),
    }
}

#[derive(Deserialize)]
struct Asks {
    asks: Option<String>,
}

async fn ask_second(
    State(state): State<WebState>,
    officer: Officer,
    Path(id): Path<String>,
    Sent { form, .. }: Sent<Asks>,
) -> Answer {
    let team = known(&id)?;
    state.app().ask_second_factor(&state.session(&officer), team, form.asks.as_deref() == Some("yes")).await?;
    Ok(go(&here(team), &Flash::new(Tone::Ok, "flash-team-saved", &[])))
}

/// A link that was made, and how it went with the mail.
struct Handed<'a> {
    to: &'a str,
    label: &'a str,
    link: &'a str,
    sent: Option<Result<(), MailError>>,
}

/// The page with what became of a link on top: it was mailed, or it is shown this once to be handed over.
async fn hand_over(state: &WebState, session: &Session, ctx: Ctx, team: TeamId, made: Handed<'_>) -> Answer {
    let shown = match made.sent {
        Some(Ok(())) => notice(Tone::Ok, &ctx.t_with("mail-sent", &[("to", made.to.into())]), None),
        Some(Err(error)) => html! {
            (notice(Tone::Warn, &mails::problem(ctx.lang, &error), None))
            (handed(&ctx, "link-made", made.label, made.link))
        },
        None => handed(&ctx, "link-made", made.label, made.link),
    };
    let ctx = Ctx { here: here(team), ..ctx };
    Ok(page(state, session, &ctx, team, &Draft::default(), &shown).await?.into_response())
}

/// The members with their roles; whoever manages them can change these.
pub(super) fn list(ctx: &Ctx, session: &Session, team: TeamId, members: &[Member]) -> Markup {
    let columns = [
        Column::new(ctx.t("column-name")),
        Column::new(ctx.t("account-role")),
        Column::new(ctx.t("team-since")),
        Column::new(""),
    ];
    let rows: Vec<_> = members.iter().map(|one| row(ctx, session, team, one)).collect();
    html! {
        @if rows.is_empty() { (note(&ctx.t("team-no-members"))) } @else {
            (table::table(ctx.lang, &ctx.t("team-members"), &columns, &rows))
        }
    }
}

fn row(ctx: &Ctx, session: &Session, team: TeamId, one: &Member) -> Row {
    let manages = session.can(Action::ManageMembers);
    let name = html! {
        bdi { (one.account.name) }
        @if manages { div class="xs mute" { bdi { (one.account.email) } } }
    };
    let since = html! { (time::moment(ctx, one.membership.joined.at)) };
    let role = if manages {
        role_form(ctx, team, one)
    } else {
        html! { (ctx.name(one.membership.role)) }
    };
    let own = matches!(session.who, Who::Account { id, .. } if id == one.account.id);
    let does = if manages && !own {
        doings(ctx, team, one)
    } else {
        html! {}
    };
    Row::new(vec![Cell::title(name), Cell::new(role), Cell::new(since), Cell::wide(does)])
}

fn role_form(ctx: &Ctx, team: TeamId, one: &Member) -> Markup {
    let id = format!("role-{}", one.account.id);
    let label = ctx.t_with("team-role-of", &[("name", (&one.account.name).into())]);
    html! {
        form.row method="post" action={ (of(team, one)) "/role" } {
            input type="hidden" name="version" value=(one.membership.version);
            label.sr for=(id) { (label) }
            select id=(id) name="role" {
                @for role in ROLES {
                    option value=(role) selected[role == one.membership.role] { (ctx.name(role)) }
                }
            }
            (control::submit(Button::Small, None, &ctx.t("do-save")))
        }
    }
}

fn doings(ctx: &Ctx, team: TeamId, one: &Member) -> Markup {
    let id = format!("why-{}", one.account.id);
    let (why, hint) = (ctx.t("column-why"), ctx.t("team-remove-hint"));
    html! {
        details {
            summary { (ctx.t("team-more")) }
            form method="post" action={ (of(team, one)) "/reset" } {
                (control::submit(Button::Small, None, &ctx.t("do-make-reset")))
            }
            form.form method="post" action={ (of(team, one)) "/second-factor" } {
                (Field::new("why", &why).id(&format!("second-{id}")).hint(&ctx.t("team-second-hint")).text())
                (control::submit(Button::Small, None, &ctx.t("do-second-reset")))
            }
            form.form method="post" action={ (of(team, one)) "/remove" } {
                (Field::new("why", &why).id(&id).hint(&hint).text())
                (control::submit(Button::Danger, None, &ctx.t("do-remove-member")))
            }
            (erase_form(ctx, team, &one.account))
        }
    }
}

/// The way to forget somebody, behind one more click.
fn erase_form(ctx: &Ctx, team: TeamId, account: &Account) -> Markup {
    let id = format!("why-erase-{}", account.id);
    let (why, hint) = (ctx.t("column-why"), ctx.t("team-erase-hint"));
    html! {
        details {
            summary { (ctx.t("do-erase-person")) }
            form.form method="post" action={ (here(team)) "/members/" (account.id) "/erase" } {
                (Field::new("why", &why).id(&id).hint(&hint).text())
                (control::submit(Button::Danger, None, &ctx.t("do-erase-person")))
            }
        }
    }
}

/// Members of before, who can be forgotten still.
pub(super) fn former(ctx: &Ctx, team: TeamId, accounts: &[Account]) -> Markup {
    let columns = [Column::new(ctx.t("column-name")), Column::new("")];
    let row = |one: &Account| {
        let name = html! { bdi { (one.name) } div class="xs mute" { bdi { (one.email) } } };
        Row::new(vec![Cell::title(name), Cell::wide(erase_form(ctx, team, one))])
    };
    let rows: Vec<_> = accounts.iter().map(row).collect();
    table::dense(ctx.lang, &ctx.t("team-former"), &columns, &rows)
}

fn of(team: TeamId, one: &Member) -> String {
    format!("{}/members/{}", here(team), one.account.id)
}

/// Whether the team asks for a second factor, and the way to change that.
pub(super) fn second_factor(ctx: &Ctx, team: TeamId, asks: bool) -> Markup {
    let (label, value) = if asks { ("do-second-not-asked", "no") } else { ("do-second-asked", "yes") };
    html! {
        p { (ctx.t(if asks { "team-second-yes" } else { "team-second-no" })) }
        form.form method="post" action={ (here(team)) "/second-factor" } {
            div.row { (control::submit_as(Button::Plain, ("asks", value), None, &ctx.t(label))) }
        }
    }
}

/// The open invitations, and the form for another.
pub(super) fn invitations(ctx: &Ctx, team: TeamId, open: &[Invitation], draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let roles: Vec<_> = ROLES.iter().map(|role| Choice::new(role.as_str(), ctx.name(*role))).collect();
    html! {
        @if !open.is_empty() { (waiting(ctx, team, open)) }
        form.form method="post" action={ (here(team)) "/invitations" } {
            div.row {
                (sheet.field("email", "", |field| field.required().autocomplete("off").email()))
                (sheet.select("role", &roles, Role::Officer.as_str()))
            }
            (note(&ctx.t("team-roles-why")))
            div.row { (control::submit(Button::Primary, None, &ctx.t("do-invite"))) }
        }
    }
}

fn waiting(ctx: &Ctx, team: TeamId, open: &[Invitation]) -> Markup {
    let columns = [
        Column::new(ctx.t("account-email")),
        Column::new(ctx.t("account-role")),
        Column::new(ctx.t("token-ends")),
        Column::new(""),
    ];
    let row = |one: &Invitation| {
        let withdraw = html! {
            form method="post" action={ (here(team)) "/invitations/" (one.id) "/withdraw" } {
                (control::submit(Button::Small, None, &ctx.t("do-withdraw")))
            }
        };
        Row::new(vec![
            Cell::title(html! { bdi { (one.email) } }),
            Cell::new(html! { (ctx.name(one.role)) }),
            Cell::new(time::moment(ctx, one.ends_at)),
            Cell::new(withdraw),
        ])
    };
    let rows: Vec<_> = open.iter().map(row).collect();
    table::dense(ctx.lang, &ctx.t("team-invitations"), &columns, &rows)
}
