//! The form with which a claim is corrected. Its fields are those of the claim's kind.

use crate::lang::code::Coded;
use crate::ui::control::Button;
use crate::ui::form::{Choice, Field};
use crate::ui::{Ctx, Icon, control};
use maud::{Markup, html};
use samesky_app::review::ReviewView;
use samesky_model::reading::{
    EventClaim, EventType, FigureClaim, Flow, Measure, Mode, MoneyClass, OrganisationClaim, OrganisationKind,
    ProjectClaim, Qualifier, Status,
};
use samesky_model::record::{Claim, ClaimRecord};

pub(super) fn form(ctx: &Ctx, view: &ReviewView, claim: &ClaimRecord) -> Markup {
    let n = claim.ordinal.to_string();
    html! {
        form.edit method="post" action={ "/claims/" (claim.id) } {
            input type="hidden" name="version" value=(claim.version);
            input type="hidden" name="do" value="correct";
            @match &claim.current {
                Claim::Figure(figure) => (figure_fields(ctx, view, (claim, figure), &n)),
                Claim::Event(event) => (event_fields(ctx, view, (claim, event), &n)),
                Claim::Organisation(organisation) => (organisation_fields(ctx, organisation, &n)),
                Claim::Project(project) => (project_fields(ctx, project, &n)),
            }
            (quote_field(ctx, view, claim, &n))
            (why_field(ctx, claim, &n))
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

fn figure_fields(ctx: &Ctx, view: &ReviewView, (claim, figure): (&ClaimRecord, &FigureClaim), n: &str) -> Markup {
    let value = figure.value.to_string();
    let event = figure.event.as_deref().unwrap_or_default();
    let whole = figure.part_of.as_deref().unwrap_or_default();
    html! {
        (select(ctx, "measure", "column-measure", &codes(ctx, Measure::ALL), figure.measure.as_str(), n))
        (text(ctx, "value", "column-value", &value, n))
        (text(ctx, "unit", "column-unit", figure.unit.as_deref().unwrap_or_default(), n))
        (select(ctx, "qualifier", "column-qualifier", &codes(ctx, Qualifier::ALL), figure.qualifier.as_str(), n))
        (select(ctx, "money_class", "column-class", &codes(ctx, MoneyClass::ALL), figure.money_class.as_str(), n))
        (select(ctx, "status", "column-status", &codes(ctx, Status::ALL), figure.status.as_str(), n))
        (select(ctx, "flow", "column-flow", &optional(ctx, Flow::ALL), figure.flow.map_or("", Flow::as_str), n))
        (text(ctx, "period", "column-period", figure.period.as_deref().unwrap_or_default(), n))
        (text(ctx, "subject", "column-subject", figure.subject.as_deref().unwrap_or_default(), n))
        (select(ctx, "event", "column-event", &events(ctx, view, claim, event), event, n))
        (select(ctx, "part_of", "review-part-of", &figures(ctx, view, claim, whole), whole, n))
    }
}

fn event_fields(ctx: &Ctx, view: &ReviewView, (claim, event): (&ClaimRecord, &EventClaim), n: &str) -> Markup {
    let whole = event.part_of.as_deref().unwrap_or_default();
    let date = event.date.map(|date| date.to_string()).unwrap_or_default();
    html! {
        (select(ctx, "type", "column-kind", &codes(ctx, EventType::ALL), event.kind.as_str(), n))
        (text(ctx, "date", "column-date", &date, n))
        (text(ctx, "name", "column-name", event.name.as_deref().unwrap_or_default(), n))
        (text(ctx, "places", "column-place", &event.places.join("、"), n))
        (select(ctx, "mode", "review-mode", &optional(ctx, Mode::ALL), event.mode.map_or("", Mode::as_str), n))
        (text(ctx, "zone", "review-zone", event.zone.as_deref().unwrap_or_default(), n))
        (select(ctx, "part_of", "review-part-of", &events(ctx, view, claim, whole), whole, n))
    }
}

fn organisation_fields(ctx: &Ctx, organisation: &OrganisationClaim, n: &str) -> Markup {
    html! {
        (text(ctx, "name", "column-name", &organisation.name, n))
        (select(ctx, "kind", "column-kind", &codes(ctx, OrganisationKind::ALL), organisation.kind.as_str(), n))
        (text(ctx, "aliases", "review-aliases", &organisation.aliases.join("、"), n))
    }
}

fn project_fields(ctx: &Ctx, project: &ProjectClaim, n: &str) -> Markup {
    html! {
        (text(ctx, "name", "column-name", &project.name, n))
        (text(ctx, "organisations", "column-organisation", &project.organisations.join("、"), n))
        (text(ctx, "place", "column-place", project.place.as_deref().unwrap_or_default(), n))
    }
}

/// The words of the text, as they stand there; another selection changes where the claim points.
fn quote_field(ctx: &Ctx, view: &ReviewView, claim: &ClaimRecord, n: &str) -> Markup {
    let (start, end) = claim.current.place();
    let words: String = view.text.text.chars().skip(start).take(end.saturating_sub(start)).collect();
    html! {
        (text(ctx, "quote", "review-quote", &words, n))
        input type="hidden" name="start" value=(start);
    }
}

fn why_field(ctx: &Ctx, claim: &ClaimRecord, n: &str) -> Markup {
    let (id, label, hint) = (format!("why-{n}"), ctx.t("column-why"), ctx.t("review-why-hint"));
    let field = Field::new("why", &label).id(&id);
    html! { @if claim.state.is_taken() { (field.hint(&hint).required().text()) } @else { (field.text()) } }
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

/// A line of text whose id carries the claim's number, for a name stands in every claim's form.
pub(in crate::pages) fn text(ctx: &Ctx, name: &str, label: &str, value: &str, n: &str) -> Markup {
    let (id, label) = (format!("{name}-{n}"), ctx.t(label));
    Field::new(name, &label).id(&id).value(value).text()
}

/// A choice, likewise.
pub(in crate::pages) fn select(ctx: &Ctx, name: &str, label: &str, choices: &[Choice], value: &str, n: &str) -> Markup {
    let (id, label) = (format!("{name}-{n}"), ctx.t(label));
    Field::new(name, &label).id(&id).value(value).select(choices)
}
