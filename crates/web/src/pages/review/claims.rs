//! The list of claims beside the text.

use super::links::{self, Links};
use super::{edit, page, undo};
use crate::pages::draft::Draft;
use crate::ui::control::Button;
use crate::ui::figure::claimed_value;
use crate::ui::{Ctx, Icon, badge, control, section, time};
use maud::{Markup, html};
use samesky_app::review::ReviewView;
use samesky_model::reading::{EventClaim, FigureClaim, MoneyClass, Qualifier};
use samesky_model::record::{Claim, ClaimRecord, ClaimState};
use samesky_model::remark::RemarkCode;

/// Forms for correction that a page holds ready at most; beyond, the form of one claim is asked for.
const READY: usize = 300;

/// The list; `edited` is the number of the claim whose form is asked for.
pub(super) fn section(ctx: &Ctx, (view, links): (&ReviewView, &Links), edited: Option<i64>, draft: &Draft) -> Markup {
    let body = html! {
        (page::progress(ctx, view))
        @if !undo::is_in_message(ctx) { (undo::section(ctx, view, draft)) }
        @if view.claims.is_empty() {
            p.note { (ctx.t("review-no-claims")) }
        } @else {
            ol.claims {
                @for claim in &view.claims { (row(ctx, (view, links), claim, (edited, draft))) }
            }
        }
    };
    section::section("claims", &ctx.t("review-claims"), &html! {}, &body)
}

fn row(
    ctx: &Ctx,
    (view, links): (&ReviewView, &Links),
    claim: &ClaimRecord,
    (edited, draft): (Option<i64>, &Draft),
) -> Markup {
    let number = claim.ordinal.to_string();
    let asked = edited == Some(claim.ordinal) || draft.is_of(&number);
    html! {
        li id={ "c" (number) } data-claim=(number) data-state=(claim.state) {
            a.no href={ "#s" (number) } { (number) }
            div {
                span.what { (what(ctx, claim)) }
                div.val { (value(ctx, &claim.current)) }
                (detail(ctx, &claim.current))
                (changed(ctx, claim))
                (remarks(ctx, claim))
                (decided(ctx, claim))
                (links::line(ctx, links.get(&claim.id)))
            }
            (decision(ctx, claim, draft))
            (correction(ctx, view, claim, (asked, draft)))
        }
    }
}

fn correction(ctx: &Ctx, view: &ReviewView, claim: &ClaimRecord, (asked, draft): (bool, &Draft)) -> Markup {
    let label = ctx.t(if claim.state.is_taken() { "review-correct-taken" } else { "review-correct" });
    html! {
        @if asked || view.claims.len() <= READY {
            details.edit-box open[asked] {
                summary { (label) }
                (edit::form(ctx, view, claim, draft))
            }
        } @else {
            a.edit-box href={ "/announcements/" (claim.announcement) "?edit=" (claim.ordinal) "#c" (claim.ordinal) } { (label) }
        }
    }
}

fn what(ctx: &Ctx, claim: &ClaimRecord) -> Markup {
    let kind = ctx.t(&format!("claim-kind-{}", claim.current.kind()));
    html! {
        @match &claim.current {
            Claim::Event(event) => { (kind) " · " (ctx.name(event.kind)) },
            Claim::Figure(figure) => (figure_head(ctx, figure)),
            Claim::Organisation(organisation) => { (kind) " · " (ctx.name(organisation.kind)) },
            Claim::Project(_) => (kind),
        }
    }
}

fn figure_head(ctx: &Ctx, figure: &FigureClaim) -> Markup {
    let places = figure.spans.len() + 1;
    html! {
        (ctx.name(figure.measure))
        @if let Some(subject) = &figure.subject { " · " span dir="auto" { (subject) } }
        @if places > 1 { " · " (ctx.t_with("review-places", &[("count", places.into())])) }
        @if figure.money_class != MoneyClass::None { " " (badge::money(ctx.lang, figure.money_class)) }
    }
}

fn value(ctx: &Ctx, claim: &Claim) -> Markup {
    html! {
        @match claim {
            Claim::Event(event) => (event_value(ctx, event)),
            Claim::Figure(figure) => {
                (claimed_value(ctx.lang, figure))
                @if !says_qualifier(figure) { " " (badge::qualifier(ctx.lang, figure.qualifier)) }
            },
            Claim::Organisation(organisation) => bdi { (organisation.name) },
            Claim::Project(project) => bdi { (project.name) },
        }
    }
}

