//! When an informal company name means the company, and when a company owns a project.

use super::{BlockText, is_punctuation};
use crate::fold::{fold, is_han};
use crate::model::names::Bearer;

/// Words that end a company's name; after a short name they make it another company's.
const SUFFIXES: [&str; 7] = ["有限公司", "有限责任公司", "公司", "集团", "厂", "合作社", "银行"];
/// What makes another company of a short name when it follows at once.
const AT_ONCE: [&str; 7] =
    ["有限公司", "有限责任公司", "股份公司", "股份有限公司", "控股", "分公司", "子公司"];
/// Function characters: a company's name does not go on past them.
const FUNCTION: &str = "与和及到在赴对同由向等的是了";
/// Function characters that border a two-character name.
const BORDER: &str = "与和及到在赴对同由向等的是了将从为";
/// Posts and verbs: a company's name does not go on past them. 旗下 works like 的.
const WORDS: [&str; 23] = [
    "董事长",
    "总经理",
    "副总",
    "总裁",
    "总监",
    "经理",
    "负责人",
    "代表",
    "一行",
    "考察",
    "接待",
    "洽谈",
    "对接",
    "签订",
    "签约",
    "参加",
    "座谈",
    "引进",
    "获得",
    "设立",
    "成立",
    "表示",
    "旗下",
];
/// What makes a place of a name.
const PLACES: [&str; 8] = ["路", "街", "桥", "村", "园", "大厦", "广场", "小区"];
/// Provinces, regions and municipalities.
const PROVINCES: [&str; 34] = [
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
    "台湾",
];
/// Words in 省 市 县 区 that name no place.
const NO_PLACES: [&str; 40] = [
    "我省", "我市", "我县", "我区", "本省", "本市", "本县", "本区", "全省", "全市", "全县", "全区", "该省",
    "该市", "该县", "该区", "外省", "外市", "外县", "外区", "辖区", "园区", "城区", "社区", "厂区", "小区",
    "景区", "片区", "库区", "校区", "矿区", "山区", "地区", "新区", "超市", "门市", "上市", "城市", "街区",
    "灾区",
];

