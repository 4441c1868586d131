//! Which number expressions are figures, and in which unit.

use crate::claims::context::Context;
use crate::lexicon::Cue;
use crate::needles::{find, rfind};
use crate::quantity::Found;
use samesky_model::reading::QuantityKind;
use std::ops::Range;

/// A unit; `number` says that the number as written counts, not the value.
pub(super) struct Unit {
    pub(super) name: Option<String>,
    pub(super) number: bool,
}

/// Nouns (folded) by which a bare count is known, with the unit that they count.
const NOUNS: &[(&str, &str)] = &[
    ("项目", "projects"),
    ("プロジェクト", "projects"),
    ("projects", "projects"),
    ("โครงการ", "projects"),
    ("意向书", "agreements"),
    ("合作意向", "agreements"),
    ("备忘录", "agreements"),
    ("合同", "agreements"),
    ("合意书", "agreements"),
    ("memorandum", "agreements"),
    ("contracts", "agreements"),
    ("工作机会", "jobs"),
    ("就业机会", "jobs"),
    ("就业岗位", "jobs"),
    ("案件", "projects"),
    ("合作协议", "agreements"),
    ("协议", "agreements"),
    ("协定", "agreements"),
    ("覚书", "agreements"),
    ("mous", "agreements"),
    ("agreements", "agreements"),
    ("企业", "companies"),
    ("厂商", "companies"),
    ("companies", "companies"),
    ("enterprises", "companies"),
    ("firms", "companies"),
    ("บริษัท", "companies"),
    ("イベント", "events"),
    ("载体", "organisations"),
    ("契约", "projects"),
    ("契約", "projects"),
];

/// The unit of a figure; `None` for a number expression that is none.
pub(super) fn unit(
    context: &Context<'_>,
    found: &Found,
    clause: &Range<usize>,
    before: &Range<usize>,
    after: &Range<usize>,
) -> Option<Unit> {
    let quantity = &found.quantity;
    let named = |name: &str| Some(Unit { name: Some(name.to_owned()), number: false });
    match quantity.kind {
        QuantityKind::Money if is_rate(context, found) => None,
        QuantityKind::Money => Some(Unit { name: quantity.currency.clone(), number: false }),
        QuantityKind::Dimension if is_make(found) => None,
        QuantityKind::Dimension => Some(Unit { name: quantity.unit.clone(), number: false }),
        QuantityKind::Count if is_article(context, found) || is_ranking(context, found) => None,
        QuantityKind::Count => named(&counted(context, found, clause, before, after)?),
        QuantityKind::Number if labelled(context, before).is_some() => named(labelled(context, before)?),
        QuantityKind::Number => named(bare(context, found, before, after)?),
        QuantityKind::Duration => lasting(context, found, before),
        _ => None,
    }
}

/// `Fortune Global 500 companies`: the name of a list.
fn is_ranking(context: &Context<'_>, found: &Found) -> bool {
    found.quantity.value == "500"
        && ["fortune ", "fortune global ", "global ", "top ", "世界", "中国", "民企", "民营企业"]
            .iter()
            .any(|word| context.ends_with(found.bytes.start, word))
}

/// `300-millimetre wafers`, `8インチ`: a length under a metre tells of what make a thing is.
fn is_make(found: &Found) -> bool {
    let length = found.quantity.unit.as_deref() == Some("m");
    length
        && found.quantity.value.parse::<rust_decimal::Decimal>().is_ok_and(|value| value < rust_decimal::Decimal::ONE)
}

/// `1ドル=約110円`, `1美元约合7.2元`: a rate of exchange.
fn is_rate(context: &Context<'_>, found: &Found) -> bool {
    let after = ["=", "＝", " =", "约合", "兑", "≒", "≈"];
    let one = found.quantity.value == "1" && after.iter().any(|sign| context.starts_with(found.bytes.end, sign));
    let before = context.text.floor(found.bytes.start.saturating_sub(9))..found.bytes.start;
    let words = context.text.folded_slice(&before);
    let quote = context.text.folded_slice(&found.bytes);
    let words = if quote.starts_with("约合") { "约合" } else { words };
    one || ["=", "＝", "=约", "＝约", "= "].iter().any(|sign| words.ends_with(sign))
        || (words.ends_with("约合") || words.ends_with('兑'))
            && context
                .found_in(&(context.text.floor(found.bytes.start.saturating_sub(30))..found.bytes.start))
                .any(|(_, other)| other.quantity.value == "1")
}

