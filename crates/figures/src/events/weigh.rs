//! How much each kind of evidence weighs, in thousandths. One place for all weights.
//!
//! The weights are a judgement, tried on pairs of announcements in four languages: a full date and a place alone never
//! make two tellings one (two meetings may be held in a city on a day), a figure of three digits nearly does.

use rust_decimal::Decimal;
use samesky_model::reading::FigureClaim;

/// At least this: one event, if something beside date and place speaks for it.
pub(super) const SAME: i32 = 600;
/// At least this: an officer is asked.
pub(super) const ASK: i32 = 400;
/// The full date is the same.
pub(super) const FULL_DATE: i32 = 340;
/// Month and day are the same, the year is not stated on one side.
pub(super) const MONTH_AND_DAY: i32 = 250;
/// The month is the same, the day is not stated on one side.
pub(super) const MONTH: i32 = 150;
/// Only the year is the same.
pub(super) const YEAR: i32 = 50;
/// Days differ where one date is not full, or by one day: one of them may be the day it was reported.
pub(super) const NEAR_DATE: i32 = -120;
/// The same place.
pub(super) const PLACE: i32 = 200;
/// A place within the other.
pub(super) const WITHIN_PLACE: i32 = 130;
/// The same country, or a place within it.
pub(super) const COUNTRY: i32 = 60;
/// Both name places, none in common.
pub(super) const NO_PLACE: i32 = -250;
/// The same telling name.
pub(super) const NAME: i32 = 300;
/// A telling name much alike.
pub(super) const LIKE_NAME: i32 = 220;
/// Telling names of one script that have nothing in common.
pub(super) const OTHER_NAME: i32 = -150;
/// All figures together at most.
pub(super) const FIGURES: i32 = 400;
/// A figure of the whole event differs.
pub(super) const OTHER_FIGURE: i32 = -40;
/// The same zone.
pub(super) const ZONE: i32 = 120;
/// A shared party, two at most.
pub(super) const PARTY: i32 = 30;
/// The same kind of event.
pub(super) const KIND: i32 = 50;

/// How telling it is that two announcements state this number: 204.5亿元 more than 6 companies.
pub(super) fn figure(figure: &FigureClaim) -> i32 {
    let digits = figure.value.normalize().mantissa().to_string().trim_end_matches('0').len();
    let large = |limit: i64| figure.value >= Decimal::from(limit);
    match (crate::measure::is_money(figure.unit.as_deref()), digits) {
        (true, 3..) => 200,
        (true, _) => 120,
        (false, _) if large(100) => 150,
        (false, _) if large(20) => 120,
        (false, _) if large(10) => 80,
        (false, _) => 30,
    }
}