impl BlockText<'_> {
    /// SPEC 4, rules (a) to (c) and the border of two-character names.
    pub(super) fn company_counts(&self, hit: usize, bearer: &Bearer) -> bool {
        let after = self.after(hit);
        let is_place = PLACES.iter().any(|p| after.starts_with(p)) && !after.starts_with("路演");
        !is_place && !self.is_longer_name(hit) && !self.is_elsewhere(hit, bearer) && self.has_border(hit)
    }

    /// (a): the name goes on to become another company's.
    fn is_longer_name(&self, hit: usize) -> bool {
        let after = self.after(hit);
        let end = self.hits[hit].range.end;
        let group = if after.starts_with("集团") { "集团".len() } else { 0 };
        let rest = &after[group..];
        if AT_ONCE.iter().any(|w| after.starts_with(w) || rest.starts_with(w)) {
            return true;
        }
        // A bare 公司, 集团公司 or 厂 closes the name.
        if starts_with_suffix(rest, "公司") || starts_with_suffix(after, "厂") {
            return false;
        }
        let mut count = if group > 0 { 2 } else { 0 };
        let mut at = group;
        while at < after.len() {
            let tail = &after[at..];
            if count >= 1 && at > group && SUFFIXES.iter().any(|s| starts_with_suffix(tail, s)) {
                return true;
            }
            if count >= 12 || self.hit_begins(end + at, hit + 1) || WORDS.iter().any(|w| tail.starts_with(w))
            {
                return false;
            }
            let c = tail.chars().next().expect("tail is not empty");
            match bracketed_place(tail) {
                Some(length) => at += length,
                None if is_punctuation(c) || FUNCTION.contains(c) => return false,
                None => {
                    at += c.len_utf8();
                    count += 1;
                }
            }
        }
        false
    }

    /// (b): a region that none of its own names holds stands directly before a company-like name.
    fn is_elsewhere(&self, hit: usize, bearer: &Bearer) -> bool {
        let name = &self.folded.text[self.hits[hit].range.clone()];
        let after = self.after(hit);
        let ends = ["公司", "集团", "厂", "合作社", "银行"];
        let company_like = ends.iter().any(|e| name.ends_with(e))
            || ["公司", "集团", "厂"].iter().any(|e| starts_with_suffix(after, e));
        if !company_like {
            return false;
        }
        let names: Vec<String> = self.entities[bearer.entity].names.iter().map(|n| fold(&n.text)).collect();
        region_before(self.before(hit))
            .is_some_and(|stems| !stems.iter().any(|stem| names.iter().any(|n| n.contains(stem.as_str()))))
    }

    fn has_border(&self, hit: usize) -> bool {
        let name = &self.folded.text[self.hits[hit].range.clone()];
        if name.chars().count() > 2 {
            return true;
        }
        let (before, after) = (self.before(hit), self.after(hit));
        let (blank_before, blank_after) = self.blank_beside(hit);
        let borders = |c: Option<char>| match c {
            None => true,
            Some(c) => is_punctuation(c) || c == ' ' || BORDER.contains(c) || !is_han(c),
        };
        let ends_latin = name.chars().any(|c| !is_han(c));
        ends_latin
            || blank_before
            || blank_after
            || borders(before.chars().next_back())
            || borders(after.chars().next())
            || WORDS.iter().any(|w| before.ends_with(w) || after.starts_with(w))
            || ["公司", "集团", "厂"].iter().any(|e| starts_with_suffix(after, e))
    }

    /// 项目 follows within 20 characters, and nothing between says that it is somebody else's.
    pub(super) fn project_follows(&self, end: usize, next_hit: usize) -> bool {
        let after = &self.folded.text[end..];
        let mut before = ' ';
        for (count, (at, c)) in after.char_indices().enumerate() {
            let tail = &after[at..];
            if tail.starts_with("项目") {
                return true;
            }
            let next = tail[c.len_utf8()..].chars().next();
            let decimal = c == '.' && before.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit());
            let stops = (is_punctuation(c) && !matches!(c, '"' | '\'') && !decimal)
                || FUNCTION.contains(c)
                || WORDS.iter().any(|w| tail.starts_with(w))
                || self.hit_begins(end + at, next_hit);
            if stops || count >= 20 {
                return false;
            }
            before = c;
        }
        false
    }
}

/// 厂房 厂区 厂家 … are no company's end.
fn starts_with_suffix(text: &str, suffix: &str) -> bool {
    const NO_WORKS: &str = "房区家商长址部";
    text.strip_prefix(suffix)
        .is_some_and(|rest| suffix != "厂" || !rest.starts_with(|c| NO_WORKS.contains(c)))
}

/// A place in brackets inside a company's name: 青禾蓝天（上海）投资管理有限公司.
fn bracketed_place(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('(')?;
    let close = inner.find(')')?;
    let place = &inner[..close];
    let short = (1..=6).contains(&place.chars().count()) && place.chars().all(is_han);
    short.then_some(close + 2)
}

/// The region that a text ends in, as the stems by which a company's own name may hold it.
fn region_before(text: &str) -> Option<Vec<String>> {
    if let Some(province) = PROVINCES.iter().find(|p| text.ends_with(**p)) {
        return Some(vec![(*province).to_owned()]);
    }
    let unit = text.chars().next_back().filter(|c| "省市县区".contains(*c))?;
    let stem = &text[..text.len() - unit.len_utf8()];
    let last: Vec<char> = stem.chars().rev().take(4).take_while(|c| is_han(*c)).collect();
    let before = *last.first()?;
    if NO_PLACES.contains(&format!("{before}{unit}").as_str()) {
        return None;
    }
    // 平顶山市: 顶山 and 平顶山 are stems; a single character proves nothing but with its unit.
    let mut stems = vec![format!("{before}{unit}")];
    stems.extend((2..=last.len()).map(|n| last[..n].iter().rev().collect()));
    Some(stems)
}
