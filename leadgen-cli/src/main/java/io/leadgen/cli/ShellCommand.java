package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.output.Prompt;
import io.leadgen.cli.shell.Console;
import io.leadgen.cli.shell.Lines;
import io.leadgen.cli.shell.PipedLines;
import io.leadgen.cli.shell.Session;
import io.leadgen.cli.shell.ShellGrammar;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.warehouse.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

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
            "",
            "Within:",
            "  where age > 25",
            "  and income_level = 'high'",
            "  segment --by plan",
            "  undo"
        })
final class ShellCommand implements Standalone {
    private static final String HISTORY = "shell-history";
    /** What is decided for the whole session. */
    private static final Set<String> FOR_THE_SESSION = Set.of("--config", "--demo", "--help", "--version");

    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "The table to begin with.")
    @Nullable
    TableName table;

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
        try (Kept kept = new Kept(start.source().open(root.config, root.demo, streams::note))) {
            return hold(start, kept, streams);
        }
    }

    private int hold(Start start, Kept kept, Streams streams) {
        Workbench workbench = new Workbench();
        Commands commands = ShellCommands.of(workbench);
        CommandSpec model = commands.described().getCommandSpec();
        ShellGrammar grammar = new ShellGrammar(model);
        boolean person =
                start.surroundings().inIsTerminal() && start.surroundings().outIsTerminal();
        Session session = new Session(grammar, workbench::refinements, workbench::isLeaving, person);
        List<String> common = common(start.parsed(), model);
        try (Lines lines = person ? console(start, kept, grammar, workbench) : piped(start, grammar)) {
            Session.Runner runner = words -> run(start, kept, commands, lines, withCommon(common, words, model));
            if (person) {
                streams.error(WELCOME);
            }
            if (table != null) {
                int code = runner.run(List.of("use", table.toString()));
                if (code != 0 && !person) {
                    return code;
                }
            }
            return session.hold(lines, () -> prompt(start, lines, workbench), runner);
        }
    }

    private static final String WELCOME = """
            TAB completes, help lists the commands, Ctrl-D leaves. After each step the
            size is asked, and paid for from the budget; sizes off stops that.
            """;

    private static String prompt(Start start, Lines lines, Workbench workbench) {
        Integer width = lines.width();
        Surroundings surroundings =
                width == null ? start.surroundings() : start.surroundings().withWidth(width);
        return Prompt.of(
                workbench.refinements().table(),
                workbench.refinements().present().predicate(),
                surroundings.outTheme());
    }

    private Lines console(Start start, Kept kept, ShellGrammar grammar, Workbench workbench) {
        CatalogNames names = new CatalogNames(
                kept::audience,
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
                Cli.principal(start.root(), start.surroundings()),
                UUID.randomUUID().toString(),
                new Cancellation());
    }

    /** One command, as if it were a process of its own; what stops it stops nothing else. */
    private static int run(Start start, Kept kept, Commands commands, Lines lines, List<String> words) {
        Cancellation cancellation = new Cancellation();
        Integer width = lines.width();
        Surroundings surroundings =
                width == null ? start.surroundings() : start.surroundings().withWidth(width);
        Cli cli = new Cli(surroundings, kept, cancellation, commands);
        try (Cancellation.Registration whole = start.cancellation().onCancel(cancellation::cancel)) {
            assert whole != null;
            return lines.interruptible(cancellation::cancel, () -> cli.run(words.toArray(String[]::new)));
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

    /** The configuration and the engine of the session, open until its end. */
    private static final class Kept implements AudienceSource, AutoCloseable {
        private final Opened opened;

        Kept(Opened opened) {
            this.opened = opened;
        }

        AudienceService audience() {
            return opened.audience();
        }

        @Override
        public Opened open(@Nullable Path config, boolean demo, java.util.function.Consumer<String> progress) {
            if (config != null || demo) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "The shell has its configuration already",
                        "leave it, and start another one with --config or --demo");
            }
            return new Opened() {
                @Override
                public LeadgenConfig config() {
                    return opened.config();
                }

                @Override
                public AudienceService audience() {
                    return opened.audience();
                }

                @Override
                public void close() {
                    // The session closes it.
                }
            };
        }

        @Override
        public void close() {
            opened.close();
        }
    }
}
