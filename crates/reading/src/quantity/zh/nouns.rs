//! What is counted, by the noun near a general classifier (个, 项, 批).

use crate::quantity::words::{Table, rows};
use std::sync::LazyLock;

/// Nouns, with the English plural of what they count.
const NOUNS: &[(&str, &str)] = &[
    ("项目|工程|专案|建设项目|计划案|课题", "projects"),
    ("协议|合作协议|协定|备忘录|合同|意向书|框架协议|协议书|意向|订单合同|合约|契约", "agreements"),
    ("企业|公司|厂商|外企|民企|日企|商户|机构企业|店家|台厂|央企|国企|外商|企業|独角兽|商家|厂家|供应商", "companies"),
    (
        "嘉宾|代表|人员|客商|人士|观众|专家|学者|员工|职工|学生|人才|就业岗位人员|记者|游客|旅客|居民|村民|农民|群众|用户|院士|工程师|患者",
        "people",
    ),
    ("国家|国家和地区|国家及地区|国家或地区|成员国|经济体", "countries"),
    ("都道府县", "prefectures"),
    ("会议室|房间|客房", "rooms"),
    ("城市|地级市|设区市|城市群", "cities"),
    ("省份|省区市|省(区、市)|省市|省市区", "provinces"),
    ("部门|单位|机构|商协会|协会|商会|组织|团体|院校|高校|委办局|科研院所|社团|研究院|研究所", "organisations"),
    ("产业|行业|领域|产业集群|门类|赛道|产业链", "industries"),
    ("提案|方案|建议|提议", "proposals"),
    ("站点|地点|点位|网点|据点|服务点|地块", "sites"),
    ("园区|产业园|开发区|示范区|工业园|科技园|产业园区|合作区|园", "parks"),
    ("载体|平台|基地|中心|实验室|孵化器|创新中心", "facilities"),
    ("活动|会议|论坛|展会|推介会|对接会|洽谈会|展览|赛事|场次|签约仪式|配套活动|讲座|研讨会", "events"),
    ("岗位|就业岗位|工作岗位|职位", "jobs"),
    ("案件|事故|病例|案例", "cases"),
    ("专利|发明专利", "patents"),
    ("产品|商品|品种|展品|单品", "products"),
    ("学校|中小学|小学|中学|幼儿园", "schools"),
    ("医院|诊所", "hospitals"),
    ("门店|店|店铺|商店|分店|旗舰店", "stores"),
    ("展位|摊位|展台", "booths"),
    ("车位|停车位|泊位", "spaces"),
    ("充电桩|桩", "chargers"),
    ("床位|病床", "beds"),
    ("座位|席位", "seats"),
    ("家庭|农户", "households"),
    ("社区|街道|乡镇|镇|村|行政村", "communities"),
    ("港口|机场|口岸|码头", "ports"),
    ("航线|线路|路线", "routes"),
    ("分会场|会场", "venues"),
    ("工厂|车间", "factories"),
    ("品牌", "brands"),
    ("团队|代表团|考察团|团组|小组", "teams"),
    ("奖项|奖", "awards"),
    ("问题", "problems"),
    ("政策|措施|举措|条款", "measures"),
    ("指标", "indicators"),
    ("标准", "standards"),
    ("孩子|儿童|婴儿", "people"),
    ("媒体", "media"),
];

/// Words that stand between a noun and the noun that it only describes: 企业合作项目 are projects.
const LINKS: &[(&str, ())] = &[(
    "合作|投资|重点|建设|签约|重大|战略|及|和|示范|创新|类|对接|招商|级|龙头|骨干|高端|优质|外资|日资|台资|港资|科技",
    (),
)];

pub(in crate::quantity) static NOUN: LazyLock<Table<&'static str>> = LazyLock::new(|| Table::exact(rows(NOUNS)));
pub(in crate::quantity) static LINK: LazyLock<Table<()>> = LazyLock::new(|| Table::exact(rows(LINKS)));