/// `一个…`: a word like “a”, no figure. `两地`, `一批` neither.
fn is_article(context: &Context<'_>, found: &Found) -> bool {
    let quote = context.text.folded_slice(&found.bytes);
    let written = !quote.contains(|char: char| char.is_ascii_digit());
    let one = found.quantity.value == "1" && written;
    // 两个区域, 两大国家: “the two”, unless projects, companies or agreements are counted.
    let two = quote.starts_with('两')
        && !matches!(
            found.quantity.unit.as_deref(),
            Some("projects" | "companies" | "agreements" | "times" | "people" | "events")
        );
    let vague = written && found.quantity.unit.as_deref().is_none_or(|unit| unit == "items");
    (one && found.tier.is_none()) || two || vague || is_borrowed(context, found, written)
}

/// 三个维度: a numeral in words whose noun stands elsewhere counts something else.
fn is_borrowed(context: &Context<'_>, found: &Found, written: bool) -> bool {
    let quote = context.text.folded_slice(&found.bytes);
    let next = context.text.folded().get(found.bytes.end..).and_then(|rest| rest.chars().next());
    written
        && quote.ends_with('个')
        && next.is_some_and(crate::letter::is_letter)
        && found.tier.is_none()
        && !noun_follows(context, found)
}

fn noun_follows(context: &Context<'_>, found: &Found) -> bool {
    let near = found.bytes.end..context.text.floor(found.bytes.end + 24);
    let words = context.text.folded_slice(&near);
    NOUNS.iter().any(|(noun, _)| words.contains(noun))
}

/// The unit of a count, by its classifier, else by the nouns around.
fn counted(
    context: &Context<'_>,
    found: &Found,
    clause: &Range<usize>,
    before: &Range<usize>,
    after: &Range<usize>,
) -> Option<String> {
    let own = found.quantity.unit.as_deref().unwrap_or("items");
    if own == "times" && events_near(context, clause) {
        return Some("events".to_owned());
    }
    let before_count = context.text.folded_slice(
        &(context.text.floor(before.start.max(found.bytes.start.saturating_sub(150)))..found.bytes.start),
    );
    if (own == "people" || own == "sites")
        && quoted_thai(context, found)
        && THAI_FIRMS.iter().any(|noun| before_count.contains(noun))
    {
        return Some("companies".to_owned());
    }
    if own == "points" || own == "ranks" {
        return None;
    }
    let near = after.start..context.text.floor(after.end.min(after.start + 24));
    if own == "sites"
        && ["企业", "公司", "厂商", "银行"].iter().any(|noun| context.text.folded_slice(&near).contains(noun))
    {
        return Some("companies".to_owned());
    }
    if own == "cities" && context.starts_with(found.bytes.end, "直") {
        return Some("organisations".to_owned());
    }
    let vague = matches!(own, "items" | "" | "facilities") || (own == "times" && found.head.as_deref() == Some("件"));
    let signed_companies = own == "companies" && signs_intent(context, after);
    if signed_companies {
        return Some("agreements".to_owned());
    }
    if !vague {
        return Some(own.to_owned());
    }
    if own == "items" && ["签约", "签下", "签"].iter().any(|word| context.ends_with(found.bytes.start, word)) {
        return Some("projects".to_owned());
    }
    let noun = noun_after(context, after)
        .or_else(|| noun_before(context, before))
        .or_else(|| noun_before(context, &(clause.start..found.bytes.start)));
    let noun = noun.or_else(|| noun_in_sentence(context, found));
    match (noun, own) {
        (Some("organisations"), "facilities") => Some("organisations".to_owned()),
        (_, "facilities") => Some(own.to_owned()),
        (Some(noun), _) => Some(noun.to_owned()),
        (None, _) => Some("items".to_owned()),
    }
}

