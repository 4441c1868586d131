//! Adding an organisation quickly: a short form that says, while one types, which records may be the same; and the way back.

use super::asked::LIST;
use super::edit::verdict_badge;
use super::likeness;
use crate::lang::Lang;
use crate::lang::register::register;
use crate::pages::draft::{Draft, Sent, Sheet};
use crate::pages::frame::{Answer, go, go_back, status};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::filled;
use crate::pages::records::names;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, tick};
use crate::ui::message::notice;
use crate::ui::{Ctx, Flash, Icon, Tone};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::ledger::OrganisationView;
use samesky_app::organisations::{
    Candidate, Fact, FactChange, FactField, NameKind, NumberVerdict, OrganisationName, OrganisationNumber, PairVerdict,
    Party, checked_number, country_of, language_by_script,
};
use samesky_app::{AppError, Session};
use samesky_model::id::OrganisationId;
use samesky_model::reading::OrganisationKind;
use serde::Deserialize;

/// The address of the form.
pub(super) const NEW: &str = "/organisations/new";
/// The number of the form.
const FORM: &str = "quick";
/// Registers that are offered.
const SCHEMES: [&str; 5] = ["cn-uscc", "jp-corporate-number", "lei", "th-juristic", "tw-ubn"];

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct New {
    name: String,
    language: String,
    kind: String,
    country: String,
    scheme: String,
    number: String,
    /// That the records which are the same were seen, and it is another all the same.
    another: Option<String>,
    /// The records that were shown as likely, with spaces between them.
    seen: String,
    /// `likely` for the warning alone.
    part: Option<String>,
    /// The organisation that was just added.
    added: Option<OrganisationId>,
}

impl New {
    fn number(&self) -> Option<OrganisationNumber> {
        let written = filled(Some(&self.number)).filter(|_| !self.scheme.is_empty())?;
        Some(checked_number(&self.scheme, &written))
    }

    fn party(&self) -> Party {
        let number = self.number().map(|number| (number.scheme, number.value));
        Party {
            names: filled(Some(&self.name)).into_iter().collect(),
            identifiers: number.into_iter().collect(),
            place: None,
        }
    }

    fn said(&self) -> FactChange {
        let name = filled(Some(&self.name)).map(|text| {
            let language = filled(Some(&self.language)).or_else(|| language_by_script(&text));
            Fact::Name(OrganisationName { text, language, kind: NameKind::Legal, reading: None })
        });
        let written = filled(Some(&self.country));
        let country = written.map(|written| country_of(&written).map_or(written, |code| code.to_owned()));
        FactChange::default()
            .say(FactField::Name, name)
            .say(FactField::Kind, [Fact::Kind(self.kind.parse().unwrap_or(OrganisationKind::Company))])
            .say(FactField::Country, country.map(Fact::Country))
            .say(FactField::Identifier, self.number().map(Fact::Identifier))
    }

    /// Whether somebody has to look at what is likely before it is added: at the same until it is confirmed, at what may be one until it was shown.
    fn must_look(&self, likely: &[Candidate]) -> bool {
        let shown = |one: &Candidate| self.seen.split(' ').any(|id| id == one.record.id.to_string());
        self.another.is_none()
            && likely.iter().any(|one| match one.verdict {
                PairVerdict::Same => true,
                PairVerdict::Ask => !shown(one),
                PairVerdict::Branch | PairVerdict::Different => false,
            })
    }
}

/// The form, or the warning alone.
pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(new): Query<New>,
) -> Answer<Markup> {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let likely = state.app().likely_organisations(&session, new.party()).await?;
    if new.part.as_deref() == Some("likely") {
        return Ok(warning(&ctx, &new, &likely));
    }
    let added = match new.added {
        Some(id) => Some(state.app().organisation(&session, id).await?),
        None => None,
    };
    Ok(page(&ctx, &new, (&likely, added.as_ref()), &Draft::default()))
}

/// Makes the organisation; where others may be the same, once somebody looked at them.
pub(super) async fn add(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Sent { form, typed }: Sent<New>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let ctx = Ctx { here: NEW.to_owned(), ..ctx };
    let likely = state.app().likely_organisations(&session, form.party()).await?;
    if form.must_look(&likely) {
        return Ok(page(&ctx, &form, (&likely, None), &Draft::default()).into_response());
    }
    match state.app().add_organisation(&session, form.said()).await {
        Ok(view) => Ok(Redirect::to(&format!("{NEW}?added={}", view.organisation.id)).into_response()),
        Err(failure @ AppError::Invalid(_)) => {
            let code = status(&failure);
            let draft = Draft::refused(&ctx, FORM, typed, failure)?;
            Ok((code, page(&ctx, &form, (&likely, None), &draft)).into_response())
        }
        Err(failure) => Err(failure.into()),
    }
}

#[derive(Deserialize)]
pub(super) struct Back {
    version: i64,
}

/// Takes what was added back.
pub(super) async fn take_back(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<OrganisationId>,
    Sent { form, .. }: Sent<Back>,
) -> Answer {
    match state.app().take_back_addition(&state.session(&officer), id, form.version).await {
        Ok(()) => Ok(go(NEW, &Flash::new(Tone::Ok, "flash-addition-undone", &[]))),
        Err(failure) => go_back(&ctx, &format!("{LIST}/{id}"), failure),
    }
}

