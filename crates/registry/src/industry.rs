//! Industries by classification: codes and titles from versioned data files, which name their sources.
//!
//! A file is tab-separated: lines of comments that begin with `#`, then a head (`code`, `parent`, one column for each language),
//! then a line for each row. `# scheme: WORD` names the classification with its revision. Another file, such as one of ISIC
//! Rev.5, is read by the same function.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;
use thiserror::Error;

/// A classification of industries, in one revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classification {
    scheme: String,
    languages: Vec<String>,
    rows: Vec<Industry>,
    by_code: HashMap<String, usize>,
}

/// A row of a classification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Industry {
    /// The code: a letter for a section, digits for what is below it.
    pub code: String,
    /// The code of the row above; none of a section.
    pub parent: Option<String>,
    /// Titles by language (BCP 47).
    titles: BTreeMap<String, String>,
}

/// What sections of another classification hold of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// The section of the other classification.
    pub section: String,
    /// Whether it holds the same, but for small parts; else it holds a part of it.
    pub is_equal: bool,
}

/// A data file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ClassificationError {
    /// It does not say which classification it is.
    #[error("no line “# scheme: …”")]
    NoScheme,
    /// It has no head.
    #[error("no head that begins with code and parent")]
    NoHead,
    /// A line is none.
    #[error("row {row}: {what}")]
    Row {
        /// Its number among the rows, from 1.
        row: usize,
        /// What is wrong.
        what: &'static str,
    },
}

const FILES: [&str; 3] = [
    include_str!("../data/industries/isic-4.tsv"),
    include_str!("../data/industries/gbt-4754-2017.tsv"),
    include_str!("../data/industries/jsic-14.tsv"),
];
/// Bytes of a code at most; anything longer is none.
const LONGEST: usize = 8;
/// The classification beside whose sections the others stand in the table.
const BESIDE: &str = "isic-4";
const SECTIONS: &str = include_str!("../data/industries/sections.tsv");

static KNOWN: LazyLock<Vec<Classification>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| Classification::read(file).ok()).collect());

/// The classifications that come with the program.
#[must_use]
pub fn classifications() -> &'static [Classification] {
    &KNOWN
}

/// The classification of this word; none for words, and for those of which there is no file.
#[must_use]
pub fn classification(scheme: &str) -> Option<&'static Classification> {
    KNOWN.iter().find(|known| known.scheme == scheme)
}

impl Classification {
    /// Reads a data file.
    ///
    /// # Errors
    /// When it has no scheme or no head, a code stands twice, a title is missing, or the row above a row is not there.
    pub fn read(text: &str) -> Result<Self, ClassificationError> {
        let scheme = text.lines().find_map(|line| line.strip_prefix("# scheme: ")).map(str::trim);
        let scheme = scheme.ok_or(ClassificationError::NoScheme)?.to_owned();
        let mut lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let head =
            lines.next().and_then(|head| head.strip_prefix("code\tparent\t")).ok_or(ClassificationError::NoHead)?;
        let languages: Vec<String> = head.split('\t').map(str::to_owned).collect();
        let (mut rows, mut by_code) = (Vec::new(), HashMap::new());
        for (at, line) in lines.enumerate() {
            let wrong = |what| ClassificationError::Row { row: at + 1, what };
            let row = row(line, &languages).ok_or_else(|| wrong("a code and a title are needed"))?;
            if row.parent.as_ref().is_some_and(|parent| !by_code.contains_key(parent)) {
                return Err(wrong("the row above it is not there"));
            }
            if by_code.insert(row.code.clone(), at).is_some() {
                return Err(wrong("the code stands twice"));
            }
            rows.push(row);
        }
        Ok(Self { scheme, languages, rows, by_code })
    }

    /// The word of the classification with its revision.
    #[must_use]
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// All rows, sections before what is below them.
    #[must_use]
    pub fn rows(&self) -> &[Industry] {
        &self.rows
    }

    /// The row of a code, written with its section (`C29`) or without (`29`).
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Industry> {
        let bare = bare(code);
        let found = self.by_code.get(bare).and_then(|at| self.rows.get(*at))?;
        let section = code.strip_suffix(bare).filter(|letter| !letter.is_empty());
        section.is_none_or(|letter| self.section_of(found) == letter).then_some(found)
    }

    /// A code as it is kept: its section with what is below it (`C29`). A code deeper than the file goes passes where the row above
    /// it is known and the file has no row of that depth.
    #[must_use]
    pub fn normal(&self, written: &str) -> Option<String> {
        let code = written.trim().to_ascii_uppercase().replace('.', "");
        if let Some(found) = self.get(&code) {
            let section = self.section_of(found);
            return Some(if section == found.code { section.to_owned() } else { format!("{section}{}", found.code) });
        }
        let above = self.above(&code)?;
        let deeper = self.rows.iter().any(|row| row.code.len() == bare(&code).len());
        let whole = bare(&code).len() <= 4 && bare(&code).bytes().all(|byte| byte.is_ascii_digit());
        (whole && !deeper).then(|| format!("{}{}", self.section_of(above), bare(&code)))
    }

