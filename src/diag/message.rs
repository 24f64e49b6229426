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
        "“{name}”可能指{candidates}，没有计入任何一个" "“{name}” may mean {candidates}, so it counts for none";
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
        "这一期列出了其他乡镇，唯独没有{names}" "the issue lists the other townships but not {names}";
    /// `townships` names a company, or `companies` a township.
    WrongList { key: String, name: String } Warning "wrong-list"
        "`{key}` 里的“{name}”登记在另一个名册里，没有计入" "“{name}” under `{key}` is in the other register and does not count";
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
    AddressClash { address: String, other: super::Term } Error "address-clash"
        "网址 `{address}` 已经用于{other}" "the address `{address}` is already that of {other:#}";
    /// A link to a source file that is not there.
    BrokenLink { target: String } Error "broken-link"
        "链接的目标 `{target}` 不存在" "the link's target `{target}` does not exist";
    /// A link to an anchor that is not there.
    BrokenAnchor { anchor: String } Error "broken-anchor"
        "目标页面里没有位置 `#{anchor}`" "the page linked has no place `#{anchor}`";
    /// A link that no browser should follow, or that works at no other place.
    UnsafeLink { target: String } Warning "unsafe-link"
        "链接 `{target}` 不能用，只保留文字" "the link `{target}` cannot be used; its text alone is kept";
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
        "附件 `{file}` 有 {bytes} 字节，超过上限 {limit} 字节" "the attachment `{file}` has {bytes} bytes, more than the limit of {limit}";
    /// A type that IIS answers with 404.
    IisType { ending: String } Hint "iis-type"
        "IIS 默认不提供 .{ending} 文件，需要网管添加 MIME 类型" "IIS does not serve .{ending} files until a MIME type is added";
    // input: reading files, TOML, front matter, registers, site.toml

    /// Bytes that are no text.
    InvalidUtf8 { line: usize, column: usize } Error "invalid-utf8"
        "不是有效的 UTF-8 文本，第一处在第 {line} 行第 {column} 列" "not valid UTF-8 text, first at line {line}, column {column}";
    /// A text in UTF-16, as Windows Notepad's "Unicode" writes it.
    Utf16 Error "utf-16"
        "文件编码是 UTF-16（记事本的“Unicode”），不是 UTF-8" "the file is encoded in UTF-16, not UTF-8";
    /// A text in GBK or GB 18030.
    Gbk Error "gbk"
        "文件编码是 GBK（GB 18030，记事本的“ANSI”），不是 UTF-8" "the file is encoded in GBK (GB 18030), not UTF-8";
    /// A file over its limit; it is not read.
    FileTooLarge { bytes: u64, limit: u64 } Error "file-too-large"
        "文件有 {bytes} 字节，超过上限 {limit} 字节" "the file has {bytes} bytes, more than the limit of {limit}";
    /// A link is never followed: it could bring in what is not meant to be public.
    SymbolicLink { target: String } Error "symbolic-link"
        "这是指向 `{target}` 的符号链接，不会读取" "this is a symbolic link to `{target}` and is not read";
    /// A pipe, device or socket.
    SpecialFile Error "special-file"
        "不是普通文件，不会读取" "not a regular file; it is not read";
    /// A name that is not text.
    FileNameEncoding Error "file-name-encoding"
        "文件名不是有效的 UTF-8" "the file's name is not valid UTF-8";
    /// A file that nothing reads where it lies.
    MisplacedFile Warning "misplaced-file"
        "放在这里不会被读取" "not read at this place";
    /// Nothing to show.
    NoIssues Warning "no-issues"
        "没有任何一期通报" "there are no issues";
    /// Control or direction characters, reported once for each kind.
    ControlCharacter { code: String, count: usize } Warning "control-character"
        "正文里有看不见的控制字符 {code}，共 {count} 处" "invisible control character {code}, {count} in all";

    /// A mistake against the grammar of TOML.
    TomlSyntax { what: super::Term } Error "toml-syntax"
        "TOML 写法有误：{what}" "TOML syntax: {what:#}";
    /// A key that stands twice.
    DuplicateKey { key: String } Error "duplicate-key"
        "`{key}` 写了两次" "`{key}` is given twice";
    /// A value of another type than the key takes.
    WrongType { key: String, expected: super::Term, found: super::Term } Error "wrong-type"
        "`{key}` 应为{expected}，写成了{found}" "`{key}` must be {expected:#}, not {found:#}";
    /// A text of blanks only.
    EmptyValue { key: String } Error "empty-value"
        "`{key}` 是空的" "`{key}` is empty";
    /// A control character in a value.
    BadCharacter { key: String, code: String } Error "bad-character"
        "`{key}` 里有控制字符 {code}，不能用在这里" "`{key}` holds the control character {code}, which cannot stand here";
    /// A number outside its range.
    OutOfRange { key: String, value: String, min: i64, max: i64 } Error "out-of-range"
        "`{key}` 为 `{value}`，应在 {min} 到 {max} 之间" "`{key}` is `{value}`, but must be from {min} to {max}";
    /// A text that is no date.
    BadDate { written: String } Error "bad-date"
        "看不懂日期 `{written}`" "cannot read the date `{written}`";
    /// A date that the calendar does not have.
    ImpossibleDate { written: String } Error "impossible-date"
        "没有 `{written}` 这一天" "there is no such day as `{written}`";
    /// Not earlier than its end.
    ReversedDates { since: String, until: String } Error "reversed-dates"
        "结束日期 {until} 早于开始日期 {since}" "the end {until} is before the beginning {since}";
    /// An id or slug of a wrong form.
    BadId { id: String } Error "bad-id"
        "`{id}` 不能用作网址的一部分" "`{id}` cannot be part of an address";
    /// An id that the site's own addresses or Windows use.
    ReservedId { id: String } Error "reserved-id"
        "`{id}` 是保留字，不能用作网址的一部分" "`{id}` is reserved and cannot be part of an address";
    /// An old address that cannot have been one.
    BadAlias { address: String } Error "bad-alias"
        "`{address}` 不是本站的旧网址" "`{address}` is no address of this site";

    /// An issue or page without front matter.
    NoFrontMatter Error "no-front-matter"
        "文件开头没有 `+++` 信息栏" "the file does not begin with `+++` front matter";
    /// The second fence is not there.
    UnclosedFrontMatter Error "unclosed-front-matter"
        "`+++` 信息栏没有结束" "the `+++` front matter is not closed";
    /// Front matter of other generators.
    YamlFrontMatter Error "yaml-front-matter"
        "信息栏用了 `---`（YAML），这里要用 `+++`（TOML）" "`---` (YAML) front matter; `+++` (TOML) is needed";
    /// More than any clerk writes.
    LongFrontMatter { bytes: usize, limit: usize } Error "long-front-matter"
        "信息栏有 {bytes} 字节，超过上限 {limit} 字节" "the front matter has {bytes} bytes, more than the limit of {limit}";
    /// An issue without an address.
    NoNumber Error "no-number"
        "缺少期号 `number`（没有期号的增刊、特刊写 `slug`）" "`number` is missing (or `slug`, for an issue without a number)";
    /// An issue with two addresses.
    NumberAndSlug Error "number-and-slug"
        "`number` 和 `slug` 只能写一个" "only one of `number` and `slug` can be given";
    /// A path that leaves its folder.
    BadPath { path: String } Error "bad-path"
        "`{path}` 不是本期文件夹里的路径" "`{path}` is no path inside the issue's folder";
    /// `allow` names a code that does not exist.
    UnknownCode { code: String } Warning "unknown-code"
        "没有叫 `{code}` 的问题代码" "there is no diagnostic code `{code}`";
    /// `allow` names an error.
    NotAllowable { code: String } Error "not-allowable"
        "`{code}` 是错误，不能用 `allow` 放行" "`{code}` is an error and cannot be allowed";

    /// More entries than the limit; the register is not read.
    TooManyEntries { count: usize, limit: usize } Error "too-many-entries"
        "名册有 {count} 项，超过上限 {limit} 项" "the register has {count} entries, more than the limit of {limit}";
    /// Two entries of one id.
    DuplicateId { id: String, line: usize } Error "duplicate-id"
        "`{id}` 重复，第 {line} 行已经用过" "`{id}` is used twice, first at line {line}";
    /// One name twice in one entry.
    RepeatedName { name: String } Warning "repeated-name"
        "同一项里名称 `{name}` 写了两次" "the name `{name}` stands twice in one entry";
    /// A short name that would be found everywhere.
    ShortNameTooShort { name: String } Error "short-name-too-short"
        "简称 `{name}` 只有一个字" "the short name `{name}` has one character only";
    /// An entity merged into itself.
    MergedIntoItself { id: String } Error "merged-into-itself"
        "`{id}` 并入了自己" "`{id}` is merged into itself";

    /// A colour of another form.
    BadColour { colour: String } Error "bad-colour"
        "`{colour}` 不是 `#rrggbb` 形式的颜色" "`{colour}` is no colour of the form `#rrggbb`";
    /// A language tag that no page can have.
    UnknownLanguage { tag: String } Error "unknown-language"
        "不认识的语言 `{tag}`" "unknown language `{tag}`";
    /// A time zone that does not exist.
    UnknownTimezone { name: String } Error "unknown-timezone"
        "不认识的时区 `{name}`" "unknown time zone `{name}`";
    /// A public address of a wrong form.
    BadBaseUrl { url: String } Error "bad-base-url"
        "`{url}` 不是完整的网址" "`{url}` is no complete address";
    /// A theme that would be outside themes/.
    BadThemeName { name: String } Error "bad-theme-name"
        "`{name}` 不能是主题名" "`{name}` cannot be the name of a theme";
    /// A logo that is not a plain picture file.
    BadLogo { name: String } Error "bad-logo"
        "`{name}` 不是图片的文件名" "`{name}` is not the name of a picture file";
    /// Two series of one id or name.
    DuplicateSeries { written: String, line: usize } Error "duplicate-series"
        "刊 `{written}` 重复，第 {line} 行已经用过" "the series `{written}` is given twice, first at line {line}";
    /// Two series without an address part.
    SeveralDefaultSeries Error "several-default-series"
        "不止一个刊写了 `default = true`" "more than one series has `default = true`";
    /// No series without an address part.
    NoDefaultSeries Error "no-default-series"
        "有几个刊，却没有一个写 `default = true`" "there are several series, but none has `default = true`";
    /// A group of synonyms that says nothing.
    LonelySynonym Error "lonely-synonym"
        "一组同义词至少要有两个词" "a group of synonyms needs at least two words";
    // theme:
    /// A template that tera cannot read or render; the reason is tera's, in English.
    BadTemplate { reason: String } Error "bad-template"
        "模板有误：{reason}" "the template is wrong: {reason}";
    /// theme.toml or a strings file that cannot be read as such.
    BadThemeFile { reason: super::Term } Error "bad-theme-file"
        "主题文件有误：{reason}" "the theme's file is wrong: {reason:#}";
    /// `theme` in site.toml names no folder.
    NoSuchTheme { theme: String } Error "no-such-theme"
        "没有主题 `{theme}`" "there is no theme `{theme}`";
    /// A file that theme.toml or site.toml names.
    NoSuchThemeFile { file: String } Error "no-such-theme-file"
        "主题里没有文件 `{file}`" "the theme has no file `{file}`";
    /// The disk refused.
    UnreadableTheme { path: String, reason: String } Error "unreadable-theme"
        "读取 `{path}` 失败：{reason}" "cannot read `{path}`: {reason}";
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
        "写成 `{example}` 指明是哪一个，或在信息栏里列出全称" "write `{example}` to say which, or list the full name in the front matter";
    /// Say which is meant, in a front matter list.
    SayWhichId { ids: String }
        "请写全称，或写编号：{ids}" "write the full name or an id: {ids}";
    /// A name that the text cannot resolve.
    SayWhichInText { example: String }
        "正文里写全称，或写成 `{example}` 指明是哪一个" "write the full name in the text, or `{example}` to say which";
    /// The other list of front matter.
    MoveToList { key: String }
        "请移到 `{key}` 里" "move it to `{key}`";
    /// Allow a code.
    AllowIf { code: String }
        "确认可以公开的，在信息栏里写 `allow = [\"{code}\"]`" "if it may be public, write `allow = [\"{code}\"]` in the front matter";
    /// Allow a code that is meant.
    MeantIf { code: String }
        "确实如此的，在信息栏里写 `allow = [\"{code}\"]`" "if it is meant, write `allow = [\"{code}\"]` in the front matter";
    /// What the id of an issue looks like.
    IssueIdForm
        "写期号，如 `2022-006`；其他刊前面加刊的编号，如 `kuaibao-2022-006`" "write an issue's id, as in `2022-006`, or with its series, as in `kuaibao-2022-006`";
    /// All series.
    KnownSeries { names: String }
        "已有的刊：{names}" "known series: {names}";
    /// The other half of a pair.
    CloseEmphasis
        "补上另一半，或删去多余的 `**`" "add the other half, or remove it";
    /// How to link.
    LinkForm
        "本站的页面写源文件的相对路径，如 `../2022/006.md`；外部网址以 http:// 或 https:// 开头" "link pages of this site by the relative path of their source, as in `../2022/006.md`; other addresses begin with http:// or https://";
    /// How to show an image.
    ImageForm
        "把图片放进本期文件夹，写相对路径，如 `现场.jpg`" "put the image into the issue's folder and write its relative path, as in `site.jpg`";
    /// Where the file is looked for.
    PutFileThere { folder: String }
        "文件应放在 `{folder}/` 里" "the file belongs into `{folder}/`";
    /// Give another old address, or none.
    RemoveAlias
        "请从 `aliases` 里删去" "remove it from `aliases`";
    /// A list of tables has double brackets.
    DoubleBrackets { key: String }
        "每一项的表头用两层方括号：`[[{key}]]`" "write the header of each entry with double brackets: `[[{key}]]`";
    /// Quotes inside a text.
    InnerQuotes
        "文字里的引号请用中文引号 `“”`，或写成 `\\\"`" "write `\\\"` for a quote inside a text";
    /// Which headings can be hidden.
    HeadingsAre { headings: String }
        "正文的标题有：{headings}" "the headings are: {headings}";
    /// Headings must differ.
    TellHeadingsApart
        "请写出带编号的完整标题；还不能区分的，先把正文里的标题改得不同" "write the whole heading with its number; if they are still alike, change them in the text";
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
    // input: reading files, TOML, front matter, registers, site.toml

    /// How to mend an encoding.
    SaveAsUtf8
        "用记事本打开，“另存为”时编码选“UTF-8”" "open it in an editor and save it as UTF-8";
    /// The file may be damaged.
    MaybeDamaged
        "文件可能已损坏，或者不是文本文件；请用备份替换，或另存为 UTF-8" "the file may be damaged or no text; replace it from a backup, or save it as UTF-8";
    /// Which limit to raise.
    RaiseLimit { key: String }
        "确有需要时，在 site.toml 的 [limits] 里调高 `{key}`" "if it is meant, raise `{key}` under [limits] in site.toml";
    /// Nothing raises this one.
    SplitFile
        "请拆成几个文件，或删去多余的内容" "split the file, or remove what is not needed";
    /// A link that leaves content/.
    LinkOutside
        "它指向 content/ 之外，可能把不该公开的文件带出来；请把要用的文件复制进来" "it leads outside content/ and could make private files public; copy in what is needed";
    /// A link inside content/.
    LinkInside
        "它指向 content/ 之内；请直接用那个文件，或者复制一份" "it leads inside content/; use that file itself, or copy it";
    /// Remove it.
    RemoveFile
        "请移走" "move it away";
    /// A plain name.
    RenameFile
        "请改名" "rename it";
    /// Where files belong.
    BelongsTo { place: super::Term }
        "{place}" "{place:#}";
    /// How to get the first issue.
    FirstIssue
        "把通报放进 content/issues/（一期一个 .md 文件），或用 `tongbao new` 新建" "put issues into content/issues/ (one .md file each), or use `tongbao new`";
    /// Delete the character.
    RemoveCharacter
        "多半是从别处粘贴带来的，请删掉" "it probably came by pasting; delete it";

    /// Chinese punctuation outside quotes.
    FullWidth { mark: char, plain: char }
        "全角的 `{mark}` 要改成半角的 `{plain}`" "write `{plain}` instead of the full-width `{mark}`";
    /// Texts stand in quotes.
    QuoteText
        "文字两边加英文双引号，如 `title = \"标题\"`" "put straight quotes around text, as in `title = \"…\"`";
    /// How backslashes are written.
    Backslash
        "反斜杠写成 `/` 或 `\\\\`，或者整段用单引号" "write `/` or `\\\\` for a backslash, or use single quotes";
    /// The form of an assignment.
    Assignment
        "每行写成 `键 = 值`" "write each line as `key = value`";
    /// Which forms a date may have.
    DateForms
        "写成 `2022-09-09`，或加引号写 `\"2022年9月9日\"`" "write `2022-09-09`, or in quotes `\"2022年9月9日\"`";
    /// A year alone is enough.
    DateOrYearForms
        "写成 `2022-09-09`，或只写年份 `2022`" "write `2022-09-09`, or the year alone: `2022`";
    /// A list stands in brackets.
    PutInBrackets { written: String }
        "写成列表：`[{written}]`" "write a list: `[{written}]`";
    /// A number stands without quotes.
    NoQuotes { written: String }
        "不加引号：`{written}`" "without quotes: `{written}`";
    /// All keys that could stand here.
    KnownKeys { keys: String }
        "可用的键：{keys}" "known keys: {keys}";
    /// Remove one of them.
    RemoveOne
        "请删去一个" "remove one of them";
    /// What an id may look like.
    IdForm { longest: usize }
        "只能用小写字母、数字和 `-`（不以 `-` 开头），最多 {longest} 个字符，如 `caozhen`" "only lower-case letters, digits and `-` (not first), at most {longest} characters, as in `caozhen`";
    /// What a slug may look like.
    SlugForm
        "只能用小写字母、数字和 `-`，最多 40 个字符，如 `zengkan-1`" "only lower-case letters, digits and `-`, at most 40 characters, as in `zengkan-1`";
    /// What a series' id may look like.
    SeriesIdForm
        "以小写字母开头，只能用小写字母、数字和 `-`，最多 60 个字符，如 `tongbao`" "a lower-case letter, then lower-case letters, digits and `-`, at most 60 characters, as in `tongbao`";
    /// Take another one.
    OtherId
        "请换一个，例如在后面加 `-1`" "choose another, for example with `-1` at the end";
    /// What an old address looks like.
    AliasForm
        "只写网站根目录以下的部分，如 `issues/2022/006/`" "write what follows the site's root, as in `issues/2022/006/`";

    /// A whole front matter.
    MinimalFrontMatter
        "最前面写五行：`+++`、`title = \"标题\"`、`number = 1`、`date = 2022-01-01`、`+++`" "begin with five lines: `+++`, `title = \"…\"`, `number = 1`, `date = 2022-01-01`, `+++`";
    /// A whole front matter of a page.
    MinimalPageFrontMatter
        "最前面写三行：`+++`、`title = \"标题\"`、`+++`" "begin with three lines: `+++`, `title = \"…\"`, `+++`";
    /// The closing fence.
    CloseFrontMatter
        "在信息栏后面单独加一行 `+++`" "add a line `+++` after it";
    /// From YAML to TOML.
    FromYaml
        "两行 `---` 改成 `+++`，`键: 值` 改成 `键 = \"值\"`" "turn both `---` into `+++`, and `key: value` into `key = \"value\"`";
    /// What a path may look like.
    PathForm
        "写相对于本期文件夹的路径，用 `/` 分隔，不含 `..`，如 `附件/原件.docx`" "write a path relative to the issue's folder with `/` and without `..`, as in `files/original.docx`";
    /// Mend it.
    MendIt
        "请改正内容，再删去这个代码" "mend the content and remove the code";

    /// A longer one.
    LongerShortName
        "请写两个字以上的简称，或删去" "write one of two characters or more, or remove it";
    /// What a colour looks like.
    ColourForm
        "如 `#b3121d`" "as in `#b3121d`";
    /// Which languages there are.
    Languages { tags: String }
        "可用：{tags}" "known: {tags}";
    /// What a time zone looks like.
    TimezoneForm
        "如 `Asia/Shanghai`、`Asia/Urumqi`" "as in `Asia/Shanghai`";
    /// What a base URL looks like.
    BaseUrlForm
        "写网站根目录的网址，汉字写成 %XX，如 `http://10.1.2.3/tongbao/`" "write the address of the site's root, non-ASCII as %XX, as in `http://10.1.2.3/tongbao/`";
    /// What a theme's name looks like.
    ThemeNameForm
        "写 themes/ 下文件夹的名称：小写字母、数字、`-`、`_`，最多 60 个字符" "write the name of a folder in themes/: lower-case letters, digits, `-`, `_`, at most 60 characters";
    /// What a logo's name looks like.
    LogoForm
        "写主题 static 文件夹里的文件名，字母和数字，.svg .png .jpg .jpeg .gif .ico，如 `logo.svg`" "write the name of a file in the theme's static folder, letters and digits, .svg .png .jpg .jpeg .gif .ico, as in `logo.svg`";
    /// How to mark the default series.
    MarkDefault
        "在主刊的 [[series]] 里写 `default = true`，它的网址不带刊名" "write `default = true` in the [[series]] whose addresses have no prefix";
    // theme:
    /// Where a site's theme is looked for.
    ThemeFolder { path: String }
        "把主题放在 `{path}`，或在 site.toml 里写 theme = \"default\"" "put the theme into `{path}`, or write theme = \"default\" in site.toml";
    /// Where a theme's static files are.
    ThemeStatic { path: String }
        "文件应在 `{path}` 里" "the file belongs into `{path}`";
}
