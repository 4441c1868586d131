//! The rules, in order. Each looks at one thing and either decides or leaves it to the next.

use super::bodies::{body, official, other_kind, part_of_body, place_itself, under};
use super::core::{self, CoreRelation};
use super::forms::{self, FormRelation};
use super::names::Spoken;
use super::places::{self, PlaceRelation};
use super::text::{by_form, common_core, same_text};
use super::words::{self, WordRelation};
use super::{Answer, Evidence, EvidenceCode as Code, Verdict};
use crate::known::Known;
use crate::lexicon::{Kind, Lexicon};
use crate::name::Name;
use std::collections::BTreeSet;

/// Two names with what is known.
pub(super) struct Pair<'a> {
    pub(super) known: &'a Known,
    pub(super) one: &'a Spoken,
    pub(super) other: &'a Spoken,
}

pub(super) fn decide(pair: &Pair<'_>) -> Answer {
    let rules: [fn(&Pair<'_>) -> Option<Answer>; 11] = [
        known_names,
        under,
        place_itself,
        same_text,
        known_base,
        other_kind,
        same_core,
        near_core,
        part_of_body,
        same_group,
        short_name,
    ];
    rules.iter().find_map(|rule| rule(pair)).unwrap_or_else(|| unrelated(pair))
}

impl Pair<'_> {
    pub(super) fn names(&self) -> (&Name, &Name) {
        (&self.one.name, &self.other.name)
    }

    pub(super) fn both(&self, code: Code) -> Evidence {
        Evidence::new(code, &self.one.raw, &self.other.raw)
    }

    pub(super) fn cores(&self, code: Code) -> Evidence {
        Evidence::new(code, &self.one.name.core, &self.other.name.core)
    }

    /// The group that both are of.
    fn shared_group(&self) -> Option<u32> {
        let (left, right) = (&self.one.found.groups, &self.other.found.groups);
        left.iter().find(|group| right.contains(group)).copied()
    }

    pub(super) fn forms(&self) -> FormRelation {
        forms::relation(self.one.name.form.as_ref(), self.other.name.form.as_ref())
    }

    /// Places given beside the names that do not agree; whether a place is given on one side only.
    pub(super) fn given(&self) -> Given {
        let effective = |spoken: &Spoken| -> Vec<String> {
            let own = spoken.name.places().into_iter().map(str::to_owned);
            if spoken.given.is_empty() { own.collect() } else { spoken.given.clone() }
        };
        match (self.one.given.is_empty(), self.other.given.is_empty()) {
            (true, true) => Given::None,
            _ => {
                let (left, right) = (effective(self.one), effective(self.other));
                if left.is_empty() || right.is_empty() {
                    Given::One
                } else if places::overlap(&left, &right) {
                    Given::Agree
                } else {
                    Given::Differ
                }
            }
        }
    }

    pub(super) fn is_common(&self) -> bool {
        is_common(&self.one.name) || is_common(&self.other.name)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    None,
    One,
    Agree,
    Differ,
}

/// Whether many may carry the name: its core is a common word, or too short, or there is none.
pub(super) fn is_common(name: &Name) -> bool {
    let length = name.core.chars().count();
    let short = match crate::sound::main_script(&name.core) {
        crate::fold::Script::Latin => length < 4,
        crate::fold::Script::Thai => length < 4,
        crate::fold::Script::Kana => length < 3,
        _ => length < 2,
    };
    short || Lexicon::get().is_common(&name.core)
}

/// Both names are known.
fn known_names(pair: &Pair<'_>) -> Option<Answer> {
    let (left, right) = (&pair.one.found.entities, &pair.other.found.entities);
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let shared = left.iter().find(|entity| right.contains(entity));
    let title = |entity: Option<&u32>| entity.map_or("", |entity| pair.known.title(*entity));
    if let Some(entity) = shared {
        let (one, other) = pair.names();
        if one.key == other.key && pair.forms().parts() && !(pair.known.is_whole(one) && pair.known.is_whole(other)) {
            return None;
        }
        let evidence = Evidence::one(Code::KnownOrganisation, title(Some(entity)));
        if left.len() > 1 || right.len() > 1 {
            let ambiguous = Evidence::one(Code::Ambiguous, &if left.len() > 1 { pair.one } else { pair.other }.raw);
            return Some(Answer::new(Verdict::Ask, 600, vec![ambiguous, evidence]));
        }
        if pair.given() == Given::Differ && pair.is_common() {
            return None;
        }
        return Some(Answer::new(Verdict::Same, 990, vec![evidence]));
    }
    if [pair.one.part_of, pair.other.part_of]
        .into_iter()
        .flatten()
        .any(|whole| left.contains(&whole) || right.contains(&whole))
        || pair.one.part_of.is_some() && pair.one.part_of == pair.other.part_of
    {
        let evidence = Evidence::new(Code::OtherBranch, title(left.first()), title(right.first()));
        return Some(Answer::new(Verdict::Branch, 350, vec![evidence]));
    }
    let apart = Evidence::new(Code::KnownApart, title(left.first()), title(right.first()));
    let groups = |entities: &[u32]| {
        entities.iter().flat_map(|entity| pair.known.groups_of(*entity)).copied().collect::<Vec<_>>()
    };
    let (left, right) = (groups(left), groups(right));
    match left.iter().find(|group| right.contains(group)) {
        Some(group) => {
            let evidence = Evidence::one(Code::SameGroup, pair.known.group_name(*group));
            Some(Answer::new(Verdict::Branch, 300, vec![apart, evidence]))
        }
        None => match pair.shared_group().filter(|group| pair.known.is_filed(*group)) {
            Some(group) => {
                let evidence = Evidence::one(Code::SameGroup, pair.known.group_name(group));
                Some(Answer::new(Verdict::Branch, 290, vec![apart, evidence]))
            }
            None => Some(Answer::new(Verdict::Different, 30, vec![apart])),
        },
    }
}

/// A known organisation, and its name with a further place (三菱商事(中国)有限公司).
fn known_base(pair: &Pair<'_>) -> Option<Answer> {
    let whole = |spoken: &Spoken| if let [entity] = spoken.found.entities.as_slice() { Some(*entity) } else { None };
    let base = |spoken: &Spoken| whole(spoken).or(spoken.found.base);
    let entity = base(pair.one).filter(|entity| base(pair.other) == Some(*entity))?;
    let (one, other) = pair.names();
    let elsewhere = (whole(pair.one).is_none() || whole(pair.other).is_none()) && one.places() != other.places();
    let company = pair.known.seat(entity).is_none() && !one.is_body();
    let evidence = Evidence::one(Code::SameGroup, pair.known.title(entity));
    (elsewhere && company).then(|| Answer::new(Verdict::Branch, 370, vec![evidence, other_place(pair)]))
}

/// Called by the same word, in whatever language.
fn same_core(pair: &Pair<'_>) -> Option<Answer> {
    let relation = core::relation(pair.one, pair.other)?;
    let evidence = match relation {
        CoreRelation::Same => Evidence::one(Code::SameCore, &pair.one.name.core),
        CoreRelation::Group | CoreRelation::None | CoreRelation::Letters => pair.both(Code::SameMeaning),
        CoreRelation::Read(_) | CoreRelation::Whole(_) => pair.cores(Code::SameReading),
    };
    let (one, other) = pair.names();
    let whole = matches!(relation, CoreRelation::Whole(_));
    let trades = if whole { WordRelation::Same } else { words::relation(one, other) };
    let tiers = (one.group, one.holding) == (other.group, other.holding);
    if relation == CoreRelation::None {
        return body(pair, trades, tiers, evidence);
    }
    match (trades, tiers) {
        (WordRelation::Same | WordRelation::Loose, true) => Some(by_place(pair, relation, trades, evidence)),
        (_, false) => Some(by_tier(pair, trades, evidence)),
        _ => Some(by_trade(pair, relation, trades, evidence)),
    }
}

/// Core, trades and tiers agree: the places decide.
fn by_place(pair: &Pair<'_>, relation: CoreRelation, trades: WordRelation, evidence: Evidence) -> Answer {
    let (one, other) = pair.names();
    let places: BTreeSet<&str> = one.places().into_iter().chain(other.places()).collect();
    let said = places.into_iter().collect::<Vec<_>>().join(" ");
    let group = pair.shared_group().is_some();
    let common = pair.is_common();
    let across = core::across(one, other);
    match places::relation(one, other) {
        PlaceRelation::Moved if !across => {
            Answer::new(Verdict::Ask, 600, vec![Evidence::one(Code::PlaceMoved, said), evidence])
        }
        PlaceRelation::Same | PlaceRelation::Moved => same_place(pair, relation, trades, evidence),
        PlaceRelation::OneLead if pair.given() == Given::Agree => same_place(pair, relation, trades, evidence),
        PlaceRelation::OneLead | PlaceRelation::OneTail if group => {
            Answer::new(Verdict::Branch, 380, vec![Evidence::one(Code::OnePlace, said), evidence])
        }
        PlaceRelation::OneTail if !common && sure(pair, relation) => {
            Answer::new(Verdict::Branch, 380, vec![Evidence::one(Code::OnePlace, said), evidence])
        }
        PlaceRelation::OneLead | PlaceRelation::OneTail => {
            Answer::new(Verdict::Ask, 500, vec![Evidence::one(Code::OnePlace, said), evidence])
        }
        _ if group => Answer::new(Verdict::Branch, 330, vec![other_place(pair), evidence]),
        _ if common => Answer::new(Verdict::Different, 180, vec![other_place(pair), common_core(pair), evidence]),
        PlaceRelation::OtherTail => Answer::new(Verdict::Branch, 330, vec![other_place(pair), evidence]),
        PlaceRelation::OtherLead if places::same_region(one, other) => {
            Answer::new(Verdict::Ask, 420, vec![other_place(pair), evidence])
        }
        PlaceRelation::OtherLead => Answer::new(Verdict::Different, 220, vec![other_place(pair), evidence]),
    }
}

fn other_place(pair: &Pair<'_>) -> Evidence {
    Evidence::new(Code::OtherPlace, pair.one.name.places().join(" "), pair.other.name.places().join(" "))
}

/// Everything agrees but the letters themselves.
fn same_place(pair: &Pair<'_>, relation: CoreRelation, trades: WordRelation, evidence: Evidence) -> Answer {
    let (one, other) = pair.names();
    let trade = Evidence::one(Code::SameTrade, words::said(one));
    if one.rest == other.rest {
        return by_form(pair, evidence);
    }
    if trades == WordRelation::Same
        && !one.core.is_empty()
        && one.form.is_none()
        && other.form.is_none()
        && official(one)
    {
        return Answer::new(Verdict::Same, 930, vec![evidence, trade]);
    }
    if !core::across(one, other) && relation != CoreRelation::Letters {
        return other_writing(pair, evidence, trade);
    }
    let sure = sure(pair, relation);
    let whole = trades == WordRelation::Same || trades == WordRelation::Loose && relation != CoreRelation::Group;
    let open = one.form.is_none() || other.form.is_none();
    match pair.forms() {
        FormRelation::Abroad | FormRelation::Other | FormRelation::Partnership => {
            Answer::new(Verdict::Ask, 450, vec![Evidence::new(Code::OtherForm, form(one), form(other)), evidence])
        }
        _ if sure
            && whole
            && !(open && (pair.is_common() || unplaced(pair, relation)))
            && pair.given() != Given::Differ =>
        {
            Answer::new(Verdict::Same, 930, vec![evidence, trade])
        }
        _ => Answer::new(Verdict::Ask, 600, vec![evidence, trade]),
    }
}

/// A reading with nothing beside it that says where: many names are read alike. Or the bare word of a group.
fn unplaced(pair: &Pair<'_>, relation: CoreRelation) -> bool {
    let read = matches!(relation, CoreRelation::Read(_) | CoreRelation::Whole(_));
    let bare = relation == CoreRelation::Group && pair.one.name.words.is_empty();
    pair.one.name.places().is_empty() && (read || bare)
}

fn form(name: &Name) -> &str {
    name.form.as_ref().map_or("", |form| form.class)
}

/// The same meaning in other words of the same language is another name: 技术 and 科技.
fn other_writing(pair: &Pair<'_>, evidence: Evidence, trade: Evidence) -> Answer {
    let spaced = crate::sound::main_script(&pair.one.name.rest) == crate::fold::Script::Latin;
    if spaced || pair.shared_group().is_some() {
        Answer::new(Verdict::Ask, 550, vec![evidence, trade])
    } else {
        Answer::new(Verdict::Different, 200, vec![pair.both(Code::OtherTrade), evidence])
    }
}

/// Whether a reading or a translation tells enough by itself.
fn sure(pair: &Pair<'_>, relation: CoreRelation) -> bool {
    let (one, other) = pair.names();
    let trades = one.words.iter().any(|(_, kind)| *kind != Kind::General) || !one.places().is_empty();
    let letters = [one, other].map(|name| name.core.chars().count()).into_iter().max().unwrap_or_default();
    match relation {
        CoreRelation::Same | CoreRelation::Group | CoreRelation::None | CoreRelation::Letters => true,
        CoreRelation::Whole(crate::sound::Reading::Consonants) => letters >= 9,
        CoreRelation::Whole(_) => letters >= 6,
        CoreRelation::Read(crate::sound::Reading::Consonants) => !one.words.is_empty() || letters >= 12,
        CoreRelation::Read(crate::sound::Reading::Pinyin | crate::sound::Reading::Cantonese)
            if one.places().is_empty() =>
        {
            short_side(one, other) >= 3
        }
        CoreRelation::Read(_) => trades && !one.words.is_empty() || letters >= 8,
    }
}

/// How many characters the core has in the writing that has fewer.
fn short_side(one: &Name, other: &Name) -> usize {
    one.core.chars().count().min(other.core.chars().count())
}

/// One is a group or holding company.
fn by_tier(pair: &Pair<'_>, trades: WordRelation, evidence: Evidence) -> Answer {
    let tier = |name: &Name| {
        [(name.group, "group"), (name.holding, "holding")]
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, said)| *said)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (one, other) = pair.names();
    let tiers = Evidence::new(Code::OtherTier, tier(one), tier(other));
    let group = pair.shared_group().is_some();
    let related = matches!(trades, WordRelation::Same | WordRelation::Loose)
        && !pair.is_common()
        && one.form.is_some()
        && other.form.is_some();
    if group || related {
        return Answer::new(Verdict::Branch, 350, vec![tiers, evidence]);
    }
    if trades == WordRelation::Other || pair.is_common() && places::relation(one, other) != PlaceRelation::Same {
        return Answer::new(Verdict::Different, 200, vec![tiers, evidence]);
    }
    Answer::new(Verdict::Ask, 450, vec![tiers, evidence])
}

