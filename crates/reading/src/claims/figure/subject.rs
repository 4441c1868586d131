//! What a figure is of, in the words of the text.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::letter::{is_alphanumeric, is_letter, is_numeral};
use crate::lexicon::{Cue, Sense};
use crate::needles::Endings;
use std::ops::Range;
use std::sync::LazyLock;

/// A subject is cut at this many code points.
const LONGEST: usize = 40;

/// The words that lead up to the figure, else those behind it, else the clause before; and the place or name it is of.
pub(super) fn subject(context: &Context<'_>, drafts: &mut [Draft], at: usize) {
    let (earlier, rest) = drafts.split_at_mut(at);
    let Some(draft) = rest.first_mut() else { return };
    draft.owner = owner(context, draft);
    if let Some(subject) = goes_on(context, draft, earlier.last()) {
        draft.claim.subject = Some(subject);
        return;
    }
    let clause = draft.clause.start..draft.bytes.start;
    let long = |bytes: &Range<usize>| Some(clean(context, bytes)).filter(|words| has_letters(words, 2));
    let subject = long(&draft.before).or_else(|| long(&draft.after)).or_else(|| counted(context, draft));
    let subject = subject.or_else(|| long(&clause));
    draft.claim.subject = subject.or_else(|| clause_before(context, draft).and_then(|clause| long(&clause)));
}

/// `工場が4件で145億円`, `4 โครงการ 9,800 ล้านบาท`: an amount right behind a count is of what was counted.
fn goes_on(context: &Context<'_>, draft: &Draft, last: Option<&Draft>) -> Option<String> {
    let last = last.filter(|last| last.sentence == draft.sentence && last.bytes.end <= draft.bytes.start)?;
    let between = context.text.folded_slice(&(last.bytes.end..draft.bytes.start)).trim();
    let converted = draft.converts.is_some() && between.len() <= 4;
    let joined =
        draft.is_money() && !last.is_money() && ["", "で", "，", ",", "が", "、", "(", "（"].contains(&between);
    last.claim.subject.clone().filter(|_| joined || converted)
}

/// The noun that is counted, where nothing beside the figure says more: `220 executives`.
fn counted(context: &Context<'_>, draft: &Draft) -> Option<String> {
    let quote = context.text.slice(&draft.bytes);
    let noun = quote.rsplit(is_numeral).next().unwrap_or_default();
    let noun = noun.trim_matches(|char: char| !is_alphanumeric(char));
    let told = noun.is_ascii() && !draft.is_money() && noun.split(' ').count() <= 4 && has_letters(noun, 3);
    told.then(|| noun.to_owned())
}

/// Whether there are at least so many letters.
fn has_letters(words: &str, many: usize) -> bool {
    words.chars().filter(|char| is_letter(*char)).nth(many - 1).is_some()
}

fn clause_before(context: &Context<'_>, draft: &Draft) -> Option<Range<usize>> {
    let sentence = context.sentences.get(draft.sentence)?;
    let at = sentence.clauses.iter().position(|clause| *clause == draft.clause)?;
    at.checked_sub(1).and_then(|at| sentence.clauses.get(at).cloned())
}

/// Without the date, the verbs of reaching and the signs at the ends.
fn clean(context: &Context<'_>, bytes: &Range<usize>) -> String {
    // ระยะแรก, the first phase, is a part of what the figure is of.
    let counts = |found: &crate::quantity::Found| !found.quantity.quote.ends_with("แรก");
    let inside = context.found_in(bytes).filter(|(_, found)| found.bytes.end <= bytes.end && counts(found));
    let dates = inside.map(|(_, found)| found.bytes.end);
    let start = dates.last().unwrap_or(bytes.start).max(bytes.start);
    let words = context.text.slice(&(start..bytes.end.max(start)));
    let signs =
        |char: char| !is_alphanumeric(char) && !matches!(char, '）' | ')' | '”' | '」' | '\u{0E01}'..='\u{0E5B}');
    let words = words.trim_matches(signs).trim_start_matches([')', '）', '”', '」']).trim_matches(signs);
    let words = if VERB.of(words).next().is_some() {
        VERBS.iter().fold(words, |words, verb| without_verb(words, verb)).trim_matches(signs)
    } else {
        words
    };
    shortened(without_links(last_phrase(words)))
}

/// Without the verb at the end; 签约, 契约 and 条约 are words of their own.
fn without_verb<'a>(words: &'a str, verb: &str) -> &'a str {
    let rest = words.strip_suffix(verb);
    let cut = |rest: &&str| verb.starts_with(['约', '約']) && rest.ends_with(['签', '簽', '契', '条', '條', '制']);
    rest.filter(|rest| !cut(rest)).unwrap_or(words)
}

/// Verbs of reaching, as they are taken off one after another.
const VERBS: [&str; 18] = [
    "达到", "達到", "达", "達", "逾", "超过", "超過", "超", "近", "约", "約", "共有", "共", "为", "為", "是", "は",
    "有",
];

static VERB: LazyLock<Endings> = LazyLock::new(|| Endings::new(VERBS));

