//! Trouble with the surroundings (disk, rights, usage), not with the content: the command stops with
//! exit code 2. Trouble with the content is a [`crate::diag::Diagnostic`].

use crate::diag::report::Lang;
use std::io;
use std::path::Path;

/// Why a command could not run.
#[derive(Debug)]
pub struct Failure {
    zh: String,
    en: String,
    hint: Option<(String, String)>,
    source: Option<io::Error>,
}

/// What was being done to a path when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Reading a file.
    Read,
    /// Listing a folder.
    List,
    /// Writing a file.
    Write,
    /// Making a folder.
    CreateFolder,
    /// Removing a file or folder.
    Remove,
    /// Giving a file or folder another name.
    Rename,
    /// Letting a new folder take an old one's place.
    Exchange,
    /// Taking the lock of a folder.
    Lock,
}

impl Failure {
    /// A failure with its Chinese and English sentence, without a full stop.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into(), hint: None, source: None }
    }

    /// What the system refused to do, with the path.
    pub fn io(action: Action, path: &Path, source: io::Error) -> Self {
        let (zh, en) = action.words();
        let path = path.display();
        let failure = Self::new(format!("无法{zh} `{path}`"), format!("cannot {en} `{path}`"));
        Self { source: Some(source), ..failure }
    }

    /// The same failure with what to do about it.
    pub fn hint(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some((zh.into(), en.into()));
        self
    }

    /// What to do about it, in one language.
    pub fn advice(&self, lang: Lang) -> Option<&str> {
        self.hint.as_ref().map(|(zh, en)| match lang {
            Lang::Zh => zh.as_str(),
            Lang::En => en.as_str(),
        })
    }

    /// The sentence in one language, the system's reason behind it.
    pub fn message(&self, lang: Lang) -> String {
        let sentence = match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        };
        match (&self.source, lang) {
            (None, _) => sentence.clone(),
            (Some(source), Lang::Zh) => format!("{sentence}：{}", reason_zh(source)),
            (Some(source), Lang::En) => format!("{sentence}: {source}"),
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}

impl Action {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Read => ("读取", "read"),
            Self::List => ("列出文件夹", "list folder"),
            Self::Write => ("写入", "write"),
            Self::CreateFolder => ("建立文件夹", "create folder"),
            Self::Remove => ("删除", "remove"),
            Self::Rename => ("改名", "rename"),
            Self::Exchange => ("替换", "replace"),
            Self::Lock => ("锁定", "lock"),
        }
    }
}

/// The reasons that a clerk meets, in Chinese; the system's own words for the others.
fn reason_zh(source: &io::Error) -> String {
    let reason = match source.kind() {
        io::ErrorKind::NotFound => "不存在",
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::AlreadyExists => "已经存在",
        io::ErrorKind::StorageFull => "磁盘已满",
        io::ErrorKind::QuotaExceeded => "超出磁盘配额",
        io::ErrorKind::ReadOnlyFilesystem => "文件系统只读",
        io::ErrorKind::NotADirectory => "不是文件夹",
        io::ErrorKind::IsADirectory => "是文件夹，不是文件",
        io::ErrorKind::DirectoryNotEmpty => "文件夹不是空的",
        io::ErrorKind::ResourceBusy | io::ErrorKind::WouldBlock => "正被别的程序使用",
        io::ErrorKind::InvalidFilename => "文件名不合规或太长",
        _ => return source.to_string(),
    };
    reason.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_action_path_and_reason() {
        let gone = Failure::io(Action::Read, Path::new("site.toml"), io::ErrorKind::NotFound.into());
        assert_eq!(gone.message(Lang::Zh), "无法读取 `site.toml`：不存在");
        assert_eq!(gone.message(Lang::En), "cannot read `site.toml`: entity not found");
    }

    #[test]
    fn a_failure_of_our_own_has_no_reason_behind_it() {
        let failure = Failure::new("没有网站", "no site");
        assert_eq!((failure.message(Lang::Zh), failure.to_string()), ("没有网站".into(), "no site".into()));
    }
}