/// Thai nouns of those that ราย and แห่ง count as companies.
const THAI_FIRMS: &[&str] = &["บริษัท", "ผู้ประกอบการ", "นักลงทุน", "ผู้ผลิต", "ผู้ซื้อ", "ผู้ส่งออก", "ผู้นำเข้า", "โรงงาน", "ธุรกิจ"];

fn quoted_thai(context: &Context<'_>, found: &Found) -> bool {
    let quote = context.text.slice(&found.bytes);
    quote.contains("ราย") || quote.contains("แห่ง")
}

/// 11家签意向书: so many letters of intent.
fn signs_intent(context: &Context<'_>, after: &Range<usize>) -> bool {
    let near = after.start..context.text.floor(after.end.min(after.start + 60));
    let words = context.text.folded_slice(&near);
    words.find('签').is_some_and(|at| at <= 18) && context.has(&near, Cue::Intent)
}

fn events_near(context: &Context<'_>, clause: &Range<usize>) -> bool {
    let words = context.text.folded_slice(clause);
    ["イベント", "セミナー", "开催"].iter().any(|word| words.contains(word))
}

/// The first of [`NOUNS`] shortly behind.
fn noun_after(context: &Context<'_>, after: &Range<usize>) -> Option<&'static str> {
    let near = after.start..context.text.floor(after.end.min(after.start + 48));
    let words = context.text.folded_slice(&near);
    first(NOUNS.iter().filter_map(|(noun, unit)| Some((find(words, noun)?, *unit))))
}

/// The last of [`NOUNS`] shortly before.
fn noun_before(context: &Context<'_>, before: &Range<usize>) -> Option<&'static str> {
    let near = context.text.floor(before.start.max(before.end.saturating_sub(75)))..before.end;
    let words = context.text.folded_slice(&near);
    first(NOUNS.iter().filter_map(|(noun, unit)| Some((usize::MAX - rfind(words, noun)? - noun.len(), *unit))))
}

/// `11件` in a sentence on contracts.
fn noun_in_sentence(context: &Context<'_>, found: &Found) -> Option<&'static str> {
    let at = context.sentence_at(found.bytes.start)?;
    let quote = context.text.folded_slice(&found.bytes);
    if !quote.contains('件') {
        return None;
    }
    let end = context.sentences.get(at)?.bytes.end;
    let stretch = context.text.floor(end.saturating_sub(700))..end;
    ["契约", "プロジェクト", "签约"]
        .iter()
        .any(|word| context.text.folded_slice(&stretch).contains(word))
        .then_some("projects")
}

fn first(places: impl Iterator<Item = (usize, &'static str)>) -> Option<&'static str> {
    places.min_by_key(|(at, _)| *at).map(|(_, unit)| unit)
}

/// `入场人次超过3.6万`, `参展企业数达480`: the noun right before the number.
fn labelled(context: &Context<'_>, before: &Range<usize>) -> Option<&'static str> {
    let words = context.text.folded_slice(before);
    let words = words.trim_end_matches(['达', '为', '是', '共', '约', '逾', '超', '过', '到', '近', ':', '：', 'は']);
    let labels = [
        ("人次", "people"),
        ("人数", "people"),
        ("企业数", "companies"),
        ("企业数量", "companies"),
        ("项目数", "projects"),
        ("项目数量", "projects"),
        ("来场者数", "people"),
        ("参加者数", "people"),
        ("入场者数", "people"),
        ("从业员数", "people"),
        ("参加企业数", "companies"),
        ("出展者数", "companies"),
    ];
    labels.iter().find(|(label, _)| words.ends_with(label)).map(|(_, unit)| *unit).or_else(|| numbered(words))
}

/// `the number of foreign-owned companies registered in the country rose to`: the noun behind “number of”.
fn numbered(words: &str) -> Option<&'static str> {
    let at = rfind(words, "number of ")?;
    let noun = words[at..].split(' ').skip(2).take(5).find_map(|word| match word.trim_end_matches(',') {
        "companies" | "enterprises" | "firms" => Some("companies"),
        "projects" => Some("projects"),
        "agreements" | "mous" | "contracts" => Some("agreements"),
        "visitors" | "participants" | "exhibitors" | "delegates" | "jobs" | "employees" => Some("people"),
        _ => None,
    })?;
    let verbs =
        [" to", " at", " was", " reached", " hit", " totalled", " totaled", " exceeded", " passed", " is", " were"];
    let words = words.trim_end();
    verbs.iter().any(|verb| words.ends_with(verb)).then_some(noun)
}

/// A number without a classifier is a figure where an English noun that is counted follows within a few words.
fn bare(context: &Context<'_>, found: &Found, _before: &Range<usize>, after: &Range<usize>) -> Option<&'static str> {
    let near = after.start..context.text.floor(after.end.min(after.start + 60));
    let words = context.text.folded_slice(&near);
    let mut tokens = words.split_whitespace().take(5);
    if is_elided(context, found, words) {
        return unit_nearby(context, found);
    }
    if !words.starts_with(' ') || found.quantity.value.contains('.') {
        return None;
    }
    let nouns = [
        ("projects", "projects"),
        ("mous", "agreements"),
        ("agreements", "agreements"),
        ("deals", "agreements"),
        ("contracts", "agreements"),
        ("companies", "companies"),
        ("enterprises", "companies"),
        ("firms", "companies"),
        ("zones", "zones"),
        ("cities", "cities"),
        ("people", "people"),
        ("guests", "people"),
        ("participants", "people"),
        ("delegates", "people"),
        ("representatives", "people"),
        ("jobs", "jobs"),
        ("countries", "countries"),
    ];
    if ["of them", "of these"].iter().any(|words_of| words.trim_start().starts_with(words_of))
        || words.trim_start().starts_with("of the ")
    {
        return unit_nearby(context, found);
    }
    let noun = tokens.find_map(|token| {
        let token = token.trim_end_matches([',', '.', ';', ')']);
        nouns.iter().find(|(noun, _)| *noun == token).map(|(_, unit)| *unit)
    });
    noun.or_else(|| words.trim_start().starts_with("such zones").then_some("zones"))
}

/// `Of these, 14 are in batteries, 10 in machine tools`, `the other four`: the noun was said before.
fn is_elided(context: &Context<'_>, found: &Found, after: &str) -> bool {
    let Some(at) = context.sentence_at(found.bytes.start) else { return false };
    let Some(sentence) = context.sentences.get(at) else { return false };
    let goes_on =
        [" are ", " were ", " is ", " in ", " from ", " for ", " came ", " come ", " went ", " will ", ",", ";", "."]
            .iter()
            .any(|word| after.starts_with(word));
    let whole = !found.quantity.value.contains('.');
    let small = found.quantity.value.parse::<u32>().is_ok_and(|value| (2..1000).contains(&value));
    whole && small && goes_on && context.has(&(sentence.bytes.start..found.bytes.start), Cue::Part)
}

/// `38 of them`, `Eleven of the 15 projects`: the unit of the count beside it.
fn unit_nearby(context: &Context<'_>, found: &Found) -> Option<&'static str> {
    let near = context.text.floor(found.bytes.start.saturating_sub(400))..context.text.floor(found.bytes.end + 24);
    let counts = context.found_in(&near).filter(|(_, other)| other.quantity.kind == QuantityKind::Count);
    let units: Vec<&str> = counts.filter_map(|(_, other)| other.quantity.unit.as_deref()).collect();
    ["projects", "agreements", "companies", "people", "countries"].into_iter().find(|unit| units.contains(unit))
}

/// `持续两个月`: so many months.
fn lasting(context: &Context<'_>, found: &Found, before: &Range<usize>) -> Option<Unit> {
    let near = context.text.floor(before.end.saturating_sub(12))..before.end;
    let words = context.text.folded_slice(&near);
    let lasts = ["持续", "历时", "为期", "为期约"].iter().any(|word| words.ends_with(word))
        || context.text.folded_slice(&found.bytes).starts_with("为期");
    let quote = context.text.folded_slice(&found.bytes);
    let units = [("月", "months"), ("年", "years"), ("天", "days"), ("日", "days"), ("周", "weeks")];
    let unit = units.iter().find(|(sign, _)| quote.contains(sign))?.1;
    (lasts && found.number.is_some()).then(|| Unit { name: Some(unit.to_owned()), number: true })
}
