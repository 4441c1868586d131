//! Small pictures made on the server. The number always stands beside them, and a table behind a larger one.

use maud::{Markup, html};
use samesky_model::Decimal;

/// Width of the drawing, in units of its own.
const WIDTH: i64 = 1000;

/// Width of a chart over time, about as many pixels as it gets in half a page.
const PICTURE: usize = 560;

/// A bar for a share of a whole; it says nothing that the number beside it does not say.
#[must_use]
pub fn bar(value: Decimal, whole: Decimal) -> Markup {
    let width = share(value, whole);
    html! {
        svg.bar viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" {
            rect.bg width="1000" height="8" {}
            rect.v width=(width) height="8" {}
        }
    }
}

/// A share of the whole in thousandths, from 0 to 1000. For drawing only.
#[must_use]
pub fn share(value: Decimal, whole: Decimal) -> i64 {
    let parts = value.checked_mul(Decimal::from(WIDTH)).and_then(|parts| parts.checked_div(whole));
    parts.and_then(|parts| i64::try_from(parts.trunc()).ok()).unwrap_or(0).clamp(0, WIDTH)
}

/// One row of a bar chart.
#[derive(Debug, Clone)]
pub struct Bar {
    /// What it is of.
    pub label: Markup,
    /// Its length.
    pub value: Decimal,
    /// The number as shown, with its link.
    pub shown: Markup,
}

/// Bars under one another, longest as wide as the column. It is a table, so that it can be read as one.
#[must_use]
pub fn bars(caption: &str, rows: &[Bar]) -> Markup {
    let whole = rows.iter().map(|row| row.value).max().unwrap_or_default();
    html! {
        table class="t dense bars" {
            caption { (caption) }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" { (row.label) }
                        td.barcell { (bar(row.value, whole)) }
                        td.n { (row.shown) }
                    }
                }
            }
        }
    }
}

/// One column of a chart over time.
#[derive(Debug, Clone)]
pub struct Point {
    /// Below the column.
    pub label: String,
    /// Its height.
    pub value: Decimal,
    /// Above the column.
    pub shown: String,
}

/// Columns side by side, drawn to one scale from zero. Put a table behind it.
#[must_use]
pub fn columns(title: &str, points: &[Point]) -> Markup {
    drawn("chart", title, points, (PICTURE, 216))
}

/// The same for a picture among others, a quarter of a page wide.
#[must_use]
pub fn small_columns(title: &str, points: &[Point]) -> Markup {
    drawn("chart small", title, points, (PICTURE / 2, 140))
}

fn drawn(class: &str, title: &str, points: &[Point], (width, height): (usize, usize)) -> Markup {
    let whole = points.iter().map(|point| point.value).max().unwrap_or_default();
    let step = width / points.len().max(1);
    let wide = (step * 3 / 5).min(56);
    let ground = height.saturating_sub(28);
    let tallest = i64::try_from(ground.saturating_sub(28)).unwrap_or(WIDTH);
    html! {
        svg class=(class) viewBox={ "0 0 " (width) " " (height) } role="img" aria-label=(title) {
            title { (title) }
            path.ax d={ "M0 " (ground) ".5H" (width) } {}
            @for (place, point) in points.iter().enumerate() {
                @let tall = usize::try_from(share(point.value, whole) * tallest / WIDTH).unwrap_or_default();
                @let middle = place * step + step / 2;
                rect.a x=(middle - wide / 2) y=(ground - tall) width=(wide) height=(tall) {}
                text.m x=(middle) y=(ground - tall - 7) { (point.shown) }
                text class="m q" x=(middle) y=(ground + 20) { (point.label) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn share_stays_within_the_picture() {
        let of = |value: &str, whole: &str| share(value.parse().expect("a number"), whole.parse().expect("a number"));
        assert_eq!([of("1", "3"), of("3", "3"), of("9", "3"), of("-1", "3"), of("1", "0")], [333, 1000, 1000, 0, 0]);
    }
}
