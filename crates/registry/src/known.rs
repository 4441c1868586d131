//! What rules cannot know: names of one organisation across languages, and which belong to one group.

mod entry;
mod merged;
mod stem;

pub use entry::{Entry, EntryError, Group, NameIn};

use crate::compare::forms;
use crate::fold::{Script, fold};
use crate::lexicon::bounded;
use crate::name::{LegalForm, Name, compact};
use daachorse::CharwiseDoubleArrayAhoCorasick as Automaton;
use std::collections::{BTreeMap, HashMap};

/// The files that come with the crate.
const NAMES: [&str; 5] = [
    include_str!("../data/names.jsonl"),
    include_str!("../data/names-more.jsonl"),
    include_str!("../data/names-china.jsonl"),
    include_str!("../data/names-world.jsonl"),
    include_str!("../data/names-asia.jsonl"),
];
const GROUPS: &str = include_str!("../data/groups.jsonl");

/// Organisations that are known by several names. Built from entries, never changed after.
#[derive(Default)]
pub struct Known {
    titles: Vec<String>,
    groups_of: Vec<Vec<u32>>,
    /// The legal forms that its names have, with the keys of the names.
    forms_of: Vec<Vec<(String, LegalForm)>>,
    /// The seat of a public body that may have offices: its country/region. None for companies and institutes.
    seats: Vec<Option<String>>,
    group_names: Vec<String>,
    /// How many of the groups stand in a file; the others are organisations of no group.
    filed: u32,
    by_full: HashMap<String, Vec<u32>>,
    by_key: HashMap<String, Vec<u32>>,
    /// Organisations by their names without the country/region.
    by_rest: HashMap<String, Vec<u32>>,
    stems: Option<Automaton<u32>>,
    stem_groups: Vec<Vec<u32>>,
}

/// What is known of a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// The organisations that the whole name may be; more than one where it is ambiguous.
    pub(crate) entities: Vec<u32>,
    /// Groups whose words stand in the name.
    pub(crate) groups: Vec<u32>,
    /// The one group that the core of the name is the word of.
    pub(crate) core: Option<u32>,
    /// The organisation that the name without its places means.
    pub(crate) base: Option<u32>,
}

impl Known {
    /// The organisations of the files that come with Samesky.
    #[must_use]
    pub fn built_in() -> Self {
        Self::with(Vec::new(), Vec::new())
    }

    /// The same and more: merges that officers made, names of a region, groups.
    #[must_use]
    pub fn with(more: Vec<Entry>, groups: Vec<Group>) -> Self {
        let built_in = NAMES.into_iter().flat_map(|file| entry::lines::<Entry>(file).0);
        let built_in_groups = entry::lines::<Group>(GROUPS).0;
        let entries: Vec<Entry> = built_in.chain(more).collect();
        Self::of(&entries, &[built_in_groups, groups].concat())
    }

    /// The organisations of the files, and groups of names that mean one organisation each, whatever the files say: merges that
    /// officers made.
    #[must_use]
    pub fn built_in_with(merged: &[Vec<String>]) -> Self {
        let built_in = NAMES.into_iter().flat_map(|file| entry::lines::<Entry>(file).0).collect::<Vec<_>>();
        Self::of(&merged::joined(joined(&built_in), merged), &entry::lines::<Group>(GROUPS).0)
    }

    /// Only these.
    #[must_use]
    pub fn of(entries: &[Entry], groups: &[Group]) -> Self {
        let mut known = Self::default();
        let mut stems = BTreeMap::new();
        let mut members: HashMap<&str, Vec<u32>> = HashMap::new();
        for (group, row) in groups.iter().zip(0_u32..) {
            known.group_names.push(group.group.clone());
            group.members.iter().for_each(|member| members.entry(member).or_default().push(row));
            group.stems.iter().for_each(|stem| push(stems.entry(fold(stem)).or_default(), row));
        }
        known.filed = u32::try_from(groups.len()).unwrap_or(u32::MAX);
        for entry in &joined(entries) {
            known.add(entry, members.get(entry.key.as_str()).cloned().unwrap_or_default(), &mut stems);
        }
        stems.remove("");
        let (patterns, groups): (Vec<String>, Vec<Vec<u32>>) = stems.into_iter().unzip();
        known.stems = Automaton::with_values(patterns.into_iter().zip(0_u32..)).ok();
        known.stem_groups = groups;
        known
    }

