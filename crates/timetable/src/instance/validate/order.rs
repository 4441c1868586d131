//! A circle of meetings that wait for one another.

/// One circle, if there is any: each comes after the next, the last after the first. Time grows with the number of
/// meetings and of their `after`; nothing recurses.
pub(super) fn circle(after: &[Vec<usize>]) -> Option<Vec<usize>> {
    let waiting = waiting(after);
    let start = waiting.iter().position(|waits| *waits)?;
    // Everyone who still waits, waits for one who still waits: going on leads into a circle.
    let next = |at: usize| after.get(at)?.iter().copied().find(|other| waiting.get(*other) == Some(&true));
    let mut seen = vec![None; after.len()];
    let mut path = Vec::new();
    let mut at = start;
    loop {
        match seen.get_mut(at)? {
            Some(first) => return Some(path.split_off(*first)),
            unseen => *unseen = Some(path.len()),
        }
        path.push(at);
        at = next(at)?;
    }
}

/// Who is left when everybody goes who waits for nobody (any more).
fn waiting(after: &[Vec<usize>]) -> Vec<bool> {
    let mut open: Vec<usize> = after.iter().map(Vec::len).collect();
    let mut followers = vec![Vec::new(); after.len()];
    for (at, earlier) in after.iter().enumerate() {
        earlier.iter().for_each(|other| followers.get_mut(*other).into_iter().for_each(|list| list.push(at)));
    }
    let mut ready: Vec<usize> = (0..after.len()).filter(|at| open.get(*at) == Some(&0)).collect();
    while let Some(done) = ready.pop() {
        for follower in followers.get(done).into_iter().flatten() {
            let Some(count) = open.get_mut(*follower) else { continue };
            *count -= 1;
            if *count == 0 {
                ready.push(*follower);
            }
        }
    }
    open.iter().map(|count| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::circle;

    #[test]
    fn circle_of_a_chain_is_none() {
        assert_eq!(circle(&[vec![], vec![0], vec![0, 1, 1]]), None);
    }

    #[test]
    fn circle_behind_a_chain_is_found_without_the_chain() {
        assert_eq!(circle(&[vec![1], vec![2], vec![3], vec![1]]), Some(vec![1, 2, 3]));
    }

    #[test]
    fn circle_of_one_is_found() {
        assert_eq!(circle(&[vec![0]]), Some(vec![0]));
    }
}
