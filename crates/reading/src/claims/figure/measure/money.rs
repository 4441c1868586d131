//! What an amount of money measures: told by the nearest word of money before it, else behind it, else earlier on.

use super::super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::{Cue, Mark, Sense};
use samesky_model::reading::{Measure, Qualifier, QuantityKind, Status};
use std::ops::Range;

pub(super) fn measure(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> Measure {
    if is_class(context, draft) {
        return Measure::Other;
    }
    if let Some(original) = draft.converts.and_then(|key| earlier.iter().rev().take(20).find(|other| other.key == key))
    {
        return original.claim.measure;
    }
    if draft.claim.qualifier == Qualifier::Tier {
        return Measure::Other;
    }
    match topic(context, draft) {
        Some(Cue::Trade) => Measure::TradeVolume,
        Some(Cue::Paid) if is_foreign(context, draft) => Measure::FdiActual,
        Some(Cue::Paid) => Measure::Investment,
        Some(Cue::Sales) => Measure::Sales,
        Some(Cue::Invest) if is_purchase(context, draft) => Measure::Sales,
        Some(Cue::Invest) if is_inflow(context, draft) => Measure::FdiActual,
        Some(Cue::Invest) => investment(context, draft, earlier),
        Some(_) => Measure::Other,
        None => as_before(draft, earlier),
    }
}

/// `of the 5-billion-yuan class`, `10億元規模`: a size class.
pub(in crate::claims::figure) fn is_class(context: &Context<'_>, draft: &Draft) -> bool {
    [" class", "-class", "级", "规模の", "クラス", " category"]
        .iter()
        .any(|word| context.starts_with(draft.bytes.end, word))
}

/// Whether the money paid in came from abroad.
fn is_foreign(context: &Context<'_>, draft: &Draft) -> bool {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return false };
    let words = context.text.folded_slice(&sentence.bytes);
    let signs = [
        "外资",
        "外商",
        "日资",
        "港资",
        "台资",
        "韩资",
        "德资",
        "利用",
        "使用",
        "foreign",
        "fdi",
        "capital",
        "外国",
        "直接投资",
        "对内投资",
        "ญี่ปุ่น",
        "ต่างชาติ",
        "ต่างประเทศ",
    ];
    signs.iter().any(|sign| words.contains(sign))
}

/// `签署采购协议,…合同金额约3.6亿元`: what is bought, where nothing is said of investing.
fn is_purchase(context: &Context<'_>, draft: &Draft) -> bool {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return false };
    let words = context.text.folded_slice(&(sentence.bytes.start..draft.bytes.start));
    let bought = ["采购", "购销", "订购", "购买", "purchase agreement", "supply contract", "offtake"];
    bought.iter().any(|word| words.contains(word)) && !["投", "invest", "项目"].iter().any(|word| words.contains(word))
}

/// `Foreign direct investment … fell to US$3.9 billion in 2024`: a statistic of what came in, no sum that somebody means to
/// invest.
fn is_inflow(context: &Context<'_>, draft: &Draft) -> bool {
    const NOT: [&str; 20] = [
        "approv",
        "appl",
        "pledge",
        "commit",
        "contract",
        "registered",
        "stock",
        "cumulative",
        "expected",
        "forecast",
        "plan",
        "will",
        "announced",
        "累计",
        "残高",
        "认可",
        "申请",
        "予定",
        "outward",
        "incentive",
    ];
    let Some(sentence) = context.sentences.get(draft.sentence) else { return false };
    let words = context.text.folded_slice(&(sentence.bytes.start..draft.after.end));
    let before = context.text.folded_slice(&(sentence.bytes.start..draft.bytes.start));
    let told = ["foreign direct investment", "fdi ", "inward investment", "対内直接投资", "对内直接投资"];
    let moves = [
        " fell",
        " rose",
        " grew",
        " reached",
        " stood at",
        " totalled",
        " totaled",
        " amounted",
        " increased",
        " dropped",
        " declined",
        " attracted",
        " climbed",
        " came to",
        " jumped",
        " slipped",
        "达した",
        "上った",
        "となった",
        "增え",
        "减",
    ];
    let after = context.text.folded_slice(&draft.after).trim_start();
    let behind = ["of ", "in "].iter().filter_map(|word| after.strip_prefix(word));
    let mut behind = behind.filter(|rest| told.iter().any(|word| rest.starts_with(word.trim_end())));
    let told = (behind.next().is_some() || told.iter().any(|word| before.contains(word)))
        && moves.iter().any(|word| words.contains(word));
    told && draft.claim.status == Status::Actual && !NOT.iter().any(|word| words.contains(word))
}

/// The word of money that is meant.
fn topic(context: &Context<'_>, draft: &Draft) -> Option<Cue> {
    let sentence = context.sentences.get(draft.sentence)?;
    let own = last(context, &draft.before).or_else(|| first(context, &draft.after));
    let own = own.or_else(|| builds(context, draft).then_some(Cue::Invest));
    let own = own.or_else(|| last(context, &(draft.clause.start..draft.bytes.start)));
    let own = own.or_else(|| last(context, &(sentence.bytes.start..draft.bytes.start)));
    own.or_else(|| weak(context, draft, &sentence.bytes))
}

/// `a $60 million glass plant`, `12亿元的项目`: the amount stands before what it builds.
fn builds(context: &Context<'_>, draft: &Draft) -> bool {
    let words = context.text.folded_slice(&draft.after);
    let nouns =
        ["plant", "factory", "project", "facility", "complex", "investment", "hub", "warehouse", "fab", "expansion"];
    let english = words.split_whitespace().take(3).any(|word| nouns.contains(&word.trim_end_matches(['.', ',', ';'])));
    english && words.starts_with(' ')
        || ["的项目", "项目", "のプロジェクト", "を投じ", "規模の投資"].iter().any(|word| words.starts_with(word))
}

/// `projects worth …`, `มูลค่า …`: of what value they are, where projects or a signing are told of.
fn weak(context: &Context<'_>, draft: &Draft, whole: &Range<usize>) -> Option<Cue> {
    let near = draft.before.start..draft.after.end;
    let valued = WEAK.iter().any(|word| context.text.folded_slice(&near).contains(word));
    let projects = ["项目", "プロジェクト", "project", "โครงการ", "plant", "factory", "โรงงาน", "โรงไฟฟ้า"]
        .iter()
        .any(|word| context.text.folded_slice(whole).contains(word));
    (valued && (projects || context.has(whole, Cue::Sign) || context.has(whole, Cue::Intent))).then_some(Cue::Invest)
}

/// An amount without any word of money measures what the one before it in its sentence does.
fn as_before(draft: &Draft, earlier: &[Draft]) -> Measure {
    let mut same = earlier.iter().rev().take_while(|other| other.sentence == draft.sentence);
    same.find(|other| other.is_money()).map_or(Measure::Other, |other| other.claim.measure)
}

/// 进口 in 进口博览会, 贸易 in 贸易论坛: a part of a name.
fn is_in_name(context: &Context<'_>, end: usize) -> bool {
    [
        "易",
        "委员会",
        "公司",
        "集团",
        "大学",
        "港",
        "会",
        "博览会",
        "商品",
        "展",
        "论坛",
        "促进",
        "振兴",
        "洽谈",
        "投资",
        "局",
        "协会",
        "中心",
        "伙伴",
        "发展",
    ]
    .iter()
    .any(|word| context.starts_with(end, word))
}

fn topic_cue(sense: Sense) -> Option<Cue> {
    match sense {
        Sense::Cue(cue @ (Cue::Trade | Cue::Paid | Cue::Sales | Cue::Invest | Cue::Profit)) => Some(cue),
        Sense::Cue(Cue::Total | Cue::Signed | Cue::Contracted | Cue::Fixed) => Some(Cue::Invest),
        _ => None,
    }
}

/// The last word of money in these bytes; of words that end together the longest.
fn last(context: &Context<'_>, bytes: &Range<usize>) -> Option<Cue> {
    let trade = |mark: &Mark| mark.sense == Sense::Cue(Cue::Trade) && is_in_name(context, mark.end);
    let marks = context.marks_in(bytes).iter().filter(|mark| mark.end <= bytes.end && !trade(mark));
    let told = marks.filter_map(|mark| Some((mark, topic_cue(mark.sense)?)));
    let told: Vec<_> =
        told.filter(|(mark, cue)| !(*cue == Cue::Invest && is_plain_total(context, mark.start..mark.end))).collect();
    let (mark, cue) = told.iter().max_by_key(|(mark, _)| (mark.end, mark.end - mark.start))?;
    context.met(&(mark.start..mark.end));
    Some(*cue)
}

fn first(context: &Context<'_>, bytes: &Range<usize>) -> Option<Cue> {
    let trade = |mark: &Mark| mark.sense == Sense::Cue(Cue::Trade) && is_in_name(context, mark.end);
    let marks = context.marks_in(bytes).iter().filter(|mark| mark.end <= bytes.end && !trade(mark));
    let told: Vec<_> = marks.filter_map(|mark| Some((mark, topic_cue(mark.sense)?))).collect();
    let told =
        told.iter().filter(|(mark, cue)| !(*cue == Cue::Invest && is_plain_total(context, mark.start..mark.end)));
    let (mark, cue) = told.min_by_key(|(mark, _)| (mark.start, usize::MAX - (mark.end - mark.start)))?;
    context.met(&(mark.start..mark.end));
    Some(*cue)
}

/// 总额, 合计 and total alone do not say what is added up.
fn is_plain_total(context: &Context<'_>, bytes: Range<usize>) -> bool {
    let words = context.text.folded_slice(&bytes);
    [
        "总额",
        "合计",
        "共计",
        "总金额",
        "计",
        "total",
        "totaling",
        "totalling",
        "combined",
        "altogether",
        "aggregate",
        "รวม",
        "ทั้งสิ้น",
    ]
    .contains(&words)
        || WEAK.contains(&words)
}

/// Words for any value.
const WEAK: &[&str] = &["worth", "totalling", "totaling", "valued at", "value of", "มูลค่า", "มูลค่ารวม"];

/// The investment of a list of projects, or of one project or a stock.
fn investment(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> Measure {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return Measure::Investment };
    let whole = sentence.bytes.clone();
    let near = draft.before.start..draft.after.end;
    if of_one_project(context, draft) {
        return Measure::Investment;
    }
    if context.has(&near, Cue::Signed) && !is_intent(context, draft, &whole)
        || context.ends_with(draft.bytes.start, "combined ")
        || context.text.folded_slice(&draft.before).contains("การลงทุนสะสม")
        || of_group(context, draft, earlier)
        || of_letters(context, draft, earlier)
    {
        return Measure::TotalInvestment;
    }
    let total = context.has(&draft.before, Cue::Total);
    let signs = context.has(&whole, Cue::Sign);
    let begun = context.has(&whole, Cue::BreakGround);
    let intent = is_intent(context, draft, &whole);
    let several = |unit: &str| {
        let before =
            earlier.iter().rev().take_while(|other| other.sentence == draft.sentence).any(|other| other.has_unit(unit));
        before || counts_after(context, draft, &whole, unit)
    };
    // 「…18件の調印が行われた。総投資額は170億元」: the projects stand in the sentence before.
    let first = earlier.last().is_none_or(|other| other.sentence != draft.sentence);
    let before = total
        && first
        && earlier
            .iter()
            .rev()
            .take(4)
            .any(|other| draft.sentence - other.sentence == 1 && other.claim.measure == Measure::ProjectsSigned);
    let headline = sentence.paragraph == 0 && several("projects");
    let past = context.has(&whole, Cue::Cumulative) || context.has(&near, Cue::Contracted);
    let plans = total && !past && is_planned(context, &whole);
    let several = before
        || headline
        || (plans && (several("projects") || several("companies")))
        || ((signs || total || begun) && several("projects"))
        || (signs && (several("companies") || !intent && several("agreements")));
    let of_many = several && (total || !intent);
    if of_many || (total && signs && !intent) { Measure::TotalInvestment } else { Measure::Investment }
}

/// Letters of intent, told of since the last word of signing.
fn is_intent(context: &Context<'_>, draft: &Draft, whole: &Range<usize>) -> bool {
    let sign = context.cues(&(whole.start..draft.bytes.start), Cue::Sign).last();
    context.has(&(sign.map_or(whole.start, |mark| mark.start)..whole.end), Cue::Intent)
}

/// `4件で145億円` after a total of many: what several of them come to.
fn of_group(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> bool {
    let Some(count) = earlier.last().filter(|other| other.sentence == draft.sentence && !other.is_money()) else {
        return false;
    };
    let several = ["projects", "agreements", "companies"].iter().any(|unit| count.has_unit(unit))
        && count.claim.value > rust_decimal::Decimal::ONE
        && count.bytes.end <= draft.bytes.start;
    let start = context.sentences.get(draft.sentence).map_or(draft.bytes.start, |sentence| sentence.bytes.start);
    let parted = context.has(&(start..draft.bytes.start), Cue::Part);
    let near =
        earlier.iter().rev().take(20).filter(|other| draft.sentence - other.sentence <= if parted { 2 } else { 0 });
    let mut totals = near.filter(|other| other.is_money() && other.claim.unit == draft.claim.unit);
    several
        && totals.any(|other| other.claim.measure == Measure::TotalInvestment && other.claim.value > draft.claim.value)
}

/// `31 letters of intent worth a combined EUR 415 million`: what several of them come to.
fn of_letters(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> bool {
    let last = earlier.last().filter(|other| other.sentence == draft.sentence && other.has_unit("agreements"));
    last.is_some_and(|other| {
        let between = context.text.folded_slice(&(other.bytes.end.min(draft.bytes.start)..draft.bytes.start));
        let right_behind =
            ["totalling", "totaling", "valued at"].iter().any(|word| between.trim_start().starts_with(word));
        let summed = between.contains("combined") || right_behind;
        other.claim.value > rust_decimal::Decimal::ONE && summed && between.len() <= 60
    })
}

/// Who means to invest: 拟, 予定, plan to.
fn is_planned(context: &Context<'_>, whole: &Range<usize>) -> bool {
    let words = context.text.folded_slice(whole);
    ["计划", "拟", "予定", "见通し", "见込", "plan", "will", "จะ", "คาด"].iter().any(|word| words.contains(word))
}

/// A count of this unit later in the sentence (総投資額473億元のプロジェクト21件).
fn counts_after(context: &Context<'_>, draft: &Draft, whole: &Range<usize>, unit: &str) -> bool {
    let after = draft.bytes.end..context.text.floor(whole.end.min(draft.bytes.end + 90));
    let mut counts =
        context.found_in(&after).map(|(_, found)| found).filter(|found| found.quantity.kind == QuantityKind::Count);
    counts.any(|found| {
        let noun = unit == "projects"
            && ["项目", "プロジェクト"].iter().any(|noun| context.text.folded_slice(&after).contains(noun));
        found.quantity.unit.as_deref() == Some(unit) || noun
    })
}

/// `…项目7200万美元`, `…中心总投资3亿元`: the words right before name one project.
fn of_one_project(context: &Context<'_>, draft: &Draft) -> bool {
    let words = context.text.folded_slice(&draft.before);
    let names = ["项目", "プロジェクト", "基地", "中心"]
        .iter()
        .any(|noun| words.trim_end_matches(['约', '逾', '达']).ends_with(noun));
    let counted = context.found_in(&draft.clause).any(|(_, found)| {
        found.quantity.kind == QuantityKind::Count
            && found.bytes.end <= draft.bytes.start
            && found.quantity.value != "1"
            && found.quantity.unit.as_deref() == Some("projects")
    });
    names && !counted
}
