//! Events told of by what happened: agreements were signed, a zone opened, ground was broken, a delegation came.

use super::{Event, merge, told};
use crate::claims::context::Context;
use crate::lexicon::{Cue, List, Sense};
use crate::needles::{Needles, find};
use memchr::memmem::Finder;
use samesky_model::reading::{EventType, OrganisationKind, QuantityKind};
use std::ops::Range;
use std::sync::LazyLock;

/// Adds what the sentences of the body tell beyond events by name.
pub(super) fn add(context: &Context<'_>, events: &mut Vec<Event>) {
    for at in 0..context.sentences.len() {
        let Some(sentence) = context.sentences.get(at).filter(|sentence| sentence.paragraph > 0) else { continue };
        let whole = sentence.bytes.clone();
        context.ask();
        let tell: [(EventType, Option<Range<usize>>); 4] = [
            (EventType::Signing, signing(context, &whole)),
            (EventType::ZoneLaunch, launch(context, &whole)),
            (EventType::Groundbreaking, groundbreaking(context, &whole)),
            (EventType::Visit, visit(context, &whole)),
        ];
        if tell.iter().all(|(_, bytes)| bytes.is_none()) {
            continue;
        }
        let told_here = events.iter().any(|event| event.sentence == at && event.named);
        let travels =
            || ["拜访", "走访", "考察", "拜会"].iter().any(|word| context.text.folded_slice(&whole).contains(word));
        let tell = tell
            .into_iter()
            .filter(|(kind, bytes)| bytes.is_some() && (*kind != EventType::Visit || !told_here || travels()));
        for (kind, bytes) in tell.filter_map(|(kind, bytes)| Some((kind, bytes?))) {
            merge::add(context, events, told(context, kind, bytes, None, at));
        }
    }
}

/// A ceremony, or projects that were signed on the stage; not every agreement that is mentioned.
fn signing(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let past = |mark: &Range<usize>| !is_future(context, whole, mark) && !is_relative(context, mark);
    let ceremony = context.cues(whole, Cue::SignEvent).map(|mark| mark.start..mark.end).find(past);
    let ceremony = ceremony.filter(|mark| !names_projects(context, mark) && !negated(context, mark));
    ceremony
        .or_else(|| projects_sign(context, whole).filter(past))
        .or_else(|| agreements_signed(context, whole).filter(past))
        .or_else(|| document_signed(context, whole).filter(past))
}

/// `签署6项合作备忘录`, `signed five memorandums`: so many agreements right behind the verb.
fn agreements_signed(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let mut counts = context.found_in(whole).map(|(_, found)| found).filter(|found| {
        found.quantity.kind == QuantityKind::Count && found.quantity.unit.as_deref() == Some("agreements")
    });
    counts.find_map(|found| {
        let verbs = [
            "签署",
            "签署了",
            "签订",
            "签订了",
            "共签署",
            "signed ",
            "signed a total of ",
            "inked ",
            "sealed ",
            "ลงนาม ",
            "ลงนาม",
        ];
        // 签署合作备忘录5份: the noun may stand before its number.
        let nouns = ["合作备忘录", "备忘录", "合作协议", "框架协议", "协议", "合同", "意向书", "协议书"];
        let noun = nouns.iter().find(|noun| context.ends_with(found.bytes.start, noun)).map_or(0, |noun| noun.len());
        let start = found.bytes.start - noun;
        let verb = verbs.iter().find(|verb| context.ends_with(start, verb))?;
        Some(start - verb.len()..found.bytes.end)
    })
}

/// `与…签署了经贸合作备忘录`: a document of two parties, right behind the verb.
fn document_signed(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    const DOCUMENTS: [&str; 8] =
        ["备忘录", "框架协议", "合作协议", "合作协定", "意向书", "协议书", "战略协议", "合作意向"];
    let mut verbs = context
        .cues(whole, Cue::Sign)
        .map(|mark| mark.start..mark.end)
        .filter(|verb| ["签署", "签订", "签下", "缔结"].contains(&context.text.folded_slice(verb)));
    verbs.find_map(|verb| {
        let near = verb.end..context.text.floor(whole.end.min(verb.end + 60));
        let words = context.text.folded_slice(&near);
        let words = words.split(['，', ',', '。', '；', '、', '的']).next().unwrap_or_default();
        let (at, word) = DOCUMENTS.iter().filter_map(|word| find(words, word).map(|at| (at, word))).min()?;
        let before = context
            .text
            .folded_slice(&(context.text.floor(verb.start.saturating_sub(75)).max(whole.start)..verb.start));
        let parties = ["与", "和", "同", "双方", "两地", "共同"].iter().any(|sign| before.contains(sign));
        let open = ["计划", "推动", "争取", "有望", "磋商", "商讨", "考虑", "愿", "力争", "可望", "希望", "促成"];
        let open = open.iter().any(|word| before.contains(word));
        (parties && !open && !negated(context, &verb)).then(|| verb.start..near.start + at + word.len())
    })
}

