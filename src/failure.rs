//! Why could a command not run? Not a mistake in the content (that is a [`crate::diag::Diagnostic`])
//! but of the machine or the call: a full disk, a locked folder, a folder that is not ours. Exit code 2.

use crate::diag::report::Lang;
use std::io;
use std::path::Path;

/// What stopped the program and what to do about it, in both languages.
#[derive(Debug)]
pub struct Failure {
    zh: String,
    en: String,
    hint: Option<(String, String)>,
    /// What the system said, where it did.
    pub source: Option<io::Error>,
}

/// What was being done with a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Reading a file or folder.
    Read,
    /// Writing a file.
    Write,
    /// Creating a folder.
    CreateFolder,
    /// Renaming a folder.
    Rename,
    /// Letting the new folder take the old one's place.
    Exchange,
    /// Removing a file or folder.
    Remove,
    /// Taking the lock.
    Lock,
}

impl Action {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Read => ("读取", "read"),
            Self::Write => ("写入", "write"),
            Self::CreateFolder => ("创建文件夹", "create folder"),
            Self::Rename => ("重命名", "rename"),
            Self::Exchange => ("替换", "replace"),
            Self::Remove => ("删除", "remove"),
            Self::Lock => ("锁定", "lock"),
        }
    }
}

impl Failure {
    /// A failure as one sentence in each language, without a full stop.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into(), hint: None, source: None }
    }

    /// The same failure with what to do about it.
    pub fn hint(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some((zh.into(), en.into()));
        self
    }

    /// What is wrong.
    pub fn message(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// What to do about it.
    pub fn hint_text(&self, lang: Lang) -> Option<&str> {
        self.hint.as_ref().map(|(zh, en)| match lang {
            Lang::Zh => zh.as_str(),
            Lang::En => en.as_str(),
        })
    }

    /// An action on a path that the system refused.
    pub fn disk(action: Action, path: &Path, source: io::Error) -> Self {
        let (zh, en) = action.words();
        let at = path.display();
        let reason = (reason(&source), source.to_string());
        let failure = Self::new(format!("{zh} `{at}` 失败：{}", reason.0), format!("could not {en} `{at}`: {}", reason.1));
        Self { source: Some(source), ..failure }
    }

    /// The output folder holds other people's files.
    pub fn foreign_folder(path: &Path) -> Self {
        let at = path.display();
        Self::new(format!("`{at}` 不是空文件夹，也不是 tongbao 生成的"), format!("`{at}` is neither empty nor made by tongbao"))
            .hint("用 --out 另选文件夹，或先移走其中的文件", "choose another folder with --out, or move its files away")
    }

    /// A file that somebody put into our folder stands where one of ours must stand.
    pub fn foreign_file(path: &Path) -> Self {
        let at = path.display();
        Self::new(
            format!("`{at}` 不是 tongbao 生成的，却占了网站文件的位置"),
            format!("`{at}` was not made by tongbao and stands in the way of a file of the site"),
        )
        .hint("把它移到别处再生成", "move it elsewhere and build again")
    }

    /// The manifest cannot be understood, so that nobody knows what is ours.
    pub fn damaged_manifest(path: &Path) -> Self {
        let at = path.display();
        Self::new(format!("`{at}` 已损坏，或由别的版本生成"), format!("`{at}` is damaged or of another version"))
            .hint("确认其中没有别的文件后，删除整个文件夹再生成", "make sure that nothing else is in it, delete the folder and build again")
    }

    /// The output folder is a symbolic link.
    pub fn link_as_output(path: &Path) -> Self {
        let at = path.display();
        Self::new(format!("`{at}` 是符号链接，不能整体替换"), format!("`{at}` is a symbolic link and cannot be replaced as a whole"))
            .hint("用 --out 写出链接指向的文件夹", "give the folder that it leads to with --out")
    }

    /// The output folder is a mount point.
    pub fn mount_as_output(path: &Path) -> Self {
        let at = path.display();
        Self::new(format!("`{at}` 是挂载点，不能整体替换"), format!("`{at}` is a mount point and cannot be replaced as a whole"))
            .hint("用 --out 写出其中的一个子文件夹", "give a folder inside it with --out")
    }

    /// The output path is a file.
    pub fn output_is_file(path: &Path) -> Self {
        let at = path.display();
        Self::new(format!("`{at}` 不是文件夹"), format!("`{at}` is not a folder"))
            .hint("用 --out 另选文件夹", "choose another folder with --out")
    }

    /// The output folder is the site's folder or above it.
    pub fn output_holds_site(path: &Path) -> Self {
        let at = path.display();
        Self::new(format!("输出到 `{at}` 会盖住网站的原稿"), format!("writing to `{at}` would replace the sources of the site"))
            .hint("用 --out 另选文件夹，例如 public", "choose another folder with --out, such as public")
    }

    /// The output folder lies in a folder of sources.
    pub fn output_in_sources(path: &Path, sources: &Path) -> Self {
        let (at, sources) = (path.display(), sources.display());
        Self::new(format!("`{at}` 在原稿文件夹 `{sources}` 里面"), format!("`{at}` lies in the source folder `{sources}`"))
            .hint("用 --out 另选文件夹，例如 public", "choose another folder with --out, such as public")
    }

    /// Another build writes the same folder.
    pub fn locked(path: &Path, process: Option<u32>) -> Self {
        let at = path.display();
        let (zh, en) = process.map_or_else(Default::default, |id| (format!("（进程 {id}）"), format!(" (process {id})")));
        Self::new(
            format!("另一个 tongbao{zh} 正在写同一个文件夹，锁为 `{at}`"),
            format!("another tongbao{en} is writing the same folder, lock `{at}`"),
        )
        .hint("等它结束后再试", "try again when it has finished")
    }

    /// The lock's name is taken by a file that is no lock.
    pub fn not_a_lock(path: &Path) -> Self {
        let at = path.display();
        Self::new(format!("`{at}` 不是 tongbao 的锁文件"), format!("`{at}` is not a lock of tongbao"))
            .hint("把它改名，或用 --out 另选文件夹", "rename it, or choose another folder with --out")
    }

    /// A planned path that may not be written, or is planned twice: a mistake of tongbao.
    pub fn bad_path(path: &str) -> Self {
        Self::new(
            format!("计划中的路径 `{path}` 不合规则或重复"),
            format!("the planned path `{path}` is not allowed or not unique"),
        )
        .hint("这是 tongbao 的错误，请告诉维护者", "this is a mistake of tongbao, please tell its maintainers")
    }
}

/// What the system said, in Chinese for what is common.
fn reason(error: &io::Error) -> String {
    let zh = match error.kind() {
        io::ErrorKind::NotFound => "文件不存在",
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::AlreadyExists => "已存在",
        io::ErrorKind::StorageFull => "磁盘已满",
        io::ErrorKind::QuotaExceeded => "超出磁盘配额",
        io::ErrorKind::FileTooLarge => "文件太大",
        io::ErrorKind::ReadOnlyFilesystem => "文件系统只读",
        io::ErrorKind::NotADirectory => "不是文件夹",
        io::ErrorKind::IsADirectory => "是文件夹",
        io::ErrorKind::ResourceBusy => "正被使用",
        io::ErrorKind::InvalidInput if error.raw_os_error().is_none() => "不是普通文件",
        _ => return error.to_string(),
    };
    zh.to_owned()
}
