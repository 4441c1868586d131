//! Dates and moments as `<time>`.

use super::Ctx;
use crate::lang::{
    Lang,
    format::{date, date_on_figure, date_time, iso_time},
    tr,
};
use jiff::Timestamp;
use maud::{Markup, html};
use samesky_model::date::PartialDate;

/// A date; where the year is not stated, that is said below it.
#[must_use]
pub fn day(lang: Lang, stated: PartialDate) -> Markup {
    shown(lang, stated, &date(lang, stated))
}

/// A date of a figure: with the Gregorian year beside a Buddhist one.
#[must_use]
pub fn day_on_figure(lang: Lang, stated: PartialDate) -> Markup {
    shown(lang, stated, &date_on_figure(lang, stated))
}

/// An instant on the reader's clock, with its offset.
#[must_use]
pub fn moment(ctx: &Ctx, instant: Timestamp) -> Markup {
    let moment = ctx.at(instant);
    html! { time.nw datetime=(iso_time(&moment)) { (date_time(ctx.lang, &moment)) } }
}

fn shown(lang: Lang, stated: PartialDate, written: &str) -> Markup {
    html! {
        @match machine(stated) {
            Some(machine) => time.nw datetime=(machine) { (written) },
            None => span.nw { (written) },
        }
        @if stated.year().is_none() { " " span class="missing nw" { (tr(lang, "year-not-stated", &[])) } }
    }
}

/// What HTML can say of a date: a month without a year is not among it.
fn machine(stated: PartialDate) -> Option<String> {
    let known = stated.year().is_some() || stated.day().is_some();
    known.then(|| stated.to_string())
}
