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
import io.leadgen.cli.command.WorkspaceFactory;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.BugReport;
import io.leadgen.cli.process.ExitCode;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.process.Streams;
import io.leadgen.cli.process.TimeLimit;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.cli.terminal.NoteText;
import io.leadgen.cli.terminal.ProgressBar;
import io.leadgen.cli.terminal.Spinner;
import io.leadgen.cli.terminal.StackFrames;
import io.leadgen.cli.terminal.StatusLine;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.program.Version;
import io.leadgen.warehouse.Cancellation;
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

/** Runs one command line: parse, open, ask, write. The answer goes to {@code out}, all else to {@code err}. */
public final class Cli {
    private final ProcessContext surroundings;
    private final ServiceSource source;
    private final Cancellation cancellation;
    private final CommandSet known;
    private final UserPrompt dialogue;
    private final Streams streams;
    private @Nullable ParseResult understood;

    Cli(ProcessContext surroundings, ServiceSource source, Cancellation cancellation) {
        this(surroundings, source, cancellation, CommandRegistry.STANDARD, atTerminalOf(surroundings));
    }

    /**
     * A command line within another program.
     *
     * @param known the commands that there are
     * @param dialogue how whoever sits there is asked back
     */
    Cli(
            ProcessContext surroundings,
            ServiceSource source,
            Cancellation cancellation,
            CommandSet known,
            UserPrompt dialogue) {
        this.surroundings = surroundings;
        this.source = source;
        this.cancellation = cancellation;
        this.known = known;
        this.dialogue = dialogue;
        this.streams = new Streams(surroundings.out(), surroundings.err());
    }

    private static UserPrompt atTerminalOf(ProcessContext surroundings) {
        return UserPrompt.over(
                surroundings.in(),
                new Streams(surroundings.out(), surroundings.err())::error,
                surroundings.inIsTerminal() && surroundings.errIsTerminal());
    }

    private static int run(
            ProcessContext surroundings,
            ServiceSource source,
            Cancellation cancellation,
            CommandSet commands,
            UserPrompt prompt,
            List<String> words) {
        return new Cli(surroundings, source, cancellation, commands, prompt).run(words.toArray(String[]::new));
    }

