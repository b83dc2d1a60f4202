package io.leadgen.cli.command.operate;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.command.CommandSet;
import io.leadgen.cli.command.InteractiveCommand;
import io.leadgen.cli.command.LeadgenCommand;
import io.leadgen.cli.command.TableResolution;
import io.leadgen.cli.completion.CatalogNames;
import io.leadgen.cli.process.ExitCode;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.process.Streams;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.cli.shell.Console;
import io.leadgen.cli.shell.Lines;
import io.leadgen.cli.shell.PipedLines;
import io.leadgen.cli.shell.ShellCommands;
import io.leadgen.cli.shell.ShellGrammar;
import io.leadgen.cli.shell.ShellState;
import io.leadgen.cli.source.SessionSource;
import io.leadgen.cli.terminal.DisplayText;
import io.leadgen.cli.terminal.Prompt;
import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.ConfigLocator;
import io.leadgen.runtime.config.LeadgenHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

@Command(
        name = "shell",
        header = "Refine an audience step by step, in a shell.",
        description = {
            "",
            "Takes all commands, with completion, for the current table and audience, and the commands use, "
                    + "where, and, or, not and undo. From a pipe it runs the lines of a script, and stops at the first that "
                    + "fails with its exit code."
        },
        footer = {
            "  leadgen --demo shell main.leads.customer_360",
            "  leadgen --demo shell < questions.txt",
            "  leadgen shell customers.parquet --unit customer_id",
            "",
            "Within:",
            "  where age > 25",
            "  and income_level = 'high'",
            "  segment --by plan",
            "  undo"
        })