    /// The entries of a further file of names, one JSON object a line, and the lines that are none.
    #[must_use]
    pub fn read(data: &str) -> (Vec<Entry>, Vec<EntryError>) {
        entry::lines(data)
    }

    /// The groups of a further file, one JSON object a line, and the lines that are none.
    #[must_use]
    pub fn read_groups(data: &str) -> (Vec<Group>, Vec<EntryError>) {
        entry::lines(data)
    }

    /// How many organisations are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.titles.len()
    }

    /// Whether none is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.titles.is_empty()
    }

    /// The folded names of some organisations, in the order of code points.
    pub(crate) fn names_of(&self, entities: &[u32]) -> Vec<String> {
        if entities.is_empty() {
            return Vec::new();
        }
        let named = self.by_full.iter().filter(|(_, found)| found.iter().any(|one| entities.contains(one)));
        let mut names: Vec<String> = named.map(|(name, _)| name.clone()).collect();
        names.sort_unstable();
        names
    }

    pub(crate) fn title(&self, entity: u32) -> &str {
        self.titles.get(entity as usize).map_or("", String::as_str)
    }

    pub(crate) fn group_name(&self, group: u32) -> &str {
        self.group_names.get(group as usize).map_or("", String::as_str)
    }

    /// Whether a group stands in a file of groups.
    pub(crate) fn is_filed(&self, group: u32) -> bool {
        group < self.filed
    }

    pub(crate) fn groups_of(&self, entity: u32) -> &[u32] {
        self.groups_of.get(entity as usize).map_or(&[], Vec::as_slice)
    }

    /// The country/region of a public body that may have offices elsewhere.
    pub(crate) fn seat(&self, entity: u32) -> Option<&str> {
        self.seats.get(entity as usize)?.as_deref()
    }

    pub(crate) fn find(&self, name: &Name) -> Found {
        let entities = self.entities(name);
        let (mut groups, core) = self.stems_in(name);
        groups.extend(entities.iter().flat_map(|entity| self.groups_of(*entity)).copied());
        groups.sort_unstable();
        groups.dedup();
        let base =
            self.by_rest.get(&name.rest).filter(|found| found.len() == 1).and_then(|found| found.first()).copied();
        let base = base.or_else(|| self.elsewhere(name).filter(|_| entities.is_empty()));
        Found { entities, groups, core, base }
    }

    /// Whether the whole name, branch and all, is one that is known.
    pub(crate) fn is_whole(&self, name: &Name) -> bool {
        self.by_full.contains_key(&name.full)
    }

    /// The organisation whose name remains when a place in brackets is left off (Bank of China (Thai)).
    fn elsewhere(&self, name: &Name) -> Option<u32> {
        let (before, _) = name.folded.split_once('(').filter(|_| !name.tail.is_empty())?;
        let found = self.entities(&Name::parse(before));
        found.first().copied().filter(|_| found.len() == 1)
    }

    fn entities(&self, name: &Name) -> Vec<u32> {
        if let Some(found) = self.by_full.get(&name.full) {
            return found.clone();
        }
        let found = self.by_key.get(&name.key).map_or(&[][..], Vec::as_slice);
        found.iter().filter(|entity| self.allows(**entity, name)).copied().collect()
    }

    /// Whether the form of a name is one that the organisation has, as far as its names in that script say.
    fn allows(&self, entity: u32, name: &Name) -> bool {
        let Some(form) = &name.form else { return true };
        let forms = || self.forms_of.get(entity as usize).into_iter().flatten();
        let mut of_key = forms().filter(|(key, _)| *key == name.key).map(|(_, form)| form).peekable();
        if of_key.peek().is_some() {
            return of_key.any(|own| !forms::relation(Some(own), Some(form)).parts());
        }
        // A short name with a form of its own law is another company of the group, if the full names have such forms.
        form.rank <= 2 || !forms().any(|(_, own)| own.country == form.country)
    }

    /// Groups by the words in the name, the longest of them, from the left.
    fn stems_in(&self, name: &Name) -> (Vec<u32>, Option<u32>) {
        let Some(stems) = &self.stems else { return (Vec::new(), None) };
        let mut hits: Vec<_> = stems
            .find_overlapping_iter(&name.base)
            .filter(|hit| bounded(&name.base, hit.start(), hit.end()) || open_ended(&name.base, hit.start(), hit.end()))
            .map(|hit| (hit.start(), std::cmp::Reverse(hit.end()), hit.value()))
            .collect();
        hits.sort_unstable();
        let (mut at, mut groups, mut core) = (0, Vec::new(), None);
        for (start, std::cmp::Reverse(end), stem) in hits.into_iter().filter(|hit| stem::shows(name, hit.0, hit.1.0)) {
            if start < at {
                continue;
            }
            at = end;
            let of = self.stem_groups.get(stem as usize).map_or(&[][..], Vec::as_slice);
            groups.extend(of);
            let word = compact(name.base.get(start..end).unwrap_or_default());
            if of.len() == 1 && !name.core.is_empty() && word.contains(&name.core) {
                core = of.first().copied();
            }
        }
        (groups, core)
    }

    /// An organisation of no group is a group of its own, known by what it is called.
    fn add(&mut self, entry: &Entry, mut groups: Vec<u32>, stems: &mut BTreeMap<String, Vec<u32>>) {
        let (Ok(entity), Ok(own)) = (u32::try_from(self.titles.len()), u32::try_from(self.group_names.len())) else {
            return;
        };
        let title = entry.names.first().map(|name| name.name.clone()).unwrap_or_default();
        let body = !matches!(entry.kind.as_str(), "company" | "");
        if groups.is_empty() {
            self.group_names.push(title.clone());
            groups.push(own);
            for stem in entry.names.iter().filter(|_| !body).flat_map(|name| stem::of_name(&name.name)) {
                stems.entry(stem).or_insert_with(|| vec![own]);
            }
        }
        self.titles.push(title);
        self.forms_of.push(Vec::new());
        self.groups_of.push(groups);
        let offices = matches!(entry.kind.as_str(), "government" | "chamber");
        self.seats.push(offices.then(|| entry.country.clone()));
        entry.names.iter().for_each(|name| self.add_name(entity, &name.name, body));
    }

    fn add_name(&mut self, entity: u32, text: &str, body: bool) {
        let name = Name::parse(text);
        push(self.by_full.entry(name.full.clone()).or_default(), entity);
        if name.branch.is_some() {
            return;
        }
        if (body || name.places().is_empty()) && name.places().iter().all(|place| place.len() == 2) {
            push(self.by_rest.entry(name.rest.clone()).or_default(), entity);
        }
        if let (Some(form), Some(forms)) = (name.form, self.forms_of.get_mut(entity as usize)) {
            forms.push((name.key.clone(), form));
        }
        push(self.by_key.entry(name.key).or_default(), entity);
    }
}

/// Entries of one key as one; those without a key each by itself.
fn joined(entries: &[Entry]) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut at: HashMap<&str, usize> = HashMap::new();
    for entry in entries {
        match at.get(entry.key.as_str()).and_then(|at| all.get_mut(*at)).filter(|_| !entry.key.is_empty()) {
            Some(known) => known.names.extend(entry.names.iter().cloned()),
            None => {
                at.insert(&entry.key, all.len());
                all.push(entry.clone());
            }
        }
    }
    all
}

fn push(entities: &mut Vec<u32>, entity: u32) {
    if !entities.contains(&entity) {
        entities.push(entity);
    }
}

/// A word of kana that begins or ends a run of kana counts too (デンソーウェーブ).
fn open_ended(text: &str, start: usize, end: usize) -> bool {
    let inside = text.get(start..end).unwrap_or_default();
    inside.chars().count() >= 3
        && inside.chars().all(|char| Script::of(char) == Script::Kana)
        && starts_run(text, start)
}

fn starts_run(text: &str, start: usize) -> bool {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    before.is_none_or(|char| Script::of(char) != Script::Kana)
}
