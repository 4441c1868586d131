//! What the dates before name: 同年, 当天, 13日, 上年同期, a year earlier are counted from them.

use super::calendar;
use super::item::Item;
use jiff::civil::Date;
use samesky_model::date::PartialDate;
use samesky_model::reading::QuantityKind;

/// The dates named so far.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Memory {
    /// The date read last.
    pub(super) last: Option<PartialDate>,
    /// The year named last that is no later than the reference.
    year: Option<i16>,
    /// The months or the part of a year named last: its first day, and the day after its last.
    stretch: Option<(PartialDate, PartialDate)>,
}

impl Memory {
    /// Keeps what a date tells.
    pub(super) fn keep(&mut self, item: &Item, reference: Option<Date>) {
        if !matches!(item.kind, QuantityKind::Date | QuantityKind::DateRange) || item.rule == "course" {
            return;
        }
        let (first, end) = item.value.split_once('/').unwrap_or((item.value.as_str(), ""));
        let Ok(first) = first.parse::<PartialDate>() else { return };
        if first.month().is_some() || self.last.is_none_or(|last| last.month().is_none()) {
            self.last = Some(first);
        }
        // The year before is counted from what was named, not from itself.
        if matches!(item.rule, "year-before" | "same-period") {
            return;
        }
        let past = |year: &i16| reference.is_none_or(|day| *year <= day.year());
        self.year = first.year().filter(past).or(self.year);
        if first.day().is_none() && end.is_empty() {
            self.stretch = None;
        }
        if let Ok(end) = end.parse()
            && is_stretch(first, end)
        {
            self.stretch = Some((first, end));
        }
    }

    /// The year before the one named last, else before that of the reference.
    pub(super) fn year_before(&self, n: i32, reference: Option<Date>) -> Option<PartialDate> {
        let year = self.year.or_else(|| reference.map(Date::year))?;
        calendar::partial(Some(calendar::shift(year, n)?), None, None)
    }

    /// The same months of an earlier year; without months the year before.
    pub(super) fn same_period(&self, n: i32, reference: Option<Date>) -> Option<String> {
        let Some((first, end)) = self.stretch else {
            return self.year_before(n, reference).map(|date| date.to_string());
        };
        let year = first.year().or_else(|| reference.map(Date::year))?;
        let over = end.year().unwrap_or(year) - first.year().unwrap_or(year);
        let turn = i16::from(first.year().is_none() && end.month() <= first.month());
        let moved = |date: PartialDate, years: i32| {
            calendar::partial(Some(calendar::shift(year, years)?), date.month(), date.day())
        };
        let (from, to) = (moved(first, n)?, moved(end, n + i32::from(over + turn))?);
        Some(format!("{from}/{to}"))
    }
}

/// From the first of a month to the first of another, within a year.
fn is_stretch(first: PartialDate, end: PartialDate) -> bool {
    let years = end.year().zip(first.year()).map_or(0, |(end, first)| end - first);
    first.day() == Some(1) && end.day() == Some(1) && (0..=1).contains(&years)
}