/// `12个项目集中签约`, `会上24个项目签约`: projects are signed, as a statement of its own.
fn projects_sign(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let mut counts =
        context.found_in(whole).map(|(_, found)| found).filter(|found| found.quantity.kind == QuantityKind::Count);
    counts.find_map(|found| {
        let rest =
            context.text.folded_slice(&(found.bytes.end..context.text.floor(whole.end.min(found.bytes.end + 60))));
        let rest = ["重点项目", "项目", "产业项目", "重大项目"]
            .iter()
            .find_map(|noun| rest.strip_prefix(noun))
            .unwrap_or(rest);
        let projects = context.text.folded_slice(&found.bytes).contains("项目")
            || context.starts_with(found.bytes.end, "项目")
            || context.starts_with(found.bytes.end, "重点项目")
            || context.starts_with(found.bytes.end, "产业项目");
        let adverbs = ["", "集中", "现场", "现场集中", "当场", "正式", "在会上", "会上", "成功", "同步", "在现场"];
        let predicate =
            adverbs.iter().any(|adverb| rest.strip_prefix(adverb).is_some_and(|rest| rest.starts_with("签约")));
        let object = ["就", "与", "对", "将"].iter().any(|word| context.ends_with(found.bytes.start, word));
        (projects && predicate && !object).then(|| found.bytes.clone())
    })
}

/// `集中签约项目`: projects of a signing, told of in passing.
fn names_projects(context: &Context<'_>, mark: &Range<usize>) -> bool {
    context.starts_with(mark.end, "项目当中") || context.starts_with(mark.end, "项目中")
}

/// Thai `ที่ลงนาม`: that were signed.
fn is_relative(context: &Context<'_>, mark: &Range<usize>) -> bool {
    ["ที่", "to be ", "that ", "which ", "were previously "].iter().any(|word| context.ends_with(mark.start, word))
}

fn negated(context: &Context<'_>, mark: &Range<usize>) -> bool {
    context.ends_with(mark.start, "未")
        || context.ends_with(mark.start, "没有")
        || context.ends_with(mark.start, "not ")
}

/// Words (folded) for an area that can be opened, beside the endings of zones.
const AREAS: &[&str] = &[
    "服务点",
    "服务站",
    "联络处",
    "联络站",
    "代表处",
    "办事处",
    "工作站",
    "デスク",
    "窗口を",
    "事务所を",
    "ศูนย์บริการ",
    "สำนักงานตัวแทน",
    "合作园",
    "产业园",
    "园区",
    "工业园",
    "科技园",
    "物流园",
    "合作区",
    "创新区",
    "特区",
    "自由港",
    "連携区",
    "连携区",
    "拠点",
    "工业团地",
    "产业団地",
    "パーク",
    "ゾーン",
    "zone",
    "park",
    "industrial estate",
    "economic corridor",
    "นิคม",
    "เขตเศรษฐกิจ",
    "เขตส่งเสริม",
    "เขตอุตสาหกรรม",
    "เขตความร่วมมือ",
];
static AREA: LazyLock<Needles> = LazyLock::new(|| Needles::new(AREAS.iter().copied()));
/// What else may be opened, between an area and the verb.
const OTHERS: &[&str] =
    &["系统", "项目", "平台", "企业", "、", ",", "，", "; ", ". ", "中心", "展", "工厂", " office", "พิธี"];

/// A zone, park or service point opens, or its plan is issued.
fn launch(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let marks = context.cues(whole, Cue::Launch).map(|mark| mark.start..mark.end);
    let mut marks = marks.filter(|mark| !is_future(context, whole, mark) && !negated(context, mark));
    let opened = marks.find_map(|mark| area(context, whole, &mark));
    opened.or_else(|| plan(context, whole))
}

/// The verb of opening with the area beside it: before it, or in Thai behind it.
fn area(context: &Context<'_>, whole: &Range<usize>, verb: &Range<usize>) -> Option<Range<usize>> {
    let near = context.text.floor(verb.start.saturating_sub(210)).max(whole.start)..verb.end.min(whole.end);
    let zones = context.marks_in(&near).iter().filter(|mark| mark.sense == Sense::Ending(OrganisationKind::Zone));
    let zones = zones.map(|mark| mark.start..mark.end);
    let mut last = [None; AREAS.len()];
    for (at, number) in AREA.all(context.text.folded_slice(&near)) {
        last[number] = Some((near.start + at, near.start + at + AREAS[number].len()));
    }
    let found = last.into_iter().flatten().map(|(start, end)| start..end);
    let before = zones.chain(found).filter(|thing| thing.end <= verb.start).filter(|thing| {
        let between = context.text.folded_slice(&(thing.end..verb.start));
        let far = if context.text.folded_slice(thing).is_ascii() { 70 } else { 24 };
        between.chars().count() <= far && !OTHERS.iter().any(|word| between.contains(word))
    });
    let before = before.map(|thing| thing.start).min().map(|start| start..verb.end);
    before.or_else(|| behind(context, whole, verb))
}

