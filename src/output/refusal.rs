//! Why is a folder not written? The refusals of this door, each with what to do about it.

use crate::failure::Failure;
use std::path::Path;

/// The output folder holds other people's files.
pub fn foreign_folder(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(
        format!("`{at}` 不是空文件夹，也不是 tongbao 生成的"),
        format!("`{at}` is neither empty nor made by tongbao"),
    )
    .hint(
        "用 --out 另选文件夹，或先移走其中的文件",
        "choose another folder with --out, or move its files away",
    )
}

/// A file that somebody put into our folder stands where one of ours must stand.
pub fn foreign_file(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(
        format!("`{at}` 不是 tongbao 生成的，却占了网站文件的位置"),
        format!("`{at}` was not made by tongbao and stands in the way of a file of the site"),
    )
    .hint("把它移到别处再生成", "move it elsewhere and build again")
}

/// A preview of drafts would take the place of the public site.
pub fn drafts_over_public(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(
        format!("`{at}` 里是公开的网站，不能用带草稿的预览替换"),
        format!("`{at}` holds the public site, which a preview of drafts must not replace"),
    )
    .hint("用 --out 另选文件夹", "choose another folder with --out")
}

/// The manifest cannot be understood, so that nobody knows what is ours.
pub fn damaged_manifest(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(
        format!("`{at}` 已损坏，或由别的版本生成"),
        format!("`{at}` is damaged or of another version"),
    )
    .hint(
        "确认其中没有别的文件后，删除整个文件夹再生成",
        "make sure that nothing else is in it, delete the folder and build again",
    )
}

/// The output folder is a symbolic link.
pub fn link_as_output(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(
        format!("`{at}` 是符号链接，不能整体替换"),
        format!("`{at}` is a symbolic link and cannot be replaced as a whole"),
    )
    .hint("用 --out 写出链接指向的文件夹", "give the folder that it leads to with --out")
}

/// The output folder is a mount point.
pub fn mount_as_output(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(
        format!("`{at}` 是挂载点，不能整体替换"),
        format!("`{at}` is a mount point and cannot be replaced as a whole"),
    )
    .hint("用 --out 写出其中的一个子文件夹", "give a folder inside it with --out")
}

/// The output path is a file.
pub fn output_is_file(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(format!("`{at}` 不是文件夹"), format!("`{at}` is not a folder"))
        .hint("用 --out 另选文件夹", "choose another folder with --out")
}

/// The output folder is the site's folder or above it.
pub fn output_holds_site(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(
        format!("输出到 `{at}` 会盖住网站的原稿"),
        format!("writing to `{at}` would replace the sources of the site"),
    )
    .hint("用 --out 另选文件夹，例如 public", "choose another folder with --out, such as public")
}

/// The output folder lies in a folder of sources.
pub fn output_in_sources(path: &Path, sources: &Path) -> Failure {
    let (at, sources) = (path.display(), sources.display());
    Failure::new(
        format!("`{at}` 在原稿文件夹 `{sources}` 里面"),
        format!("`{at}` lies in the source folder `{sources}`"),
    )
    .hint("用 --out 另选文件夹，例如 public", "choose another folder with --out, such as public")
}

/// Another build writes the same folder.
pub fn locked(path: &Path, process: Option<u32>) -> Failure {
    let at = path.display();
    let (zh, en) =
        process.map_or_else(Default::default, |id| (format!("（进程 {id}）"), format!(" (process {id})")));
    Failure::new(
        format!("另一个 tongbao{zh} 正在写同一个文件夹，锁为 `{at}`"),
        format!("another tongbao{en} is writing the same folder, lock `{at}`"),
    )
    .hint("等它结束后再试", "try again when it has finished")
}

/// The lock's name is taken by a file that is no lock.
pub fn not_a_lock(path: &Path) -> Failure {
    let at = path.display();
    Failure::new(format!("`{at}` 不是 tongbao 的锁文件"), format!("`{at}` is not a lock of tongbao"))
        .hint("把它改名，或用 --out 另选文件夹", "rename it, or choose another folder with --out")
}

/// A planned path that may not be written, or is planned twice: a mistake of tongbao.
pub fn bad_path(path: &str) -> Failure {
    Failure::new(
        format!("计划中的路径 `{path}` 不合规则或重复"),
        format!("the planned path `{path}` is not allowed or not unique"),
    )
    .hint("这是 tongbao 的错误，请告诉维护者", "this is a mistake of tongbao, please tell its maintainers")
}