/// What stands behind the last comma, unless the commas part a list (…、…等15个项目). In Chinese 、 only parts lists.
fn last_phrase(words: &str) -> &str {
    let is_list = ["等", "など", "ほか"].iter().any(|end| words.ends_with(end));
    let phrase =
        words.rsplit(|char| char == '，' || (char == '、' && is_japanese(words))).next().unwrap_or(words).trim();
    if is_list || !has_letters(phrase, 3) { words } else { phrase }
}

/// Words that only link a subject to what stands around it.
const LINKS: [&str; 40] = [
    "with", "a", "an", "the", "of", "and", "in", "by", "to", "for", "at", "on", "from", "or", "its", "is", "are",
    "was", "were", "than", "more", "about", "some", "around", "worth", "that", "which", "into", "has", "have", "had",
    "as", "total of", "up", "will", "would", "combined", "valued", "also", "it",
];
const PARTICLES: [&str; 10] = ["から", "まで", "で", "に", "は", "の", "が", "を", "と", "も"];

/// Without particles and prepositions at either end. A particle at the beginning stands before a word in kanji or
/// katakana, or before a comma; hiragana behind it may be the rest of a word.
fn without_links(words: &str) -> &str {
    let mut words = words.trim();
    loop {
        let before = words;
        let letter = |char: char| char.is_ascii_alphabetic();
        let ends = || [words.split(' ').next(), words.rsplit(' ').next()].into_iter().flatten();
        let latin = words.starts_with(letter) || words.ends_with(letter);
        let links = if latin && ends().any(is_link) { &LINKS[..] } else { &[] };
        if links.iter().any(|link| words.eq_ignore_ascii_case(link)) {
            return "";
        }
        for link in links {
            words = strip_word(words, link).trim();
        }
        let particles = if words.starts_with(is_kana) || words.ends_with(is_kana) { &PARTICLES[..] } else { &[] };
        for particle in particles {
            let rest = words.strip_prefix(particle).map(|rest| rest.trim_start_matches(['、', ' ']));
            let hiragana = |char: char| ('\u{3041}'..='\u{309F}').contains(&char);
            words = rest.filter(|rest| !rest.starts_with(hiragana) && !rest.is_empty()).unwrap_or(words);
            words = words.strip_suffix(particle).filter(|rest| !rest.is_empty() && is_japanese(words)).unwrap_or(words);
        }
        if words == before {
            return words;
        }
    }
}

/// Whether a word only links, or begins what does (total of).
fn is_link(word: &str) -> bool {
    let same = |link: &str| link.len() == word.len() && link.eq_ignore_ascii_case(word);
    word.len() <= 8 && (LINKS.iter().any(|link| same(link)) || word.eq_ignore_ascii_case("total"))
}

fn is_japanese(words: &str) -> bool {
    words.chars().any(is_kana)
}

fn is_kana(char: char) -> bool {
    ('\u{3041}'..='\u{30FF}').contains(&char)
}

/// Takes an English word off either end, where it stands for itself.
fn strip_word<'a>(words: &'a str, link: &str) -> &'a str {
    let lower = words.get(..link.len()).is_some_and(|head| head.eq_ignore_ascii_case(link));
    let begun = if lower { words.get(link.len()..).filter(|rest| rest.starts_with(' ')) } else { None };
    let words = begun.unwrap_or(words);
    let from = words.len().saturating_sub(link.len());
    let upper = words.get(from..).is_some_and(|tail| tail.eq_ignore_ascii_case(link));
    let ended = if upper { words.get(..from).filter(|rest| rest.ends_with(' ')) } else { None };
    ended.unwrap_or(words)
}

/// Letters of scripts that write spaces: Latin between words, Thai between phrases.
fn spaced(char: char) -> bool {
    char.is_ascii() || ('\u{0E01}'..='\u{0E5B}').contains(&char)
}

/// The end of the words, from the beginning of a word where the script writes spaces.
fn shortened(words: &str) -> String {
    let skip = words.chars().count().saturating_sub(LONGEST);
    let cut = words.char_indices().nth(skip).map_or("", |(start, _)| &words[start..]);
    match cut.split_once(' ') {
        Some((piece, rest)) if skip > 0 && piece.chars().all(spaced) => rest.trim_start().to_owned(),
        _ => cut.to_owned(),
    }
}

/// The last place or organisation that stands before the figure in its sentence as its subject, before any sign of other figures.
fn owner(context: &Context<'_>, draft: &Draft) -> Option<Range<usize>> {
    let sentence = context.sentences.get(draft.sentence)?;
    let start = sentence.bytes.start;
    let part = context.cues(&(start..draft.bytes.start), Cue::Part).last().map_or(start, |mark| mark.end);
    let zone = part..draft.bytes.start;
    let local = |bytes: &Range<usize>| {
        context
            .gazetteer
            .place(context.text.slice(bytes))
            .is_none_or(|place| matches!(place.kind.as_str(), "district" | "city"))
    };
    // A name is not longer than so many bytes: what stands farther on need not be looked at.
    let near = zone.start..context.text.floor(zone.end.min(zone.start + 200)).max(zone.start);
    let first = context.areas(&near).into_iter().take_while(|bytes| bytes.start <= zone.start + 40).find(local);
    first.or_else(|| {
        if !draft.is_money() {
            return None;
        }
        let known = context.marks_in(&draft.before).iter().find(|mark| matches!(mark.sense, Sense::Known(_)));
        known.map(|mark| mark.start..mark.end)
    })
}
