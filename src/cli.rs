//! What may be said on the command line: commands and flags with their help, no work.
//!
//! Help is one text, Chinese first, English under it.

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;
use std::path::PathBuf;

const TEMPLATE: &str = "{about}\n\n用法 Usage: {usage}\n\n{all-args}\n";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "tongbao",
    bin_name = "tongbao",
    version,
    about = "把一个文件夹的督查通报变成可查可印的网站\nTurns a folder of supervision bulletins into an archive site",
    override_usage = "tongbao [选项 OPTIONS] <命令 COMMAND>",
    help_template = TEMPLATE,
    subcommand_help_heading = "命令 Commands",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    next_line_help = true,
    term_width = 0
)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Flags that every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "通用选项 Common options")]
pub struct Common {
    /// 网站文件夹；默认是最近的含 site.toml 的上级文件夹
    /// Folder of the site; by default the nearest parent with site.toml
    #[arg(long, global = true, value_name = "DIR", verbatim_doc_comment)]
    pub site: Option<PathBuf>,

    /// 提示语言 zh 或 en；默认 zh，系统语言以 en 开头时为 en
    /// Language of messages, zh or en; by default zh, but en when the locale begins with en
    #[arg(long, global = true, value_name = "LANG", hide_possible_values = true, verbatim_doc_comment)]
    pub lang: Option<LangArg>,

    /// 颜色 auto、always 或 never；默认 auto，设有 NO_COLOR 时不用
    /// Colours: auto, always or never; by default auto, and none with NO_COLOR
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_default_value = true)]
    #[arg(hide_possible_values = true, verbatim_doc_comment)]
    pub color: ColorArg,

    /// 问题的写法 human、short（一行一个）或 json；默认 human
    /// How problems are written: human, short (one a line) or json; by default human
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human", hide_default_value = true)]
    #[arg(hide_possible_values = true, verbatim_doc_comment)]
    pub format: FormatArg,

    /// 只说错误
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose", verbatim_doc_comment)]
    pub quiet: bool,

    /// 多说细节
    /// Say more
    #[arg(short, long, global = true, verbatim_doc_comment)]
    pub verbose: bool,

    /// 显示帮助
    /// Show help
    #[arg(short, long, global = true, action = ArgAction::Help, verbatim_doc_comment)]
    help: Option<bool>,

    /// 显示版本
    /// Show the version
    #[arg(short = 'V', long, action = ArgAction::Version, verbatim_doc_comment)]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 写出一个虚构区县的完整小网站，供查看和改用
    /// Write a small whole site of an invented district, to look at and to begin with
    #[command(override_usage = "tongbao init <DIR>", help_template = TEMPLATE, verbatim_doc_comment)]
    Init(Init),

    /// 生成网站：全部成功才替换旧的
    /// Build the site: all of it or nothing
    #[command(override_usage = "tongbao build [选项 OPTIONS]", help_template = TEMPLATE, verbatim_doc_comment)]
    Build(Build),

    /// 检查全部内容，列出错误和疑点，不写文件
    /// Check all content and list what is wrong or doubtful; writes nothing
    #[command(override_usage = "tongbao check [选项 OPTIONS]", help_template = TEMPLATE, verbatim_doc_comment)]
    Check(Check),

    /// 新建下一期的文件
    /// Create the file of the next issue
    #[command(override_usage = "tongbao new [选项 OPTIONS]", help_template = TEMPLATE, verbatim_doc_comment)]
    New(New),

    /// 打印命令补全脚本：bash、zsh、fish、elvish 或 powershell
    /// Print completions for a shell: bash, zsh, fish, elvish or powershell
    #[command(override_usage = "tongbao completions <SHELL>", help_template = TEMPLATE, verbatim_doc_comment)]
    Completions(Completions),
}

/// `init`.
#[derive(Debug, Args)]
#[command(next_help_heading = "参数 Arguments")]
pub struct Init {
    /// 新文件夹，或空文件夹；从不覆盖已有的文件
    /// A new or empty folder; no file is ever overwritten
    #[arg(value_name = "DIR", verbatim_doc_comment)]
    pub folder: PathBuf,
}

/// `build`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项 Options")]
pub struct Build {
    /// 输出文件夹，相对于当前文件夹；默认是网站文件夹里的 public
    /// Output folder, relative to the current one; by default public in the site's folder
    #[arg(long, value_name = "DIR", verbatim_doc_comment)]
    pub out: Option<PathBuf>,

