//! The text with its claims marked. Where claims overlap, the shortest one is marked.

use crate::ui::Ctx;
use maud::{Markup, html};
use samesky_model::record::{AnnouncementText, ClaimKind, ClaimRecord, ClaimState};
use samesky_model::span::Block;
use std::collections::HashSet;

/// A stretch of the text: plain, or of one claim. Claims that begin here and that others cover whole are `under` it.
struct Piece<'a> {
    start: usize,
    end: usize,
    claim: Option<&'a ClaimRecord>,
    under: Vec<&'a ClaimRecord>,
}

/// The text as paragraphs. What lies outside of the announcement's body stays readable, but folded.
pub(super) fn text(ctx: &Ctx, text: &AnnouncementText, claims: &[ClaimRecord], title: Option<&str>) -> Markup {
    let chars: Vec<char> = text.text.chars().collect();
    let mut pieces = pieces(chars.len(), claims);
    place_covered(&chars, &mut pieces, claims);
    let mut seen = HashSet::new();
    let headline = title.and_then(|title| headline(&chars, title));
    let runs = runs(&chars, &text.body, headline);
    html! {
        @for run in &runs {
            @if run.inside {
                (paragraphs(ctx, &chars, &pieces, run, &mut seen, title))
            } @else if chars[run.start..run.end].iter().any(|c| !c.is_whitespace()) {
                details.behind {
                    summary { (ctx.t("review-outside-body")) }
                    div.mute { (paragraphs(ctx, &chars, &pieces, run, &mut seen, title)) }
                }
            }
        }
    }
}

struct Run<'a> {
    start: usize,
    end: usize,
    inside: bool,
    language: Option<&'a str>,
}

/// Where the headline stands first: it is shown, though it often stands above the body.
fn headline(chars: &[char], title: &str) -> Option<(usize, usize)> {
    let title: Vec<char> = title.trim().chars().collect();
    if title.is_empty() {
        return None;
    }
    let start = chars.windows(title.len()).position(|window| window == title)?;
    Some((start, start + title.len()))
}

/// The headline, the body's blocks and what lies between them, in order. Without blocks all of it is body.
fn runs<'a>(chars: &[char], body: &'a [Block], headline: Option<(usize, usize)>) -> Vec<Run<'a>> {
    if body.is_empty() {
        return vec![Run { start: 0, end: chars.len(), inside: true, language: None }];
    }
    let within = |(start, end): (usize, usize)| body.iter().any(|block| start < block.end && block.start < end);
    let repeated = |(start, end): (usize, usize)| {
        let words = &chars[start..end];
        body.iter()
            .filter_map(|block| chars.get(block.start..block.end))
            .any(|block| block.windows(words.len()).any(|at| at == words))
    };
    let apart = headline.filter(|place| !within(*place) && !repeated(*place));
    let mut shown: Vec<_> = body.iter().map(|block| (block.start, block.end, block.language.as_deref())).collect();
    shown.extend(apart.map(|(start, end)| (start, end, None)));
    shown.sort_by_key(|(start, end, _)| (*start, *end));
    let mut runs = Vec::new();
    let mut at = 0;
    for (start, end, language) in shown {
        let (start, end) = (start.clamp(at, chars.len()), end.clamp(at, chars.len()));
        if start > at {
            runs.push(Run { start: at, end: start, inside: false, language: None });
        }
        runs.push(Run { start, end, inside: true, language });
        at = end;
    }
    if at < chars.len() {
        runs.push(Run { start: at, end: chars.len(), inside: false, language: None });
    }
    runs
}