    /// The row of a code, else the nearest above it.
    #[must_use]
    pub fn nearest(&self, code: &str) -> Option<&Industry> {
        self.get(code).or_else(|| self.above(code))
    }

    fn above(&self, code: &str) -> Option<&Industry> {
        let bare = bare(code);
        if bare.len() > LONGEST {
            return None;
        }
        let section = code.strip_suffix(bare).unwrap_or_default();
        let shorter = (2..bare.len()).rev().filter_map(|length| bare.get(..length));
        shorter.map(|start| format!("{section}{start}")).find_map(|start| self.get(&start))
    }

    /// The section that a row stands in.
    #[must_use]
    pub fn section_of<'a>(&'a self, row: &'a Industry) -> &'a str {
        let above = |code: &String| self.by_code.get(code).and_then(|at| self.rows.get(*at));
        match row.parent.as_ref().and_then(above) {
            Some(parent) => self.section_of(parent),
            None => &row.code,
        }
    }

    /// Rows in whose code or titles all words stand, sections and divisions first; at most so many.
    #[must_use]
    pub fn find(&self, words: &str, most: usize) -> Vec<&Industry> {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        let has = |row: &&Industry| {
            let within = |word: &String| {
                row.code.to_lowercase() == *word || row.titles.values().any(|title| title.to_lowercase().contains(word))
            };
            !words.is_empty() && words.iter().all(within)
        };
        let mut found: Vec<&Industry> = self.rows.iter().filter(has).collect();
        found.sort_by_key(|row| (row.code.len(), row.code.clone()));
        found.truncate(most);
        found
    }

    /// The sections of another classification that hold what this section holds; none where there is no section like it.
    #[must_use]
    pub fn counterparts(&self, section: &str, other: &str) -> Vec<Counterpart> {
        counterparts(&self.scheme, section, other)
    }

    /// The languages of its titles.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.languages
    }
}

impl Industry {
    /// The title in this language, else in English, else in the first there is, with its language.
    #[must_use]
    pub fn title(&self, language: &str) -> (&str, &str) {
        let own = self.titles.iter().find(|(tag, _)| tag.as_str() == language);
        let english = || self.titles.iter().find(|(tag, _)| tag.as_str() == "en");
        let any = || self.titles.iter().next();
        own.or_else(english).or_else(any).map_or(("", ""), |(tag, title)| (title.as_str(), tag.as_str()))
    }
}

fn row(line: &str, languages: &[String]) -> Option<Industry> {
    let mut cells = line.split('\t');
    let (code, parent) = (cells.next()?.to_owned(), cells.next()?);
    let titles: BTreeMap<String, String> = languages
        .iter()
        .zip(cells)
        .filter(|(_, title)| !title.is_empty())
        .map(|(language, title)| (language.clone(), title.to_owned()))
        .collect();
    let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let parent = Some(parent).filter(|parent| !parent.is_empty()).map(str::to_owned);
    (is_code && !titles.is_empty()).then_some(Industry { code, parent, titles })
}

/// A code without the section before it; a section alone is itself.
fn bare(code: &str) -> &str {
    let digits = code.trim_start_matches(|char: char| char.is_ascii_uppercase());
    if digits.is_empty() || code.len() - digits.len() > 1 { code } else { digits }
}

/// A line of the table of sections, cells by their classification.
fn table() -> Vec<BTreeMap<&'static str, &'static str>> {
    let mut lines = crate::lexicon::rows::rows(SECTIONS).into_iter();
    let head = lines.next().unwrap_or_default();
    lines.map(|cells| head.iter().copied().zip(cells).collect()).collect()
}

fn counterparts(scheme: &str, section: &str, other: &str) -> Vec<Counterpart> {
    let mut found: BTreeMap<String, bool> = BTreeMap::new();
    for line in table() {
        let cell = |scheme: &str| sections(line.get(scheme).copied().unwrap_or_default());
        let Some((_, own)) = cell(scheme).into_iter().find(|(known, _)| *known == section) else { continue };
        for (their, equal) in cell(other) {
            let equal = (own || scheme == BESIDE) && (equal || other == BESIDE);
            *found.entry(their.to_owned()).or_default() |= equal;
        }
    }
    found.into_iter().map(|(section, is_equal)| Counterpart { section, is_equal }).collect()
}

/// The sections of a cell, and whether each holds the same.
fn sections(cell: &str) -> Vec<(&str, bool)> {
    let each = cell.split(' ').filter(|section| *section != "-" && !section.is_empty());
    each.map(|section| section.strip_prefix('=').map_or((section, false), |bare| (bare, true))).collect()
}

#[cfg(test)]
mod tests;
