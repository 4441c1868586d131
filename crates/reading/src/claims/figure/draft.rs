//! A figure in the making.

use super::{explain, status, unit};
use crate::claims::context::Context;
use crate::quantity::Found;
use rust_decimal::Decimal;
use samesky_model::reading::{FigureClaim, Flow, Measure, MoneyClass, Qualifier, QuantityKind, Status, Tier};
use std::ops::Range;

/// A figure with what the rules need of its surroundings.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Its number expression.
    pub(super) key: usize,
    pub(super) claim: FigureClaim,
    pub(super) kind: QuantityKind,
    /// Its noun was said before.
    pub(super) elided: bool,
    pub(super) bytes: Range<usize>,
    pub(super) clause: Range<usize>,
    pub(super) sentence: usize,
    /// From the figure before it, or the clause's start, to it.
    pub(super) before: Range<usize>,
    /// From it to the next figure, or the clause's end.
    pub(super) after: Range<usize>,
    /// The amount that this one converts, as a key.
    pub(super) converts: Option<usize>,
    pub(super) unit_from_context: bool,
    /// The figure of which this is a part, as a key.
    pub(super) whole: Option<usize>,
    /// Who or what the figure is of, where a place or a name leads up to it.
    pub(super) owner: Option<Range<usize>>,
}

/// Every number expression of the title and the body that is a figure.
pub(super) fn drafts(context: &Context<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (at, sentence) in context.sentences.iter().enumerate() {
        let found: Vec<(usize, &Found)> =
            context.found_in(&sentence.bytes).filter(|(_, found)| found.bytes.end <= sentence.bytes.end).collect();
        for (place, (key, one)) in found.iter().enumerate() {
            let limits = sentence.clause(one.bytes.start);
            let earlier = found[..place].iter().rev().map(|(_, found)| *found).find(|found| counts(found));
            let later = found[place + 1..].iter().map(|(_, found)| *found).find(|found| counts(found));
            let before = earlier.map_or(limits.start, |found| found.bytes.end.max(limits.start)).min(one.bytes.start)
                ..one.bytes.start;
            let after =
                one.bytes.end..later.map_or(limits.end, |found| found.bytes.start.min(limits.end)).max(one.bytes.end);
            drafts.extend(draft(context, *key, one, at, &limits, before, after));
        }
    }
    sized(context, drafts)
}

/// `50亿元级项目1个`: a size class before the count that it is the class of is no figure by itself.
fn sized(context: &Context<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        let class = kept.last().filter(|last| {
            let between = context.text.folded_slice(&(last.bytes.end.min(draft.bytes.start)..draft.bytes.start));
            last.is_money()
                && last.claim.qualifier == Qualifier::Tier
                && last.sentence == draft.sentence
                && draft.kind == QuantityKind::Count
                && draft.claim.tier.is_none()
                && ["项目", "以上项目", "プロジェクト", "プロジェクトが", "案件", "案件が", "企业"].contains(&between)
        });
        if let Some((value, unit)) = class.and_then(|last| Some((last.claim.value, last.claim.unit.clone()?))) {
            kept.pop();
            draft.claim.tier = Some(Tier { value, unit });
        }
        kept.push(draft);
    }
    kept
}

/// Whether a number expression parts the words around another: dates do not.
const fn counts(found: &Found) -> bool {
    matches!(found.quantity.kind, QuantityKind::Money | QuantityKind::Count | QuantityKind::Dimension)
}

fn draft(
    context: &Context<'_>,
    key: usize,
    found: &Found,
    sentence: usize,
    clause: &Range<usize>,
    before: Range<usize>,
    after: Range<usize>,
) -> Option<Draft> {
    context.ask();
    let unit = unit::unit(context, found, clause, &before, &after)?;
    explain::made(context, found, unit.name.as_deref());
    let text = if unit.number { found.number? } else { found.quantity.value.parse().ok()? };
    let span = context.text.span(&found.bytes);
    let end = |side: &Option<String>| side.as_ref().and_then(|side| side.parse::<Decimal>().ok());
    let qualifier = qualifier(context, found, clause);
    context.ask();
    let status = status::status(context, &found.bytes, clause, sentence, found.quantity.kind == QuantityKind::Money);
    explain::status(context, found, status);
    let claim = FigureClaim {
        id: String::new(),
        measure: Measure::Other,
        value: text,
        low: end(&found.quantity.low),
        high: end(&found.quantity.high),
        unit: unit.name,
        qualifier,
        money_class: MoneyClass::None,
        status,
        period: None,
        flow: None::<Flow>,
        subject: None,
        event: None,
        project: None,
        organisation: None,
        part_of: None,
        tier: found.tier.clone(),
        start: span.start,
        end: span.end,
        quote: span.quote,
        spans: Vec::new(),
        remarks: Vec::new(),
    };
    Some(Draft {
        key,
        claim,
        kind: if found.quantity.kind == QuantityKind::Number { QuantityKind::Count } else { found.quantity.kind },
        elided: found.quantity.kind == QuantityKind::Number,
        bytes: found.bytes.clone(),
        clause: clause.clone(),
        sentence,
        before,
        after,
        converts: found.converts,
        unit_from_context: found.unit_from_context,
        whole: None,
        owner: None,
    })
}

/// As written; an amount that is reckoned with is about so much.
fn qualifier(context: &Context<'_>, found: &Found, clause: &Range<usize>) -> Qualifier {
    let near = clause.start.max(context.text.floor(found.bytes.start.saturating_sub(90)))..clause.end;
    let written = found.quantity.qualifier;
    if found.tier.is_some() {
        return Qualifier::Exact;
    }
    let money = found.quantity.kind == QuantityKind::Money && written == Qualifier::Exact;
    if money && status::is_reckoned(context, &found.bytes, &near) { Qualifier::About } else { written }
}

impl Draft {
    pub(super) fn is_money(&self) -> bool {
        self.kind == QuantityKind::Money
    }

    pub(super) fn has_unit(&self, unit: &str) -> bool {
        self.claim.unit.as_deref() == Some(unit)
    }

    pub(super) fn is_target(&self) -> bool {
        self.claim.status == Status::Target
    }
}
