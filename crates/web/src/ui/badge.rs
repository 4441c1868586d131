//! Badges: a sign or a shape, and a word. Colour only repeats what they say.

use super::{Icon, icon};
use crate::lang::{
    Lang,
    code::{Coded, name},
    tr,
};
use maud::{Markup, html};
use samesky_model::{
    reading::{MoneyClass, Qualifier, Verdict},
    record::{
        AnnouncementState, ClaimState, Counting, FigureState, FileOutcome, ImportState, ListState, RecordState,
        RowOutcome, Stage,
    },
};

/// How a badge looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Grey.
    Plain,
    /// Blue: under way.
    Info,
    /// Green: it holds.
    Ok,
    /// Green outline: it holds within limits.
    Fair,
    /// Amber: take care.
    Warn,
    /// Red: it does not hold.
    Bad,
    /// Outline only: aside.
    Line,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "badge",
            Self::Info => "badge info",
            Self::Ok => "badge ok",
            Self::Fair => "badge fair",
            Self::Warn => "badge warn",
            Self::Bad => "badge bad",
            Self::Line => "badge line",
        }
    }
}

/// Any badge.
#[must_use]
pub fn badge(look: Look, sign: Icon, text: &str) -> Markup {
    html! { span class=(look.class()) { (icon(sign)) (text) } }
}

fn coded<C: Coded>(lang: Lang, value: C, (look, sign): (Look, Icon)) -> Markup {
    badge(look, sign, &name(lang, value))
}

/// The verdict of a check: = ≈ ≠ ? and the word.
#[must_use]
pub fn verdict(lang: Lang, value: Verdict) -> Markup {
    coded(lang, value, verdict_look(value))
}

/// The look and sign of a verdict.
#[must_use]
pub const fn verdict_look(value: Verdict) -> (Look, Icon) {
    match value {
        Verdict::Reconciled => (Look::Ok, Icon::Equal),
        Verdict::Consistent => (Look::Fair, Icon::Approx),
        Verdict::Contradicted => (Look::Bad, Icon::Unequal),
        Verdict::Unknown => (Look::Warn, Icon::Ask),
    }
}

/// How many checks came to which verdict, worst first; a verdict that did not occur is left out.
#[must_use]
pub fn tally(lang: Lang, counts: &[(Verdict, u64)]) -> Markup {
    const ORDER: [Verdict; 4] = [Verdict::Contradicted, Verdict::Unknown, Verdict::Consistent, Verdict::Reconciled];
    html! {
        span.tally {
            @for (value, count) in ORDER.iter().filter_map(|order| counts.iter().find(|(value, count)| value == order && *count > 0)) {
                span { (verdict(lang, *value)) " " (count) }
            }
        }
    }
}

/// The money class: the more real the money, the more solid. Nothing for money of no class.
#[must_use]
pub fn money(lang: Lang, class: MoneyClass) -> Markup {
    html! {
        @if class != MoneyClass::None { span class={ "money " (class.as_str()) } { (name(lang, class)) } }
    }
}

/// The qualifier's word on its own, for a column.
#[must_use]
pub fn qualifier(lang: Lang, value: Qualifier) -> Markup {
    let class = if value == Qualifier::Exact { "qual exact" } else { "qual" };
    html! { span class=(class) { (name(lang, value)) } }
}

/// The stage of a project: eight steps, or the sign of an exit, and the word.
#[must_use]
pub fn stage(lang: Lang, value: Stage) -> Markup {
    html! {
        @match exit(value) {
            Some(sign) => span class="stage exit" { (icon(sign)) (name(lang, value)) },
            None => span.stage { (steps(value)) (name(lang, value)) },
        }
    }
}

const STEPS: [Stage; 8] = [
    Stage::Lead,
    Stage::Assessed,
    Stage::Negotiating,
    Stage::Signed,
    Stage::Registered,
    Stage::UnderConstruction,
    Stage::InProduction,
    Stage::Expansion,
];

const fn exit(value: Stage) -> Option<Icon> {
    match value {
        Stage::Stalled => Some(Icon::Pause),
        Stage::Cancelled => Some(Icon::Stop),
        Stage::MovedAway => Some(Icon::To),
        _ => None,
    }
}

fn steps(value: Stage) -> Markup {
    let reached = STEPS.iter().position(|step| *step == value).unwrap_or(0);
    html! {
        svg.steps viewBox="0 0 40 10" aria-hidden="true" {
            @for step in 0..STEPS.len() {
                rect class=[(step <= reached).then_some("on")] x=(format!("{}.5", step * 5)) y=".5" width="3" height="9" {}
            }
        }
    }
}

