package io.leadgen.cli.command.operate;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.command.CommandSet;
import io.leadgen.cli.command.InteractiveCommand;
import io.leadgen.cli.command.LeadgenCommand;
import io.leadgen.cli.command.TableResolution;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.completion.CatalogNames;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.process.Streams;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.cli.shell.Console;
import io.leadgen.cli.shell.Lines;
import io.leadgen.cli.shell.PipedLines;
import io.leadgen.cli.shell.Session;
import io.leadgen.cli.shell.ShellCommands;
import io.leadgen.cli.shell.ShellGrammar;
import io.leadgen.cli.shell.ShellState;
import io.leadgen.cli.source.SessionSource;
import io.leadgen.cli.terminal.NoteText;
import io.leadgen.cli.terminal.Prompt;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.ConfigLocator;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.warehouse.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
        header = "A dialogue: refine an audience step by step, with its size after each.",
        description = {
            "",
            "All commands, with completion, for the table and the audience of the moment: use, where, and, or, not, undo. From a pipe,"
                    + " it runs the lines of a script and stops at the first that fails, with its exit code."
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
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class ShellCommand implements InteractiveCommand {
    private static final String HISTORY = "shell-history";
    /** What is decided for the whole session. */
    private static final Set<String> FOR_THE_SESSION = Set.of("--config", "--demo", "--help", "--version");

    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "The table to begin with, or a Parquet or CSV file.")
    @Nullable
    TableName table;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--no-history",
            description = {
                "Keeps no line. Else they are kept in $LEADGEN_HOME, for you alone; a line that",
                "begins with a blank is not."
            })
    boolean noHistory;

    @Override
    public int run(Start start) {
        LeadgenCommand root = start.root();
        Streams streams =
                new Streams(start.surroundings().out(), start.surroundings().err());
        ShellState workbench = new ShellState();
        Supplier<@Nullable TableName> inUse = () -> workbench.refinements().table();
        try (SessionSource source = new SessionSource(start.source(), root.config, root.demo, inUse)) {
            begin(
                    start,
                    source,
                    note -> streams.error(NoteText.of(note, start.surroundings().errTheme())));
            return hold(start, source, workbench, streams);
        }
    }

    /** A configuration that was named has to be there. Another need not: files can do without. */
    private void begin(Start start, SessionSource source, Consumer<String> note) {
        try {
            source.open(null, false, note).close();
        } catch (LeadgenException e) {
            boolean named = start.root().config != null
                    || start.root().demo
                    || ConfigLocator.isNamed(start.surroundings().environment());
            if (named) {
                throw e;
            }
            if (table == null && isPerson(start)) {
                note.accept("""
                        No configuration can be read (doctor tells more), so there are only files:
                        use FILE --unit COLUMN takes one.""");
            }
        }
    }

    private static boolean isPerson(Start start) {
        return start.surroundings().inIsTerminal() && start.surroundings().outIsTerminal();
    }

    private int hold(Start start, SessionSource source, ShellState workbench, Streams streams) {
        CommandSet commands = ShellCommands.of(workbench, start.commands());
        CommandSpec model = commands.described().getCommandSpec();
        ShellGrammar grammar = new ShellGrammar(model);
        boolean person = isPerson(start);
        Session session = new Session(grammar, workbench::refinements, workbench::isLeaving, person);
        List<String> common = common(start.parsed(), model);
        try (Lines lines = person ? console(start, source, grammar, workbench) : piped(start, grammar)) {
            UserPrompt dialogue = new UserPrompt(person, lines::answer);
            Session.Runner runner =
                    words -> run(start, source, commands, dialogue, lines, withCommon(common, words, model));
            if (person) {
                streams.error(WELCOME);
            }
            List<String> first = first();
            if (!first.isEmpty()) {
                int code = runner.run(first);
                if (code != 0 && !person) {
                    return code;
                }
            }
            return session.hold(lines, () -> prompt(start, lines, workbench), runner);
        }
    }

    /** The command that chooses the table that the shell was started with; nothing if it was started without. */
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
            TAB completes, help lists the commands, Ctrl-D leaves. After each step the
            size is asked, and paid for from the budget; sizes off stops that.
            """;

    private static String prompt(Start start, Lines lines, ShellState workbench) {
        Integer width = lines.width();
        ProcessContext surroundings =
                width == null ? start.surroundings() : start.surroundings().withWidth(width);
        return Prompt.of(
                workbench.refinements().table(),
                workbench.refinements().present().predicate(),
                surroundings.outTheme());
    }

    private Lines console(Start start, SessionSource source, ShellGrammar grammar, ShellState workbench) {
        CatalogNames names = new CatalogNames(
                source::audience,
                () -> context(start),
                CatalogNames.saved(start.surroundings().environment()));
        Path history = noHistory
                ? null
                : LeadgenHome.of(start.surroundings().environment()).path().resolve(HISTORY);
        return Console.open(
                grammar,
                names,
                workbench::refinements,
                history,
                start.surroundings().outTheme().colour());
    }

    private static Lines piped(Start start, ShellGrammar grammar) {
        return new PipedLines(start.surroundings().in(), grammar);
    }

    private static RequestContext context(Start start) {
        return new RequestContext(
                start.root().principal(start.surroundings()), UUID.randomUUID().toString(), new Cancellation());
    }

    /** One command, as if it were a process of its own; what stops it stops nothing else. */
    private static int run(
            Start start,
            SessionSource source,
            CommandSet commands,
            UserPrompt dialogue,
            Lines lines,
            List<String> words) {
        Cancellation cancellation = new Cancellation();
        Integer width = lines.width();
        ProcessContext surroundings =
                width == null ? start.surroundings() : start.surroundings().withWidth(width);
        try (Cancellation.Registration whole = start.cancellation().onCancel(cancellation::cancel)) {
            assert whole != null;
            return lines.interruptible(
                    cancellation::cancel,
                    () -> start.runner().run(surroundings, source, cancellation, commands, dialogue, words));
        }
    }

    /** The options of the shell's own command line that every command has. */
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