fn paragraphs(
    ctx: &Ctx,
    chars: &[char],
    pieces: &[Piece<'_>],
    run: &Run<'_>,
    seen: &mut HashSet<i64>,
    title: Option<&str>,
) -> Markup {
    let mut at = run.start;
    let lines: Vec<(usize, usize)> = chars[run.start..run.end]
        .split(|c| *c == '\n')
        .map(|line| {
            let range = (at, at + line.len());
            at += line.len() + 1;
            range
        })
        .filter(|(start, end)| chars[*start..*end].iter().any(|c| !c.is_whitespace()))
        .collect();
    html! {
        @for (start, end) in lines {
            @let line: String = chars[start..end].iter().collect();
            @if title.is_some_and(|title| line.trim() == title.trim()) {
                h2 lang=[run.language] data-start=(start) { (inline(ctx, chars, pieces, (start, end), seen)) }
            } @else {
                p lang=[run.language] data-start=(start) { (inline(ctx, chars, pieces, (start, end), seen)) }
            }
        }
    }
}

fn inline(
    ctx: &Ctx,
    chars: &[char],
    pieces: &[Piece<'_>],
    (start, end): (usize, usize),
    seen: &mut HashSet<i64>,
) -> Markup {
    let first = pieces.partition_point(|piece| piece.end <= start);
    html! {
        @for piece in pieces[first..].iter().take_while(|piece| piece.start < end) {
            @let words: String = chars[piece.start.max(start)..piece.end.min(end)].iter().collect();
            @for claim in &piece.under { @if seen.insert(claim.ordinal) { (mark(ctx, claim, "", true)) } }
            @match piece.claim {
                None => (words),
                Some(claim) => (mark(ctx, claim, &words, seen.insert(claim.ordinal))),
            }
        }
    }
}

/// The first mark of a claim carries its address and its number.
fn mark(ctx: &Ctx, claim: &ClaimRecord, words: &str, first: bool) -> Markup {
    let number = claim.ordinal.to_string();
    let class = format!("{} {}", kind_class(claim.current.kind()), state_class(claim.state));
    let label = ctx.t_with("review-claim-number", &[("number", number.as_str().into())]);
    html! {
        mark id=[first.then(|| format!("s{number}"))] class=(class.trim_end()) data-claim=(number) {
            (words)
            @if first { a href={ "#c" (number) } aria-label=(label) { (number) } }
        }
    }
}

const fn kind_class(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Event => "event",
        ClaimKind::Figure => "figure",
        ClaimKind::Organisation => "organisation",
        ClaimKind::Project => "project",
    }
}

const fn state_class(state: ClaimState) -> &'static str {
    match state {
        ClaimState::Pending => "",
        ClaimState::Accepted | ClaimState::Corrected => "yes",
        ClaimState::Rejected => "no",
    }
}

/// Cuts the text at every edge of a claim and gives each piece to the shortest claim over it.
fn pieces(length: usize, claims: &[ClaimRecord]) -> Vec<Piece<'_>> {
    let mut places: Vec<(usize, usize, &ClaimRecord)> = claims.iter().flat_map(places).collect();
    places.retain(|(start, end, _)| start < end && *end <= length);
    places.sort_by_key(|(start, end, claim)| (*start, end - start, claim.ordinal));
    let mut edges: Vec<usize> = places.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    edges.extend([0, length]);
    edges.sort_unstable();
    edges.dedup();
    let mut open: Vec<&(usize, usize, &ClaimRecord)> = Vec::new();
    let mut coming = places.iter().peekable();
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for edge in edges.windows(2) {
        let (start, end) = (edge[0], edge[1]);
        open.retain(|(_, until, _)| *until > start);
        while let Some(place) = coming.next_if(|place| place.0 <= start) {
            open.push(place);
        }
        let claim = open.iter().min_by_key(|(from, until, claim)| (until - from, claim.ordinal)).map(|place| place.2);
        match pieces.last_mut() {
            Some(last) if last.claim.map(|one| one.id) == claim.map(|one| one.id) => last.end = end,
            _ => pieces.push(Piece { start, end, claim, under: Vec::new() }),
        }
    }
    pieces
}

/// A claim that others cover whole has no words of its own to mark: its number stands where it begins.
fn place_covered<'a>(chars: &[char], pieces: &mut [Piece<'a>], claims: &'a [ClaimRecord]) {
    let speaks = |piece: &&Piece<'_>| chars[piece.start..piece.end].iter().any(|c| !c.is_whitespace());
    let shown: HashSet<i64> =
        pieces.iter().filter(speaks).filter_map(|piece| piece.claim.map(|claim| claim.ordinal)).collect();
    for claim in claims.iter().filter(|claim| !shown.contains(&claim.ordinal)) {
        let (start, _) = claim.current.place();
        let at = pieces.partition_point(|piece| piece.end <= start);
        if let Some(piece) = pieces.get_mut(at) {
            piece.under.push(claim);
        }
    }
}

fn places(claim: &ClaimRecord) -> impl Iterator<Item = (usize, usize, &ClaimRecord)> {
    let (start, end) = claim.current.place();
    std::iter::once((start, end, claim))
        .chain(claim.current.further_places().iter().map(move |span| (span.start, span.end, claim)))
}
