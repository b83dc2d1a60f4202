package io.leadgen.cli.man;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The page of one command: what its help text says, in the order that readers of manuals expect.
 *
 * @param command the command, within the tree of all
 */
public record ManPage(CommandLine command) {
    /** Wider than any synopsis: the lines are broken where they are shown. */
    private static final int NO_BREAKS = 10_000;

    /** The name under which {@code man} finds it: {@code leadgen-audit-tail}. */
    public String name() {
        return spec().qualifiedName("-");
    }

    /**
     * The page, in the language of roff.
     *
     * @param date when it was made, as {@code yyyy-MM-dd}
     * @param version of the program
     */
    public String source(String date, String version) {
        Roff page = new Roff(name().toUpperCase(Locale.ROOT), date, "leadgen " + version);
        page.section("NAME").text(name() + " - " + summary(command));
        page.section("SYNOPSIS").synopsis(spec().qualifiedName(), synopsis());
        List<String> description = lines(usage().description());
        if (!description.isEmpty()) {
            page.section("DESCRIPTION");
            description.forEach(page::paragraph);
        }
        arguments(page);
        subcommands(page);
        if (spec().parent() == null) {
            RootSections.write(page, usage().exitCodeList());
        }
        examples(page);
        seeAlso(page);
        return page.toString();
    }

    private CommandSpec spec() {
        return command.getCommandSpec();
    }

    private UsageMessageSpec usage() {
        return spec().usageMessage();
    }

    private String synopsis() {
        command.setUsageHelpWidth(NO_BREAKS);
        String whole = command.getHelp().synopsis(0).strip();
        return whole.substring(spec().qualifiedName().length());
    }

    private void arguments(Roff page) {
        List<CommandLine.Model.PositionalParamSpec> positions = spec().positionalParameters();
        if (!positions.isEmpty()) {
            page.section("ARGUMENTS");
            positions.forEach(position -> page.entry(position.paramLabel(), position.description()));
        }
        page.section("OPTIONS");
        for (OptionSpec option : spec().options()) {
            if (!option.hidden()) {
                page.entry(names(option), option.description());
            }
        }
    }

    private static String names(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        return String.join(", ", option.names())
                + (option.arity().min() == 0 && !value.isEmpty() ? "[" + value + "]" : value);
    }

    private void subcommands(Roff page) {
        if (command.getSubcommands().isEmpty()) {
            return;
        }
        page.section("COMMANDS");
        command.getSubcommands().values().stream()
                .filter(child -> !child.getCommandSpec().usageMessage().hidden())
                .forEach(child -> page.entry(new ManPage(child).name() + "(1)", summary(child)));
    }

    private void examples(Roff page) {
        List<String> examples = new ArrayList<>(Arrays.asList(usage().footer()));
        if (examples.isEmpty()) {
            return;
        }
        page.section("EXAMPLES");
        // A command line is indented; what is not is a remark on all.
        page.code(examples.stream()
                .filter(line -> line.startsWith(" "))
                .map(line -> formatted(line).substring(2))
                .toList());
        examples.stream()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .forEach(line -> page.paragraph(formatted(line)));
    }

    private void seeAlso(Roff page) {
        CommandSpec root = spec().root();
        if (root != spec()) {
            page.section("SEE ALSO").text(root.name() + "(1), which has exit codes, environment and files");
        }
    }

    private static String summary(CommandLine command) {
        return String.join(" ", lines(command.getCommandSpec().usageMessage().header()));
    }

    private static List<String> lines(String[] texts) {
        return Arrays.stream(texts)
                .filter(text -> !text.isBlank())
                .map(ManPage::formatted)
                .toList();
    }

    /** As picocli does: a text is a format without arguments. */
    private static String formatted(String text) {
        return Help.Ansi.OFF.string(String.format(Locale.ROOT, text));
    }

    /** What holds for all commands, and is said in the page of a program only. */
    private static final class RootSections {
        private RootSections() {}

        /** @param exitCodes meanings by number */
        static void write(Roff page, Map<String, String> exitCodes) {
            if (!exitCodes.isEmpty()) {
                page.section("EXIT STATUS");
                exitCodes.forEach((code, meaning) -> page.entry(code.strip(), meaning));
            }
            page.section("ENVIRONMENT")
                    .entry("LEADGEN_CONFIG", "The configuration, if neither --config nor --demo is given.")
                    .entry("LEADGEN_HOME", "The folder for state and caches (default: ~/.leadgen).")
                    .entry("LEADGEN_JAVA_OPTS", "Further options for the Java that runs the program.")
                    .entry("LEADGEN_DEBUG", "If it is 1, an error also shows the places in the code, never values.")
                    .entry("JAVA_HOME", "Which Java to use, 17 or newer (default: the one on PATH).")
                    .entry("NO_COLOR", "If it is set and not empty, nothing is coloured.")
                    .entry("COLUMNS", "The width of tables (default: the terminal's, else 80).")
                    .entry("LC_ALL, LC_CTYPE, LANG", "In the locales C and POSIX only ASCII signs are drawn.");
            page.section("FILES")
                    .entry("./config.yml, ~/.leadgen/config.yml", "The configuration, the first that is there.")
                    .entry(
                            "~/.leadgen/ledger.db, ledger.mark",
                            "What was spent of the privacy budgets, unless configured elsewhere.")
                    .entry("~/.leadgen/audit.jsonl", "Who has asked what, unless configured elsewhere.")
                    .entry("~/.leadgen/demo", "The generated data of --demo.")
                    .entry("~/.leadgen/cache", "Archives of loaded classes, which only make the start faster.");
        }
    }
}
