package io.leadgen.cli.man;

import java.util.Map;

/** What holds for all commands, and is said in the page of a program only. */
final class RootSections {
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
