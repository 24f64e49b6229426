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
    // theme:
    /// A template that tera cannot read or render; the reason is tera's, in English.
    BadTemplate { reason: String } Error "bad-template"
        "模板有误：{reason}" "the template is wrong: {reason}";
    /// theme.toml or a strings file that cannot be read as such.
    BadThemeFile { reason: String } Error "bad-theme-file"
        "主题文件有误：{reason}" "the theme's file is wrong: {reason}";
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
    // theme:
    /// Where a site's theme is looked for.
    ThemeFolder { path: String }
        "把主题放在 `{path}`，或在 site.toml 里写 theme = \"default\"" "put the theme into `{path}`, or write theme = \"default\" in site.toml";
    /// Where a theme's static files are.
    ThemeStatic { path: String }
        "文件应在 `{path}` 里" "the file belongs into `{path}`";
}
