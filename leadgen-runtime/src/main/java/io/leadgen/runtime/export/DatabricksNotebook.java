package io.leadgen.runtime.export;

import io.leadgen.runtime.warehouse.databricks.AudienceSql;
import java.util.List;
import java.util.stream.Collectors;

/** A Databricks notebook as a source file: Python, with other languages in comments. */
final class DatabricksNotebook {
    private static final String HEAD = "# Databricks notebook source\n";
    private static final String BETWEEN = "\n\n# COMMAND ----------\n\n";
    private static final int SHOWN_ROWS = 100;

    private DatabricksNotebook() {}

    static String text(ExportedAudience audience) {
        return cells(audience).stream()
                .map(DatabricksNotebook::source)
                .collect(Collectors.joining(BETWEEN, HEAD, "\n"));
    }

    private static List<NotebookCell> cells(ExportedAudience audience) {
        return List.of(
                NotebookCell.markdown(ExportText.title(audience)),
                NotebookCell.parameters(
                        "dbutils.widgets.text(\"table\", " + PythonText.string(AudienceSql.name(audience.table()))
                                + ", \"Table\")\ndbutils.widgets.text(\"rows\", \"" + SHOWN_ROWS
                                + "\", \"Rows to show\")"),
                NotebookCell.markdown(ExportText.condition(audience)),
                NotebookCell.markdown("## Size\n\n" + String.join("\n\n", ExportText.size(audience))),
                NotebookCell.python(audience(audience)),
                new NotebookCell(
                        NotebookCell.Kind.SQL,
                        "SELECT " + AudienceSql.count(audience.unit(), "") + " AS people FROM audience"),
                NotebookCell.python("display(audience.limit(int(dbutils.widgets.get(\"rows\"))))"));
    }

    private static String audience(ExportedAudience audience) {
        String zone = audience.usesInstants() ? "spark.conf.set(\"spark.sql.session.timeZone\", \"UTC\")\n" : "";
        return "sql = " + PythonText.lines(audience.parameterizedSql().rows()) + "\n" + zone
                + "audience = spark.sql(sql, args={\"table\": dbutils.widgets.get(\"table\")})\n"
                + "audience.createOrReplaceTempView(\"audience\")";
    }

    private static String source(NotebookCell cell) {
        return switch (cell.kind()) {
            case MARKDOWN -> magic("%md\n" + cell.text());
            case SQL -> magic("%sql\n" + cell.text());
            case PARAMETERS, PYTHON -> cell.text();
        };
    }

    private static String magic(String text) {
        return text.lines().map(line -> ("# MAGIC " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
