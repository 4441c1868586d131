//! Prices from the relaxation: the primal-dual hybrid gradient method with restarts to the average, as in PDLP
//! (Applegate and others, 2021). Only the prices matter: whatever they are, the bound that they prove is valid.

use super::certificate::{Certificate, proven_weight};
use super::relaxation::{Relaxation, Row, columns};
use crate::problem::Problem;

/// Beyond so many columns only the relaxation without slots is solved.
const MOST_COLUMNS: usize = 6_000_000;
/// Steps between two looks at how good the prices are.
const STRETCH: u32 = 40;
/// Steps of the relaxation without slots.
const COUNT_STEPS: u32 = 2_000;
/// Steps of the relaxation with slots, at most.
const SLOT_STEPS: u32 = 20_000;

/// A bound with its proof.
pub(crate) type Proven = (u64, Certificate);

/// Finds prices for the relaxation without slots, then for the one with them. `found` hears of every better bound and
/// says whether to go on.
pub(crate) fn bound_of(problem: &Problem, found: &mut dyn FnMut(Proven) -> bool) {
    let free = Certificate::free(problem);
    let Some(all) = proven_weight(problem, &free) else { return };
    let mut best = all;
    if !found((all, free)) {
        return;
    }
    let count = Relaxation::count(problem);
    let mut descent = Descent::new(problem, &count);
    if !descent.run(COUNT_STEPS, &mut best, found) || columns(problem) > MOST_COLUMNS {
        return;
    }
    let prices = descent.certificate(&descent.y);
    let slot = Relaxation::slot(problem);
    let mut descent = Descent::new(problem, &slot);
    descent.begin_at(&prices);
    descent.run(SLOT_STEPS, &mut best, found);
}

/// The state of the method. x are parts of meetings, y are prices.
pub(crate) struct Descent<'a> {
    problem: &'a Problem,
    of: &'a Relaxation,
    unit: f64,
    x: Vec<f64>,
    y: Vec<f64>,
    /// What the rows use, of the extrapolated x.
    used: Vec<f64>,
    x_sum: Vec<f64>,
    y_sum: Vec<f64>,
    x_restart: Vec<f64>,
    y_restart: Vec<f64>,
    row_step: Vec<f64>,
    steps: u32,
    since_restart: u32,
    balance: f64,
    error_restart: f64,
    error_before: f64,
}

#[expect(clippy::float_arithmetic, reason = "prices may be rough: the bound is added up from them in whole numbers")]
impl<'a> Descent<'a> {
    pub(super) fn new(problem: &'a Problem, of: &'a Relaxation) -> Self {
        let (columns, rows) = (of.cost.len(), of.rows.len());
        let unit = of.cost.iter().sum::<f64>() / (columns.max(1) as f64);
        let mut degree = vec![0.0; rows];
        of.entries.iter().for_each(|&row| degree[row as usize] += 1.0);
        Self {
            problem,
            of,
            unit: if unit > 0.0 { unit } else { 1.0 },
            x: vec![0.0; columns],
            y: vec![0.0; rows],
            used: vec![0.0; rows],
            x_sum: vec![0.0; columns],
            y_sum: vec![0.0; rows],
            x_restart: vec![0.0; columns],
            y_restart: vec![0.0; rows],
            row_step: degree.into_iter().map(|degree: f64| 1.0 / degree.max(1.0)).collect(),
            steps: 0,
            since_restart: 0,
            balance: 1.0,
            error_restart: f64::INFINITY,
            error_before: f64::INFINITY,
        }
    }

    /// Starts from prices found elsewhere.
    pub(super) fn begin_at(&mut self, prices: &Certificate) {
        let slots = self.problem.slot_count();
        let one = Certificate::price(1.0) as f64 * self.unit;
        for (y, row) in self.y.iter_mut().zip(&self.of.rows) {
            *y = match *row {
                Row::PersonSlot(at) => (prices.person_slot[at] + prices.person[at / slots]) as f64 / one,
                Row::Table(at) => prices.table[at] as f64 / one,
                Row::ClassSlot(at) => prices.class_slot[at] as f64 / one,
                Row::Class(at) => prices.class[at] as f64 / one,
                _ => 0.0,
            };
        }
        self.y_restart.copy_from_slice(&self.y);
    }

    /// Takes up to so many steps. False: the caller wants no more.
    pub(super) fn run(&mut self, steps: u32, best: &mut u64, found: &mut dyn FnMut(Proven) -> bool) -> bool {
        for _ in 0..steps / STRETCH {
            for _ in 0..STRETCH {
                self.step();
            }
            let (x, y) = self.better();
            let certificate = self.certificate(&y);
            let bound = proven_weight(self.problem, &certificate).unwrap_or(u64::MAX);
            if bound < *best {
                *best = bound;
            }
            if !found((bound, certificate)) {
                return false;
            }
            if self.converged(&x, &y) {
                return true;
            }
            self.maybe_restart(x, y);
        }
        true
    }

    /// One step: meetings follow the prices, prices follow what is used.
    fn step(&mut self) {
        self.used.fill(0.0);
        for column in 0..self.x.len() {
            let entries = &self.of.entries[self.of.start[column] as usize..self.of.start[column + 1] as usize];
            let sign = if column >= self.of.first_worker { -1.0 } else { 1.0 };
            let first = sign * self.y[entries[0] as usize];
            let price = first + entries[1..].iter().map(|&row| self.y[row as usize]).sum::<f64>();
            let old = self.x[column];
            let step = self.balance_x() / entries.len() as f64;
            let new = (old + step * (self.of.cost[column] / self.unit - price)).clamp(0.0, self.of.most[column]);
            self.x[column] = new;
            self.x_sum[column] += new;
            let ahead = 2.0 * new - old;
            if ahead != 0.0 {
                self.used[entries[0] as usize] += sign * ahead;
                entries[1..].iter().for_each(|&row| self.used[row as usize] += ahead);
            }
        }
        for row in 0..self.y.len() {
            let over = self.used[row] - self.of.limit[row];
            self.y[row] = (self.y[row] + self.balance * self.row_step[row] * over).max(0.0);
            self.y_sum[row] += self.y[row];
        }
        self.steps += 1;
        self.since_restart += 1;
    }

