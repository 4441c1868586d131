//! From a line to the text: spans, quotes, and which amount converts which.

use super::Found;
use super::item::Item;
use super::line::Line;
use samesky_model::reading::{Quantity, QuantityKind, Tier};

/// The item as found in the text.
pub(super) fn found(line: &Line, text: &str, item: Item) -> Option<Found> {
    let (bytes, (start, end)) = line.spot(text, item.start, item.end)?;
    let quote = text.get(bytes.clone())?.to_owned();
    let head =
        item.head.and_then(|(a, b)| line.spot(text, a, b)).and_then(|(bytes, _)| text.get(bytes)).map(str::to_owned);
    let quantity = Quantity {
        kind: item.kind,
        value: item.value,
        currency: item.currency.map(str::to_owned),
        unit: item.unit.map(str::to_owned),
        qualifier: item.qualifier,
        low: item.low,
        high: item.high,
        values: item.values,
        start,
        end,
        quote,
    };
    let tier = item.tier.map(|(value, unit)| Tier { value, unit: unit.to_owned() });
    Some(Found {
        quantity,
        bytes,
        tier,
        unit_from_context: item.context,
        head,
        number: item.number,
        converts: None,
        rule: item.rule,
    })
}

/// An amount of another currency in brackets right after an amount converts it; 1ドル=110円 is a rate.
pub(super) fn link(text: &str, found: &mut [Found]) {
    for k in 1..found.len() {
        let (before, here) = (&found[k - 1], &found[k]);
        if before.quantity.kind != QuantityKind::Money
            || here.quantity.kind != QuantityKind::Money
            || before.quantity.currency == here.quantity.currency
        {
            continue;
        }
        let between = text.get(before.bytes.end..here.bytes.start).unwrap_or_default();
        if between.chars().count() > 24 {
            continue;
        }
        let rate = between.trim().trim_end_matches(['約', '约']).trim_end_matches(['=', '＝', '≈']).len()
            < between.trim().len()
            && between.contains(['=', '＝', '≈']);
        let bought = before.quantity.value == "1"
            && ["兑换", "兑", "兌", "等于", "equals", "to "].iter().any(|word| between.contains(word));
        if rate || bought {
            found[k - 1].rule = "rate";
            found[k].rule = "rate";
        } else if converts(between) {
            found[k].converts = Some(k - 1);
        }
    }
}

fn converts(between: &str) -> bool {
    let between = between.trim_start_matches("人民币").trim_start();
    let open = between.starts_with(['(', '（', '[', '〔']);
    let words = ["约合", "折合", "約合", "折合", "相当于", "相當於", "equivalent", "相当", "合"];
    open && !between.contains([')', '）', '。', '.'])
        || words.iter().any(|word| between.contains(word)) && !between.contains(['。', '；', ';'])
}
