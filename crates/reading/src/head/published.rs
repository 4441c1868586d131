//! When an announcement was published.

use super::dated::{dateline_reach, may_hold_date};
use crate::block::{Layout, Line, LineKind};
use crate::quantity;
use crate::text::Text;
use jiff::civil::Date;
use samesky_model::date::PartialDate;
use samesky_model::reading::{DateBasis, Published, QuantityKind};

/// How much of the head is looked at, in bytes.
const HEAD: usize = 6000;

/// The date of publication as it is known: for the answer, and as the day from which dates are counted.
pub(crate) struct Issue {
    pub(crate) published: Option<Published>,
    /// The full date, where known.
    pub(crate) day: Option<Date>,
    /// How a year that was taken from it is to be called.
    pub(crate) basis: DateBasis,
}

/// From the text, else from the address, else from whoever asked.
pub(crate) fn published(
    text: &Text<'_>,
    layout: &Layout,
    language: Option<&str>,
    url: Option<&str>,
    reference: Option<Date>,
) -> Issue {
    let stated = stated(text, layout, language);
    let from_url = url.and_then(in_address);
    let full = |date: Option<PartialDate>| date.and_then(PartialDate::full);
    let (date, basis) = if full(stated).is_some() {
        (stated, DateBasis::Text)
    } else if from_url.is_some() {
        (from_url, DateBasis::Url)
    } else if let Some(day) = reference {
        (Some(day.into()), DateBasis::Reference)
    } else {
        (stated, DateBasis::Text)
    };
    let counted = if basis == DateBasis::Text { DateBasis::Published } else { basis };
    Issue { day: full(date), published: date.map(|date| Published { date, basis }), basis: counted }
}

/// The date written in the lines above the body or in the dateline.
fn stated(text: &Text<'_>, layout: &Layout, language: Option<&str>) -> Option<PartialDate> {
    let start = layout.lines.first()?.bytes.start;
    let above = layout.head().last().map_or(start, |line| line.bytes.end);
    let first = layout.body_lines().find(|line| line.kind == LineKind::Paragraph);
    let dateline = first.map_or_else(Dateline::default, |line| Dateline::of(text, line));
    let end = dateline.end.max(above).min(start + HEAD);
    let zone = start..text.floor(end);
    let options = quantity::Options { reference_date: None, language: language.map(str::to_owned) };
    let mut from = zone.start;
    let dated = |line: &str| {
        let bytes = from..from + line.len();
        from = bytes.end;
        let held = may_hold_date(line, text.folded_slice(&bytes));
        let reach = if bytes.contains(&dateline.start) { dateline.reach.max(above) } else { bytes.end };
        if held { reach.saturating_sub(bytes.start) } else { 0 }
    };
    let found = quantity::read_lines(text.slice(&zone), &options, dated);
    let dates = found.iter().filter(|found| found.quantity.kind == QuantityKind::Date).filter_map(|found| {
        let date: PartialDate = found.quantity.value.parse().ok()?;
        Some((date, start + found.bytes.start, start + found.bytes.end))
    });
    let rated = dates.filter_map(|(date, from, to)| Some((rating(text, layout, date, from, to)?, date)));
    rated.min_by_key(|(rating, _)| *rating).map(|(_, date)| date)
}

/// The date of a dateline begins behind at most so many characters.
const NEAR: usize = 40;
/// This many hold all of it.
const DATELINE: usize = 80;

/// The beginning of the first paragraph, where a dateline may stand, in bytes of the text.
#[derive(Default)]
struct Dateline {
    start: usize,
    /// A date begins before this.
    reach: usize,
    /// What is looked at ends here: at its start, where it can have no dateline.
    end: usize,
}

impl Dateline {
    fn of(text: &Text<'_>, line: &Line) -> Self {
        let (words, start) = (text.slice(&line.bytes), line.bytes.start);
        let first = |chars: usize| words.char_indices().nth(chars).map_or(words.len(), |(end, _)| end);
        let beginning = &words[..first(DATELINE)];
        let reach = dateline_reach(beginning);
        let end = start + if reach > 0 { beginning.len() } else { 0 };
        let near = if reach < beginning.len() { first(NEAR + 1) } else { reach };
        Self { start, reach: start + reach.min(near), end }
    }
}

/// How sure it is that a date is that of publication; smaller is surer.
fn rating(text: &Text<'_>, layout: &Layout, date: PartialDate, from: usize, to: usize) -> Option<u8> {
    let line = layout.lines.iter().find(|line| line.bytes.start <= from && from < line.bytes.end)?;
    let before = text.slice(&(line.bytes.start..from));
    let after: String = text.slice(&(to..line.bytes.end)).chars().take(16).collect();
    let full = date.full().is_some();
    date.day()?;
    if before.ends_with("时间:") || before.ends_with("时间：") || before.ends_with("日期:") || before == "date "
    {
        return full.then_some(0);
    }
    let in_body = layout.body_lines().any(|of| of.bytes.start == line.bytes.start) && line.kind == LineKind::Paragraph;
    if !in_body {
        let alone = before.trim().chars().count() <= 30 || after.trim().is_empty();
        return alone.then_some(if full { 1 } else { 5 });
    }
    let near = before.chars().count() <= NEAR;
    let wire = ["电", "讯", "電", "訊", " /", "/", "共同", " (", " xinhua", " Xinhua", "】", ":", "："];
    let plain = !before.contains(['。', ',', '，']);
    let city =
        !before.contains('.') && [" -", " –", " —", "-", "—", " /", " ("].iter().any(|sign| after.starts_with(sign));
    let dateline = near
        && (plain && wire.iter().any(|sign| after.starts_with(sign))
            || city
            || before.starts_with('【')
            || matches!(before, "(" | "（"));
    dateline.then_some(if full { 2 } else { 6 })
}

/// `/2020/11/20/`, `/2020-11/20/`, `t20201120_`.
fn in_address(url: &str) -> Option<PartialDate> {
    let url = url.get(..2000).unwrap_or(url);
    let runs = || url.split(|char: char| !char.is_ascii_digit()).filter(|run| !run.is_empty());
    let run =
        runs().find_map(|run| (run.len() >= 8).then(|| day(run.get(..4)?, run.get(4..6)?, run.get(6..8)?)).flatten());
    let parts: Vec<&str> = runs().collect();
    run.or_else(|| {
        parts.windows(3).find_map(|three| match three {
            [year, month, date] if year.len() == 4 && month.len() <= 2 && date.len() <= 2 => day(year, month, date),
            _ => None,
        })
    })
}

fn day(year: &str, month: &str, day: &str) -> Option<PartialDate> {
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    if !(1990..=2100).contains(&year) {
        return None;
    }
    PartialDate::new(Some(year), Some(month), Some(day)).ok()
}

#[cfg(test)]
mod tests {
    use super::in_address;

    #[test]
    fn in_address_usual_forms_are_read() {
        let date = |url| in_address(url).map(|date| date.to_string());
        assert_eq!(date("http://a.cn/2020/11/20/x.html").as_deref(), Some("2020-11-20"));
        assert_eq!(date("http://a.cn/2020-11/20/c_1.htm").as_deref(), Some("2020-11-20"));
        assert_eq!(date("http://a.cn/t20190522_123.html").as_deref(), Some("2019-05-22"));
        assert_eq!(date("http://a.cn/id/12345678"), None);
        assert_eq!(date("http://a.cn/"), None);
    }
}