/// The form within the list of organisations, folded; nothing for those who may not write.
pub(super) fn folded(ctx: &Ctx, session: &Session) -> Markup {
    html! {
        @if session.can(Action::Write) {
            details class="quick no-print" {
                summary { (ctx.t("quick-title")) }
                (form(ctx, &New::default(), &[], &Draft::default()))
            }
        }
    }
}

fn page(ctx: &Ctx, new: &New, (likely, added): (&[Candidate], Option<&OrganisationView>), draft: &Draft) -> Markup {
    let title = ctx.t("quick-title");
    let body = html! {
        @if let Some(view) = added { (done(ctx, view)) }
        (draft.summary(ctx))
        (form(ctx, new, likely, draft))
    };
    Layout::new(ctx, &title)
        .nav(Nav::Organisations)
        .crumb(LIST, ctx.t("nav-organisations"))
        .crumb_here(&title)
        .by(html! { (ctx.t("quick-by")) })
        .script("find.js")
        .render(&body)
}

/// What was added, with the way to it and the way back.
fn done(ctx: &Ctx, view: &OrganisationView) -> Markup {
    let one = &view.organisation;
    let (name, _) = names::heading(ctx, &one.names, ctx.t("records-no-name"));
    let action = html! {
        span.row {
            (control::link(Button::Small, &format!("{LIST}/{}", one.id), None, &ctx.t("quick-open")))
            @if one.version == 1 {
                form method="post" action={ (LIST) "/" (one.id) "/take-back" } {
                    input type="hidden" name="version" value=(one.version);
                    (control::submit(Button::Small, Some(Icon::Undo), &ctx.t("do-undo")))
                }
            }
        }
    };
    notice(Tone::Ok, &ctx.t_with("quick-added", &[("name", name.as_str().into())]), Some(action))
}

fn form(ctx: &Ctx, new: &New, likely: &[Candidate], draft: &Draft) -> Markup {
    html! {
        form.form method="post" action=(NEW) data-warn {
            (fields(ctx, new, draft))
            div #likely role="status" aria-live="polite" { (warning(ctx, new, likely)) }
            div.row {
                (control::submit(Button::Primary, None, &ctx.t("quick-add")))
                (control::link(Button::Quiet, LIST, None, &ctx.t("do-cancel")))
            }
        }
    }
}

fn fields(ctx: &Ctx, new: &New, draft: &Draft) -> Markup {
    let sheet = Sheet::new(ctx, FORM, draft);
    let kinds: Vec<_> =
        OrganisationKind::ALL.iter().map(|kind| Choice::new(kind.to_string(), ctx.name(*kind))).collect();
    let by_script = std::iter::once(Choice::new("", ctx.t("quick-by-script")));
    let languages: Vec<_> =
        by_script.chain(Lang::ALL.iter().map(|lang| Choice::new(lang.as_str(), lang.endonym()))).collect();
    let none = std::iter::once(Choice::new("", ctx.t("quick-no-number")));
    let schemes: Vec<_> =
        none.chain(SCHEMES.iter().map(|scheme| Choice::new(*scheme, register(ctx.lang, scheme)))).collect();
    let kind = if new.kind.is_empty() { "company" } else { &new.kind };
    let hint = ctx.t("quick-country-hint");
    html! {
        (sheet.called("column-name", "name", &new.name, |field| field.required().autocomplete("off").text()))
        div.quick-row {
            (sheet.called("column-language", "language", &new.language, |field| field.select(&languages)))
            (sheet.called("column-kind", "kind", kind, |field| field.select(&kinds)))
            (sheet.called("quick-country", "country", &new.country, |field| field.hint(&hint).text()))
        }
        div.quick-row {
            (sheet.called("edit-scheme", "scheme", &new.scheme, |field| field.select(&schemes)))
            (sheet.called("quick-number", "number", &new.number, |field| field.autocomplete("off").text()))
        }
    }
}

/// What the number comes to, and the records that may be the same, with what speaks for it.
fn warning(ctx: &Ctx, new: &New, likely: &[Candidate]) -> Markup {
    let same = likely.iter().any(|one| one.verdict == PairVerdict::Same);
    let number = new.number().filter(|number| number.verdict != NumberVerdict::Unchecked);
    html! {
        @if let Some(number) = number { p { code { (number.value) } " " (verdict_badge(ctx, number.verdict)) } }
        @if !likely.is_empty() {
            (notice(Tone::Warn, &ctx.t_with(if same { "quick-same" } else { "quick-likely" }, &[("count", likely.len().into())]), None))
            @for one in likely {
                div.suggestion {
                    (names::linked(ctx, &format!("{LIST}/{}", one.record.id), &one.record.names, &ctx.t("records-no-name")))
                    (likeness::said(ctx, one.verdict, one.score, &one.evidence))
                }
            }
            input type="hidden" name="seen" value=(shown(likely));
            @if same { (tick("another", "yes", &ctx.t("quick-another"), new.another.is_some())) }
        }
    }
}

fn shown(likely: &[Candidate]) -> String {
    likely.iter().map(|one| one.record.id.to_string()).collect::<Vec<_>>().join(" ")
}