public final class ShellCommand implements InteractiveCommand {
    private static final String HISTORY = "shell-history";
    /** Options of the whole session. */
    private static final Set<String> FOR_THE_SESSION = Set.of("--config", "--demo", "--help", "--version");

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "The first table in use, or a Parquet or CSV file.")
    @Nullable
    TableName table;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--no-history",
            description = {
                "Do not save lines. By default they are saved in $LEADGEN_HOME, readable only by you,",
                "except lines that begin with a space."
            })
    boolean noHistory;

    @Override
    public int run(Start start) {
        LeadgenCommand root = start.root();
        Streams streams = start.context().streams();
        ShellState workbench = new ShellState();
        Supplier<@Nullable TableName> inUse = () -> workbench.refinements().table();
        try (SessionSource source = new SessionSource(start.source(), root.config, root.demo, inUse)) {
            begin(
                    start,
                    source,
                    note -> streams.error(DisplayText.note(note, start.context().errTheme())));
            return hold(start, source, workbench, streams);
        }
    }

    /** A named configuration must be readable. Without one, files can still be used. */
    private void begin(Start start, SessionSource source, Consumer<String> note) {
        try {
            source.open(null, false, note).close();
        } catch (LeadgenException e) {
            boolean named = start.root().config != null
                    || start.root().demo
                    || ConfigLocator.isNamed(start.context().environment());
            if (named) {
                throw e;
            }
            if (table == null && isPerson(start)) {
                note.accept("""
                        No configuration can be read (see leadgen doctor), so only files are available:
                        use FILE --unit COLUMN opens one.""");
            }
        }
    }

    private static boolean isPerson(Start start) {
        return start.context().inIsTerminal() && start.context().outIsTerminal();
    }

    /** Line after line, until there is no more, or a command says that this was the last; a script stops at an error. */
    private int hold(Start start, SessionSource source, ShellState workbench, Streams streams) {
        CommandSet commands = ShellCommands.of(workbench, start.commands());
        CommandSpec model = commands.described().getCommandSpec();
        ShellGrammar grammar = new ShellGrammar(model);
        boolean person = isPerson(start);
        List<String> common = common(start.parsed(), model);
        try (Lines lines = person
                ? console(start, source, grammar, workbench)
                : new PipedLines(start.context().in(), grammar)) {
            UserPrompt dialogue = new UserPrompt(person, lines::answer);
            ToIntFunction<List<String>> runner =
                    words -> run(start, source, commands, dialogue, lines, withCommon(common, words, model));
            if (person) {
                streams.error(WELCOME);
            }
            List<String> first = first();
            if (!first.isEmpty()) {
                int code = runner.applyAsInt(first);
                if (code != 0 && !person) {
                    return code;
                }
            }
            while (!workbench.isLeaving()) {
                String line = lines.next(prompt(start, lines, workbench));
                if (line == null) {
                    break;
                }
                if (!ShellGrammar.isIdle(line)) {
                    int code = runner.applyAsInt(grammar.completed(grammar.words(line), workbench.refinements()));
                    // At a terminal a line that fails is over. A suppressed answer is an answer.
                    if (!person && code != 0 && code != ExitCode.SUPPRESSED.number()) {
                        return code;
                    }
                }
            }
            return 0;
        }
    }

    /** The command that chooses the table of the command line; empty without one. */
    private List<String> first() {
        List<String> words = new ArrayList<>();
        spec.positionalParameters().forEach(table -> words.addAll(table.originalStringValues()));
        String unit = spec.findOption(TableResolution.UNIT).getValue();
        if (unit != null) {
            words.add(TableResolution.UNIT + "=" + unit);
        }
        if (!words.isEmpty()) {
            words.add(0, "use");
        }
        return words;
    }

    private static final String WELCOME = """
            TAB completes, help lists the commands, Ctrl-D exits. Each step counts the
            audience and charges the budget; "sizes off" stops that.
            """;

    private static String prompt(Start start, Lines lines, ShellState workbench) {
        return Prompt.of(
                workbench.refinements().table(),
                workbench.refinements().present().predicate(),
                context(start, lines).outTheme());
    }

    private static ProcessContext context(Start start, Lines lines) {
        Integer width = lines.width();
        return width == null ? start.context() : start.context().withWidth(width);
    }

    private Lines console(Start start, SessionSource source, ShellGrammar grammar, ShellState workbench) {
        CatalogNames names = new CatalogNames(
                source::audience,
                () -> context(start),
                CatalogNames.saved(start.context().environment()));
        Path history = noHistory
                ? null
                : LeadgenHome.of(start.context().environment()).path().resolve(HISTORY);
        return Console.open(
                grammar,
                names,
                workbench::refinements,
                history,
                start.context().outTheme().colour());
    }

    private static RequestContext context(Start start) {
        return new RequestContext(
                start.root().principal(start.context()), UUID.randomUUID().toString(), new Cancellation());
    }

    /** Runs one command, as a process of its own would; its cancellation does not end the shell. */
    private static int run(
            Start start,
            SessionSource source,
            CommandSet commands,
            UserPrompt dialogue,
            Lines lines,
            List<String> words) {
        Cancellation cancellation = new Cancellation();
        try (Cancellation.Registration whole = start.cancellation().onCancel(cancellation::cancel)) {
            assert whole != null;
            return lines.interruptible(
                    cancellation::cancel,
                    () -> start.runner().run(context(start, lines), source, cancellation, commands, dialogue, words));
        }
    }

    /** The options of the shell's command line that apply to every command. */
    private static List<String> common(ParseResult parsed, CommandSpec model) {
        List<String> common = new ArrayList<>();
        for (ParseResult part = parsed; part != null; part = part.subcommand()) {
            for (OptionSpec option : part.matchedOptions()) {
                String name = option.longestName();
                if (model.findOption(name) != null && !FOR_THE_SESSION.contains(name)) {
                    option.originalStringValues()
                            .forEach(value -> common.add(option.arity().max() == 0 ? name : name + "=" + value));
                }
            }
        }
        return common;
    }

    private static List<String> withCommon(List<String> common, List<String> words, CommandSpec model) {
        io.leadgen.cli.completion.CommandWords own = io.leadgen.cli.completion.CommandWords.of(model, words);
        List<String> all = new ArrayList<>();
        common.stream().filter(option -> !own.has(option.split("=", 2)[0])).forEach(all::add);
        all.addAll(words);
        return all;
    }
}
