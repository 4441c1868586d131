//! Forms of many values in lines: fields are called `name-0-text`, each line holds the parts of one value, and an empty line
//! is none.

use super::draft::Typed;
use crate::ui::form::{FieldError, error_summary};
use crate::ui::message::notice;
use crate::ui::{Ctx, Tone};
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

/// The parts of a line by their names.
pub(super) type Line = BTreeMap<String, String>;

/// Something that is wrong at a part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong<F> {
    pub(super) field: F,
    pub(super) line: usize,
    pub(super) part: &'static str,
    pub(super) error: String,
}

/// All lines of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lines<F> {
    lines: BTreeMap<F, Vec<Line>>,
    pub(super) wrong: Vec<Wrong<F>>,
    /// What cannot be put right at one field.
    pub(super) said: Option<String>,
}

impl<F> Default for Lines<F> {
    fn default() -> Self {
        Self { lines: BTreeMap::new(), wrong: Vec::new(), said: None }
    }
}

impl<F: Copy + Ord + Display + FromStr> Lines<F> {
    /// What was typed.
    pub(super) fn typed(typed: &Typed, is_blank: impl Fn(F, &Line) -> bool) -> Self {
        let mut found: BTreeMap<(F, usize), Line> = BTreeMap::new();
        for (name, value) in typed {
            let mut pieces = name.splitn(3, '-');
            let (Some(word), Some(line), Some(part)) = (pieces.next(), pieces.next(), pieces.next()) else { continue };
            let (Ok(field), Ok(line)) = (word.parse::<F>(), line.parse::<usize>()) else { continue };
            found.entry((field, line)).or_default().insert(part.to_owned(), value.trim().to_owned());
        }
        let mut lines = Self::default();
        for ((field, _), line) in found.into_iter().filter(|((field, _), line)| !is_blank(*field, line)) {
            lines.push(field, line);
        }
        lines
    }

    /// Adds a line.
    pub(super) fn push(&mut self, field: F, line: Line) {
        self.lines.entry(field).or_default().push(line);
    }

    /// The lines of a field.
    pub(super) fn of(&self, field: F) -> &[Line] {
        self.lines.get(&field).map(Vec::as_slice).unwrap_or_default()
    }

    /// The same, to be filled in further.
    pub(super) fn of_mut(&mut self, field: F) -> &mut [Line] {
        self.lines.get_mut(&field).map(Vec::as_mut_slice).unwrap_or_default()
    }

    /// The line of a field that has one value at most.
    pub(super) fn only_mut(&mut self, field: F) -> Option<&mut Line> {
        self.lines.get_mut(&field)?.first_mut()
    }

    /// Every line with its field and its number in it.
    pub(super) fn all(&self) -> impl Iterator<Item = (F, usize, &Line)> {
        let numbered = |(field, lines): (&F, &'_ Vec<Line>)| (*field, lines.len());
        let fields: Vec<(F, usize)> = self.lines.iter().map(numbered).collect();
        fields.into_iter().flat_map(move |(field, count)| (0..count).map(move |at| (field, at, &self.of(field)[at])))
    }

    /// What is wrong at a part of a line.
    pub(super) fn error(&self, field: F, line: usize, part: &str) -> Option<&str> {
        let at = |one: &&Wrong<F>| one.field == field && one.line == line && one.part == part;
        self.wrong.iter().find(at).map(|one| one.error.as_str())
    }

    /// What is to be put right, for the top of the page; each line leads to its field.
    pub(super) fn summary(&self, ctx: &Ctx, label: impl Fn(F) -> String) -> Markup {
        let error = |one: &Wrong<F>| FieldError {
            id: id_of(one.field, one.line, one.part),
            label: label(one.field),
            error: one.error.clone(),
        };
        let errors: Vec<_> = self.wrong.iter().map(error).collect();
        html! {
            (error_summary(ctx.lang, &errors))
            @if let Some(said) = &self.said {
                (notice(Tone::Bad, &ctx.t_with("flash-failed", &[("text", said.as_str().into())]), None))
            }
        }
    }
}

/// What a control is called.
pub(super) fn id_of(field: impl Display, line: usize, part: &str) -> String {
    format!("{field}-{line}-{part}")
}

/// Choices that a field offers, of which none need be taken.
pub(super) fn offered(id: &str, values: &[&str]) -> Markup {
    html! { datalist id=(id) { @for value in values { option value=(value) {} } } }
}

/// Tags of languages that are offered; any other may be written.
pub(super) const LANGUAGES: [&str; 12] =
    ["zh-Hans", "zh-Hant", "ja", "en", "th", "ko", "vi", "id", "ms", "de", "fr", "ja-Latn"];
