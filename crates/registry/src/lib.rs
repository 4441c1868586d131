//! Names and identifiers of organisations: normalise, compare, explain, find candidates.
pub mod identifier;
mod fold;
mod lexicon;
mod name;
#[cfg(test)]
mod probe {
    #[test]
    fn show() {
        for n in ["成都市天府云迁科技有限公司","四川省成都市天府云迁科技有限公司","株式会社デンソー","電装(广州南沙)有限公司","บริษัท สมมติรุ่งเรืองอุตสาหกรรม จำกัด สาขาเชียงใหม่","Công ty TNHH Giả Định Xanh - Chi nhánh Bình Dương","Müller Fiktivbau GmbH, Zweigniederlassung Leipzig","JETRO 成都事務所","PT Sinar Bahari Teknik","Sinar Bahari Teknik, PT","Chengdu Municipal Bureau of Commerce","中国国际贸易促进委员会四川省委员会","蓉城恒泰（成都）电子有限公司双流分公司","トヨタ自動車九州株式会社","The Coca-Cola Company","四川华信（集团）会计师事务所（特殊普通合伙）","ธนาคารกสิกรไทย จำกัด (มหาชน)","Toyota Motor Thailand Co., Ltd.","四川远航智造股份有限公司（虚构）","Siemens AG Österreich"] {
            println!("{n}\n   {:?}", crate::name::Name::parse(n));
        }
    }
}
