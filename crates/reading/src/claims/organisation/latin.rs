//! Organisations in Latin letters: capitalised words that end in Co., Ltd., Association, Institute and the like.

use super::mention::Mention;
use crate::claims::context::Context;
use samesky_model::reading::OrganisationKind;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Endings, in lower case and without a full stop, with what they tell.
const ENDINGS: &[(&str, OrganisationKind)] = &[
    ("ltd", OrganisationKind::Company),
    ("limited", OrganisationKind::Company),
    ("inc", OrganisationKind::Company),
    ("corp", OrganisationKind::Company),
    ("corporation", OrganisationKind::Company),
    ("company", OrganisationKind::Company),
    ("co", OrganisationKind::Company),
    ("group", OrganisationKind::Company),
    ("holdings", OrganisationKind::Company),
    ("bhd", OrganisationKind::Company),
    ("gmbh", OrganisationKind::Company),
    ("plc", OrganisationKind::Company),
    ("bank", OrganisationKind::Company),
    ("association", OrganisationKind::Chamber),
    ("federation", OrganisationKind::Chamber),
    ("chamber", OrganisationKind::Chamber),
    ("commerce", OrganisationKind::Chamber),
    ("council", OrganisationKind::Chamber),
    ("agency", OrganisationKind::Government),
    ("ministry", OrganisationKind::Government),
    ("bureau", OrganisationKind::Government),
    ("commission", OrganisationKind::Government),
    ("committee", OrganisationKind::Government),
    ("embassy", OrganisationKind::Government),
    ("government", OrganisationKind::Government),
    ("organization", OrganisationKind::Other),
    ("organisation", OrganisationKind::Other),
    ("institute", OrganisationKind::Institute),
    ("university", OrganisationKind::Institute),
    ("laboratory", OrganisationKind::Institute),
    ("academy", OrganisationKind::Institute),
    ("centre", OrganisationKind::Institute),
    ("center", OrganisationKind::Institute),
    ("authority", OrganisationKind::Government),
    ("department", OrganisationKind::Government),
    ("board", OrganisationKind::Government),
    ("administration", OrganisationKind::Government),
    ("consulate", OrganisationKind::Government),
    ("secretariat", OrganisationKind::Government),
    ("office", OrganisationKind::Government),
    ("society", OrganisationKind::Chamber),
    ("union", OrganisationKind::Chamber),
    ("alliance", OrganisationKind::Chamber),
    ("foundation", OrganisationKind::Other),
    ("llc", OrganisationKind::Company),
    ("llp", OrganisationKind::Company),
    ("ag", OrganisationKind::Company),
    ("se", OrganisationKind::Company),
    ("sa", OrganisationKind::Company),
    ("nv", OrganisationKind::Company),
    ("bv", OrganisationKind::Company),
    ("spa", OrganisationKind::Company),
    ("pcl", OrganisationKind::Company),
    ("pte", OrganisationKind::Company),
    ("pty", OrganisationKind::Company),
    ("pvt", OrganisationKind::Company),
    ("sdn", OrganisationKind::Company),
    ("tbk", OrganisationKind::Company),
    ("kk", OrganisationKind::Company),
    ("industries", OrganisationKind::Company),
    ("technologies", OrganisationKind::Company),
    ("ventures", OrganisationKind::Company),
    ("enterprises", OrganisationKind::Company),
    ("partners", OrganisationKind::Company),
];

static KINDS: LazyLock<BTreeMap<&str, OrganisationKind>> = LazyLock::new(|| ENDINGS.iter().copied().collect());

/// Words for trades in which a company's name may end; only where nothing of the name follows.
const TRADES: &[&str] = &[
    "electronics",
    "motors",
    "chemicals",
    "steel",
    "foods",
    "pharmaceuticals",
    "pharma",
    "energy",
    "semiconductors",
    "robotics",
    "logistics",
    "textiles",
    "materials",
    "systems",
    "solutions",
    "mining",
    "airlines",
    "capital",
    "automotive",
    "hydrogen",
    "biotech",
];

