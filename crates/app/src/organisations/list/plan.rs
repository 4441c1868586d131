//! What would come of a list: made without writing, so that it can be looked at first.

use super::cells::Cells;
use super::draft::{Draft, draft};
use super::identity::{Identity, Means};
use super::mapping::{Choice, Layout, Mapping, layout};
use super::merge::{Desired, Merge, merge};
use super::message::of_file;
use super::parent;
use super::{ListMessage, ListOptions, ListReport, Progress, RowOutcome, RowReport, RowTotals};
use crate::Sources;
use crate::error::AppError;
use samesky_extract::{Sheet, SheetRow};
use samesky_model::id::{OrganisationId, OrganisationImportId, TeamId};
use samesky_model::record::{KeptFact, ListJobRow, OrganisationRecord};
use samesky_registry::list::{Column, letters};
use samesky_store::{self as store, Db};
use std::collections::{BTreeMap, HashMap};

/// Rows that are matched at a time.
const AT_A_TIME: usize = 500;

/// A plan for a list.
pub(super) struct Plan {
    pub(super) sheet: String,
    pub(super) layout: Layout,
    pub(super) drafts: Vec<Draft>,
    /// By draft: what comes of it.
    pub(super) outcomes: Vec<RowOutcome>,
    /// By draft: the change that it belongs to.
    pub(super) change_of: Vec<Option<usize>>,
    pub(super) changes: Vec<OrganisationChange>,
    pub(super) totals: RowTotals,
}

/// What becomes of one organisation.
pub(super) struct OrganisationChange {
    pub(super) id: OrganisationId,
    /// What is kept of it; nothing of a new one.
    pub(super) kept: Option<(OrganisationRecord, Vec<KeptFact>)>,
    /// The drafts that speak of it.
    pub(super) drafts: Vec<usize>,
    pub(super) merge: Merge,
}

impl Plan {
    pub(super) async fn make(
        db: &dyn Db,
        team: TeamId,
        sheet: &Sheet,
        said: Option<&Mapping>,
        (sources, progress): (&Sources, &Progress),
    ) -> Result<Self, AppError> {
        let cells = Cells::of(sheet);
        let mut layout = layout(db, team, &cells, said).await?;
        let choices = match said {
            Some(said) => said.choices().map_err(|error| AppError::invalid_value("mapping", "no-mapping", error.0))?,
            None => BTreeMap::new(),
        };
        let last = layout.head.iter().max().copied().unwrap_or(0);
        let body: Vec<&SheetRow> = sheet.rows.iter().filter(|row| row.number > last).collect();
        about_file(&mut layout, sheet, &body);
        progress.begin(body.len());
        let mut drafts: Vec<Draft> = Vec::with_capacity(body.len());
        let mut means = Vec::with_capacity(body.len());
        let mut identity = Identity::new(db, team, &layout.key).await?;
        for some in body.chunks(AT_A_TIME) {
            let from = drafts.len();
            drafts.extend(some.iter().map(|row| draft(&cells, &layout, row)));
            means.extend(identity.find(db, &mut drafts, from).await?);
            progress.step(some.len())?;
        }
        drop(identity);
        let groups = groups(&mut drafts, &means, &choices, sources);
        let kept = groups.iter().filter(|group| !group.only_if_silent);
        let of_row = kept.flat_map(|group| group.drafts.iter().map(|at| (*at, group.id))).collect();
        parent::resolve(db, team, &mut drafts, &of_row).await?;
        Self::of_groups(db, team, sheet, layout, drafts, groups, &choices).await
    }

    async fn of_groups(
        db: &dyn Db,
        team: TeamId,
        sheet: &Sheet,
        layout: Layout,
        drafts: Vec<Draft>,
        groups: Vec<Group>,
        choices: &BTreeMap<u32, Choice>,
    ) -> Result<Self, AppError> {
        let count = drafts.len();
        let mut plan = Self {
            sheet: sheet.name.clone(),
            layout,
            drafts,
            outcomes: vec![RowOutcome::Refused; count],
            change_of: vec![None; count],
            changes: Vec::with_capacity(groups.len()),
            totals: RowTotals::default(),
        };
        for some in groups.chunks(AT_A_TIME) {
            let ids: Vec<OrganisationId> = some.iter().filter(|group| group.is_kept).map(|group| group.id).collect();
            let records = store::organisation::get_many(db, team, &ids).await?;
            let mut records: HashMap<_, _> = records.into_iter().map(|record| (record.id, record)).collect();
            let mut facts = store::organisation::fact::of(db, team, &ids).await?;
            for group in some {
                let id = group.id;
                let kept = group.is_kept.then(|| (records.remove(&id), facts.remove(&id).unwrap_or_default()));
                match kept {
                    Some((None, _)) => plan.lost(group),
                    Some((Some(record), facts)) => plan.add(group, Some((record, facts))),
                    None => plan.add(group, None),
                }
            }
        }
        plan.doubts(choices);
        plan.outcomes.iter().for_each(|outcome| plan.totals.count(*outcome));
        Ok(plan)
    }

