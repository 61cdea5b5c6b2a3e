//! The `hubscope` program: hands its arguments to [`hubscope::cli`] and exits with the code it returns.

fn main() -> std::process::ExitCode {
    hubscope::cli::main()
}