/// Lower-case words that may stand inside a name.
const INSIDE: &[&str] = &["of", "for", "and", "&", ",", "de", "the"];

/// Every run of capitalised words up to its last ending.
pub(super) fn mentions(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Mention> {
    let words = context.text.slice(bytes);
    let mut mentions = Vec::new();
    // Every name begins with a capital.
    if !words.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return mentions;
    }
    let mut run = Run::default();
    let mut plain = String::new();
    for (start, token) in tokens(words) {
        let core = token.trim_end_matches([',', ';', ':', ')', '”', '"']).trim_start_matches(['(', '“', '"']);
        if !run.open() && !core.starts_with(|char: char| char.is_ascii_uppercase()) {
            continue;
        }
        // S.p.A. and N.V. are written with and without full stops.
        let stops = core.bytes().filter(|byte| *byte == b'.').count() > 1;
        plain.clear();
        if stops {
            plain.extend(core.split('.'));
        } else {
            plain.push_str(core.trim_end_matches('.'));
        }
        plain.make_ascii_lowercase();
        let begins = start + (token.len() - token.trim_start_matches(['(', '“', '"']).len());
        let ending = KINDS.get(plain.as_str()).copied();
        let trade = run.words >= 1 && TRADES.contains(&plain.as_str()) && ends_name(words, start + token.len(), token);
        let ending = ending.or(trade.then_some(OrganisationKind::Company));
        let article = !run.open() && plain == "the";
        let capital =
            !article && core.starts_with(|char: char| char.is_ascii_uppercase() || char.is_ascii_digit() && run.open());
        let lower_ending = run.open()
            && (["government", "plc", "llc"].contains(&plain.as_str())
                || plain == "municipal" && followed_by(words, start + token.len(), "government"));
        if capital || lower_ending || (run.open() && INSIDE.contains(&plain.as_str())) || (run.open() && token == ",") {
            let ended_here = run.ended.is_some_and(|(_, _, words)| words == run.words);
            // Two names with “and” between: EECO and Resona Bank.
            if plain == "and" && (run.words == 1 || ended_here) && !is_one_name(words, start + token.len()) {
                run.close(bytes.start, &mut mentions);
                continue;
            }
            if plain == "the" && run.last_and {
                run.close(bytes.start, &mut mentions);
                continue;
            }
            let begin = if run.open() { run.start } else { begins };
            // A full stop belongs to Co., Ltd. and the like only.
            let dotted = ["co", "ltd", "inc", "corp", "pte", "pvt", "pty", "sdn"].contains(&plain.as_str())
                || stops && ["spa", "sa", "nv", "bv"].contains(&plain.as_str());
            let token_end = begins + if dotted { core.len() } else { core.trim_end_matches('.').len() };
            run.last_and = plain == "and";
            // Council for the Promotion of International Trade: the name goes on.
            run.goes_on |=
                run.ended.is_some_and(|(_, _, words)| words == run.words) && (plain == "for" || plain == "of");
            if capital
                && run.goes_on
                && let Some(ended) = &mut run.ended
            {
                ended.0 = token_end;
            }
            if ["bureau", "department", "ministry"].contains(&plain.as_str()) {
                run.office = true;
            }
            if plain == "the" && !run.open() {
                continue;
            }
            run.start = begin;
            run.words += 1;
            if let Some(kind) = ending {
                run.ended = Some((token_end, if run.office { OrganisationKind::Government } else { kind }, run.words));
            }
            let marked = token.len() > core.len() + usize::from(token.ends_with('.'));
            if marked && !core.is_empty() && !suffix_follows(words, start + token.len()) {
                run.close(bytes.start, &mut mentions);
            }
        } else {
            run.close(bytes.start, &mut mentions);
        }
    }
    run.close(bytes.start, &mut mentions);
    mentions.retain(|mention| !is_generic(context.text.slice(&mention.bytes)));
    mentions
}