    /** Runs a command line; never throws. */
    int run(String... args) {
        LeadgenCommand root = new LeadgenCommand();
        try {
            if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
                // Scripts and shells ask this often; the parser alone would take longer than the answer.
                streams.answer(Version.of("leadgen") + "\n");
                return ExitCode.ANSWERED.number();
            }
            return run(root, args);
        } catch (Throwable cause) {
            return ended(cause, UsageError.format(args));
        }
    }

    /** What no command expects. */
    private int ended(Throwable cause, OutputFormat format) {
        if (cause instanceof UncheckedIOException unwritten) {
            // The disk's words, not the warehouse's: they may be shown.
            streams.error("error: " + unwritten.getMessage() + "\n");
            return ExitCode.DEFECT.number();
        }
        return failed(defect(cause), null, null, format);
    }

    private int run(LeadgenCommand root, String... args) {
        StringWriter help = new StringWriter();
        WorkspaceFactory factory =
                new WorkspaceFactory(new Workspace(surroundings.workingDirectory(), surroundings.environment()));
        CommandLine commands = known.parser(root, factory, args)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HelpLayout.width(surroundings.outTheme().width()))
                .setUsageHelpLongOptionsMaxWidth(24)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        surroundings.outTheme().colour() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(help));
        HelpLayout.arrange(commands);
        commands.setExecutionStrategy(parsed -> {
            try {
                return execute(root, parsed);
            } catch (ParameterException wrong) {
                throw wrong;
            } catch (Throwable cause) {
                // The parser would print the trace of the stack.
                return ended(cause, root.output);
            }
        });
        commands.setParameterExceptionHandler(
                (error, words) -> failed(UsageError.of(error, known), null, null, UsageError.format(words)));
        int code = commands.execute(args);
        streams.answer(help.toString());
        return code;
    }

    private int execute(LeadgenCommand root, ParseResult parsed) {
        understood = parsed;
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        List<CommandLine> chain = parsed.asCommandLineList();
        CommandLine last = chain.get(chain.size() - 1);
        if (last.getCommand() instanceof LocalCommand setup) {
            return setUp(root, setup);
        }
        if (last.getCommand() instanceof InteractiveCommand standalone) {
            return standAlone(root, standalone, parsed);
        }
        if (!(last.getCommand() instanceof ServiceCommand) && !(last.getCommand() instanceof OperatorCommand)) {
            throw new ParameterException(last, "A command is missing");
        }
        if (root.demo && root.config != null) {
            throw new ParameterException(last, "--demo and --config exclude each other");
        }
        return last.getCommand() instanceof ServiceCommand question
                ? ask(root, question, last)
                : inspect(root, (OperatorCommand) last.getCommand());
    }

    private int setUp(LeadgenCommand root, LocalCommand setup) {
        try {
            return answered(root, setup.setUp(dialogue));
        } catch (LeadgenException e) {
            return failed(e, null, null, root.output);
        }
    }

    /** Opens what the question is about, and makes sure that all of it is about one table. */
    private ServiceSource.Opened open(LeadgenCommand root, TableResolution tables) {
        ServiceSource.AskedFile file = tables.file();
        if (file == null) {
            tables.checkSame();
            return source.open(root.config, root.demo, this::note);
        }
        ServiceSource.OpenedFile opened = source.openFile(file, root.config, root.demo, dialogue, this::note);
        tables.serve(opened.table());
        tables.checkSame();
        return opened.opened();
    }

    private int standAlone(LeadgenCommand root, InteractiveCommand command, ParseResult parsed) {
        try {
            return command.run(
                    new InteractiveCommand.Start(surroundings, source, cancellation, root, parsed, known, Cli::run));
        } catch (LeadgenException e) {
            return failed(e, null, null, root.output);
        }
    }

    private int inspect(LeadgenCommand root, OperatorCommand inspection) {
        try {
            return answered(root, limited(root, () -> {
                try (ServiceSource.Opened opened = source.open(root.config, root.demo, this::note)) {
                    return inspection.inspect(opened.config());
                }
            }));
        } catch (LeadgenException e) {
            return failed(e, null, null, root.output);
        }
    }

    private int answered(LeadgenCommand root, Answer answer) {
        streams.answer(AnswerText.of(answer, root.output, surroundings.outTheme()));
        return ExitCode.of(answer.kind()).number();
    }

    private int ask(LeadgenCommand root, ServiceCommand question, CommandLine asked) {
        AtomicReference<@Nullable RequestContext> context = new AtomicReference<>();
        try {
            TableResolution tables = TableResolution.of(
                    asked.getCommandSpec(), question, surroundings.environment(), surroundings.workingDirectory());
            return answered(root, limited(root, () -> {
                try (ServiceSource.Opened opened = open(root, tables)) {
                    AudienceService audience = opened.audience();
                    RequestContext fresh = new RequestContext(
                            root.principal(surroundings), UUID.randomUUID().toString(), cancellation);
                    context.set(fresh);
                    return answer(question, audience, fresh);
                }
            }));
        } catch (LeadgenException e) {
            return failed(e, requestId(e, context.get()), question.text(e.part()), root.output);
        } catch (UncheckedIOException unwritten) {
            throw unwritten;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LeadgenException defect = defect(e);
            return failed(defect, requestId(defect, context.get()), null, root.output);
        }
    }

    private static LeadgenException defect(Throwable cause) {
        return LeadgenException.causedBy(ErrorCode.INTERNAL, "A defect of leadgen ended this command", cause);
    }

    private <T> T limited(LeadgenCommand root, Supplier<T> work) {
        return root.timeout == null ? work.get() : new TimeLimit(root.timeout).within(cancellation, work);
    }

    private Answer answer(ServiceCommand question, AudienceService audience, RequestContext context) {
        if (!surroundings.errCanBeRewritten()) {
            return question.ask(audience, context);
        }
        try (StatusLine line = new StatusLine(streams::error, surroundings.errTheme())) {
            if (question instanceof ProgressCommand takesLong) {
                takesLong.reportTo(new ProgressBar(line)::at);
                return question.ask(audience, context);
            }
            return new Spinner(line, () -> budgetLeft(audience, context.principal()))
                    .during(() -> question.ask(audience, context));
        }
    }

    /** Said for the comfort of whoever waits: if it cannot be told, it is left out. */
    private static String budgetLeft(AudienceService audience, Principal principal) {
        try {
            return BudgetAnswer.left(audience.budget(null, RequestContext.of(principal)));
        } catch (LeadgenException e) {
            return "";
        }
    }

    /** What fails before a question is asked is in no log, so there is nothing to look up by an id. */
    private static @Nullable String requestId(LeadgenException error, @Nullable RequestContext context) {
        return context == null || error.code() == ErrorCode.CONFIG_INVALID ? null : context.requestId();
    }

    private void note(String line) {
        streams.error(NoteText.of(line, surroundings.errTheme()));
    }

    private int failed(
            LeadgenException error, @Nullable String requestId, @Nullable String predicate, OutputFormat format) {
        LeadgenException shown = error.code() == ErrorCode.INTERNAL ? reported(error, requestId) : error;
        streams.error(ErrorText.of(shown, requestId, predicate, format, surroundings.errTheme()));
        if (surroundings.debugging()) {
            streams.error(StackFrames.of(error));
        }
        return ExitCode.of(error.code()).number();
    }

    /** A defect's one line: where to read about it, and that this may be sent. */
    private LeadgenException reported(LeadgenException defect, @Nullable String requestId) {
        Path report = BugReport.write(surroundings.bugReports(), defect, understood, requestId);
        return LeadgenException.of(
                ErrorCode.INTERNAL,
                defect.getMessage()
                        + (report == null
                                ? "; LEADGEN_DEBUG=1 shows where"
                                : "; please report it with " + report + ", which holds no data"));
    }
}
