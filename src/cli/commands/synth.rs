//! `hubscope synth`: a synthetic hub with planted truths.

use crate::cli::args::SynthArguments;
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::cli::session::spoken;
use crate::messages::Arg;
use crate::synth::{self, Size, SynthOptions};

/// Makes the hub and names it.
pub fn run(arguments: &SynthArguments) -> Result<(), Failure> {
    let dir = &arguments.out;
    let messages = spoken(arguments.lang);
    if std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        let args = [("path", Arg::from(dir.display().to_string()))];
        return Err(Failure::new(ExitKind::Output, messages.say("new-not-empty", &args))
            .hint(messages.word("new-not-empty-hint")));
    }
    let failed = |error: std::io::Error| Failure::output(dir, &error);
    let summary = match arguments.sample {
        Some(sample) => synth::write_sample(sample, dir).map_err(failed)?,
        None => {
            let size = arguments.size.unwrap_or(Size::S);
            synth::write(
                &SynthOptions {
                    size,
                    seed: arguments.seed,
                    lang: messages.lang(),
                },
                dir,
            )
            .map_err(failed)?
        }
    };
    let args = [
        ("path", Arg::from(summary.folder.display().to_string())),
        ("rows", summary.files.iter().map(|(_, rows)| rows).sum::<usize>().into()),
        ("champions", summary.champions.into()),
        ("truth", summary.truth.display().to_string().into()),
    ];
    output::stdout(format!("{}\n", messages.say("synth-made", &args)).as_bytes())
}
