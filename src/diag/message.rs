//! Every sentence that tongbao says about content: severity, code, Chinese and English side by side.
//!
//! Wording (see ARCHITECTURE.md, habits): what is wrong, in a phrase without a full stop, literals in
//! backquotes; what to do about it is a [`Hint`]. A code never changes its meaning: scripts and the
//! `allow` key of front matter name it.

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is built while it stands.
    Error,
    /// Built, but doubtful; counts as an error with `--strict`.
    Warning,
    /// Worth a look; given by `check` alone.
    Hint,
}

/// Declares [`Message`]: `Name { fields } severity "code" "zh" "en";`, the sentences being format
/// strings over the fields.
macro_rules! messages {
    ($( $(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? $severity:ident $code:literal $zh:literal $en:literal; )*) => {
        /// What is wrong, as data.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, reason = "fields are named by the sentences that show them")]
        pub enum Message { $( $(#[$doc])* $name $({ $($field: $type),* })?, )* }

        impl Message {
            /// How bad it is.
            pub fn severity(&self) -> Severity {
                match self { $( Self::$name $({ $($field: _),* })? => Severity::$severity, )* }
            }
            /// The name that `allow`, scripts and the manual use.
            pub fn code(&self) -> &'static str {
                match self { $( Self::$name $({ $($field: _),* })? => $code, )* }
            }
            /// The Chinese sentence.
            pub fn zh(&self) -> String {
                match self { $( Self::$name $({ $($field),* })? => format!($zh), )* }
            }
            /// The English sentence.
            pub fn en(&self) -> String {
                match self { $( Self::$name $({ $($field),* })? => format!($en), )* }
            }
            /// Every code with its severity, in the order of this file (the manual's list).
            pub const CODES: &'static [(&'static str, Severity)] = &[ $( ($code, Severity::$severity), )* ];
        }
    };
}

/// Declares [`Hint`]: `Name { fields } "zh" "en";`.
macro_rules! hints {
    ($( $(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? $zh:literal $en:literal; )*) => {
        /// What to do about a problem.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, reason = "fields are named by the sentences that show them")]
        pub enum Hint { $( $(#[$doc])* $name $({ $($field: $type),* })?, )* }

        impl Hint {
            /// The Chinese sentence.
            pub fn zh(&self) -> String {
                match self { $( Self::$name $({ $($field),* })? => format!($zh), )* }
            }
            /// The English sentence.
            pub fn en(&self) -> String {
                match self { $( Self::$name $({ $($field),* })? => format!($en), )* }
            }
        }
    };
}

messages! {
    /// A key that the schema does not know.
    UnknownKey { key: String } Error "unknown-key"
        "不认识的键 `{key}`" "unknown key `{key}`";
    /// A needed key is not there.
    MissingKey { key: String } Error "missing-key"
        "缺少 `{key}`" "`{key}` is missing";

    // parse: one issue's text
    /// HTML in Markdown is shown as text.
    RawHtml Warning "raw-html"
        "正文里的 HTML 不会生效，将按原样显示为文字" "HTML in the text has no effect and is shown as it stands";
    /// Lists and quotes nest too deep.
    TooDeep { limit: usize } Error "nesting"
        "列表或引用的嵌套超过 {limit} 层" "lists or quotes nest deeper than {limit}";
    /// Too many rows.
    TableRows { limit: usize } Error "table-rows"
        "表格超过 {limit} 行" "the table has more than {limit} rows";
    /// Too many columns.
    TableColumns { columns: usize, limit: usize } Error "table-columns"
        "表格有 {columns} 列，超过上限 {limit} 列" "the table has {columns} columns, more than the limit of {limit}";
    /// `**` stands in the text as shown.
    UnclosedEmphasis Warning "unclosed-emphasis"
        "`**` 没有成对，会原样显示" "`**` is not closed and is shown as it stands";
    /// A page break of the paper cut a paragraph in two.
    TornParagraph { end: String } Warning "torn-paragraph"
        "段落在“{end}”处似乎被换页截断" "the paragraph seems torn by a page break at “{end}”";
    /// A comma inside a word.
    CommaInWord { word: String } Hint "comma-in-word"
        "逗号可能把“{word}”隔开了" "a comma seems to stand inside the word “{word}”";
    /// A mark of secrecy.
    SecretMark { mark: String } Error "secret-mark"
        "出现密级标志“{mark}”，涉密内容不得发布" "a mark of secrecy, “{mark}”: secret text must not be published";
    /// A number of an identity card.
    IdCard { number: String } Error "id-card"
        "出现身份证号码 {number}" "an identity card number, {number}";
    /// A mobile telephone number.
    MobileNumber { number: String } Warning "mobile-number"
        "出现手机号码 {number}" "a mobile telephone number, {number}";
    /// A bank card number.
    BankCard { number: String } Warning "bank-card"
        "出现银行卡号 {number}" "a bank card number, {number}";

    // model: the whole archive
    /// `series` names none.
    UnknownSeries { name: String } Error "unknown-series"
        "site.toml 里没有刊物 `{name}`" "site.toml has no series `{name}`";
    /// An entry of `internal` hides nothing.
    InternalNoSection { heading: String } Error "internal-no-section"
        "`internal` 中的“{heading}”在正文里找不到，什么也没有隐去" "no section is headed “{heading}”, so `internal` hides nothing";
    /// An entry of `internal` is not one section.
    InternalManySections { heading: String, count: usize } Error "internal-many-sections"
        "`internal` 中的“{heading}”对应 {count} 个标题，无法确定隐去哪一个" "{count} sections are headed “{heading}”, so it is not clear which to hide";
    /// A heading has a township's form.
    UnregisteredTownship { name: String } Warning "unregistered-township"
        "“{name}”没有登记，这一节不计入任何乡镇" "“{name}” is in no register, so the section belongs to no township";
    /// Front matter or a wikilink names somebody the registers do not have.
    UnregisteredEntity { name: String } Hint "unregistered-name"
        "“{name}”没有登记" "“{name}” is in no register";
    /// A name means several.
    AmbiguousName { name: String, candidates: String } Warning "ambiguous-name"
        "“{name}”可能指 {candidates}，没有计入任何一个" "“{name}” may mean {candidates}, so it counts for none";
    /// `[[…]]` names nobody.
    UnknownTarget { target: String } Warning "unknown-wikilink"
        "`[[{target}]]` 没有对应的乡镇或企业" "`[[{target}]]` names no township or company";
    /// Two issues have one id.
    DuplicateIssue { id: String, other: String } Error "duplicate-issue"
        "期号 {id} 与 `{other}` 重复" "issue {id} is also in `{other}`";
    /// Numbers missing between first and last of a year.
    NumberGap { series: String, year: i16, numbers: String } Warning "number-gap"
        "《{series}》{year} 年缺第 {numbers} 期" "“{series}” {year} lacks number {numbers}";
    /// A later number has an earlier date.
    DateOrder { date: String, before: String } Warning "date-order"
        "日期 {date} 早于前一期（{before}）" "the date {date} is before that of the issue before ({before})";
    /// Not the series' issuer.
    OtherIssuer { issuer: String, expected: String } Warning "other-issuer"
        "发文机关“{issuer}”与本刊的“{expected}”不同" "the issuer “{issuer}” is not the series' “{expected}”";
    /// The issue lists nearly all townships.
    MissingTownship { names: String } Warning "missing-township"
        "这一期列出了其他乡镇，唯独没有 {names}" "the issue lists the other townships but not {names}";
    /// Two entities have the same full name.
    DuplicateName { name: String, other: String } Error "duplicate-name"
        "名称“{name}”与 `{other}` 重复" "the name “{name}” is also that of `{other}`";
    /// Two entities bear a name at the same time.
    NameClash { name: String, other: String } Warning "name-clash"
        "“{name}”同时也是 `{other}` 的名称，正文中出现时无法判断" "“{name}” is also a name of `{other}`, so the text cannot tell which is meant";
    /// `merged_into` names none.
    UnknownSuccessor { id: String } Error "unknown-successor"
        "`merged_into` 指向的 `{id}` 没有登记" "`merged_into` names `{id}`, which is not registered";
    /// `merged_into` leads back.
    MergeCycle { ids: String } Error "merge-cycle"
        "`merged_into` 绕成了圈：{ids}" "`merged_into` runs in a circle: {ids}";
    /// `corrects` or `replaces` lead back.
    CorrectionCycle { ids: String } Error "correction-cycle"
        "更正或替代关系绕成了圈：{ids}" "corrections run in a circle: {ids}";
    /// `corrects` or `replaces` names no issue.
    UnknownIssue { id: String } Error "unknown-issue"
        "没有期号为 `{id}` 的通报" "there is no issue `{id}`";
    /// Two things have one address.
    AddressClash { address: String, other: String } Error "address-clash"
        "地址 `{address}` 与 {other} 冲突" "the address `{address}` clashes with {other}";
    /// A link to a source file that is not there.
    BrokenLink { target: String } Error "broken-link"
        "链接的目标 `{target}` 不存在" "the link's target `{target}` does not exist";
    /// A link to an anchor that is not there.
    BrokenAnchor { anchor: String } Error "broken-anchor"
        "目标页面里没有位置 `#{anchor}`" "the page linked has no place `#{anchor}`";
    /// A link that no browser should follow.
    UnsafeLink { target: String } Warning "unsafe-link"
        "链接 `{target}` 不安全，只保留文字" "the link `{target}` is not safe; its text alone is kept";
    /// An image that is not there.
    MissingImage { file: String } Error "missing-image"
        "图片 `{file}` 不存在" "the image `{file}` does not exist";
    /// An attachment that is not there.
    MissingAttachment { file: String } Error "missing-attachment"
        "附件 `{file}` 不存在" "the attachment `{file}` does not exist";
    /// A file outside content/.
    OutsideContent { file: String } Error "outside-content"
        "`{file}` 在 content 文件夹之外" "`{file}` is outside the content folder";
    /// A type of file that is not published.
    FileType { file: String } Error "file-type"
        "不能发布这种类型的文件：`{file}`" "files of this type are not published: `{file}`";
    /// An attachment over the limit.
    LargeAttachment { file: String, bytes: u64, limit: u64 } Error "attachment-size"
        "附件 `{file}` 有 {bytes} 字节，超过上限 {limit}" "the attachment `{file}` has {bytes} bytes, more than the limit of {limit}";
    /// A type that IIS answers with 404.
    IisType { ending: String } Hint "iis-type"
        "IIS 默认不提供 .{ending} 文件，需要网管添加 MIME 类型" "IIS does not serve .{ending} files until a MIME type is added";
}

hints! {
    /// A known word close to the mistyped one.
    DidYouMean { nearest: String }
        "是不是 `{nearest}`？" "did you mean `{nearest}`?";

    // model
    /// A register entry to paste.
    Paste { file: String, entry: String }
        "如果确有其名，把下面几行加进 {file}：\n{entry}" "if it is one, add these lines to {file}:\n{entry}";
    /// Say which is meant.
    SayWhich { example: String }
        "写成 `{example}` 指明是哪一个，或在 front matter 里列出全称" "write `{example}` to say which, or list the full name in the front matter";
    /// Allow a code.
    AllowIf { code: String }
        "确认可以公开的，在 front matter 里写 allow = [\"{code}\"]" "if it may be public, write allow = [\"{code}\"] in the front matter";
    /// Raise a limit.
    RaiseLimit { key: String }
        "确有需要时，在 site.toml 的 [limits] 里调大 {key}" "if it is meant, raise {key} under [limits] in site.toml";
    /// Join the paragraphs.
    JoinParagraphs
        "删去中间的空行，把两段连起来" "remove the empty line between the two";
    /// Use Markdown.
    UseMarkdown
        "请改用 Markdown 写法，换行用 <br>" "use Markdown instead; for a line break <br>";
    /// The types that are published.
    FileTypes { types: String }
        "可以发布：{types}" "published are: {types}";
    /// Correct the anchor.
    AnchorsAre { anchors: String }
        "该页的位置有：{anchors}" "its places are: {anchors}";
}
