//! Organisations: who is named, what they are, by which other names.

mod alias;
mod counterpart;
mod ending;
mod join;
mod known;
mod latin;
mod list;
mod mention;
mod speaker;
mod thai;

use super::context::Context;
use mention::Mention;
use samesky_model::explanation::Explained;
use samesky_model::reading::OrganisationClaim;
use std::ops::Range;

/// An organisation with its first mention, in bytes.
#[derive(Debug, Clone)]
pub(crate) struct Organisation {
    pub(crate) claim: OrganisationClaim,
    /// Every mention, the first one first.
    pub(crate) mentions: Vec<Range<usize>>,
}

/// The organisations of an announcement, in the order of the text.
pub(crate) fn organisations(context: &Context<'_>) -> Vec<Organisation> {
    // A body that publishes its own news is named; a newspaper is not told of.
    let publisher = context.head.publisher.as_ref();
    let mut mentions = publisher.map(|bytes| ending::mentions(context, bytes)).unwrap_or_default();
    for sentence in &context.sentences {
        mentions.extend(mentions_in(context, &sentence.bytes));
    }
    join::join(context, mentions)
}

/// The names of organisations within these bytes, in order.
pub(crate) fn names_in(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Range<usize>> {
    mentions_in(context, bytes).into_iter().map(|mention| mention.bytes).collect()
}

/// What every rule finds; where two overlap, the longer stands, and of equals the surer rule.
fn mentions_in(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Mention> {
    context.ask();
    let mut all = told(context, "organisation/ending", ending::mentions(context, bytes));
    all.extend(told(context, "organisation/known", known::mentions(context, bytes)));
    all.extend(told(context, "organisation/latin", latin::mentions(context, bytes)));
    all.extend(told(context, "organisation/thai", thai::mentions(context, bytes)));
    all.extend(told(context, "organisation/list", list::mentions(context, bytes, &all)));
    all.extend(told(context, "organisation/speaker", speaker::mentions(context, bytes)));
    all.extend(told(context, "organisation/counterpart", counterpart::mentions(context, bytes)));
    all.sort_by_key(|mention| (mention.rank, std::cmp::Reverse(mention.bytes.len())));
    let mut kept: Vec<Mention> = Vec::new();
    for mention in all {
        let free =
            kept.iter().all(|other| other.bytes.end <= mention.bytes.start || mention.bytes.end <= other.bytes.start);
        if free && kept.len() < 200 {
            kept.push(mention);
        }
    }
    kept.sort_by_key(|mention| mention.bytes.start);
    kept
}

/// The mentions that a rule found, which is noted for those who ask why.
fn told(context: &Context<'_>, rule: &'static str, mentions: Vec<Mention>) -> Vec<Mention> {
    for mention in &mentions {
        let kind = || Some(mention.kind.as_str().to_owned());
        context.decided((Explained::Organisation, &mention.bytes), "kind", rule, kind);
    }
    mentions
}
