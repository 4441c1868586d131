//! What must hold of any answer.

use samesky_model::reading::Reading;
use samesky_model::span::Span;
use samesky_reading::quantity::Found;

pub(crate) fn reading(text: &str, reading: &Reading) {
    let starts = starts(text);
    let slices = |start: usize, end: usize, quote: &str| {
        let (from, to) = (starts.get(start), starts.get(end));
        let slice = from.zip(to).and_then(|(from, to)| text.get(*from..*to));
        assert_eq!(slice, Some(quote), "{start}..{end}");
    };
    let also = |spans: &[Span]| spans.iter().for_each(|span| slices(span.start, span.end, &span.quote));
    reading.title.iter().for_each(|title| slices(title.start, title.end, &title.text));
    for figure in &reading.figures {
        slices(figure.start, figure.end, &figure.quote);
        also(&figure.spans);
    }
    for organisation in &reading.organisations {
        slices(organisation.start, organisation.end, &organisation.name);
        also(&organisation.spans);
    }
    reading.projects.iter().for_each(|project| slices(project.start, project.end, &project.name));
    reading.quantities.iter().flatten().for_each(|found| slices(found.start, found.end, &found.quote));
    let inside = |start: usize, end: usize| assert!(start <= end && end < starts.len(), "{start}..{end}");
    reading.body.iter().for_each(|block| inside(block.start, block.end));
    reading.events.iter().for_each(|event| inside(event.start, event.end));
    links(reading);
}

/// Every link leads to something, and no figure is a part of itself.
fn links(reading: &Reading) {
    let event = |id: &Option<String>| id.as_ref().is_none_or(|id| reading.events.iter().any(|event| event.id == *id));
    for figure in &reading.figures {
        let whole = |id: &String| *id != figure.id && reading.figures.iter().any(|other| other.id == *id);
        assert!(figure.part_of.as_ref().is_none_or(whole) && event(&figure.event), "{figure:?}");
    }
    assert!(reading.projects.iter().all(|project| event(&project.event)));
    assert!(reading.events.iter().all(|one| event(&one.part_of) && one.part_of.as_ref() != Some(&one.id)));
}

/// Quantities stand in order, do not overlap, and are slices by code points and by bytes.
pub(crate) fn quantities(text: &str, found: &[Found]) {
    let starts = starts(text);
    let mut floor = 0;
    for found in found {
        let quantity = &found.quantity;
        assert!(quantity.start >= floor && quantity.start < quantity.end, "{found:?}");
        assert_eq!(text.get(found.bytes.clone()), Some(quantity.quote.as_str()));
        assert_eq!((starts[quantity.start], starts[quantity.end]), (found.bytes.start, found.bytes.end));
        floor = quantity.end;
    }
}

/// The byte at which every code point starts, and the end.
fn starts(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}