/// "over 60" names its qualifier, and so does a size class by itself; a range, an exact number and a count of members of
/// a size class do not.
fn says_qualifier(figure: &FigureClaim) -> bool {
    let single = figure.low.is_none() || figure.high.is_none();
    match figure.qualifier {
        Qualifier::Over | Qualifier::Under | Qualifier::About => single,
        Qualifier::Tier => single && figure.tier.is_none(),
        Qualifier::Exact => false,
    }
}

fn event_value(ctx: &Ctx, event: &EventClaim) -> Markup {
    html! {
        @match event.date {
            Some(date) => (time::day(ctx.lang, date)),
            None => span.missing { (ctx.t("review-no-date")) },
        }
        " " (event.places.join(" · "))
    }
}

fn detail(ctx: &Ctx, claim: &Claim) -> Markup {
    html! {
        @match claim {
            Claim::Event(event) => span class="xs mute" {
                @if let Some(name) = &event.name { bdi { (name) } " · " }
                (ctx.t_with("review-date-basis", &[("basis", ctx.name(event.date_basis).into())]))
                @for organiser in &event.organisers { " · " (ctx.name(organiser.role)) " " bdi { (organiser.name) } }
            },
            Claim::Figure(figure) => span class="xs mute" { (figure_detail(ctx, figure)) },
            Claim::Organisation(organisation) => span class="xs mute" { (organisation.aliases.join(" · ")) },
            Claim::Project(project) => span class="xs mute" {
                (project.organisations.iter().chain(&project.place).map(String::as_str).collect::<Vec<_>>().join(" · "))
            },
        }
    }
}

fn figure_detail(ctx: &Ctx, figure: &FigureClaim) -> Markup {
    let said: Vec<String> = [
        figure.period.as_deref().map(|period| crate::lang::format::period(ctx.lang, period)),
        (figure.status != samesky_model::reading::Status::Actual).then(|| ctx.name(figure.status)),
        figure.flow.map(|flow| ctx.name(flow)),
        figure.organisation.clone(),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! { "“" bdi { (figure.quote) } "”" @if !said.is_empty() { " · " (said.join(" · ")) } }
}

/// What was read stays visible beside what an officer made of it.
fn changed(ctx: &Ctx, claim: &ClaimRecord) -> Markup {
    html! {
        @match &claim.original {
            Some(original) if *original != claim.current => {
                div.was { (ctx.t("review-as-read")) " " (value(ctx, original)) " " (what_of(ctx, original)) }
            },
            None => div class="xs mute" { (ctx.t("review-added")) },
            Some(_) => {},
        }
    }
}

fn what_of(ctx: &Ctx, claim: &Claim) -> Markup {
    html! { @if let Claim::Figure(figure) = claim { (figure_head(ctx, figure)) } }
}

fn remarks(ctx: &Ctx, claim: &ClaimRecord) -> Markup {
    html! {
        @if !claim.remarks.is_empty() {
            div.remarks {
                @for remark in &claim.remarks {
                    span class={ @if remark.code == RemarkCode::TierNotAmount { "xs mute" } @else { "xs" } } {
                        (crate::ui::icon(Icon::Ask)) (crate::lang::remark::remark(ctx.lang, remark))
                    }
                }
            }
        }
    }
}

fn decided(ctx: &Ctx, claim: &ClaimRecord) -> Markup {
    html! {
        @if let Some(stamp) = &claim.decided {
            div class="xs mute" { (ctx.who(&stamp.by)) " · " (time::moment(ctx, stamp.at)) @if let Some(why) = &claim.why { " · " (why) } }
        }
    }
}

fn decision(ctx: &Ctx, claim: &ClaimRecord, draft: &Draft) -> Markup {
    if claim.state.is_taken() {
        return html! { div.do { (badge::claim_state(ctx.lang, claim.state)) (undo::one(ctx, claim, draft)) } };
    }
    html! {
        form.do method="post" action={ "/claims/" (claim.id) } {
            input type="hidden" name="version" value=(claim.version);
            @if claim.state == ClaimState::Pending {
                (control::submit_as(Button::Small, ("do", "accept"), Some(Icon::Ok), &ctx.t("review-accept")))
                (control::submit_sign(("do", "reject"), Icon::Close, &ctx.t("review-reject")))
            } @else {
                (badge::claim_state(ctx.lang, claim.state))
                (undo::one(ctx, claim, draft))
            }
        }
    }
}
