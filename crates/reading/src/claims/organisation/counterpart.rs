//! Companies by what they do: `与…签署`, `…打算5年投25亿元`.

use super::mention::{Mention, only_places};
use crate::claims::context::Context;
use crate::lexicon::List;
use samesky_model::reading::{OrganisationKind, QuantityKind};
use std::ops::Range;

/// Who signed with whom, and who means to invest.
pub(super) fn mentions(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Mention> {
    let words = context.text.folded_slice(bytes);
    let mut mentions = Vec::new();
    for (at, _) in context.signs.by_word(List::Signing, bytes) {
        let at = at - bytes.start;
        let clause = words[..at].rfind(['，', ',', '。', '、', '；']).map_or(0, |at| at + 1);
        let with =
            words.get(clause..at).and_then(|before| before.rfind('与').map(|with| clause + with + '与'.len_utf8()));
        if let Some(with) = with {
            mentions.extend(mention(context, bytes.start + with..bytes.start + at));
        }
    }
    mentions.extend(investor(context, bytes));
    mentions
}

fn mention(context: &Context<'_>, name: Range<usize>) -> Option<Mention> {
    let name = context.text.trim(&name);
    let words = context.text.folded_slice(&name);
    let fits = (2..=20).contains(&words.chars().count()) && !words.contains(['的', '家', '“', '了']);
    let counted = context.found_in(&name).next().is_some();
    let kind = if words.ends_with("区") { OrganisationKind::Zone } else { OrganisationKind::Company };
    (fits && !counted && !only_places(context, &name) && !words.ends_with("双方") && !words.ends_with("企业"))
        .then_some(Mention { bytes: name, kind, rank: 4 })
}

/// The subject of `打算…投…元` at the beginning of a clause.
fn investor(context: &Context<'_>, bytes: &Range<usize>) -> Option<Mention> {
    let words = context.text.folded_slice(bytes);
    let money =
        context.found_in(bytes).map(|(_, found)| found).find(|found| found.quantity.kind == QuantityKind::Money)?;
    let (at, number) = context.signs.within(List::Means, bytes).next()?;
    let (at, word) = (at - bytes.start, List::Means.words().get(number)?);
    let after = words.get(at + word.len()..money.bytes.start.checked_sub(bytes.start)?)?;
    let start = words[..at]
        .rfind(['，', ',', '。', '；', ' '])
        .map_or(0, |end| end + words[end..].chars().next().map_or(1, char::len_utf8));
    let name = bytes.start + start..bytes.start + at;
    let length = words[start..at].chars().count();
    let invests = after.contains('投') && after.chars().count() <= 12 && !after.contains(['，', ',']);
    let generic = ["公司", "该", "项目", "双方", "企业", "政府"].iter().any(|word| words[start..at].contains(word));
    (invests && (3..=10).contains(&length) && !generic && !only_places(context, &name)).then_some(Mention {
        bytes: name,
        kind: OrganisationKind::Company,
        rank: 4,
    })
}
