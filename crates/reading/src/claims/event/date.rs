//! When an event was held, with where the year was taken from.

use crate::claims::context::Context;
use crate::claims::year::beside_names;
use crate::letter::{is_alphanumeric, is_numeral};
use crate::quantity::Found;
use jiff::ToSpan;
use samesky_model::date::PartialDate;
use samesky_model::reading::{DateBasis, QuantityKind};
use samesky_model::remark::{Remark, RemarkCode};
use std::ops::Range;

/// A day farther from that of publication than this might be of another year.
const FAR: i32 = 45;

/// A date with its basis.
#[derive(Debug, Clone)]
pub(crate) struct Day {
    pub(crate) date: Option<PartialDate>,
    pub(crate) basis: DateBasis,
    pub(crate) remarks: Vec<Remark>,
}

impl Day {
    const fn unknown() -> Self {
        Self { date: None, basis: DateBasis::Unknown, remarks: Vec::new() }
    }
}

/// The date in this sentence that is nearest to these bytes; those before them are preferred.
pub(crate) fn day_in(context: &Context<'_>, sentence: usize, bytes: &Range<usize>) -> Day {
    let Some(whole) = context.sentences.get(sentence).map(|sentence| sentence.bytes.clone()) else {
        return Day::unknown();
    };
    let mut dates: Vec<(usize, PartialDate, Option<&Found>)> = Vec::new();
    for (_, found) in context.found_in(&whole) {
        let date = start_of(found).filter(|date| date.month().is_some());
        if let Some(date) = date.filter(|_| !is_dateline(context, &found.bytes, &whole)) {
            dates.push((distance(context, bytes, &found.bytes), date, Some(found)));
        }
    }
    for (at, date) in days_alone(context, &whole) {
        dates.push((distance(context, bytes, &at), date, None));
    }
    let latin = context.text.slice(bytes).is_ascii();
    let with_day = !latin && dates.iter().any(|(_, date, _)| date.day().is_some());
    let vague = |date: &PartialDate| if date.day().is_some() { 0 } else { 40 };
    let nearest = dates
        .into_iter()
        .filter(|(_, date, _)| !with_day || date.day().is_some())
        .min_by_key(|(far, date, _)| far + vague(date));
    let Some((_, date, found)) = nearest else { return beside_dateline(context, &whole, bytes) };
    dated(context, date, found.map(|found| found.quantity.quote.as_str()), bytes)
}

/// 昨日 where only month and day of publication are known.
fn beside_dateline(context: &Context<'_>, whole: &Range<usize>, bytes: &Range<usize>) -> Day {
    const WORDS: [(&str, i32); 12] = [
        ("昨日", -1),
        ("昨天", -1),
        ("今日", 0),
        ("今天", 0),
        ("本日", 0),
        ("前天", -2),
        ("きのう", -1),
        ("きょう", 0),
        ("yesterday", -1),
        ("เมื่อวาน", -1),
        ("วานนี้", -1),
        ("วันนี้", 0),
    ];
    let stated = context.head.issue.published.as_ref().map(|published| published.date);
    let Some(issue) = stated.filter(|date| date.year().is_none() && date.day().is_some()) else {
        return Day::unknown();
    };
    let words = context.text.folded_slice(whole);
    let Some((_, days)) = WORDS.iter().find(|(word, _)| words.contains(word)) else { return Day::unknown() };
    let moved = issue.with_year(2001).and_then(PartialDate::full).and_then(|day| day.checked_add(days.days()).ok());
    let day = moved.and_then(|day| PartialDate::new(None, Some(day.month()), Some(day.day())).ok());
    day.map_or_else(Day::unknown, |day| dated(context, day, None, bytes))
}

