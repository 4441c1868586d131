//! Thai organisations, known by how their names begin.

use super::mention::Mention;
use crate::claims::context::Context;
use crate::lexicon::List;
use crate::needles::{Needles, find};
use samesky_model::reading::OrganisationKind;
use std::ops::Range;
use std::sync::LazyLock;

/// What those are whose names begin with the words of the list, in its order.
const KINDS: [OrganisationKind; 13] = [
    OrganisationKind::Company,
    OrganisationKind::Company,
    OrganisationKind::Chamber,
    OrganisationKind::Chamber,
    OrganisationKind::Chamber,
    OrganisationKind::Government,
    OrganisationKind::Government,
    OrganisationKind::Government,
    OrganisationKind::Government,
    OrganisationKind::Government,
    OrganisationKind::Government,
    OrganisationKind::Institute,
    OrganisationKind::Institute,
];

/// Words at which a name ends.
const STOPS: &[&str] = &[
    "และ",
    "ของ",
    "จัด",
    "ได้",
    "เป็น",
    "ที่",
    "โดย",
    "กับ",
    "ใน",
    "จะ",
    "ซึ่ง",
    "เพื่อ",
    "ร่วม",
    "ว่า",
    "จาก",
    "ตาม",
    "ให้",
    "เปิด",
    "ลงนาม",
    "กล่าว",
    "ชวน",
    "เห็น",
    "หลาย",
    "ต่าง ๆ",
    "ไป",
    "มี",
    "ก็",
    "นำ",
    "เมื่อ",
];

static STOP: LazyLock<Needles> = LazyLock::new(|| Needles::new(STOPS.iter().copied()));

/// Names that begin so, to the next space or stop word; Latin words and an abbreviation in brackets are taken along.
pub(super) fn mentions(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Mention> {
    let words = context.text.slice(bytes);
    let mut begun: Vec<(usize, usize)> =
        context.signs.within(List::ThName, bytes).map(|(at, number)| (number, at - bytes.start)).collect();
    begun.sort_unstable();
    let mention = |(number, at): (usize, usize)| {
        let (beginning, kind) = (List::ThName.words().get(number)?, *KINDS.get(number)?);
        let end = end(words, at + beginning.len(), kind)?;
        Some(Mention { bytes: bytes.start + at..bytes.start + end, kind, rank: 1 })
    };
    begun.into_iter().filter_map(mention).collect()
}

fn end(words: &str, after: usize, kind: OrganisationKind) -> Option<usize> {
    let near = floor(words, after + 300);
    let rest = &words[after..near];
    if let Some(limited) =
        find(rest, "จำกัด").filter(|at| kind == OrganisationKind::Company && *at < 200 && !rest[..*at].contains("บริษัท"))
    {
        let end = limited + "จำกัด".len();
        let public = rest[end..].trim_start().starts_with("(มหาชน)");
        return Some(
            after
                + if public {
                    end + rest[end..].find("(มหาชน)").unwrap_or(0) + "(มหาชน)".len()
                } else {
                    end
                },
        );
    }
    let thai = stop(rest);
    let (length, rest_after) = (thai, &rest[thai..]);
    let latin = latin_after(rest_after);
    let total = length + latin;
    let long_enough = length > 12 || latin > 1;
    // A company without จำกัด must have a Latin name, else any company is meant.
    let named = kind != OrganisationKind::Company
        || (length == 0 && latin > 1)
        || rest.starts_with(|char: char| char.is_ascii_uppercase());
    (long_enough && named && !rest.starts_with("ใหญ่") && !rest[..total].trim_end().ends_with("ต่างประเทศ"))
        .then(|| after + rest[..total].trim_end().len())
}

/// Where the Thai part ends.
fn stop(rest: &str) -> usize {
    let space = rest.find([' ', '\n', '(', ',', '“', '"', ')']).unwrap_or(rest.len());
    let thai_words = rest.find(|char: char| char.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let mut first = [None; STOPS.len()];
    for (at, number) in STOP.all(rest) {
        first[number].get_or_insert(at);
    }
    let word = STOPS.iter().zip(first).filter_map(|(stop, at)| {
        let at = at?;
        let inside = *stop == "ว่า" && rest[at..].starts_with("ว่าง")
            || *stop == "ใน" && rest[at..].starts_with("ในประเทศไทย")
            || at == 0 && *stop != "และ" && *stop != "ของ" && *stop != "ใน" && *stop != "หลาย";
        (!inside).then_some(at)
    });
    word.min().unwrap_or(rest.len()).min(space).min(thai_words)
}

/// Bytes of ` SIDTA` or ` (JFCCT)` behind the Thai part.
fn latin_after(rest: &str) -> usize {
    let lead = rest.len() - rest.trim_start_matches(' ').len();
    if lead > 1 {
        return 0;
    }
    let word = &rest[lead..];
    if let Some(inside) = word.strip_prefix('(') {
        let close = inside.find(')').filter(|close| *close <= 14 && *close > 1);
        let upper = close.filter(|close| {
            inside[..*close].chars().all(|char| char.is_ascii_uppercase() || char == '-' || char == '&')
        });
        return upper.map_or(0, |close| lead + close + 2);
    }
    let upper = word.chars().take_while(|char| char.is_ascii_alphanumeric() || *char == '&').count();
    if upper > 1 && word.starts_with(|char: char| char.is_ascii_uppercase()) { lead + upper } else { 0 }
}

fn floor(words: &str, mut at: usize) -> usize {
    at = at.min(words.len());
    while !words.is_char_boundary(at) {
        at -= 1;
    }
    at
}