/// What was decided on a claim.
#[must_use]
pub fn claim_state(lang: Lang, value: ClaimState) -> Markup {
    coded(
        lang,
        value,
        match value {
            ClaimState::Pending => (Look::Plain, Icon::New),
            ClaimState::Accepted => (Look::Ok, Icon::Ok),
            ClaimState::Corrected => (Look::Info, Icon::Edit),
            ClaimState::Rejected => (Look::Line, Icon::Close),
        },
    )
}

/// How far an announcement has come.
#[must_use]
pub fn announcement_state(lang: Lang, value: AnnouncementState) -> Markup {
    coded(
        lang,
        value,
        match value {
            AnnouncementState::New => (Look::Plain, Icon::New),
            AnnouncementState::InReview => (Look::Info, Icon::Half),
            AnnouncementState::Reviewed => (Look::Ok, Icon::Ok),
        },
    )
}

/// How far an import has come.
#[must_use]
pub fn import_state(lang: Lang, value: ImportState) -> Markup {
    coded(
        lang,
        value,
        match value {
            ImportState::Running => (Look::Info, Icon::Half),
            ImportState::Finished => (Look::Ok, Icon::Ok),
            ImportState::Refused => (Look::Bad, Icon::Bad),
            ImportState::Cancelled => (Look::Line, Icon::Stop),
            ImportState::Interrupted => (Look::Warn, Icon::Warn),
        },
    )
}

/// How far a list has come.
#[must_use]
pub fn list_state(lang: Lang, value: ListState) -> Markup {
    coded(
        lang,
        value,
        match value {
            ListState::Reading | ListState::Comparing | ListState::Keeping => (Look::Info, Icon::Half),
            ListState::Mapped | ListState::Compared => (Look::Warn, Icon::Ask),
            ListState::Kept => (Look::Ok, Icon::Ok),
            ListState::Cancelled => (Look::Line, Icon::Stop),
            ListState::Failed => (Look::Bad, Icon::Bad),
            ListState::Interrupted => (Look::Warn, Icon::Warn),
        },
    )
}

/// What comes of a row of a list.
#[must_use]
pub fn row_outcome(lang: Lang, value: RowOutcome) -> Markup {
    coded(
        lang,
        value,
        match value {
            RowOutcome::New => (Look::Ok, Icon::New),
            RowOutcome::Updated => (Look::Info, Icon::Edit),
            RowOutcome::Unchanged => (Look::Line, Icon::Equal),
            RowOutcome::Doubtful => (Look::Warn, Icon::Ask),
            RowOutcome::Refused => (Look::Bad, Icon::Bad),
        },
    )
}

/// What came of one file.
#[must_use]
pub fn file_outcome(lang: Lang, value: FileOutcome) -> Markup {
    coded(
        lang,
        value,
        match value {
            FileOutcome::Waiting => (Look::Plain, Icon::Clock),
            FileOutcome::New => (Look::Ok, Icon::Plus),
            FileOutcome::Known => (Look::Line, Icon::Copy),
            FileOutcome::Refused => (Look::Bad, Icon::Bad),
            FileOutcome::NotKept => (Look::Warn, Icon::Warn),
        },
    )
}

/// How the entries of a figure stand to one another.
#[must_use]
pub fn figure_state(lang: Lang, value: FigureState) -> Markup {
    coded(
        lang,
        value,
        match value {
            FigureState::Single => (Look::Line, Icon::File),
            FigureState::Agreed => (Look::Ok, Icon::Equal),
            FigureState::Contested => (Look::Bad, Icon::Unequal),
        },
    )
}

/// Whether a figure is added into totals, and if not, why not.
#[must_use]
pub fn counting(lang: Lang, value: Counting) -> Markup {
    let sign = if value == Counting::Counted { Icon::Plus } else { Icon::Stop };
    badge(Look::Line, sign, &name(lang, value))
}

/// A record that no accepted claim speaks of any more; nothing for an active one.
#[must_use]
pub fn record_state(lang: Lang, value: RecordState) -> Markup {
    html! {
        @if value == RecordState::Withdrawn { (coded(lang, value, (Look::Line, Icon::Stop))) }
    }
}

/// The language of a text, short and in itself; a dash where it is not known.
#[must_use]
pub fn text_language(lang: Lang, tag: Option<&str>) -> Markup {
    let known = tag.and_then(Lang::from_tag).map(|found| found.as_str().split('-').next().unwrap_or_default());
    html! {
        @match (known, tag) {
            (Some(known), Some(tag)) => span.lang lang=(tag) { (tr(lang, &format!("text-language-{known}"), &[])) },
            (None, Some(tag)) => span.lang { (tag) },
            (_, None) => span.missing { "—" },
        }
    }
}