/// `【広州8月31日】`, `成都11月20日讯`, `CHENGDU, Nov 20, 2020 -`: the day of the report, not of what it tells.
fn is_dateline(context: &Context<'_>, at: &Range<usize>, whole: &Range<usize>) -> bool {
    let before = context.text.slice(&(whole.start..at.start));
    let after = context.text.slice(&(at.end..whole.end));
    let bracket = before.rfind('【').is_some_and(|open| !before[open..].contains('】')) && after.contains('】');
    let near = before.chars().count() <= 40;
    let wire = ["讯", "電", "电", "訊"].iter().any(|sign| after.starts_with(sign));
    let dash =
        !before.contains('.') && [" - ", " – ", " — ", " /", " -- ", "-- "].iter().any(|sign| after.starts_with(sign));
    let agency = after.starts_with(" (")
        && after.find(')').is_some_and(|close| {
            let rest = after[close + 1..].trim_start();
            close < 90 && rest.starts_with(['-', '–', '—', ':'])
        });
    let brackets = near && agency
        || after.starts_with(" (ซินหัว)")
        || after.starts_with(" (Xinhua)")
        || before.starts_with(['(', '（']) && !before.contains([')', '）']) && after.starts_with([')', '）'])
        || matches!(before, "(" | "（");
    bracket || near && (wire || dash || brackets)
}

/// The date, with its year where it is written or can be told.
fn dated(context: &Context<'_>, date: PartialDate, quote: Option<&str>, bytes: &Range<usize>) -> Day {
    let written = quote.is_some_and(has_year);
    let relative = quote.is_some_and(|quote| !quote.contains(is_numeral) && !is_month_name(quote));
    if written {
        return Day { date: Some(date), basis: DateBasis::Text, remarks: Vec::new() };
    }
    if relative && date.year().is_some() {
        return Day { date: Some(date), basis: context.head.issue.basis, remarks: Vec::new() };
    }
    let (Some(month), day) = (date.month(), date.day()) else { return Day::unknown() };
    let bare = PartialDate::new(None, Some(month), day).ok();
    let told = year_beside(context, bytes).map(|year| (year, DateBasis::Text));
    let told =
        told.or_else(|| context.head.issue.day.map(|issue| (year_before(issue, month, day), context.head.issue.basis)));
    let told = told.or_else(|| context.years.before(bytes.start).map(|year| (year, DateBasis::Text)));
    match told.and_then(|(year, basis)| Some((bare?.with_year(year)?, year, basis))) {
        Some((date, _, DateBasis::Text)) => Day { date: Some(date), basis: DateBasis::Text, remarks: Vec::new() },
        Some((date, year, basis)) => Day { date: Some(date), basis, remarks: inferred(context, date, year, basis) },
        None => Day { date: bare, basis: DateBasis::Unknown, remarks: vec![Remark::new(RemarkCode::YearUnknown, &[])] },
    }
}

/// A day within some weeks of the announcement needs no remark; one far from it might be of another year.
fn inferred(context: &Context<'_>, date: PartialDate, year: i16, basis: DateBasis) -> Vec<Remark> {
    let far = |issue: jiff::civil::Date| {
        let day = date.full().or_else(|| jiff::civil::Date::new(date.year()?, date.month()?, 1).ok());
        day.and_then(|day| issue.since(day).ok()).is_none_or(|span| span.get_days().abs() > FAR)
    };
    if !context.head.issue.day.is_none_or(far) {
        return Vec::new();
    }
    vec![Remark::new(RemarkCode::YearInferred, &[("year", &year.to_string()), ("basis", basis.as_str())])]
}

/// The year in which the day lies nearest to the day of publication, at most two months after it.
fn year_before(issue: jiff::civil::Date, month: i8, day: Option<i8>) -> i16 {
    let late =
        (i16::from(month) - i16::from(issue.month())) * 31 + i16::from(day.unwrap_or(1)) - i16::from(issue.day());
    match late {
        ..=-290 => issue.year() + 1,
        61.. => issue.year() - 1,
        _ => issue.year(),
    }
}

/// A year that is a part of the event's name: 2023上海…推介会.
fn year_beside(context: &Context<'_>, bytes: &Range<usize>) -> Option<i16> {
    beside_names(context.text.folded_slice(bytes)).next()
}

