//! A solver for satisfiability with limits and assumptions.

use std::sync::atomic::{AtomicBool, Ordering};

use batsat::{Callbacks, ClauseKind, Lit, Solver, SolverInterface, SolverOpts, lbool};

/// The solver. It ends early when `ended` is set or too many clauses were learnt.
pub(super) struct Sat<'a> {
    solver: Solver<Leash<'a>>,
    scratch: Vec<Lit>,
}

/// What the solver found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    /// These of the assumptions cannot hold together.
    No(Vec<Lit>),
    /// It ended early.
    Unknown,
}

struct Leash<'a> {
    ended: &'a AtomicBool,
    left: u64,
}

impl Callbacks for Leash<'_> {
    fn on_new_clause(&mut self, _: &[Lit], _: ClauseKind) {
        self.left = self.left.saturating_sub(1);
    }

    fn stop(&self) -> bool {
        self.left == 0 || self.ended.load(Ordering::Relaxed)
    }
}

impl<'a> Sat<'a> {
    pub(super) fn new(ended: &'a AtomicBool) -> Self {
        Self { solver: Solver::new(SolverOpts::default(), Leash { ended, left: u64::MAX }), scratch: Vec::new() }
    }

    pub(super) fn lit(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    pub(super) fn clause(&mut self, lits: impl IntoIterator<Item = Lit>) {
        self.scratch.clear();
        self.scratch.extend(lits);
        self.solver.add_clause_reuse(&mut self.scratch);
    }

    /// Answers within so many learnt clauses.
    pub(super) fn solve(&mut self, assumed: &[Lit], learnt: u64) -> Answer {
        self.solver.cb_mut().left = learnt;
        let found = self.solver.solve_limited(assumed);
        self.solver.cb_mut().left = u64::MAX;
        if found == lbool::TRUE {
            return Answer::Yes;
        }
        if found != lbool::FALSE {
            return Answer::Unknown;
        }
        let core = self.solver.unsat_core();
        let named = |lit: &&Lit| core.contains(lit) || core.contains(&!**lit);
        Answer::No(assumed.iter().filter(named).copied().collect())
    }

    /// Whether a literal is true in the answer `Yes`.
    pub(super) fn holds(&self, lit: Lit) -> bool {
        self.solver.value_lit(lit) == lbool::TRUE
    }
}