/// `เปิดตัวนิคม…`, `opened the … zone`.
fn behind(context: &Context<'_>, whole: &Range<usize>, verb: &Range<usize>) -> Option<Range<usize>> {
    let verb_words = context.text.folded_slice(verb);
    let thai = verb_words.chars().any(|char| ('\u{0E01}'..='\u{0E5B}').contains(&char));
    if !thai && !verb_words.is_ascii() {
        return None;
    }
    let rest = context.text.folded_slice(&(verb.start..context.text.floor(whole.end.min(verb.end + 240))));
    if thai && !rest.contains("อย่างเป็นทางการ") && !context.ends_with(verb.start, "พิธี")
    {
        return None;
    }
    let rest = rest.split([',', '.', '(']).next().unwrap_or_default();
    let (at, word) = AREAS.iter().filter_map(|word| find(rest, word).map(|at| (at, word))).min()?;
    (!OTHERS.iter().any(|other| rest[..at].contains(other)) && !context.ends_with(verb.start, " of "))
        .then(|| verb.start..(verb.start + at + word.len()).max(verb.end))
}

static PLAN: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("总体方案"));

/// `示范区总体方案…发布`.
fn plan(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let words = context.text.folded_slice(whole);
    let at = PLAN.find(words.as_bytes())?;
    let issued = words[at..].find("发布").filter(|far| *far < 60)?;
    let zone = words[..at].ends_with("区");
    zone.then(|| whole.start + at..whole.start + at + issued + "发布".len())
}

/// `…工厂奠基,`, `…项目开工。`: the verb ends what is said of a thing that is built.
fn begun(context: &Context<'_>, whole: &Range<usize>) -> Option<(usize, &'static str)> {
    let words = context.text.folded_slice(whole);
    let begins = context.signs.by_word(List::Begins, whole).into_iter();
    let mut begins = begins.map(|(at, verb)| (at - whole.start, verb));
    begins.find(|(at, verb)| {
        let built = ["项目", "工厂", "基地", "园", "工程", "厂房"].iter().any(|thing| words[..*at].ends_with(thing));
        let ends = words[at + verb.len()..].chars().next().is_none_or(|next| "，,。；;".contains(next));
        built && ends
    })
}

/// Ground is broken; not so many times in a year.
fn groundbreaking(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let words = context.text.folded_slice(whole);
    let told = context.signs.within(List::Ground, whole).next();
    let told = told.and_then(|(at, number)| Some((at - whole.start, *List::Ground.words().get(number)?)));
    let (at, word) = told.or_else(|| begun(context, whole))?;
    let bytes = whole.start + at..whole.start + at + word.len();
    let summed = ["今年以来", "累计", "全年", "so far this year"].iter().any(|sign| words[..at].contains(sign));
    (!summed && !is_future(context, whole, &bytes)).then_some(bytes)
}

/// A delegation went somewhere.
fn visit(context: &Context<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let mark = context.cues(whole, Cue::Visit).find(|mark| !is_future(context, whole, &(mark.start..mark.end)))?;
    let words = context.text.folded_slice(whole);
    let travels = [
        "访",
        "考察",
        "赴",
        "訪",
        "代表団",
        "代表团",
        "视察",
        "访",
        "派遣",
        "visit",
        "took to",
        "delegation to",
        "trip",
        "mission to",
        "led a delegation",
        "เยือน",
        "เยี่ยมชม",
        "ผู้แทน",
    ];
    let sent = travels.iter().any(|word| words.contains(word));
    let english = words.is_ascii()
        && ![
            "took to",
            "delegation to",
            "delegation visited",
            "visited",
            "delegation that",
            "visit to",
            "trip to",
            "tour of",
            "mission to",
            "led a delegation",
            "leading a delegation",
            "headed a delegation",
        ]
        .iter()
        .any(|word| words.contains(word));
    (sent && !english && !context.places(whole).is_empty()).then_some(mark.start..mark.end)
}

fn is_future(context: &Context<'_>, whole: &Range<usize>, mark: &Range<usize>) -> bool {
    let from = context.text.floor(mark.start.saturating_sub(60)).max(whole.start);
    context.cues(&(from..mark.start), Cue::Future).next().is_some()
}
