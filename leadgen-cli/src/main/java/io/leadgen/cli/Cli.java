package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.AnswerText;
import io.leadgen.cli.answer.ErrorText;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.answer.operate.BudgetAnswer;
import io.leadgen.cli.command.CommandSet;
import io.leadgen.cli.command.InteractiveCommand;
import io.leadgen.cli.command.LeadgenCommand;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.command.OperatorCommand;
import io.leadgen.cli.command.ProgressCommand;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.TableResolution;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.BugReport;
import io.leadgen.cli.process.ExitCode;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.process.Streams;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.cli.terminal.DisplayText;
import io.leadgen.cli.terminal.ProgressBar;
import io.leadgen.cli.terminal.Spinner;
import io.leadgen.cli.terminal.StackFrames;
import io.leadgen.cli.terminal.StatusLine;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.program.Version;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line: parse, open, ask, write. The answer goes to {@code out}, everything else to {@code err}. */
final class Cli {
    private final ProcessContext context;
    private final ServiceSource source;
    private final Cancellation cancellation;
    private final CommandSet commands;
    private final UserPrompt prompt;
    private final Streams streams;
    private @Nullable ParseResult parsed;

    Cli(ProcessContext context, ServiceSource source, Cancellation cancellation) {
        this(context, source, cancellation, CommandRegistry.STANDARD, promptOf(context));
    }

    private Cli(
            ProcessContext context,
            ServiceSource source,
            Cancellation cancellation,
            CommandSet commands,
            UserPrompt prompt) {
        this.context = context;
        this.source = source;
        this.cancellation = cancellation;
        this.commands = commands;
        this.prompt = prompt;
        this.streams = context.streams();
    }

    private static UserPrompt promptOf(ProcessContext context) {
        return UserPrompt.over(
                context.in(), context.streams()::error, context.inIsTerminal() && context.errIsTerminal());
    }

    private static int run(
            ProcessContext context,
            ServiceSource source,
            Cancellation cancellation,
            CommandSet commands,
            UserPrompt prompt,
            List<String> words) {
        return new Cli(context, source, cancellation, commands, prompt).run(words.toArray(String[]::new));
    }

