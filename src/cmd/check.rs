//! `tongbao check`: everything wrong or doubtful, on stdout.

use super::progress::Progress;
use super::{End, Voice, print};
use crate::cli::Check;
use std::path::Path;
use tongbao::diag::Severity;
use tongbao::diag::report::Format;
use tongbao::failure::Failure;
use tongbao::model::visible::Drafts;
use tongbao::theme::Theme;
use tongbao::{Care, Loaded, Options};

pub fn run(voice: &Voice, site: &Path, args: &Check) -> Result<End, Failure> {
    let progress = Progress::start(voice, "检查", "checking");
    let options = Options { today: args.day.today, drafts: Drafts::Hidden, care: Care::Check };
    let Loaded { mut files, diagnostics: mut found, archive, .. } = tongbao::load(site, &options)?;
    if let Some(archive) = archive {
        Theme::load(site, &archive.config, &mut files, &mut found);
        // The program ends: taking a large archive apart piece by piece would only cost time.
        std::mem::forget(archive);
    }
    progress.stop();
    let failed = found.has_errors() || (args.strict && found.count(Severity::Warning) > 0);
    if voice.quiet {
        found.retain(|d| d.message.severity() == Severity::Error);
    }
    print(&voice.report(&found, &files, &std::io::stdout()));
    if found.iter().next().is_none() && voice.format == Format::Human && !voice.quiet {
        print(voice.say("没有发现问题\n", "nothing wrong found\n"));
    }
    Ok(if failed { End::ContentErrors } else { End::Done })
}