/// `13日在香港`, `31日は`: a day whose month is that of the date before.
fn days_alone(context: &Context<'_>, whole: &Range<usize>) -> Vec<(Range<usize>, PartialDate)> {
    let words = context.text.folded_slice(whole);
    let mut days = Vec::new();
    for (at, _) in words.match_indices('日') {
        let digits = words[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = at - digits;
        let before = words[..start].chars().next_back();
        let free = before.is_none_or(|char| {
            !is_alphanumeric(char)
                || !char.is_ascii() && !matches!(char, '月' | '第' | '年' | '至' | '～' | '~' | '-' | '—')
        });
        if !(1..=2).contains(&digits) || !free || words[at + 3..].starts_with(['间', '内', '游', '本']) {
            continue;
        }
        let bytes = whole.start + start..whole.start + at + 3;
        let covered = context.found_in(&bytes).any(|(_, found)| start_of(found).is_some());
        let month = last_month(context, bytes.start);
        if let (false, Some(date)) = (
            covered,
            month
                .and_then(|before| PartialDate::new(before.year(), before.month(), words[start..at].parse().ok()).ok()),
        ) {
            days.push((bytes, date));
        }
    }
    days
}

fn last_month(context: &Context<'_>, byte: usize) -> Option<PartialDate> {
    let before = context.found.partition_point(|found| found.bytes.start < byte);
    let dates = context.found[..before].iter().rev().take(40).filter_map(start_of);
    let date = dates.into_iter().find(|date| date.month().is_some());
    date.or_else(|| context.head.issue.day.map(PartialDate::from))
}

/// A date, or the first day of a range of dates.
pub(crate) fn start_of(found: &Found) -> Option<PartialDate> {
    match found.quantity.kind {
        QuantityKind::Date => found.quantity.value.parse().ok(),
        QuantityKind::DateRange => {
            let (from, to) = found.quantity.value.split_once('/')?;
            let (from, to): (PartialDate, PartialDate) = (from.parse().ok()?, to.parse().ok()?);
            if found.rule == "third-of-month" {
                return PartialDate::new(from.year(), from.month(), None).ok();
            }
            let months = (i16::from(to.month()?) - i16::from(from.month()?)).rem_euclid(12);
            (months <= 1 && from.day().is_some() && to.day().is_some() && !is_whole_month(from, to)).then_some(from)
        }
        _ => None,
    }
}

/// From the first of a month to the first of the next: a month, no day.
fn is_whole_month(from: PartialDate, to: PartialDate) -> bool {
    from.day() == Some(1) && to.day() == Some(1)
}

/// Dates stand before the event in Chinese and Japanese, on either side in English and Thai.
fn distance(context: &Context<'_>, bytes: &Range<usize>, at: &Range<usize>) -> usize {
    let either = context.language == "en" || context.language == "th";
    if at.end <= bytes.start {
        bytes.start - at.end
    } else {
        at.start.saturating_sub(bytes.end) * if either { 1 } else { 2 }
    }
}

/// Signs of a year that is not written with four digits.
const ERAS: [&str; 9] = ["令和", "平成", "昭和", "民国", "民國", "พ.ศ.", "ค.ศ.", "〇", "年"];

/// Four digits in a row, or an era.
pub(crate) fn has_year(quote: &str) -> bool {
    let mut run = 0;
    let four = quote.chars().any(|char| {
        run = if is_numeral(char) { run + 1 } else { 0 };
        run >= 4
    });
    let may = || quote.contains(['和', '成', '民', 'พ', 'ค', '〇', '年']);
    let era = || ERAS.iter().any(|sign| quote.contains(sign));
    four || may() && era() && !quote.starts_with('年')
}

fn is_month_name(quote: &str) -> bool {
    let folded = quote.to_ascii_lowercase();
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        .iter()
        .any(|month| folded.contains(month))
}
