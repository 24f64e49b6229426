//! Mistakes on the command line, in the language of the rest.

use super::{complain, locale, print};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::ffi::OsString;
use std::process::ExitCode;
use tongbao::diag::report::Lang;

/// Prints help and version; explains a mistake. Exit code 0 or 2.
pub fn answer(error: &Error, lang: Lang) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print(&error.render().to_string());
            ExitCode::SUCCESS
        }
        _ if lang == Lang::En => {
            complain(&error.render().to_string());
            ExitCode::from(2)
        }
        _ => {
            complain(&chinese(error));
            ExitCode::from(2)
        }
    }
}

/// The language asked for, as far as arguments that cannot be understood tell it.
pub fn lang(args: &[OsString]) -> Lang {
    let mut words = args.iter().map(|arg| arg.to_string_lossy());
    let mut asked = None;
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => asked = words.next().map(|w| w.into_owned()),
            Some(value) => asked = value.strip_prefix('=').map(str::to_owned),
            None => {}
        }
    }
    match asked.as_deref() {
        Some("en") => Lang::En,
        Some("zh") => Lang::Zh,
        _ => locale(),
    }
}

/// The mistake in Chinese; what has no wording here is told in clap's English.
fn chinese(error: &Error) -> String {
    let get = |kind| error.get(kind).map(shown).unwrap_or_default();
    let (arg, value) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识的参数 `{arg}`"),
        ErrorKind::InvalidSubcommand => format!("不认识的命令 `{}`", get(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => format!("`{arg}` 后面缺少值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("`{arg}` 的值 `{value}` 不对"),
        ErrorKind::MissingRequiredArgument => format!("缺少 `{arg}`"),
        ErrorKind::ArgumentConflict => match get(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == arg => format!("`{arg}` 只能写一次"),
            prior => format!("`{arg}` 和 `{prior}` 不能同时使用"),
        },
        ErrorKind::TooManyValues => format!("`{arg}` 后面多了 `{value}`"),
        ErrorKind::NoEquals => format!("`{arg}` 要用 = 写值"),
        ErrorKind::InvalidUtf8 => "参数不是有效的 UTF-8".to_owned(),
        _ => return error.render().to_string(),
    };
    let mut text = format!("错误: {what}\n");
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggested: Vec<String> = suggested.map(get).into_iter().filter(|s| !s.is_empty()).collect();
    if !suggested.is_empty() {
        text.push_str(&format!("  提示: 是不是 `{}`？\n", suggested.join("`、`")));
    } else if !get(ContextKind::ValidValue).is_empty() {
        text.push_str(&format!("  提示: 可以写 {}\n", get(ContextKind::ValidValue)));
    } else if let Some(form) = std::error::Error::source(error) {
        text.push_str(&format!("  提示: 应写成 {form}\n"));
    }
    text.push_str("  用 --help 查看用法\n");
    text
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(list) => list.join("、"),
        ContextValue::String(text) => text.clone(),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(list) => list.iter().map(ToString::to_string).collect::<Vec<_>>().join("、"),
        ContextValue::Number(n) => n.to_string(),
        ContextValue::Bool(_) | ContextValue::None => String::new(),
        other => format!("{other}"),
    }
}
