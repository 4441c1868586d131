//! Companies by what they do: `与…签署`, `…打算5年投25亿元`.

use super::mention::{Mention, only_places};
use crate::claims::context::Context;
use crate::needles::Needles;
use samesky_model::reading::{OrganisationKind, QuantityKind};
use std::ops::Range;
use std::sync::LazyLock;

static SIGNING: LazyLock<Needles> = LazyLock::new(|| Needles::new(["签署", "签订"]));
/// Words before which somebody stands who means to invest.
const MEANS: [&str; 5] = ["打算", "计划", "拟", "宣布", "承诺"];
static MEANING: LazyLock<Needles> = LazyLock::new(|| Needles::new(MEANS));

/// Who signed with whom, and who means to invest.
pub(super) fn mentions(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Mention> {
    let words = context.text.folded_slice(bytes);
    let mut mentions = Vec::new();
    let mut signed: Vec<(usize, usize)> = SIGNING.all(words).map(|(at, number)| (number, at)).collect();
    signed.sort_unstable();
    for (_, at) in signed {
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
    let (at, word) = MEANING.all(words).next().and_then(|(at, number)| Some((at, MEANS.get(number)?)))?;
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
