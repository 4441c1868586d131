//! One text but for writing: the legal form decides, and how many may carry the name.

use super::core;
use super::forms::FormRelation;
use super::names::Spoken;
use super::rules::{Given, Pair, is_common};
use super::{Answer, Evidence, EvidenceCode as Code, Verdict};
use crate::name::Name;

/// One text but for writing and form.
pub(super) fn same_text(pair: &Pair<'_>) -> Option<Answer> {
    let (one, other) = pair.names();
    if one.key != other.key || one.key.is_empty() {
        return None;
    }
    if let (Some(left), Some(right)) = (&pair.one.accents, &pair.other.accents)
        && left != right
    {
        return Some(Answer::new(Verdict::Ask, 600, vec![Evidence::one(Code::OtherAccents, "")]));
    }
    if core::parted(&pair.one.raw, &pair.other.raw) {
        return Some(Answer::new(Verdict::Different, 220, vec![pair.cores(Code::NearCore)]));
    }
    if core::kana_differ(&pair.one.raw, &pair.other.raw) {
        return Some(Answer::new(Verdict::Ask, 620, vec![pair.both(Code::NearCore)]));
    }
    if (tiny(one) || tiny(other)) && pair.one.raw != pair.other.raw {
        return Some(Answer::new(Verdict::Ask, 600, vec![Evidence::one(Code::ShortName, &pair.one.raw)]));
    }
    Some(by_form(pair, pair.both(Code::SameName)))
}

/// Two characters and nothing else: an abbreviation that several may use.
fn tiny(name: &Name) -> bool {
    name.form.is_none()
        && name.places().is_empty()
        && crate::sound::main_script(&name.rest) == crate::fold::Script::Han
        && name.rest.chars().count() <= 2
}

/// Names that agree in all but the form.
pub(super) fn by_form(pair: &Pair<'_>, same: Evidence) -> Answer {
    let (one, other) = pair.names();
    let common = pair.is_common();
    match (pair.given(), common) {
        (Given::Differ, true) => {
            return Answer::new(Verdict::Different, 200, vec![other_given(pair), common_core(pair), same]);
        }
        (Given::Differ, false) => return Answer::new(Verdict::Ask, 500, vec![other_given(pair), same]),
        (Given::One, _) if common || one.core.chars().count() <= 2 => {
            return Answer::new(Verdict::Ask, 600, vec![common_core(pair), same]);
        }
        _ => {}
    }
    let said = |name: &Name| name.form.as_ref().map_or("", |form| form.class).to_owned();
    let forms = |code| Evidence::new(code, said(one), said(other));
    match pair.forms() {
        FormRelation::Same if moved(one, other, "JP") && !tells(one) || moved(one, other, "KR") && common => {
            Answer::new(Verdict::Ask, 650, vec![Evidence::one(Code::FormMoved, ""), same])
        }
        FormRelation::Near => Answer::new(Verdict::Ask, 600, vec![forms(Code::OtherForm), same]),
        FormRelation::Same | FormRelation::Translated => Answer::new(Verdict::Same, 980, vec![same]),
        FormRelation::Open if bare(one, common) || bare(other, common) || rare(one, common) || rare(other, common) => {
            Answer::new(
                Verdict::Ask,
                600,
                vec![Evidence::one(Code::OneForm, said(one) + &said(other)), common_core(pair), same],
            )
        }
        FormRelation::Open if alone(one) => {
            Answer::new(Verdict::Ask, 640, vec![Evidence::one(Code::OneForm, said(one) + &said(other)), same])
        }
        FormRelation::Open => {
            Answer::new(Verdict::Same, 950, vec![same, Evidence::one(Code::OneForm, said(one) + &said(other))])
        }
        FormRelation::Other => Answer::new(Verdict::Ask, 600, vec![forms(Code::OtherForm), same]),
        FormRelation::Partnership => Answer::new(Verdict::Branch, 380, vec![forms(Code::OtherForm), same]),
        FormRelation::Abroad if common => {
            Answer::new(Verdict::Ask, 450, vec![forms(Code::OtherForm), common_core(pair), same])
        }
        FormRelation::Abroad => Answer::new(Verdict::Branch, 380, vec![forms(Code::OtherForm), same]),
    }
}

/// A name that is nothing but a common word, or a common word with no more than “company” behind it.
fn bare(name: &Name, common: bool) -> bool {
    let weak = name.form.as_ref().is_some_and(|form| form.rank == 1);
    let han = crate::sound::main_script(&name.rest) == crate::fold::Script::Han;
    common && name.places().is_empty() && !name.core.is_empty() || weak && (common || han)
}

/// A name that little stands beside: without its form it may be of anyone.
fn alone(name: &Name) -> bool {
    name.places().is_empty() && (name.core.chars().count() <= 2 && name.words.len() < 2 || name.words.is_empty())
}

/// A common name with a form that is not the one to be expected where it is left off (有限会社).
fn rare(name: &Name, common: bool) -> bool {
    common && name.form.as_ref().is_some_and(|form| matches!(form.class, "yk" | "gk"))
}

/// 株式会社 in front of one name and behind the other.
fn moved(one: &Name, other: &Name, law: &str) -> bool {
    let front =
        |name: &Name| name.form.as_ref().filter(|form| form.country == law && form.rank > 2).map(|form| form.front);
    matches!((front(one), front(other)), (Some(left), Some(right)) if left != right)
}

/// Whether a Japanese name is of its own enough that nobody else carries it with the form on the other side.
fn tells(name: &Name) -> bool {
    let length = name.core.chars().count();
    let long = match crate::sound::main_script(&name.core) {
        crate::fold::Script::Kana | crate::fold::Script::Latin => length >= 4,
        _ => length >= 3,
    };
    long && !is_common(name)
}

fn other_given(pair: &Pair<'_>) -> Evidence {
    let said =
        |spoken: &Spoken| if spoken.given.is_empty() { spoken.name.places().join(" ") } else { spoken.given.join(" ") };
    Evidence::new(Code::OtherPlace, said(pair.one), said(pair.other))
}

pub(super) fn common_core(pair: &Pair<'_>) -> Evidence {
    Evidence::one(Code::CommonCore, if pair.one.name.core.is_empty() { &pair.one.raw } else { &pair.one.name.core })
}
