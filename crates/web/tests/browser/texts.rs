//! Announcements of invented places, in the manner of real ones.

/// A promotion meeting: 24 projects, 86.4亿元, by three districts that add up to both.
pub(crate) const MEETING: &str = "岚桥市在星野市办投资推介会 24个项目签约总投资86.4亿元\n\n\
    岚桥（虚构）2024年5月17日讯　岚桥市（虚构）2024投资合作推介会5月16日在星野市（架空）举行，由岚桥市商务局（虚构）主办，\
    118家企业到会。会上24个项目签约，计划总投资86.4亿元。\n\n\
    分区看，东湖区签约9个项目，计划投资31.2亿元；云溪区签约8个项目，计划投资28.7亿元；港口新区签约7个项目，计划投资26.5亿元。\n";

/// The same meeting, told by another paper with another total.
pub(crate) const OTHERWISE: &str = "岚桥市推介会在星野市举行 现场25个项目签约\n\n\
    星野晚报（架空）2024年5月17日讯　岚桥市（虚构）2024投资合作推介会5月16日在星野市（架空）举行。本报记者清点，\
    会上25个项目签约，计划总投资88.1亿元。\n";

/// A text without any claim that is known for sure; another one than [`MEETING`].
pub(crate) const NOTICE: &str = "岚桥市商务局（虚构）通知\n\n各有关单位：请于2024年6月3日前报送本季度工作情况。\n";
