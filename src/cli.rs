//! Parse, call, print: the command line. The only place that knows clap, the terminal and exit codes.
//!
//! In: arguments. Out: results on stdout, everything else on stderr, and one of the exit codes of
//! `cli/failure.rs`.

use std::process::ExitCode;

use clap::Parser;

mod args;
mod commands;
mod failure;
mod language;
mod output;
mod session;
mod usage;
mod watch;

use args::{Arguments, Command};
use failure::Failure;

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    silence_refusals();
    let typed = args::with_default_command(std::env::args_os());
    language::settle(&typed);
    let arguments = match Arguments::try_parse_from(typed) {
        Ok(arguments) => arguments,
        Err(error) => return failure::usage(&error),
    };
    match run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.print(),
    }
}

/// A broken file that its reader stumbles over is refused in words; the reader's own trace would only frighten.
fn silence_refusals() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !crate::records::panics_are_refusals() {
            tell(panic);
        }
    }));
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::New(arguments) => commands::new::run(&arguments),
        Command::Check(arguments) => commands::check::run(&arguments),
        Command::Report(arguments) => commands::report::run(&arguments),
        Command::Metrics(arguments) => commands::metrics::run(&arguments),
        Command::Gaps(arguments) => commands::parts::gaps(&arguments),
        Command::Introductions(arguments) => commands::parts::introductions(&arguments),
        Command::Champions(arguments) => commands::parts::champions(&arguments),
        Command::Adoption(arguments) => commands::parts::adoption(&arguments),
        Command::Indicators(arguments) => commands::parts::indicators(&arguments),
        Command::Actions(arguments) => commands::parts::actions(&arguments),
        Command::Qap(arguments) => commands::qap::run(&arguments),
        Command::Import(arguments) => commands::import::run(&arguments),
        Command::Resolve(arguments) => commands::resolve::run(&arguments),
        Command::Synth(arguments) => commands::synth::run(&arguments),
    }
}

/// The command line as clap knows it, for the help snapshot and the command reference.
#[must_use]
pub fn command() -> clap::Command {
    <Arguments as clap::CommandFactory>::command()
}
