package io.leadgen.cli.man;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What holds for all commands, and is said in the page of a program only. */
final class RootSections {
    private static final Map<String, String> ENVIRONMENT = environment();
    private static final Map<String, String> FILES = files();

    private RootSections() {}

    /** @param exitCodes meanings by number */
    static void write(Roff page, Map<String, String> exitCodes) {
        if (!exitCodes.isEmpty()) {
            page.section("EXIT STATUS");
            exitCodes.forEach((code, meaning) -> page.entry(code.strip(), List.of(meaning)));
        }
        page.section("ENVIRONMENT");
        ENVIRONMENT.forEach((name, meaning) -> page.entry(name, List.of(meaning)));
        page.section("FILES");
        FILES.forEach((name, meaning) -> page.entry(name, List.of(meaning)));
    }

    private static Map<String, String> environment() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("LEADGEN_CONFIG", "The configuration, if neither --config nor --demo is given.");
        names.put("LEADGEN_HOME", "The folder for state and caches (default: ~/.leadgen).");
        names.put("LEADGEN_JAVA_OPTS", "Further options for the Java that runs the program.");
        names.put("LEADGEN_DEBUG", "If it is 1, an error also shows the places in the code, never values.");
        names.put("JAVA_HOME", "Which Java to use, 17 or newer (default: the one on PATH).");
        names.put("NO_COLOR", "If it is set and not empty, nothing is coloured.");
        names.put("COLUMNS", "The width of tables (default: the terminal's, else 80).");
        names.put("LC_ALL, LC_CTYPE, LANG", "In the locales C and POSIX only ASCII signs are drawn.");
        return names;
    }

    private static Map<String, String> files() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("./config.yml, ~/.leadgen/config.yml", "The configuration, the first that is there.");
        names.put(
                "~/.leadgen/ledger.db, ledger.mark",
                "What was spent of the privacy budgets, unless configured elsewhere.");
        names.put("~/.leadgen/audit.jsonl", "Who has asked what, unless configured elsewhere.");
        names.put("~/.leadgen/demo", "The generated data of --demo.");
        names.put("~/.leadgen/cache", "Archives of loaded classes, which only make the start faster.");
        return names;
    }
}
