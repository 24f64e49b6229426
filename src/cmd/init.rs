//! `tongbao init`: a small whole site of an invented district, to look at and to begin with.

use super::{End, Voice, print};
use crate::cli::Init;
use crate::edit;
use include_dir::{Dir, include_dir};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use tongbao::diag::report::Lang;
use tongbao::failure::{Action, Failure};

/// The site, as it is written.
static EXAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/cmd/init");

pub fn run(voice: &Voice, args: &Init) -> Result<End, Failure> {
    let folder = &args.folder;
    must_be_empty(folder)?;
    write(folder, &EXAMPLE)?;
    if !voice.quiet {
        let shown = folder.display();
        print(&match voice.lang {
            Lang::Zh => format!(
                "示例网站已写入 {shown}\n\n接下来：\n  cd {shown}\n  tongbao check    检查内容\n  \
                 tongbao build    生成网站，然后打开 public/index.html\n  tongbao new      新建下一期\n\n\
                 地名、单位和企业都是虚构的。改 site.toml 和 content/ 里的两本名册，换成自己的。\n"
            ),
            Lang::En => format!(
                "An example site was written to {shown}\n\nNext:\n  cd {shown}\n  tongbao check    look for \
                 mistakes\n  tongbao build    build the site, then open public/index.html\n  tongbao new      \
                 begin the next issue\n\nPlaces, offices and companies are invented. Make it yours in \
                 site.toml and the two registers in content/.\n"
            ),
        });
    }
    Ok(End::Done)
}

/// Nothing is ever overwritten: the folder is new or empty.
fn must_be_empty(folder: &Path) -> Result<(), Failure> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Failure::io(Action::Read, folder, error)),
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => {
                let at = folder.display();
                Err(Failure::new(format!("`{at}` 不是空文件夹"), format!("`{at}` is not empty")).hint(
                    "换一个新文件夹；init 从不覆盖已有的文件",
                    "name a new folder; init never overwrites a file",
                ))
            }
        },
    }
}

fn write(folder: &Path, part: &Dir) -> Result<(), Failure> {
    for file in part.files() {
        edit::create(&folder.join(file.path()), file.contents())?;
    }
    part.dirs().try_for_each(|dir| write(folder, dir))
}
