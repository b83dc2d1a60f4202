package io.leadgen.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.e2e.Checkout;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exported notebooks run as they are, and find in the demo's rows exactly the people whom DuckDB finds there. */
@Tag("slow")
class ExportedNotebookTest {
    private static final RequestContext CONTEXT =
            new RequestContext(Principal.of("analyst"), "the request", new io.leadgen.error.Cancellation());

    @TempDir
    private static Path folder;

    private static DebianPython python;
    private static Leadgen leadgen;
    private static Path demo;

    @BeforeAll
    static void openDemo() throws Exception {
        python = DebianPython.in(folder);
        Path home = Checkout.ROOT.resolve("leadgen-e2e/target/demo");
        leadgen = Leadgen.demo(new LeadgenHome(home), line -> {});
        try (Stream<Path> versions = Files.list(home.resolve("demo"))) {
            demo = versions.max(
                            java.util.Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    @AfterAll
    static void close() {
        if (leadgen != null) {
            leadgen.close();
        }
    }

    /**
     * In each line: the table; of which of its rows the file is made, as Python takes its time for millions; what DuckDB is
     * asked; the condition, in words that both languages have; and what policy adds to it.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "main.leads.customer_360 | TRUE | COUNT(*) |"
                        + " age BETWEEN 25 AND 34 AND income_level = 'high' AND (location IN ('NYC', 'LA')"
                        + " OR last_purchase_date >= DATE '2026-08-01') | TRUE",
                "main.poc_mcp.vw_customer360 | geog_home_region_cat = 'midwest' | COUNT(*) |"
                        + " beha_churn_score_num < 0.2 AND NOT inte_travel_flag = 1 |"
                        + " consent = TRUE AND is_blocklist = FALSE",
                "main.leads.events | event_date >= DATE '2026-10-25' | COUNT(DISTINCT customer_id) |"
                        + " event_type IN ('purchase', 'refund') AND amount BETWEEN -20.5 AND 99.99"
                        + " AND event_time < TIMESTAMP '2026-10-30 12:00:00' | TRUE",
                "main.census.cps1988 | TRUE | COUNT(*) |"
                        + " wage >= 512.25 AND region LIKE '%west' AND NOT smsa = 'no' | TRUE",
            })
    void countsWhatDuckDbCounts(String table, String some, String count, String condition, String required)
            throws Exception {
        TableName name = TableName.parse(table);
        String text = new AudienceExport(leadgen.audience()).text(name, condition, ExportFormat.NOTEBOOK, CONTEXT);
        Path notebook = Files.writeString(folder.resolve(name.table() + ".ipynb"), text);
        validate(notebook);

        String copy = Notebook.parse(text).cellWith("COPY (").replaceAll("(?s).*```\n(COPY .*)\n```.*", "$1");
        String parquet = name.table() + ".parquet";
        assertThat(copy).contains("'" + parquet + "'", "'" + name.table() + ".jsonl'");
        Path rows = folder.resolve(name.table() + ".jsonl");
        long expected;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String read = "'" + demo.resolve(parquet) + "' WHERE " + some;
            statement.execute(
                    copy.replace("'" + parquet + "'", read).replace("'" + name.table() + ".jsonl'", "'" + rows + "'"));
            expected = number(
                    statement, "SELECT " + count + " FROM " + read + " AND (" + condition + ") AND (" + required + ")");
        }
        assertThat(expected).isBetween(100L, 400_000L);

        Path executed = folder.resolve(name.table() + ".executed.ipynb");
        DebianPython.Run run = python.execute(notebook, executed);
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(Notebook.read(executed).printed()).isEqualTo(expected + " people\n");
        Files.delete(rows);
    }

    @Test
    void withItsSizeItStaysValid() throws Exception {
        String text = new AudienceExport(leadgen.audience())
                .textWithSize(
                        TableName.parse("main.census.cps1988"),
                        "region = 'west'",
                        ExportFormat.NOTEBOOK,
                        Precision.parse("5%"),
                        CONTEXT);
        validate(Files.writeString(folder.resolve("sized.ipynb"), text));
        assertThat(Notebook.parse(text).cellWith("## Its size"))
                .containsPattern(
                        "Size: \\d,\\d{3} people; 95 % confidence interval before noise: \\d,\\d{3} to \\d,\\d{3}\\.")
                .contains("class untrusted");
    }

    private static void validate(Path notebook) throws IOException, InterruptedException {
        DebianPython.Run run = python.python("""
                import json, sys, warnings
                import nbformat
                warnings.simplefilter("error")
                notebook = json.load(open(sys.argv[1], encoding="utf-8"))
                assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
                nbformat.validate(notebook)
                ids = [cell["id"] for cell in notebook["cells"]]
                assert len(ids) == len(set(ids))
                """, notebook.toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
