package io.leadgen.runtime.export;

import io.leadgen.runtime.files.Sha256;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.warehouse.databricks.AudienceSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Jupyter notebook, nbformat 4.5. It counts with Spark if there is a session, else with plain Python over the rows as JSON Lines,
 * which preserve types and NULL.
 */
final class JupyterNotebook {
    private static final int FORMAT = 4;
    private static final int MINOR_FORMAT = 5;

    private JupyterNotebook() {}

    static String text(ExportedAudience audience) {
        List<Object> cells = new ArrayList<>();
        for (NotebookCell cell : cells(audience)) {
            cells.add(tree(cell, cells.size()));
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("cells", cells);
        Map<String, Object> kernel = new LinkedHashMap<>();
        kernel.put("display_name", "Python 3");
        kernel.put("language", "python");
        kernel.put("name", "python3");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("kernelspec", kernel);
        metadata.put("language_info", Map.of("name", "python"));
        tree.put("metadata", metadata);
        tree.put("nbformat", FORMAT);
        tree.put("nbformat_minor", MINOR_FORMAT);
        return JsonText.pretty(tree) + "\n";
    }

    private static Map<String, @Nullable Object> tree(NotebookCell cell, int index) {
        boolean markdown = cell.kind() == NotebookCell.Kind.MARKDOWN;
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("cell_type", markdown ? "markdown" : "code");
        tree.put("id", Sha256.hex(index + "\n" + cell.text()).substring(0, 16));
        tree.put(
                "metadata",
                cell.kind() == NotebookCell.Kind.PARAMETERS ? Map.of("tags", List.of("parameters")) : Map.of());
        tree.put("source", lines(cell.text()));
        if (!markdown) {
            tree.put("execution_count", null);
            tree.put("outputs", List.of());
        }
        return tree;
    }

    /** The lines of a text, each with its line break. */
    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)"));
    }

    private static List<NotebookCell> cells(ExportedAudience audience) {
        return List.of(
                NotebookCell.markdown(ExportText.title(audience)),
                NotebookCell.parameters("# The table on Databricks, or a file with its rows as JSON Lines.\ntable = "
                        + PythonText.string(AudienceSql.name(audience.table())) + "\ndata_file = "
                        + PythonText.string(file(audience) + ".jsonl")),
                NotebookCell.markdown(ExportText.condition(audience)),
                NotebookCell.markdown("## Its size\n\n" + String.join("\n\n", ExportText.size(audience))),
                NotebookCell.markdown("## On Databricks"),
                NotebookCell.python(
                        "sql = " + PythonText.lines(audience.parameterizedSql().rows())),
                NotebookCell.markdown(elsewhere(audience)),
                NotebookCell.python(PythonProgram.text(audience)),
                NotebookCell.markdown("## Exact number of people"),
                NotebookCell.python(count(audience)));
    }

    private static String elsewhere(ExportedAudience audience) {
        String columns = audience.columnNames().stream()
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
        return "## Without Spark\n\nThe same condition in plain Python 3.11 or newer. DuckDB creates the file from Parquet or"
                + " CSV:\n\n"
                + ExportText.fenced("COPY (SELECT " + (columns.isEmpty() ? "*" : columns) + " FROM '" + file(audience)
                        + ".parquet') TO '" + file(audience) + ".jsonl' (FORMAT json)");
    }

    private static String file(ExportedAudience audience) {
        return audience.table().table().replaceAll("[^\\p{L}\\p{N}_-]", "_");
    }

    private static String count(ExportedAudience audience) {
        String zone = audience.usesInstants() ? "    spark.conf.set(\"spark.sql.session.timeZone\", \"UTC\")\n" : "";
        return "if \"spark\" in globals():\n" + zone + "    audience = spark.sql(sql, args={\"table\": table})\n"
                + "    people = audience.selectExpr("
                + PythonText.string(AudienceSql.count(audience.unit(), "") + " AS people") + ").first()[\"people\"]\n"
                + "else:\n    people = count(data_file)\nprint(f\"{people} people\")";
    }
}
