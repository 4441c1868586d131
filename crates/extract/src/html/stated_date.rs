//! Dates in the markup of pages.

use samesky_model::date::PartialDate;

/// The day at the beginning of a stated date or time: `2020-11-20T09:00:00+08:00`, `2020/11/20 09:00`, `2020.11.20`,
/// `2020年11月20日`, `20201120`. The day is the one written, whatever the offset. Years outside 1990–2100 are not believed.
pub(crate) fn day_of(stated: &str) -> Option<PartialDate> {
    let stated = stated.trim();
    let numbers: Vec<&str> =
        stated.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).take(3).collect();
    if !stated.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let parts = match numbers.as_slice() {
        [compact, ..] if compact.len() >= 8 => [compact.get(..4)?, compact.get(4..6)?, compact.get(6..8)?],
        [year, month, day] if year.len() == 4 => [*year, *month, *day],
        _ => return None,
    };
    let [year, month, day] = parts;
    let year: i16 = year.parse().ok().filter(|year| (1990..=2100).contains(year))?;
    PartialDate::new(Some(year), month.parse().ok(), Some(day.parse().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn day_of_usual_writings_are_read() {
        for stated in [
            "2020-11-20T09:00:00+08:00",
            "2020/11/20 09:00",
            " 2020.11.20",
            "2020年11月20日 9时",
            "20201120093000",
            "2020-11-20",
        ] {
            assert_eq!(day_of(stated).map(|date| date.to_string()).as_deref(), Some("2020-11-20"), "{stated}");
        }
    }

    #[test]
    fn day_of_anything_else_is_none() {
        for stated in ["", "Fri, 20 Nov 2020", "2020-02-31", "2563-11-20", "11/20/2020", "2020-11", "1605830400000"] {
            assert_eq!(day_of(stated), None, "{stated}");
        }
    }
}
