package io.leadgen.runtime.export;

import io.leadgen.question.answer.AppliedPolicy;
import java.util.List;

/** Databricks SQL that counts the people and selects their rows. */
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
        ExportText.size(audience).forEach(line -> comment(out, line));
        comment(out, ExportText.WARNING);
        out.append('\n');
        if (audience.usesInstants()) {
            out.append("SET TIME ZONE 'UTC';\n\n");
        }
        comment(out, "Exact number of people:");
        out.append(audience.sql().count(audience.unit())).append(";\n\n");
        comment(out, "Rows:");
        return out.append(audience.sql().rows()).append(";\n").toString();
    }

    /**
     * One comment for each line. No line ends in a backslash, with which Spark continues a comment. No line contains the start of a
     * variable, which Spark substitutes even in comments.
     */
    private static void comment(StringBuilder out, String text) {
        for (String line : List.of(text.split("\\R"))) {
            String harmless = line.replace("${", "$ {").stripTrailing();
            out.append("-- ").append(harmless).append(harmless.endsWith("\\") ? " .\n" : "\n");
        }
    }
}