    fn balance_x(&self) -> f64 {
        1.0 / self.balance
    }

    /// The last point or the average since the last restart, whichever is nearer to an answer.
    fn better(&self) -> (Vec<f64>, Vec<f64>) {
        let share = 1.0 / f64::from(self.since_restart.max(1));
        let x: Vec<_> = self.x_sum.iter().map(|sum| sum * share).collect();
        let y: Vec<_> = self.y_sum.iter().map(|sum| sum * share).collect();
        if self.error(&x, &y) < self.error(&self.x, &self.y) { (x, y) } else { (self.x.clone(), self.y.clone()) }
    }

    /// How far x and y are from an answer: what rows use too much, and the gap between weight and bound.
    fn error(&self, x: &[f64], y: &[f64]) -> f64 {
        let (over, gap, _) = self.quality(x, y);
        (self.balance * over * over + gap * gap).sqrt()
    }

    fn quality(&self, x: &[f64], y: &[f64]) -> (f64, f64, f64) {
        let mut used = vec![0.0; y.len()];
        let mut bound: f64 = y.iter().zip(&self.of.limit).map(|(y, limit)| y * limit).sum();
        let mut weight = 0.0;
        for (column, &value) in x.iter().enumerate() {
            let entries = &self.of.entries[self.of.start[column] as usize..self.of.start[column + 1] as usize];
            let sign = if column >= self.of.first_worker { -1.0 } else { 1.0 };
            used[entries[0] as usize] += sign * value;
            let mut price = sign * y[entries[0] as usize];
            for &row in &entries[1..] {
                used[row as usize] += value;
                price += y[row as usize];
            }
            let cost = self.of.cost[column] / self.unit;
            weight += cost * value;
            bound += (cost - price).max(0.0) * self.of.most[column];
        }
        let over =
            used.iter().zip(&self.of.limit).map(|(used, limit)| (used - limit).max(0.0).powi(2)).sum::<f64>().sqrt();
        (over, (bound - weight).abs(), bound)
    }

    /// Whether more steps would change the bound by about one in a million.
    fn converged(&self, x: &[f64], y: &[f64]) -> bool {
        let (over, gap, bound) = self.quality(x, y);
        gap + over < 1.5e-6 * bound.abs()
    }

    fn maybe_restart(&mut self, x: Vec<f64>, y: Vec<f64>) {
        let error = self.error(&x, &y);
        let enough = error <= 0.2 * self.error_restart;
        let stuck = error <= 0.8 * self.error_restart && error > self.error_before;
        let long = f64::from(self.since_restart) >= 0.36 * f64::from(self.steps).max(1000.0);
        self.error_before = error;
        if !(enough || stuck || long) {
            return;
        }
        let far = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
        let (dx, dy) = (far(&x, &self.x_restart), far(&y, &self.y_restart));
        if dx > 1e-9 && dy > 1e-9 {
            self.balance = (0.5 * (dy / dx).ln() + 0.5 * self.balance.ln()).exp();
        }
        self.x_restart.copy_from_slice(&x);
        self.y_restart.copy_from_slice(&y);
        (self.x, self.y) = (x, y);
        self.x_sum.fill(0.0);
        self.y_sum.fill(0.0);
        (self.since_restart, self.error_restart) = (0, error);
        self.error_before = error;
    }

    /// The prices as a proof.
    fn certificate(&self, y: &[f64]) -> Certificate {
        let slots = self.problem.slot_count();
        let mut made = Certificate::free(self.problem);
        for (y, row) in y.iter().zip(&self.of.rows) {
            let price = Certificate::price(y * self.unit);
            match *row {
                Row::PersonSlot(at) => made.person_slot[at] = price,
                Row::Person(at) => made.person[at] = price,
                Row::Table(at) => made.table[at] = price,
                Row::Venue(at) => made.table[at * slots..(at + 1) * slots].fill(price),
                Row::ClassSlot(at) => made.class_slot[at] = price,
                Row::Class(at) => made.class[at] = price,
                Row::Meeting(_) | Row::Need(..) => {}
            }
        }
        self.meet_needs(y, &mut made);
        made
    }

    /// An interpreter costs at least what the needs pay that they can serve. The relaxation may leave part of that price
    /// with the limit of a single need; here it goes to the class.
    fn meet_needs(&self, y: &[f64], made: &mut Certificate) {
        let slots = self.problem.slot_count();
        let slotless = self.of.rows.iter().all(|row| !matches!(row, Row::PersonSlot(_)));
        for (y, row) in y.iter().zip(&self.of.rows) {
            let Row::Need(kind, slot) = *row else { continue };
            for &class in &self.problem.kinds[kind as usize] {
                let at = class as usize * slots + slot;
                let paid = Certificate::price(y * self.unit);
                let whole = made.class[class as usize];
                if slotless {
                    made.class[class as usize] = whole.max(paid);
                } else {
                    made.class_slot[at] = made.class_slot[at].max(paid.saturating_sub(whole));
                }
            }
        }
    }
}
