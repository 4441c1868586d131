//! The form with which a claim is corrected. Its fields are those of the claim's kind.

use crate::lang::code::Coded;
use crate::pages::draft::{Draft, Sheet};
use crate::ui::control::Button;
use crate::ui::form::Choice;
use crate::ui::{Ctx, Icon, control};
use maud::{Markup, html};
use samesky_app::review::ReviewView;
use samesky_model::reading::{
    EventClaim, EventType, FigureClaim, Flow, Measure, Mode, MoneyClass, OrganisationClaim, OrganisationKind,
    ProjectClaim, Qualifier, Status,
};
use samesky_model::record::{Claim, ClaimRecord};

pub(super) fn form(ctx: &Ctx, view: &ReviewView, claim: &ClaimRecord, draft: &Draft) -> Markup {
    let n = claim.ordinal.to_string();
    let sheet = Sheet::new(ctx, &n, draft);
    html! {
        form.edit method="post" action={ "/claims/" (claim.id) } {
            input type="hidden" name="version" value=(claim.version);
            input type="hidden" name="do" value="correct";
            @match &claim.current {
                Claim::Figure(figure) => (figure_fields(ctx, &sheet, view, (claim, figure))),
                Claim::Event(event) => (event_fields(ctx, &sheet, view, (claim, event))),
                Claim::Organisation(organisation) => (organisation_fields(ctx, &sheet, organisation)),
                Claim::Project(project) => (project_fields(&sheet, project)),
            }
            (quote_field(&sheet, view, claim))
            (why_field(&sheet, claim))
            div.row { (control::submit(Button::Small, Some(Icon::Ok), &ctx.t("review-save"))) }
        }
    }
}

/// Every value of a code list, with its name.
pub(in crate::pages) fn codes<C: Coded + std::fmt::Display>(ctx: &Ctx, all: &[C]) -> Vec<Choice> {
    all.iter().map(|value| Choice::new(value.to_string(), ctx.name(*value))).collect()
}

/// The same, with a first choice that says nothing.
pub(in crate::pages) fn optional<C: Coded + std::fmt::Display>(ctx: &Ctx, all: &[C]) -> Vec<Choice> {
    std::iter::once(Choice::new("", ctx.t("not-stated"))).chain(codes(ctx, all)).collect()
}

fn figure_fields(
    ctx: &Ctx,
    sheet: &Sheet<'_>,
    view: &ReviewView,
    (claim, figure): (&ClaimRecord, &FigureClaim),
) -> Markup {
    let value = figure.value.to_string();
    let event = figure.event.as_deref().unwrap_or_default();
    let whole = figure.part_of.as_deref().unwrap_or_default();
    html! {
        (sheet.select("measure", &codes(ctx, Measure::ALL), figure.measure.as_str()))
        (sheet.text("value", &value))
        (sheet.text("unit", figure.unit.as_deref().unwrap_or_default()))
        (sheet.select("qualifier", &codes(ctx, Qualifier::ALL), figure.qualifier.as_str()))
        (sheet.select("money_class", &codes(ctx, MoneyClass::ALL), figure.money_class.as_str()))
        (sheet.select("status", &codes(ctx, Status::ALL), figure.status.as_str()))
        (sheet.select("flow", &optional(ctx, Flow::ALL), figure.flow.map_or("", Flow::as_str)))
        (sheet.text("period", figure.period.as_deref().unwrap_or_default()))
        (sheet.text("subject", figure.subject.as_deref().unwrap_or_default()))
        (sheet.select("event", &events(ctx, view, claim, event), event))
        (sheet.select("part_of", &figures(ctx, view, claim, whole), whole))
    }
}

fn event_fields(
    ctx: &Ctx,
    sheet: &Sheet<'_>,
    view: &ReviewView,
    (claim, event): (&ClaimRecord, &EventClaim),
) -> Markup {
    let whole = event.part_of.as_deref().unwrap_or_default();
    let date = event.date.map(|date| date.to_string()).unwrap_or_default();
    html! {
        (sheet.select("type", &codes(ctx, EventType::ALL), event.kind.as_str()))
        (sheet.text("date", &date))
        (sheet.text("name", event.name.as_deref().unwrap_or_default()))
        (sheet.text("places", &event.places.join("、")))
        (sheet.select("mode", &optional(ctx, Mode::ALL), event.mode.map_or("", Mode::as_str)))
        (sheet.text("zone", event.zone.as_deref().unwrap_or_default()))
        (sheet.select("part_of", &events(ctx, view, claim, whole), whole))
    }
}

fn organisation_fields(ctx: &Ctx, sheet: &Sheet<'_>, organisation: &OrganisationClaim) -> Markup {
    html! {
        (sheet.text("name", &organisation.name))
        (sheet.select("kind", &codes(ctx, OrganisationKind::ALL), organisation.kind.as_str()))
        (sheet.text("aliases", &organisation.aliases.join("、")))
    }
}

fn project_fields(sheet: &Sheet<'_>, project: &ProjectClaim) -> Markup {
    html! {
        (sheet.text("name", &project.name))
        (sheet.text("organisations", &project.organisations.join("、")))
        (sheet.text("place", project.place.as_deref().unwrap_or_default()))
    }
}

/// The words of the text, as they stand there; another selection changes where the claim points.
fn quote_field(sheet: &Sheet<'_>, view: &ReviewView, claim: &ClaimRecord) -> Markup {
    let (start, end) = claim.current.place();
    let words: String = view.text.text.chars().skip(start).take(end.saturating_sub(start)).collect();
    html! {
        (sheet.text("quote", &words))
        input type="hidden" name="start" value=(sheet.value("start", &start.to_string()));
    }
}

fn why_field(sheet: &Sheet<'_>, claim: &ClaimRecord) -> Markup {
    if claim.state.is_taken() { sheet.reason("review-why-hint", "") } else { sheet.text("why", "") }
}

fn events(ctx: &Ctx, view: &ReviewView, claim: &ClaimRecord, chosen: &str) -> Vec<Choice> {
    let none = Choice::new("", ctx.t("not-stated"));
    let claims = offered(view, claim, chosen).filter_map(|claim| match &claim.current {
        Claim::Event(event) => Some(Choice::new(
            event.id.clone(),
            format!("{} · {}", claim.ordinal, event.name.clone().unwrap_or_else(|| ctx.name(event.kind))),
        )),
        _ => None,
    });
    std::iter::once(none).chain(claims).collect()
}

fn figures(ctx: &Ctx, view: &ReviewView, claim: &ClaimRecord, chosen: &str) -> Vec<Choice> {
    let none = Choice::new("", ctx.t("review-no-whole"));
    let claims = offered(view, claim, chosen).filter_map(|claim| match &claim.current {
        Claim::Figure(figure) => Some(Choice::new(figure.id.clone(), format!("{} · {}", claim.ordinal, figure.quote))),
        _ => None,
    });
    std::iter::once(none).chain(claims).collect()
}

/// Claims offered before and after the one at hand. Every form holds them: all claims in all forms would make the page
/// grow with the square of their number.
const NEAR: u64 = 60;

/// The other claims that stand near this one, and the chosen one wherever it stands.
fn offered<'a>(view: &'a ReviewView, claim: &'a ClaimRecord, chosen: &'a str) -> impl Iterator<Item = &'a ClaimRecord> {
    let near = |other: &ClaimRecord| other.ordinal.abs_diff(claim.ordinal) <= NEAR;
    view.claims.iter().filter(move |other| other.id != claim.id && (near(other) || other.current.local_id() == chosen))
}
