//! One command a file: asks the library, says what came of it. What all of them share stands here.

mod build;
mod check;
mod completions;
mod init;
mod new;
mod progress;
mod search;
mod usage;

use crate::cli::{Cli, ColorArg, Command, Common, FormatArg, LangArg};
use clap::{CommandFactory, Parser};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tongbao::diag::report::{Colour, Format, Lang, Neutral, report};
use tongbao::diag::{Diagnostics, Files};
use tongbao::failure::Failure;

/// How a command ended, when it could run at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Exit code 0.
    Done,
    /// The content has errors: exit code 1.
    ContentErrors,
}

/// Runs what the arguments ask for.
pub fn run(args: impl Iterator<Item = std::ffi::OsString>) -> ExitCode {
    let args: Vec<_> = args.collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(error) => return usage::answer(&error, usage::lang(&args)),
    };
    let voice = Voice::new(&cli.common);
    let end = match cli.command {
        None => {
            print(&Cli::command().render_help().to_string());
            Ok(End::Done)
        }
        Some(Command::Completions(args)) => Ok(completions::run(&args)),
        Some(Command::Init(args)) => init::run(&voice, &args),
        Some(Command::Build(args)) => site(&cli.common).and_then(|site| build::run(&voice, &site, &args)),
        Some(Command::Check(args)) => site(&cli.common).and_then(|site| check::run(&voice, &site, &args)),
        Some(Command::Search(args)) => site(&cli.common).and_then(|site| search::run(&voice, &site, &args)),
        Some(Command::New(args)) => site(&cli.common).and_then(|site| new::run(&voice, &site, &args)),
    };
    match end {
        Ok(End::Done) => ExitCode::SUCCESS,
        Ok(End::ContentErrors) => ExitCode::from(1),
        Err(failure) => {
            voice.fail(&failure);
            ExitCode::from(2)
        }
    }
}

/// The site's folder: as said, or the nearest parent with site.toml.
fn site(common: &Common) -> Result<PathBuf, Failure> {
    let here = std::env::current_dir()
        .map_err(|e| Failure::io(tongbao::failure::Action::Read, Path::new("."), e))?;
    let start = common.site.as_deref().map_or_else(|| here.clone(), |dir| here.join(dir));
    let has_config = |dir: &&Path| dir.join("site.toml").is_file();
    let found = match common.site {
        Some(_) => Some(start.as_path()).filter(has_config),
        None => start.ancestors().find(has_config),
    };
    found.map(Path::to_path_buf).ok_or_else(|| no_site(&start, common.site.is_some()))
}

fn no_site(start: &Path, said: bool) -> Failure {
    let at = start.display();
    let failure = match said {
        true => Failure::new(format!("`{at}` 里没有 site.toml"), format!("there is no site.toml in `{at}`")),
        false => Failure::new(
            format!("`{at}` 及其上级文件夹里都没有 site.toml"),
            format!("there is no site.toml in `{at}` or any folder above it"),
        ),
    };
    failure.hint("进入网站文件夹，或用 --site 指明", "go to the site's folder, or name it with --site")
}

/// How the program speaks.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    pub lang: Lang,
    pub format: Format,
    pub quiet: bool,
    pub verbose: bool,
    color: ColorArg,
}

impl Voice {
    fn new(common: &Common) -> Self {
        let lang = match common.lang {
            Some(LangArg::Zh) => Lang::Zh,
            Some(LangArg::En) => Lang::En,
            None => locale(),
        };
        let format = match common.format {
            FormatArg::Human => Format::Human,
            FormatArg::Short => Format::Short,
            FormatArg::Json => Format::Json,
        };
        Self { lang, format, quiet: common.quiet, verbose: common.verbose, color: common.color }
    }

    /// The text in the language spoken.
    pub fn say<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Whether to colour what goes to a stream.
    fn colours(&self, stream: &impl IsTerminal) -> bool {
        match self.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => {
                std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()) && stream.is_terminal()
            }
        }
    }

    /// The diagnostics as text for a stream.
    fn report(&self, diagnostics: &Diagnostics, files: &Files, stream: &impl IsTerminal) -> String {
        let colour = if self.colours(stream) { Colour::Ansi } else { Colour::Plain };
        let mut text = Vec::new();
        report(diagnostics, files, self.format, self.lang, colour, &mut text).expect("memory takes all");
        String::from_utf8(text).expect("messages are text")
    }

    fn fail(&self, failure: &Failure) {
        let (red, bold, plain) = if self.colours(&std::io::stderr()) {
            ("\x1b[1;31m", "\x1b[1m", "\x1b[0m")
        } else {
            ("", "", "")
        };
        let label = self.say("错误: ", "error: ");
        let mut text = format!("{red}{label}{plain}{}\n", Neutral(&failure.message(self.lang)));
        if let Some(hint) = failure.advice(self.lang) {
            text.push_str(&format!("  {bold}{}{plain}{hint}\n", self.say("提示: ", "hint: ")));
        }
        complain(&text);
    }
}

/// Writes to stdout. Nobody listening any more (`tongbao check | head`) is no error.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes to stderr.
fn complain(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// English when the locale begins with `en`, else Chinese.
fn locale() -> Lang {
    let set = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    if locale.starts_with("en") { Lang::En } else { Lang::Zh }
}