/// The trades differ.
fn by_trade(pair: &Pair<'_>, relation: CoreRelation, trades: WordRelation, evidence: Evidence) -> Answer {
    let (one, other) = pair.names();
    let (left, right) = (words::said(one), words::said(other));
    let said = match trades {
        WordRelation::More => Evidence::one(Code::MoreTrade, if right.len() > left.len() { right } else { left }),
        _ => Evidence::new(Code::OtherTrade, left, right),
    };
    if let Some(group) = pair.shared_group() {
        let group = Evidence::one(Code::SameGroup, pair.known.group_name(group));
        return Answer::new(Verdict::Branch, 300, vec![said, group, evidence]);
    }
    let known = pair.one.found.entities.is_empty() != pair.other.found.entities.is_empty();
    let apart = matches!(places::relation(one, other), PlaceRelation::OtherLead | PlaceRelation::OtherTail)
        || known && pair.is_common();
    if trades == WordRelation::More && !apart && !matches!(relation, CoreRelation::Read(_)) {
        return Answer::new(Verdict::Ask, 450, vec![said, evidence]);
    }
    if trades == WordRelation::More && !apart && (one.form.is_none() || other.form.is_none()) {
        return Answer::new(Verdict::Ask, 420, vec![said, evidence]);
    }
    Answer::new(Verdict::Different, 150, vec![said, evidence])
}

