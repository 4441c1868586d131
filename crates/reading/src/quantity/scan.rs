//! The pass over a text: line by line, character by character, handing each possible beginning to its language.

use super::class::Class;
use super::ctx::{Ctx, Outcome};
use super::facts::Facts;
use super::item::Item;
use super::line::{Count, Line, Place};
use super::memory::Memory;
use super::{Found, Options, en, han, place, th};

/// The writing that decides how a number is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Han,
    Thai,
    Latin,
}

/// Reads the lines of the text as far as `wanted` says, in bytes of the line.
pub(super) fn read(text: &str, options: &Options, mut wanted: impl FnMut(&str) -> usize) -> Vec<Found> {
    let facts = Facts::of(text, options);
    let mut found = Vec::new();
    let mut line = Line::default();
    let mut at = Place::default();
    let mut memory = Memory::default();
    let (mut asked, mut reach) = (0, 0);
    while at.byte < text.len() {
        if at.byte >= asked {
            let rest = &text[at.byte..];
            let end = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
            asked = at.byte + end;
            reach = at.byte + wanted(&rest[..end]).min(end);
        }
        if reach <= at.byte {
            at = Place { byte: asked, point: at.point + text[at.byte..asked].chars().count() };
            continue;
        }
        let read = at.byte..reach;
        at = line.fill(text, at);
        let far = if reach < at.byte { text[read].chars().count() } else { usize::MAX };
        read_line((&line, far), text, &facts, options, &mut memory, &mut found);
    }
    place::link(text, &mut found);
    found
}

/// Reads the expressions of a line that begin within so many characters.
fn read_line(
    (line, far): (&Line, usize),
    text: &str,
    facts: &Facts<'_>,
    options: &Options,
    memory: &mut Memory,
    found: &mut Vec<Found>,
) {
    let (script, chinese) = nature(line, facts, options);
    let mut ctx = Ctx { line, facts, reference: options.reference_date, memory: *memory, chinese };
    let (mut next, mut floor) = (0, 0);
    while let Some((place, kind)) = line.trigger(next) {
        if place >= far {
            break;
        }
        let mut i = place;
        match at(&ctx, i, kind, script) {
            Outcome::Found(item) if item.end > i && item.start < item.end => {
                i = item.end;
                let item = Item { start: item.start.max(floor), ..*item };
                floor = item.end;
                memory.keep(&item, options.reference_date);
                ctx.memory = *memory;
                found.extend(place::found(line, text, item));
            }
            Outcome::Skip(next) => i = next.max(i + 1),
            Outcome::Found(_) => i += 1,
        }
        next = i;
    }
}

/// The rules of the language whose writing stands around `i`.
fn at(ctx: &Ctx<'_>, i: usize, kind: Class, script: Script) -> Outcome {
    if kind.thai() {
        return th::read(ctx, i);
    }
    if kind.cjk() {
        return han::read(ctx, i);
    }
    if kind.latin() && i > 0 && ctx.line.class(i - 1).latin() {
        return Outcome::Skip(en::word_end(ctx, i));
    }
    match around(ctx, i, script) {
        Script::Han => {
            let outcome = if kind.latin() || kind.sign() { en::read(ctx, i) } else { han::read(ctx, i) };
            match outcome {
                Outcome::Skip(_) if kind.latin() => han_word(ctx, i, outcome),
                Outcome::Found(item) if kind.latin() || kind.sign() => Outcome::Found(Box::new(han::dress(ctx, *item))),
                other => other,
            }
        }
        Script::Thai if kind.digit() => th::read(ctx, i),
        Script::Thai => match en::read(ctx, i) {
            Outcome::Found(item) => Outcome::Found(Box::new(th::dress(ctx, *item))),
            skipped => skipped,
        },
        Script::Latin => en::read(ctx, i),
    }
}

/// A Latin word in a Chinese or Japanese line: GW, Q3, or nothing.
fn han_word(ctx: &Ctx<'_>, i: usize, skipped: Outcome) -> Outcome {
    match han::read(ctx, i) {
        Outcome::Found(item) => Outcome::Found(item),
        Outcome::Skip(_) => skipped,
    }
}

/// The writing of the next letter after the number at `i`, else of the one before, else of the line.
fn around(ctx: &Ctx<'_>, i: usize, script: Script) -> Script {
    let line = ctx.line;
    let ahead = (i..i + 40).find(|&k| {
        let c = line.get(k);
        !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-' | '~' | '%' | '$' | '(' | ')' | '/' | ':' | '+'))
    });
    match ahead.map(|k| line.class(k)) {
        Some(class) if class.cjk() => return Script::Han,
        Some(class) if class.thai() => return Script::Thai,
        Some(class) if class.latin() && script == Script::Latin => return Script::Latin,
        _ => (),
    }
    let behind = (1..40)
        .filter_map(|n| i.checked_sub(n))
        .map(|k| line.class(k))
        .find(|class| class.cjk() || class.thai() || class.latin() && !class.digit());
    match (behind, script) {
        (Some(class), _) if class.thai() => Script::Thai,
        (Some(class), _) if class.cjk() => Script::Han,
        (Some(class), Script::Latin) if class.latin() => Script::Latin,
        _ => script,
    }
}

/// The writing most of the line is in, and whether Han writing in it is Chinese.
fn nature(line: &Line, facts: &Facts<'_>, options: &Options) -> (Script, bool) {
    let Count { kana, han, thai, particles } = line.script;
    let hint = options.language.as_deref().unwrap_or_default();
    let script = if thai > han + kana {
        Script::Thai
    } else if han + kana > 0 {
        Script::Han
    } else {
        Script::Latin
    };
    let script = match hint.get(..2) {
        Some("th") if han + kana + thai == 0 && line.c.len() < 400 => Script::Thai,
        Some("zh" | "ja") if han + kana + thai == 0 && line.c.len() < 400 => Script::Han,
        _ => script,
    };
    let chinese = if hint.starts_with("zh") {
        kana * 3 < han + 1
    } else {
        !facts.japanese && (kana == 0 || kana * 4 < han && particles == 0 && !hint.starts_with("ja"))
    };
    (script, chinese)
}