/// Whether the next word belongs to one name with the one before “and”: Trade and Investment.
fn is_one_name(words: &str, at: usize) -> bool {
    let next = words.get(at..).unwrap_or_default().trim_start().split([' ', ',', '.']).next().unwrap_or_default();
    ["Industry", "Trade", "Investment", "Technology", "Research", "Development", "Culture", "Tourism"].contains(&next)
}

/// Whether a company's form follows: Acme, Inc.
fn suffix_follows(words: &str, at: usize) -> bool {
    let next = words.get(at..).unwrap_or_default().trim_start_matches([' ', ',']);
    ["Co.", "Ltd", "Inc", "Limited", "LLC", "Corp", "Pte", "Pvt", "Pty", "Bhd", "PLC", "Plc", "GmbH"]
        .iter()
        .any(|suffix| next.starts_with(suffix))
}

/// Whether a comma follows, or a verb by which a company acts.
fn ends_name(words: &str, at: usize, token: &str) -> bool {
    let verbs =
        ["will", "plans", "said", "is", "has", "signed", "to", "aims", "announced", "intends", "invested", "of"];
    let next = words.get(at..).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    token.ends_with(',') || verbs.contains(&next)
}

/// Whether the next word is this one.
fn followed_by(words: &str, at: usize, next: &str) -> bool {
    words.get(at..).is_some_and(|rest| rest.trim_start().to_ascii_lowercase().starts_with(next))
}

#[derive(Default)]
struct Run {
    start: usize,
    words: usize,
    /// The last word was “and”.
    last_and: bool,
    /// After an ending the name goes on with “for” or “of”.
    goes_on: bool,
    /// It is a bureau, department or ministry.
    office: bool,
    /// Where the last ending ended, what it told, the number of words to there.
    ended: Option<(usize, OrganisationKind, usize)>,
}

impl Run {
    const fn open(&self) -> bool {
        self.words > 0
    }

    fn close(&mut self, offset: usize, mentions: &mut Vec<Mention>) {
        if let Some((end, kind, words)) = self.ended
            && (1..=14).contains(&words)
        {
            mentions.push(Mention { bytes: offset + self.start..offset + end, kind, rank: 1 });
        }
        *self = Self::default();
    }
}

/// Tokens of ASCII with their places; a stretch of another script is a token that ends a run.
fn tokens(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = words.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().take_while(|byte| **byte == b' ').count();
        let of = foreign(bytes.get(start..)?)?;
        at = start;
        while let Some(next) = foreign(&bytes[at..])
            && next.0 == of.0
            && (of.0 || bytes[at] != b' ')
        {
            at += next.1;
        }
        words.get(start..at).map(|token| (start, token))
    })
}

/// Whether the character at the beginning is of another script, and its length: neither ASCII, nor Latin, nor a dash or a
/// quotation mark of Latin writing.
fn foreign(bytes: &[u8]) -> Option<(bool, usize)> {
    Some(match bytes {
        [] => return None,
        [0..=0x7F, ..] => (false, 1),
        [0xC3..=0xC8, ..] | [0xC9, 0x80..=0x8F, ..] => (false, 2),
        [0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D, ..] => (false, 3),
        [0xC0..=0xDF, ..] => (true, 2),
        [0xF0..=0xFF, ..] => (true, 4),
        _ => (true, 3),
    })
}

/// Buildings where something is held.
const VENUES: [&str; 10] = [
    "convention centre",
    "convention center",
    "exhibition centre",
    "exhibition center",
    "conference centre",
    "conference center",
    "congress centre",
    "congress center",
    "expo centre",
    "expo center",
];

fn is_generic(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["the government", "the company", "the group", "this company", "local government", "of commerce"]
        .contains(&lower.as_str())
        || !name.contains(' ')
        || lower.starts_with("the ") && name.split(' ').count() == 2
        || VENUES.iter().any(|venue| lower.ends_with(venue))
}