/// A slip of the pen, or another name.
fn near_core(pair: &Pair<'_>) -> Option<Answer> {
    let (one, other) = pair.names();
    let rest = words::relation(one, other) == WordRelation::Same && places::relation(one, other) == PlaceRelation::Same;
    (rest && core::near(one, other)).then(|| Answer::new(Verdict::Ask, 550, vec![pair.cores(Code::NearCore)]))
}

/// Words of one group in both names.
fn same_group(pair: &Pair<'_>) -> Option<Answer> {
    let group = pair.shared_group()?;
    Some(Answer::new(Verdict::Branch, 280, vec![Evidence::one(Code::SameGroup, pair.known.group_name(group))]))
}

/// A short name that may mean the other, and many more.
fn short_name(pair: &Pair<'_>) -> Option<Answer> {
    let (one, other) = pair.names();
    let (short, long) = if one.rest.len() <= other.rest.len() { (one, other) } else { (other, one) };
    let bare = short.form.as_ref().is_none_or(|form| form.rank <= 2);
    let named = !short.core.is_empty() || short.places().is_empty();
    let held = named && short.rest.chars().count() >= 2 && contains(long, short);
    let places = places::relation(one, other);
    let apart = matches!(places, PlaceRelation::OtherLead | PlaceRelation::OtherTail);
    (bare && held && !apart).then(|| Answer::new(Verdict::Ask, 420, vec![Evidence::one(Code::ShortName, &short.rest)]))
}

fn contains(long: &Name, short: &Name) -> bool {
    if crate::sound::main_script(&short.rest) == crate::fold::Script::Latin {
        let words: Vec<&str> = long.base.split(' ').collect();
        let wanted: Vec<&str> = short.base.split(' ').collect();
        return words.windows(wanted.len()).any(|run| run == wanted);
    }
    long.rest.contains(&short.rest)
}

fn unrelated(pair: &Pair<'_>) -> Answer {
    let code = if pair.one.name.core == pair.other.name.core { Code::OtherTrade } else { Code::OtherCore };
    Answer::new(Verdict::Different, 50, vec![pair.both(code)])
}
