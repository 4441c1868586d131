//! How many of some literals are true, as clauses: the totalizer of Bailleux and Boufkhad (2003).

use batsat::Lit;

use super::solver::Sat;

/// Literals of which the k-th is true if more than k of the inputs are; up to `most` of them.
pub(super) fn counted(sat: &mut Sat<'_>, inputs: &[Lit], most: usize) -> Vec<Lit> {
    if inputs.len() <= 1 {
        return inputs.to_vec();
    }
    let (left, right) = inputs.split_at(inputs.len() / 2);
    let (left, right) = (counted(sat, left, most), counted(sat, right, most));
    let all: Vec<Lit> = (0..(left.len() + right.len()).min(most)).map(|_| sat.lit()).collect();
    for a in 0..=left.len() {
        for b in 0..=right.len() {
            if a + b > 0 && a + b <= all.len() {
                let first = (a > 0).then(|| !left[a - 1]);
                let second = (b > 0).then(|| !right[b - 1]);
                sat.clause(first.into_iter().chain(second).chain([all[a + b - 1]]));
            }
        }
    }
    all
}

/// At most so many of these are true, where `when` is.
pub(super) fn at_most(sat: &mut Sat<'_>, inputs: &[Lit], most: usize, when: Lit) {
    if inputs.len() <= most {
        return;
    }
    if most == 1 && inputs.len() <= 6 {
        for (at, &one) in inputs.iter().enumerate() {
            inputs[..at].iter().for_each(|&other| sat.clause([!one, !other, !when]));
        }
        return;
    }
    let counted = counted(sat, inputs, most + 1);
    if let Some(&over) = counted.get(most) {
        sat.clause([!over, !when]);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::sat::solver::Answer;

    #[test]
    fn at_most_lets_so_many_be_true_and_no_more() {
        for (inputs, most) in [(4, 1), (9, 1), (7, 3), (5, 0)] {
            let ended = AtomicBool::new(false);
            let mut sat = Sat::new(&ended);
            let lits: Vec<Lit> = (0..inputs).map(|_| sat.lit()).collect();
            let when = sat.lit();
            at_most(&mut sat, &lits, most, when);
            let with = |count: usize| lits[..count].iter().copied().chain([when]).collect::<Vec<_>>();
            assert_eq!(sat.solve(&with(most), 1000), Answer::Yes, "{most} of {inputs}");
            assert!(matches!(sat.solve(&with(most + 1), 1000), Answer::No(_)), "{most} of {inputs}");
            assert_eq!(sat.solve(&lits, 1000), Answer::Yes, "switched off");
        }
    }
}
