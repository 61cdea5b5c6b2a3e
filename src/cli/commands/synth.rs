//! `hubscope synth`: a synthetic hub with planted truths.

use crate::cli::args::SynthArguments;
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::synth::{self, Size, SynthOptions};

/// Makes the hub and names it.
pub fn run(arguments: &SynthArguments) -> Result<(), Failure> {
    let dir = &arguments.out;
    if std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(
            Failure::new(ExitKind::Output, format!("{} is not empty", dir.display()))
                .hint("give a folder that does not exist yet"),
        );
    }
    let failed = |error: std::io::Error| Failure::output(dir, &error);
    let summary = match arguments.sample {
        Some(sample) => synth::write_sample(sample, dir).map_err(failed)?,
        None => {
            let options = SynthOptions {
                size: arguments.size.unwrap_or(Size::S),
                seed: arguments.seed,
            };
            synth::write(&options, dir).map_err(failed)?
        }
    };
    output::stdout(format!("{summary}\n").as_bytes())
}
