package io.leadgen.runtime.export;

import io.leadgen.question.answer.AppliedPolicy;
import java.util.List;

/** Databricks SQL: how many people, and the rows. */
final class SqlScript {
    private SqlScript() {}

    static String text(ExportedAudience audience) {
        StringBuilder out = new StringBuilder();
        comment(out, "An audience of " + audience.table() + ", exported by leadgen.");
        comment(out, "Condition: " + audience.definition().predicate());
        AppliedPolicy applied = audience.definition().applied();
        if (applied.require() != null) {
            comment(out, "Required by the data owner: " + applied.require());
        }
        if (applied.rowFilter() != null) {
            comment(out, "Row filter: " + applied.rowFilter());
        }
        Words.size(audience).forEach(line -> comment(out, line));
        comment(out, Words.WARNING);
        out.append('\n');
        if (audience.looksAtInstants()) {
            out.append("SET TIME ZONE 'UTC';\n\n");
        }
        comment(out, "How many people, exactly:");
        out.append(audience.sql().count(audience.unit())).append(";\n\n");
        comment(out, "Their rows:");
        return out.append(audience.sql().rows()).append(";\n").toString();
    }

    /**
     * One comment for each line. No line can end in a backslash, by which Spark continues a comment, and none holds the
     * beginning of a variable, which Spark fills in even there.
     */
    private static void comment(StringBuilder out, String text) {
        for (String line : List.of(text.split("\\R"))) {
            String harmless = line.replace("${", "$ {").stripTrailing();
            out.append("-- ").append(harmless).append(harmless.endsWith("\\") ? " .\n" : "\n");
        }
    }
}
