//! How far the search is, on standard error.

use super::args::ProgressForm;
use super::measures::gap;
use crate::terminal;
use samesky_timetable::Progress;
use std::time::{Duration, Instant};

/// Tells what got better, at most so often.
pub(super) struct Reporter {
    form: ProgressForm,
    begun: Instant,
    last: Option<(Instant, Progress)>,
}

impl Reporter {
    /// The least time between two lines.
    const PAUSE: Duration = Duration::from_millis(500);

    pub(super) fn new(form: ProgressForm) -> Self {
        Self { form, begun: Instant::now(), last: None }
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    /// Tells of this state if it is better than the one told last, and that is some time ago.
    pub(super) fn see(&mut self, progress: &Progress) {
        let now = Instant::now();
        let tell = self
            .last
            .as_ref()
            .is_none_or(|(at, told)| now.duration_since(*at) >= Self::PAUSE && is_news(told, progress));
        if tell && self.form != ProgressForm::None {
            terminal::complain(&self.line(progress));
            self.last = Some((now, *progress));
        }
    }

    fn line(&self, progress: &Progress) -> String {
        match self.form {
            ProgressForm::Json => self.json(progress),
            _ => self.text(progress),
        }
    }

    fn text(&self, progress: &Progress) -> String {
        let best = progress.best;
        let rules = if progress.valid { "" } else { " (rules are still broken)" };
        let bound = progress
            .bound
            .map_or_else(String::new, |bound| format!(", bound {bound}, gap {}", gap(best.weight, bound)));
        format!(
            "{:>7.1} s  weight {}, breaks {}, fairness {}{bound}{rules}",
            self.elapsed().as_secs_f64(),
            best.weight,
            best.breaks,
            best.fairness
        )
    }

    fn json(&self, progress: &Progress) -> String {
        let best = progress.best;
        serde_json::json!({
            "elapsed": self.elapsed().as_secs_f64(),
            "iterations": progress.iterations,
            "best": {"weight": best.weight, "breaks": best.breaks, "fairness": best.fairness},
            "valid": progress.valid,
            "bound": progress.bound,
            "gap_percent": progress.bound.map(|bound| gap(best.weight, bound).trim_end_matches(" %").to_owned()),
        })
        .to_string()
    }
}

fn is_news(told: &Progress, progress: &Progress) -> bool {
    (told.best, told.bound, told.valid) != (progress.best, progress.bound, progress.valid)
}
