package io.leadgen.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.audience.RequestContext;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {
    @TempDir
    Path home;

    @Test
    void theDemoIsTheSameEverywhereAndMadeOnce() throws Exception {
        List<String> progress = new ArrayList<>();
        Path config = DemoFiles.prepare(new LeadgenHome(home), progress::add);
        assertThat(progress).hasSize(5).first().asString().contains("once");

        Map<String, Long> rows = Map.of(
                "customer_360", 1_000_000L,
                "vw_customer360", 1_000_000L,
                "customer_metrics", 1_000_000L,
                "events", 2_944_883L,
                "cps1988", 28_155L);
        for (Map.Entry<String, Long> table : rows.entrySet()) {
            assertThat(number(config, table.getKey(), "TRUE"))
                    .as(table.getKey())
                    .isEqualTo(table.getValue());
        }
        // Pins what the generator draws: DuckDB does not promise that its hash stays the same from version to version.
        assertThat(number(config, "customer_360", "age > 25 AND income_level = 'high'"))
                .isEqualTo(156_524);

        FileTime made = Files.getLastModifiedTime(config);
        assertThat(DemoFiles.prepare(new LeadgenHome(home), line -> {
                    throw new AssertionError("made again");
                }))
                .isEqualTo(config);
        assertThat(Files.getLastModifiedTime(config)).isEqualTo(made);

        everyColumnIsExplained();
    }

    private void everyColumnIsExplained() {
        try (Leadgen leadgen = Leadgen.demo(new LeadgenHome(home), line -> {})) {
            RequestContext context = RequestContext.of(Principal.of("me"));
            List<TableName> tables = new ArrayList<>();
            for (String schema : leadgen.audience().schemas("main", context)) {
                tables.addAll(leadgen.audience().tables("main", schema, context));
            }
            assertThat(tables).hasSize(5);
            for (TableName table : tables) {
                TableMetadata metadata = leadgen.audience().tableMetadata(table, null, context);
                assertThat(metadata.columns())
                        .isNotEmpty()
                        .allSatisfy(column -> assertThat(column.comment()).isNotBlank())
                        .noneSatisfy(column -> assertThat(column.name()).isIn("msisdn", "email", "customer_id", "uid"));
            }
        }
    }

    private static long number(Path config, String table, String condition) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM read_parquet('"
                        + config.resolveSibling(table + ".parquet") + "') WHERE " + condition)) {
            result.next();
            return result.getLong(1);
        }
    }
}
