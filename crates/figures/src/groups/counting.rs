//! Whether a figure is added into totals, and if not, why not. The first reason that holds is given.

use super::Group;
use crate::measure::is_money;
use samesky_model::reading::{Flow, Measure, MoneyClass, Qualifier, Status};
use samesky_model::record::{Counting, FigureEntry, FigureState};

/// The reason of a group whose parts and state are settled; `entry` is any of its entries.
pub(super) fn of(entry: &FigureEntry, group: &Group) -> Counting {
    if entry.figure.tier.is_some() || group.qualifier == Qualifier::Tier {
        Counting::Tier
    } else if group.status != Status::Actual || group.measure == Measure::Target {
        Counting::NotActual
    } else if group.state == FigureState::Contested {
        Counting::Contested
    } else if group.part_of.is_some() {
        Counting::Part
    } else if group.flow == Some(Flow::Cumulative) || group.measure == Measure::CompaniesSettled {
        Counting::Cumulative
    } else if !adds(group) {
        Counting::NotAdditive
    } else {
        Counting::Counted
    }
}

/// What events and projects bring adds up. Foreign capital used adds where it is stated to be of its period; trade,
/// sales, areas, jobs and anything else does not.
fn adds(group: &Group) -> bool {
    let money = is_money(group.unit.as_deref());
    match group.measure {
        Measure::ProjectsSigned | Measure::Agreements | Measure::CompaniesAttending => !money && group.unit.is_some(),
        Measure::TotalInvestment | Measure::Investment => money && group.money_class != MoneyClass::Turnover,
        Measure::FdiActual => money && group.flow == Some(Flow::Flow),
        _ => false,
    }
}
