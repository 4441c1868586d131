//! Lists of names: how many there can be in a stretch of text.
//!
//! A list is split at 、 and commas; whether 和, “and” or และ in its last member links two names or stands inside one
//! cannot be told from the words, so both numbers are kept.

use super::words::LAST_LINK;

/// How many names a list can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Names {
    /// With the last link standing inside a name.
    pub(super) least: usize,
    /// With the last link between two names.
    pub(super) most: usize,
}

impl Names {
    pub(super) const fn can_be(self, number: usize) -> bool {
        self.least <= number && number <= self.most
    }
}

/// A member of a list is at most this long, in code points.
const MEMBER: usize = 60;
/// A list is at most this long, in code points.
pub(super) const LIST: usize = 600;

/// Counts the names in a stretch; nothing where it is no list of names (a member is empty, too long, or begins with a
/// number).
pub(super) fn count(stretch: &[char]) -> Option<Names> {
    let members = split(stretch);
    let sound = members.iter().all(|member| is_name(member));
    let last = members.last().filter(|_| sound)?;
    let linked = members.len() + usize::from(holds_link(last));
    Some(Names { least: members.len(), most: linked })
}

/// Splits at 、 and commas outside brackets; a bare 、 list keeps commas for the sentence, so the mark that is there counts.
fn split(stretch: &[char]) -> Vec<Vec<char>> {
    let separator = if stretch.contains(&'、') { '、' } else { ',' };
    let mut depth = 0_usize;
    let mut members = vec![Vec::new()];
    for c in stretch {
        match c {
            '(' | '《' | '「' | '“' => depth += 1,
            ')' | '》' | '」' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if *c == separator && depth == 0 {
            members.push(Vec::new());
        } else if let Some(member) = members.last_mut() {
            member.push(*c);
        }
    }
    members.iter().map(|member| trim(member)).collect()
}

fn trim(member: &[char]) -> Vec<char> {
    let text: String = member.iter().collect();
    let text = text.trim().trim_start_matches("and ").trim_start_matches("以及").trim_start_matches("และ");
    text.trim().chars().collect()
}

fn is_name(member: &[char]) -> bool {
    !member.is_empty() && member.len() <= MEMBER && !member[0].is_ascii_digit()
}

/// Whether a link stands inside a member, with something on both sides.
fn holds_link(member: &[char]) -> bool {
    let text: String = member.iter().collect();
    let latin = |word: &&str| word.is_ascii();
    LAST_LINK.iter().any(|link| {
        let link = if latin(link) { format!(" {link} ") } else { (*link).to_owned() };
        text.split_once(&link).is_some_and(|(before, after)| !before.trim().is_empty() && !after.trim().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::{Names, count};

    fn names(text: &str) -> Option<Names> {
        count(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn names_count_last_link_leaves_two_numbers() {
        assert_eq!(names("甲、乙和丙"), Some(Names { least: 2, most: 3 }));
        assert_eq!(names("甲、乙(丙、丁)、戊"), Some(Names { least: 3, most: 3 }));
        assert_eq!(names("a, b, and c"), Some(Names { least: 3, most: 3 }));
        assert_eq!(names("a, b and c"), Some(Names { least: 2, most: 3 }));
        assert_eq!(names("กก, ขข และ คค"), Some(Names { least: 2, most: 3 }));
    }

    #[test]
    fn names_count_numbers_are_no_names() {
        assert_eq!(names("2个50亿元级项目、3个10亿元级项目"), None);
        assert_eq!(names("甲、、乙"), None);
        assert_eq!(names(""), None);
    }
}