    /// A choice names an organisation that there is not.
    fn lost(&mut self, group: &Group) {
        for at in &group.drafts {
            self.drafts[*at].messages.push(of_file("no-such-organisation", &[]));
        }
    }

    fn add(&mut self, group: &Group, kept: Option<(OrganisationRecord, Vec<KeptFact>)>) {
        let desired: Vec<Desired> = group
            .drafts
            .iter()
            .flat_map(|at| {
                let draft = &self.drafts[*at];
                draft.facts.iter().map(move |(fact, column)| Desired {
                    fact: fact.clone(),
                    draft: *at,
                    column: *column,
                })
            })
            .collect();
        let known = kept.as_ref().map_or(&[][..], |(_, facts)| facts.as_slice());
        let told = kept.as_ref().map_or(&[][..], |(record, _)| record.names.as_slice());
        let merge = merge((known, told), &desired, &self.layout.key, &mut self.drafts);
        if group.only_if_silent && !merge.is_empty() {
            return;
        }
        let is_new = kept.is_none();
        for (nth, at) in group.drafts.iter().enumerate() {
            let adds = merge.adds(*at);
            let outcome = match (is_new, nth, adds) {
                (true, 0, _) => RowOutcome::New,
                (_, _, true) => RowOutcome::Updated,
                (_, _, false) => RowOutcome::Unchanged,
            };
            self.outcomes[*at] = outcome;
            self.change_of[*at] = Some(self.changes.len());
            if nth > 0 {
                let row = self.drafts[group.drafts[0]].row.to_string();
                self.drafts[*at].messages.push(of_file("same-as-row", &[("row", &row)]));
            }
        }
        self.changes.push(OrganisationChange { id: group.id, kept, drafts: group.drafts.clone(), merge });
    }

    /// What no group has: rows that were refused, or that an officer has to decide.
    fn doubts(&mut self, choices: &BTreeMap<u32, Choice>) {
        for (at, draft) in self.drafts.iter_mut().enumerate() {
            if self.change_of[at].is_some() {
                continue;
            }
            let skipped = choices.get(&draft.row) == Some(&Choice::Skip);
            if skipped {
                draft.messages.push(of_file("row-skipped", &[]));
            }
            self.outcomes[at] = match (skipped, draft.refused) {
                (true, _) => RowOutcome::Unchanged,
                (false, true) => RowOutcome::Refused,
                (false, false) => RowOutcome::Doubtful,
            };
        }
    }

    /// Whether nothing would be kept: nothing new, or one refused row keeps all out.
    pub(super) fn keeps_nothing(&self, options: ListOptions) -> bool {
        let RowTotals { new, updated, refused, .. } = self.totals;
        new + updated == 0 || (refused > 0 && !options.skip_refused)
    }

    /// The rows as they are shown to whoever decides.
    pub(super) fn job_rows(&self, choices: &BTreeMap<u32, Choice>) -> Vec<ListJobRow> {
        let row = |(at, draft): (usize, &Draft)| {
            let record = self.change_of[at].and_then(|change| self.changes[change].kept.as_ref());
            let doubtful = self.outcomes[at] == RowOutcome::Doubtful;
            ListJobRow {
                row: i64::from(draft.row),
                outcome: self.outcomes[at],
                name: draft.name().map(str::to_owned),
                organisation: record.map(|(record, _)| record.id),
                identifiers: draft.numbers().map(|(one, _)| (one.scheme.clone(), one.value.clone())).collect(),
                country: draft.country().map(str::to_owned),
                messages: draft.messages.clone(),
                candidates: if doubtful { draft.candidates.clone() } else { Vec::new() },
                choice: choices.get(&draft.row).filter(|_| doubtful).map(ToString::to_string),
            }
        };
        self.drafts.iter().enumerate().map(row).collect()
    }

