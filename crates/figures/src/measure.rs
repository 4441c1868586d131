//! How figures are alike: families of measures, and units that may stand for one another.

use samesky_model::reading::{FigureClaim, Measure};

/// Measures that different writers use for one and the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Family {
    /// Projects signed, by number.
    Projects,
    /// Agreements, by number.
    Agreements,
    /// Money invested or to be invested, whether of a whole event or of one project.
    Investment,
    /// Companies taking part.
    Attending,
    /// Companies settled.
    Settled,
    /// Any other measure stands alone.
    Only(Measure),
}

impl Family {
    /// The family of a measure.
    #[must_use]
    pub(crate) const fn of(measure: Measure) -> Self {
        match measure {
            Measure::ProjectsSigned => Self::Projects,
            Measure::Agreements => Self::Agreements,
            Measure::TotalInvestment | Measure::Investment => Self::Investment,
            Measure::CompaniesAttending => Self::Attending,
            Measure::CompaniesSettled => Self::Settled,
            other => Self::Only(other),
        }
    }
}

/// Whether a measure has one number for the whole event, so that two announcements with two numbers contradict.
#[must_use]
pub(crate) const fn is_of_whole_event(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::ProjectsSigned | Measure::Agreements | Measure::TotalInvestment | Measure::CompaniesAttending
    )
}

/// Whether a measure describes a place or an organisation over time, not an event.
#[must_use]
pub(crate) const fn is_statistic(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::TradeVolume
            | Measure::FdiActual
            | Measure::Sales
            | Measure::CompaniesSettled
            | Measure::Area
            | Measure::Jobs
    )
}

/// Whether the unit is money: ISO 4217 codes are three capital letters, which no other unit of the model is.
#[must_use]
pub(crate) fn is_money(unit: Option<&str>) -> bool {
    unit.is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Whether the unit counts things (`projects`): neither money, nor a share, nor a physical unit.
#[must_use]
pub(crate) fn is_count(unit: Option<&str>) -> bool {
    unit.is_some_and(|unit| {
        unit.len() > 3
            && unit.ends_with(|c: char| c.is_ascii_lowercase())
            && !matches!(unit, "percent" | "times" | "months" | "years" | "days" | "hours" | "weeks" | "minutes")
    }) || unit == Some("people")
}

/// Whether one may be a part of the other: the same unit, or companies that sign beside projects and agreements.
#[must_use]
pub(crate) fn units_add(part: &FigureClaim, whole: &FigureClaim) -> bool {
    part.unit == whole.unit || (part.unit.is_some() && companies_as_projects(part, whole))
}

/// Whether companies that sign stand for the projects or agreements that they sign.
#[must_use]
pub(crate) fn companies_as_projects(part: &FigureClaim, whole: &FigureClaim) -> bool {
    let signs = |figure: &FigureClaim| matches!(Family::of(figure.measure), Family::Projects | Family::Agreements);
    signs(part)
        && signs(whole)
        && part.unit.as_deref() == Some("companies")
        && matches!(whole.unit.as_deref(), Some("projects" | "agreements"))
}
