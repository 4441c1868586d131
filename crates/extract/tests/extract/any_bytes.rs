//! Whatever the bytes: an answer or an error, no panic.

use super::docx_maker::{docx, p};
use super::extractor;
use super::pdf_maker::pdf;
use proptest::prelude::*;
use samesky_extract::{ExtractError, Extracted, Format, Hint};

fn is_sound(found: &Result<Extracted, ExtractError>) -> bool {
    match found {
        Ok(found) => {
            let length = found.text.chars().count();
            let blocks = found.body.iter().flatten();
            !found.text.trim().is_empty()
                && blocks.into_iter().all(|block| block.start < block.end && block.end <= length)
        }
        Err(error) => !error.to_string().contains('?') || matches!(error, ExtractError::WithoutText { .. }),
    }
}

fn damaged(mut bytes: Vec<u8>, changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    for (at, byte) in changes {
        let at = at.index(bytes.len());
        bytes[at] = *byte;
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(is_sound(&extractor().extract(&bytes, &Hint::default())));
    }

    #[test]
    fn any_text_comes_out_as_it_went_in(text in "\\PC{1,200}[\r\n\tก-๙一-龠ぁ-ん]{0,50}") {
        prop_assume!(!text.trim().is_empty() && !text.starts_with('<'));
        let found = extractor().extract(text.as_bytes(), &Hint::default());
        if let Ok(found) = &found && found.format == Format::Text {
            prop_assert_eq!(&found.text, &text);
        }
        prop_assert!(is_sound(&found));
    }

    #[test]
    fn any_tags_are_answered(tags in prop::collection::vec("<(/?)(div|p|table|tr|td|a href=x|article|nav|h1|b|template|svg|script|ruby|rt)>|签约12个项目,总投资35亿元。|&#0;|&amp;|<!--|-->", 0..60)) {
        let page = format!("<html>{}", tags.concat());
        let found = extractor().extract(page.as_bytes(), &Hint::default());
        prop_assert!(is_sound(&found), "{:?}", found);
        prop_assert!(!matches!(found, Err(ExtractError::ParserDied { .. })), "{:?}", found);
    }

    #[test]
    fn any_damage_to_a_pdf_or_docx_is_answered(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let documents = [pdf(&[vec![(72, 700, 12, "签约12个项目")]]), docx(&p("签约12个项目"))];
        for document in documents {
            let found = extractor().extract(&damaged(document, &changes), &Hint::default());
            prop_assert!(is_sound(&found), "{:?}", found);
        }
    }
}
