//! Word documents.

use super::docx_maker::{archive, docx, docx_with, p};
use super::{extract, only};
use samesky_extract::{ExtractError, Extracted, Format};

fn text_of(bytes: &[u8]) -> String {
    extract(bytes).expect("a document").text
}

#[test]
fn docx_paragraphs_headings_and_title_are_read() {
    let heading = r#"<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>虚构市举行推介会</w:t></w:r></w:p>"#;
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    let core = r#"<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>模板</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>"#;
    let body = format!("{heading}{}{}", p("签约12个项目,总投资&lt;35亿元&gt; &amp; 更多。"), p("  "));
    let bytes = docx_with(&body, &[("word/styles.xml", styles), ("docProps/core.xml", core)]);
    let expected = Extracted {
        title: Some("虚构市举行推介会".to_owned()),
        language: Some("zh-CN".to_owned()),
        ..only("虚构市举行推介会\n签约12个项目,总投资<35亿元> & 更多。", Format::Docx)
    };
    assert_eq!(extract(&bytes), Ok(expected));
}

#[test]
fn docx_without_a_heading_takes_the_title_of_its_properties() {
    let core =
        r#"<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>推介会 &amp; 签约</dc:title></cp:coreProperties>"#;
    let found = extract(&docx_with(&p("签约12个项目。"), &[("docProps/core.xml", core)])).expect("a document");
    assert_eq!(found.title.as_deref(), Some("推介会 & 签约"));
}

#[test]
fn docx_deleted_hidden_and_field_codes_stay_out() {
    let body = r#"<w:p><w:r><w:t>签约</w:t></w:r><w:del><w:r><w:delText>99</w:delText><w:t>98</w:t></w:r></w:del>
        <w:moveFrom><w:r><w:t>97</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>12</w:t></w:r></w:ins>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>个</w:t></w:r>
        <w:r><w:instrText>PAGE 96</w:instrText></w:r><w:r><w:t>项</w:t></w:r></w:p>"#;
    assert_eq!(text_of(&docx(body)), "签约12个项");
}

#[test]
fn docx_tables_become_lines_with_tabs_and_layout_tables_stay_paragraphs() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    let data = format!("<w:tbl>{}{}</w:tbl>", row(&["企业", "投资额"]), row(&["虚构甲", "5亿元"]));
    let layout = format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", p("第一段。"), p("第二段。"));
    assert_eq!(text_of(&docx(&format!("{data}{layout}"))), "企业\t投资额\n虚构甲\t5亿元\n第一段。\n第二段。");
}

#[test]
fn docx_text_box_is_read_once_and_breaks_make_lines() {
    let boxed = format!(
        "<mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent>",
        p("框内。")
    );
    let body = format!("<w:p><w:r><w:t>前</w:t>{boxed}<w:br/><w:t>后</w:t><w:tab/><w:t>尾</w:t></w:r></w:p>");
    assert_eq!(text_of(&docx(&body)), "前\n后\t尾\n框内。");
}

#[test]
fn docx_ruby_keeps_the_base_only() {
    let body = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>かくう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>架空</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>";
    assert_eq!(text_of(&docx(body)), "架空");
}

#[test]
fn docx_other_archives_are_named() {
    let not = |found: &str| Err(ExtractError::NotADocx { found: found.to_owned() });
    let workbook = r#"<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    assert_eq!(extract(&archive(&[("_rels/.rels", workbook), ("xl/workbook.xml", "<x/>")])), not("XLSX"));
    assert_eq!(extract(&archive(&[("mimetype", "application/vnd.oasis.opendocument.text")])), not("ODT"));
    assert_eq!(extract(&archive(&[("notes.txt", "签约")])), not("ZIP"));
    assert_eq!(extract(&archive(&[])), not("ZIP"));
}

#[test]
fn docx_empty_or_broken_is_refused_for_what_it_is() {
    let whole = docx(&p("签约"));
    assert_eq!(extract(&docx("<w:p/>")), Err(ExtractError::WithoutText { format: Format::Docx }));
    assert_eq!(extract(&whole[..whole.len() / 2]), Err(ExtractError::UnreadableZip));
    assert_eq!(extract(b"PK\x03\x04not really an archive"), Err(ExtractError::UnreadableZip));
    assert_eq!(extract(&docx("<w:p></w:r>")), Err(ExtractError::Damaged { format: Format::Docx }));
}