    /** Runs a command line and returns its exit code; never throws. */
    int run(String... args) {
        try {
            if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
                // Scripts and shells ask this often, and the parser alone would take longer than the answer.
                streams.answer(Version.of("leadgen") + "\n");
                return ExitCode.ANSWERED.number();
            }
            return parse(new LeadgenCommand(), args);
        } catch (Throwable cause) {
            return ended(cause, UsageError.format(args));
        }
    }

    private int parse(LeadgenCommand root, String... args) {
        StringWriter help = new StringWriter();
        CommandLine line = commands.parser(root, new Workspace(context.workingDirectory(), context.environment()), args)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HelpLayout.width(context.outTheme().width()))
                .setUsageHelpLongOptionsMaxWidth(24)
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(context.outTheme().colour() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(help));
        HelpLayout.arrange(line);
        line.setExecutionStrategy(result -> {
            try {
                return execute(root, result);
            } catch (ParameterException wrong) {
                throw wrong;
            } catch (LeadgenException e) {
                return failed(e, null, null, root.output);
            } catch (Throwable cause) {
                // The parser would print a stack trace.
                return ended(cause, root.output);
            }
        });
        line.setParameterExceptionHandler(
                (error, words) -> failed(UsageError.of(error, commands), null, null, UsageError.format(words)));
        int code = line.execute(args);
        streams.answer(help.toString());
        return code;
    }

    private int execute(LeadgenCommand root, ParseResult result) {
        parsed = result;
        Integer helped = CommandLine.executeHelpRequest(result);
        if (helped != null) {
            return helped;
        }
        List<CommandLine> chain = result.asCommandLineList();
        CommandLine last = chain.get(chain.size() - 1);
        Object command = last.getCommand();
        if (command instanceof LocalCommand local) {
            return answered(root, local.run(prompt));
        }
        if (command instanceof InteractiveCommand interactive) {
            return interactive.run(
                    new InteractiveCommand.Start(context, source, cancellation, root, result, commands, Cli::run));
        }
        boolean asks = command instanceof ServiceCommand;
        if (!asks && !(command instanceof OperatorCommand)) {
            throw new ParameterException(last, "A command is missing: " + commands.listed());
        }
        if (root.demo && root.config != null) {
            throw new ParameterException(last, "--demo and --config cannot be combined");
        }
        return asks ? ask(root, (ServiceCommand) command, last) : operate(root, (OperatorCommand) command);
    }

    private int operate(LeadgenCommand root, OperatorCommand command) {
        return answered(root, limited(root, () -> {
            try (ServiceSource.Opened opened = source.open(root.config, root.demo, this::note)) {
                return command.run(opened.config());
            }
        }));
    }

    /** Opens the service for a command, and checks that all of the command is about one table. */
    private ServiceSource.Opened open(LeadgenCommand root, TableResolution tables) {
        ServiceSource.AskedFile file = tables.file();
        if (file == null) {
            tables.checkSame();
            return source.open(root.config, root.demo, this::note);
        }
        ServiceSource.OpenedFile opened = source.openFile(file, root.config, root.demo, prompt, this::note);
        tables.serve(opened.table());
        tables.checkSame();
        return opened.opened();
    }

    private int answered(LeadgenCommand root, Answer answer) {
        streams.answer(AnswerText.of(answer, root.output, context.outTheme()));
        return ExitCode.of(answer.kind()).number();
    }

    private int ask(LeadgenCommand root, ServiceCommand command, CommandLine line) {
        AtomicReference<@Nullable RequestContext> request = new AtomicReference<>();
        try {
            TableResolution tables = TableResolution.of(
                    line.getCommandSpec(), command, context.environment(), context.workingDirectory());
            return answered(root, limited(root, () -> {
                try (ServiceSource.Opened opened = open(root, tables)) {
                    AudienceService audience = opened.audience();
                    RequestContext asked = new RequestContext(
                            root.principal(context), UUID.randomUUID().toString(), cancellation);
                    request.set(asked);
                    return answer(command, audience, asked);
                }
            }));
        } catch (LeadgenException e) {
            String part = e.part();
            String text = part == null ? TableResolution.predicate(line.getCommandSpec(), command) : command.text(part);
            return failed(e, requestId(e, request.get()), text, root.output);
        } catch (UncheckedIOException unwritten) {
            throw unwritten;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LeadgenException internal = internal(e);
            return failed(internal, requestId(internal, request.get()), null, root.output);
        }
    }

    private <T> T limited(LeadgenCommand root, Supplier<T> work) {
        return root.timeout == null ? work.get() : root.timeout.within(cancellation, work);
    }

    private Answer answer(ServiceCommand command, AudienceService audience, RequestContext request) {
        if (!context.errCanBeRewritten()) {
            return command.ask(audience, request);
        }
        try (StatusLine line = new StatusLine(streams::error, context.errTheme())) {
            if (command instanceof ProgressCommand takesLong) {
                takesLong.reportTo(new ProgressBar(line)::at);
                return command.ask(audience, request);
            }
            return new Spinner(line, () -> budgetLeft(audience, request.principal()))
                    .during(() -> command.ask(audience, request));
        }
    }

    /** Shown to the person who waits; empty if it is not available. */
    private static String budgetLeft(AudienceService audience, Principal principal) {
        try {
            return BudgetAnswer.left(audience.budget(null, RequestContext.of(principal)));
        } catch (LeadgenException e) {
            return "";
        }
    }

    /** An error before the question is in no log, so it has no id to look up. */
    private static @Nullable String requestId(LeadgenException error, @Nullable RequestContext request) {
        return request == null || error.code() == ErrorCode.CONFIG_INVALID ? null : request.requestId();
    }

    private void note(String line) {
        streams.error(DisplayText.note(line, context.errTheme()));
    }

    /** The exit code after an error that no command expects. */
    private int ended(Throwable cause, OutputFormat format) {
        if (cause instanceof UncheckedIOException unwritten) {
            // This is about a local file, not about the warehouse, so it may be shown.
            streams.error("error: " + unwritten.getMessage() + "\n");
            return ExitCode.INTERNAL.number();
        }
        return failed(internal(cause), null, null, format);
    }

    private static LeadgenException internal(Throwable cause) {
        return LeadgenException.causedBy(ErrorCode.INTERNAL, "An internal error ended this command", cause);
    }

    private int failed(
            LeadgenException error, @Nullable String requestId, @Nullable String predicate, OutputFormat format) {
        LeadgenException shown = error.code() == ErrorCode.INTERNAL ? reported(error, requestId) : error;
        streams.error(ErrorText.of(shown, requestId, predicate, format, context.errTheme()));
        if (context.debugging()) {
            streams.error(StackFrames.of(error));
        }
        return ExitCode.of(error.code()).number();
    }

    /** Writes a bug report, and adds its place to the error. */
    private LeadgenException reported(LeadgenException error, @Nullable String requestId) {
        Path report = BugReport.write(context.bugReports(), error, parsed, requestId);
        return LeadgenException.of(
                ErrorCode.INTERNAL,
                error.getMessage()
                        + (report == null
                                ? "; set LEADGEN_DEBUG=1 to see where"
                                : "; please report it with " + report + ", which holds no data"));
    }
}
