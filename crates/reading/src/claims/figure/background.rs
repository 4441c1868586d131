//! Investment in a text that tells of no event.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::reading::{Measure, MoneyClass};

/// Something that is built (folded).
const BUILT: &[&str] = &[
    "项目",
    "工厂",
    "工场",
    "建厂",
    "基地",
    "生产线",
    "新栋",
    "拠点",
    "园区",
    "数据中心",
    "plant",
    "factory",
    "facility",
    "project",
    "โรงงาน",
    "โครงการ",
];

/// Words of those who count applications, or investment from abroad as a whole.
const APPLIED: &[&str] =
    &["ขอรับการส่งเสริม", "ขอรับส่งเสริม", "คำขอ", "การลงทุนโดยตรงจากต่างประเทศ", "applications", "foreign direct investment"];

/// Without an event, money that is called investment but neither builds anything nor was signed is a statistic: of no
/// measure that the ledger adds up. Its money class stays.
pub(super) fn demote(context: &Context<'_>, draft: &mut Draft) {
    let Some(whole) = context.sentences.get(draft.sentence).map(|sentence| sentence.bytes.clone()) else { return };
    let reached =
        ["达成", "reached", "まとめ", "บรรลุ"].iter().any(|word| context.text.folded_slice(&whole).contains(word));
    if draft.claim.measure == Measure::Agreements && !reached && !context.has(&whole, Cue::Sign) {
        draft.claim.measure = Measure::Other;
    }
    let investment = matches!(draft.claim.measure, Measure::Investment | Measure::TotalInvestment);
    let Some(sentence) = context.sentences.get(draft.sentence).filter(|_| investment) else { return };
    let before = draft.sentence.checked_sub(1).and_then(|at| context.sentences.get(at));
    let start = before.map_or(sentence.bytes.start, |before| before.bytes.start);
    let words = context.text.folded_slice(&(start..sentence.bytes.end));
    let paid = matches!(draft.claim.money_class, MoneyClass::PaidIn | MoneyClass::Contracted);
    let applied = APPLIED.iter().any(|word| words.contains(word));
    let built = !applied && BUILT.iter().any(|word| words.contains(word));
    if !built && !paid && !context.has(&sentence.bytes, Cue::Sign) {
        draft.claim.measure = Measure::Other;
    }
}

/// Words (folded) by which a statistic is parted by source or by trade.
const BY_SOURCE: [&str; 18] = [
    "来源地",
    "来源国",
    "国别",
    "分行业",
    "从行业",
    "按行业",
    "从区域",
    "从地区",
    "业种别",
    "地域别",
    "地区别",
    "by source",
    "took in",
    " sector",
    "investors from",
    "contributed",
    "accounted for",
    "came from",
];

/// 从来源地看,中国香港投资7.1亿美元: the parts of foreign capital that came in are foreign capital that came in.
pub(super) fn parts_of_inflow(context: &Context<'_>, drafts: &mut [Draft]) {
    let mut whole: Option<(usize, Option<String>)> = None;
    for draft in drafts.iter_mut().filter(|draft| draft.is_money()) {
        let Some(sentence) = context.sentences.get(draft.sentence) else { continue };
        if draft.claim.measure == Measure::FdiActual {
            whole = Some((sentence.paragraph, draft.claim.unit.clone()));
            continue;
        }
        let weak = matches!(draft.claim.measure, Measure::Other | Measure::Investment);
        let Some((paragraph, unit)) = whole.as_ref().filter(|_| weak) else { continue };
        let words = context.text.folded_slice(&(sentence.bytes.start..draft.bytes.start));
        let parted = BY_SOURCE.iter().any(|word| words.contains(word)) && sentence.paragraph - paragraph <= 1;
        if parted && *unit == draft.claim.unit {
            draft.claim.measure = Measure::FdiActual;
            draft.claim.money_class = MoneyClass::PaidIn;
        }
    }
}