    /// The report, with the import where something was kept.
    pub(super) fn report(self, import: Option<OrganisationImportId>) -> ListReport {
        let mut messages: Vec<ListMessage> = self.layout.messages.clone();
        if import.is_none() && self.totals.refused > 0 {
            messages.push(of_file("nothing-kept", &[("refused", &self.totals.refused.to_string())]));
        }
        let id_of = |at: usize| {
            let change = &self.changes[self.change_of[at]?];
            (import.is_some() || change.kept.is_some()).then_some(change.id)
        };
        let row = |(at, draft): (usize, &Draft)| {
            let record = self.change_of[at].and_then(|change| self.changes[change].kept.as_ref());
            let name = record.and_then(|(record, _)| record.names.first().map(|name| name.text.clone()));
            RowReport {
                row: draft.row,
                outcome: self.outcomes[at],
                organisation: draft.name().map(str::to_owned).or(name),
                id: id_of(at),
                identifiers: draft.numbers().map(|(one, _)| (one.scheme.clone(), one.value.clone())).collect(),
                country: draft.country().map(str::to_owned),
                messages: draft.messages.clone(),
            }
        };
        let rows = self.drafts.iter().enumerate().map(row).collect();
        ListReport {
            import,
            header_rows: self.layout.head.clone(),
            mapping: self.layout.mapping(),
            rows,
            messages,
            totals: self.totals,
            sheet: self.sheet,
        }
    }
}

/// Rows that speak of one organisation.
struct Group {
    /// The organisation that they speak of, or the one that they make.
    id: OrganisationId,
    is_kept: bool,
    drafts: Vec<usize>,
    /// A doubtful row of which something would have to be kept stays out.
    only_if_silent: bool,
}

/// Brings rows that mean the same together. Doubtful rows stay out, but for those that say nothing that is not kept.
fn groups(drafts: &mut [Draft], means: &[Means], choices: &BTreeMap<u32, Choice>, sources: &Sources) -> Vec<Group> {
    let (mut groups, mut silent): (Vec<Group>, Vec<Group>) = (Vec::new(), Vec::new());
    let mut of_row: HashMap<usize, usize> = HashMap::new();
    let mut of_kept: HashMap<OrganisationId, usize> = HashMap::new();
    for (at, meant) in means.iter().enumerate() {
        let choice = choices.get(&drafts[at].row).copied();
        let meant = match choice {
            Some(Choice::New) => Means::New,
            Some(Choice::Is(id)) => Means::Kept(id),
            Some(Choice::Row(row)) => above(drafts, at, row),
            Some(Choice::Skip) => continue,
            None => *meant,
        };
        if drafts[at].refused {
            continue;
        }
        if choice.is_none() && drafts[at].doubtful {
            if let Means::Kept(id) = meant {
                silent.push(Group { id, is_kept: true, drafts: vec![at], only_if_silent: true });
            }
            continue;
        }
        let group = match meant {
            Means::Kept(id) => *of_kept.entry(id).or_insert_with(|| begun(&mut groups, (id, true))),
            Means::New => begun(&mut groups, (sources.id(), false)),
            Means::Row(other) => match of_row.get(&other) {
                Some(group) => *group,
                None => {
                    let row = drafts[other].row.to_string();
                    drafts[at].doubtful = true;
                    drafts[at].messages.push(of_file("same-as-doubtful", &[("row", &row)]));
                    continue;
                }
            },
            Means::Unknown => continue,
        };
        of_row.insert(at, group);
        groups[group].drafts.push(at);
    }
    groups.extend(silent);
    groups
}

/// The draft of a row above; rows stand in their order.
fn above(drafts: &[Draft], at: usize, row: u32) -> Means {
    drafts[..at].binary_search_by_key(&row, |draft| draft.row).map_or(Means::Unknown, Means::Row)
}

fn begun(groups: &mut Vec<Group>, (id, is_kept): (OrganisationId, bool)) -> usize {
    groups.push(Group { id, is_kept, drafts: Vec::new(), only_if_silent: false });
    groups.len() - 1
}

fn about_file(layout: &mut Layout, sheet: &Sheet, body: &[&SheetRow]) {
    if body.is_empty() {
        layout.messages.push(of_file("no-rows", &[]));
    }
    let hidden: Vec<String> = body.iter().filter(|row| row.hidden).map(|row| row.number.to_string()).collect();
    if !hidden.is_empty() {
        layout.messages.push(of_file("rows-hidden", &[("rows", &hidden.join(", "))]));
    }
    let hides = |column: &&Column| sheet.hidden_columns.contains(&column.column);
    let columns: Vec<String> = layout.columns.iter().filter(hides).map(|column| letters(column.column)).collect();
    if !columns.is_empty() {
        layout.messages.push(of_file("columns-hidden", &[("columns", &columns.join(", "))]));
    }
    if sheet.sheets.len() > 1 {
        layout.messages.push(of_file("other-sheets", &[("sheet", &sheet.name), ("sheets", &sheet.sheets.join(", "))]));
    }
}