    /// 网站的公开地址，代替 site.toml 的 base_url
    /// Public address of the site, instead of base_url in site.toml
    #[arg(long, value_name = "URL", value_parser = base_url, verbatim_doc_comment)]
    pub base_url: Option<String>,

    /// 连草稿一起生成，供内部预览；须写明 --out
    /// Build drafts too, for a look inside the office; needs --out
    #[arg(long, requires = "out", verbatim_doc_comment)]
    pub drafts: bool,

    #[command(flatten)]
    pub day: Day,

    /// 不做检索：没有检索页、检索框和检索数据；site.toml 的 [search] enabled = false 也是这样
    /// Leave the search out: page, box and data; as [search] enabled = false in site.toml does
    #[arg(long, verbatim_doc_comment)]
    pub no_search: bool,

    /// 线程数；默认与处理器核数相同
    /// Number of threads; by default one for each core
    #[arg(long, value_name = "N", value_parser = threads, verbatim_doc_comment)]
    pub threads: Option<u16>,

    /// 列出各步用时
    /// Tell where the time goes
    #[arg(long, verbatim_doc_comment)]
    pub timings: bool,

    /// 结果以 JSON 写到标准输出
    /// Print the result as JSON
    #[arg(long, verbatim_doc_comment)]
    pub json: bool,
}

/// `check`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项 Options")]
pub struct Check {
    /// 有警告也算失败
    /// Warnings count as errors
    #[arg(long, verbatim_doc_comment)]
    pub strict: bool,

    #[command(flatten)]
    pub day: Day,
}

/// Which day today is.
#[derive(Debug, Args)]
pub struct Day {
    /// 以这一天为今天，例如 2022-09-09；默认看时钟
    /// Take this day as today, such as 2022-09-09; by default the clock's
    #[arg(long, value_name = "DATE", value_parser = date, verbatim_doc_comment)]
    pub today: Option<Date>,
}

/// `new`.
#[derive(Debug, Args)]
#[command(next_help_heading = "选项 Options")]
pub struct New {
    /// 刊的编号或名称；默认是主刊
    /// Id or name of the series; by default the main one
    #[arg(long, value_name = "SERIES", verbatim_doc_comment)]
    pub series: Option<String>,

    /// 期号；默认是当年最大期号加一
    /// Number of the issue; by default one more than the year's last
    #[arg(long, value_name = "N", value_parser = number, verbatim_doc_comment)]
    pub number: Option<u32>,

    /// 增刊、特刊不用期号，用这个短名：小写字母、数字和 -
    /// For a supplement without a number: lower-case letters, digits and -
    #[arg(long, value_name = "SLUG", value_parser = slug, conflicts_with = "number", verbatim_doc_comment)]
    pub slug: Option<String>,

    /// 日期，例如 2022-09-09；默认是今天
    /// Date, such as 2022-09-09; by default today
    #[arg(long, value_name = "DATE", value_parser = date, verbatim_doc_comment)]
    pub date: Option<Date>,
}

/// `completions`.
#[derive(Debug, Args)]
#[command(next_help_heading = "参数 Arguments")]
pub struct Completions {
    /// bash、zsh、fish、elvish 或 powershell
    /// bash, zsh, fish, elvish or powershell
    #[arg(value_name = "SHELL", hide_possible_values = true, verbatim_doc_comment)]
    pub shell: Shell,
}

/// `--lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    Zh,
    En,
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    Auto,
    Always,
    Never,
}

/// `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    Human,
    Short,
    Json,
}

fn date(text: &str) -> Result<Date, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let shaped = parts.iter().map(|p| p.len()).eq([4, 2, 2]);
    text.parse().ok().filter(|_| shaped).ok_or_else(|| "YYYY-MM-DD".to_owned())
}

fn threads(text: &str) -> Result<u16, String> {
    text.parse().ok().filter(|n| (1..=1024).contains(n)).ok_or_else(|| "1–1024".to_owned())
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().ok().filter(|n| (1..=99_999).contains(n)).ok_or_else(|| "1–99999".to_owned())
}

fn slug(text: &str) -> Result<String, String> {
    let plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    let fits = (1..=40).contains(&text.len()) && text.bytes().all(plain);
    fits.then(|| text.to_owned()).ok_or_else(|| "a-z 0-9 - (1–40)".to_owned())
}

/// An address that pages can be joined to: with a `/` at its end.
fn base_url(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fits = rest.is_some_and(|r| !r.is_empty() && !r.starts_with('/') && !r.contains(['?', '#', ' ']));
    fits.then(|| format!("{}/", text.trim_end_matches('/'))).ok_or_else(|| "https://…/".to_owned())
}
