package io.leadgen.tests.databricks;

import static io.leadgen.tests.databricks.SqlResult.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databricks SQL on H2, without a driver between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2BackendTest {
    private static final TableSchema PEOPLE = new TableSchema(
            TableName.parse("main.leads.people"),
            List.of(
                    new Column(new ColumnName("name"), ColumnType.STRING, false, "who it is", null),
                    new Column(new ColumnName("score"), ColumnType.decimal(12, 2), true, null, null),
                    new Column(new ColumnName("region"), ColumnType.STRING, true, null, 0)),
            "All of them");

    private final H2Backend engine = H2Backend.of(
            new TableData(PEOPLE, List.of(List.of("Jo", "1.50", "EU"), List.of("\uD83D\uDE00", "2.50", "US"))),
            TableData.of("hive_metastore.old.t", Column.of("n", ColumnType.INT)));
    private final SqlBackend catalog = new CatalogStatements(engine);

    @AfterAll
    void close() {
        catalog.close();
    }

    private SqlResult run(String sql, String... values) throws SqlFailure {
        List<SqlParameter> parameters = Stream.of(values)
                .map(value -> new SqlParameter("STRING", value))
                .toList();
        return catalog.execute(
                new SqlStatement(sql, parameters, "main", "leads", Map.of("timezone", "UTC")), new Cancellation());
    }

    private List<@Nullable String> firstColumn(String sql, String... values) throws SqlFailure {
        return run(sql, values).rows().stream().map(row -> row.get(0)).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT COUNT(*) FROM main.leads.people",
                "SELECT COUNT(*) FROM `MAIN`.`Leads`.`people` AS t0 WHERE (t0.`NAME` IS NOT NULL)",
                "select count(*) from people p where p.name is not null",
                "SELECT COUNT(*) FROM leads.people",
                "/* a 'comment` */ SELECT COUNT(*) -- another\nFROM people",
                "SELECT u.n FROM (SELECT COUNT(*) AS n FROM people AS t0) AS u",
                "SELECT COUNT_IF(CAST(EXTRACT(YEAR FROM CAST('2024-02-29' AS DATE)) AS INT) = 2024) FROM people",
                "SELECT COUNT(*) FROM people AS t0 JOIN (VALUES ('EU', 0), ('US', 1)) AS w (code, place) ON t0.region = w.code",
            })
    void findsTables(String sql) throws SqlFailure {
        assertThat(firstColumn(sql)).containsExactly("2");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'it\\'s', it's",
                "'it''s', it's",
                "'\\u0041\\\\', A\\",
                "1.5E0D, 1.5",
                "7L, 7",
                "CHAR_LENGTH('\\uD83D\\uDE00'), 1",
                "LOWER('\\u0130I'), ii",
                "UPPER('i'), I",
                "DAYOFWEEK(DATE '2024-02-25'), 1",
                "\"CAST(DATE_TRUNC('WEEK', DATE '2024-02-25') AS DATE)\", 2024-02-19",
                "\"CAST(DATE_TRUNC('MONTH', DATE '2024-02-25') AS DATE)\", 2024-02-01",
                "\"DATEDIFF(DATE '2024-03-01', DATE '2024-02-28')\", 2",
                "CURRENT_CATALOG(), main",
                "CURRENT_SCHEMA(), leads",
                "current_timezone(), UTC",
                "'a%b' LIKE 'a!%b' ESCAPE '!', true",
                "'a%b' LIKE 'a\\\\%b', true",
                "'axb' LIKE 'a\\\\%b', false",
                "'\\uD83D\\uDE00' LIKE '_', true",
                "'ABC' ILIKE 'a%', true",
                "NULL LIKE 'a', ",
                "'\\uFF5A' < '\\uD83D\\uDE00', true",
                "TRIM(' x '), x",
            })
    void computes(String expression, String expected) throws SqlFailure {
        assertThat(firstColumn("SELECT " + expression)).containsExactly(expected);
    }

    @Test
    void comparesTextsOfColumnsByCodePoints() throws SqlFailure {
        assertThat(firstColumn("SELECT t0.score FROM people AS t0 WHERE (t0.`name` > ?)", "\uFF5A"))
                .containsExactly("2.50");
        assertThat(firstColumn("SELECT t0.score FROM people AS t0 WHERE (LOWER(t0.`name`) < ?)", "\uFF5A"))
                .containsExactly("1.50");
    }

    @Test
    void tellsTypes() throws SqlFailure {
        assertThat(run("SELECT score, name, 1 AS one, COUNT(*) OVER () AS n FROM people")
                        .columns())
                .containsExactly(
                        new SqlResult.Column("score", "DECIMAL(12,2)"),
                        new SqlResult.Column("name", "STRING"),
                        new SqlResult.Column("one", "INT"),
                        new SqlResult.Column("n", "BIGINT"));
    }

    @Test
    void describesTablesInInformationSchema() throws SqlFailure {
        assertThat(run(
                                "SELECT column_name, full_data_type, is_nullable, ordinal_position, partition_index, comment"
                                        + " FROM `main`.information_schema.columns WHERE table_schema = ? AND table_name = ?"
                                        + " ORDER BY ordinal_position",
                                "leads",
                                "people")
                        .rows())
                .containsExactly(
                        row("name", "string", "NO", "1", null, "who it is"),
                        row("score", "decimal(12,2)", "YES", "2", null, null),
                        row("region", "string", "YES", "3", "1", null));
        assertThat(firstColumn("SELECT schema_name FROM main.information_schema.schemata"))
                .containsExactly("information_schema", "leads");
        assertThat(run("SELECT table_name, comment FROM main.information_schema.tables WHERE table_schema = 'leads'")
                        .rows())
                .containsExactly(row("people", "All of them"));
        assertThat(firstColumn("SELECT catalog_name FROM system.information_schema.catalogs"))
                .containsExactly("main", "system");
        assertThatThrownBy(() -> run("SELECT 1 FROM hive_metastore.information_schema.columns"))
                .hasMessageContaining("[TABLE_OR_VIEW_NOT_FOUND]");
    }

    @Test
    void showsWhatThereIs() throws SqlFailure {
        assertThat(firstColumn("SHOW CATALOGS")).containsExactly("hive_metastore", "main", "system");
        assertThat(firstColumn("/* for request 1 */ show schemas in `hive_metastore`"))
                .containsExactly("old");
        assertThat(run("SHOW TABLES IN `hive_metastore`.`old`").rows()).containsExactly(row("old", "t", "false"));
        assertThat(firstColumn("SHOW SCHEMAS IN main LIKE 'lea*|x'")).containsExactly("leads");
        assertThat(run("SHOW TABLES IN CATALOG `main` SCHEMA LIKE 'leads' LIKE 'peo.le'")
                        .rows())
                .containsExactly(row("leads", "people", "false", "", "main", "TABLE", ""));
        assertThatThrownBy(() -> run("SHOW SCHEMAS IN nowhere")).hasMessageContaining("[CATALOG_NOT_FOUND]");
        assertThatThrownBy(() -> run("SHOW TABLES IN main.nowhere")).hasMessageContaining("[SCHEMA_NOT_FOUND]");
    }

    @Test
    void describesTables() throws SqlFailure {
        assertThat(run("DESCRIBE TABLE main.leads.people").rows())
                .containsExactly(
                        row("name", "string", "who it is"),
                        row("score", "decimal(12,2)", null),
                        row("region", "string", null),
                        row("# Partition Information", "", ""),
                        row("# col_name", "data_type", "comment"),
                        row("region", "string", null));
        assertThat(run("DESCRIBE TABLE EXTENDED main.leads.people").rows())
                .contains(row("# Detailed Table Information", "", ""), row("Comment", "All of them", ""));
        assertThat(run("DESCRIBE DETAIL `main`.`leads`.`people`").rows())
                .containsExactly(row("delta", "main.leads.people", "All of them", "[\"region\"]"));
    }

    @Test
    void letsNobodyWriteOrReadFiles() {
        for (String sql : List.of(
                "DELETE FROM people",
                "DROP TABLE people",
                "SELECT FILE_READ('/etc/hostname')",
                "SELECT * FROM CSVREAD('/etc/hostname')")) {
            assertThatThrownBy(() -> run(sql)).as(sql).isInstanceOf(SqlFailure.class);
        }
    }

    @Test
    void stopsWhatIsCancelledBeforeItBegins() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> engine.execute(
                        new SqlStatement("SELECT COUNT(*) FROM people", List.of(), "main", "leads", Map.of()),
                        cancellation))
                .isNotNull();
    }
}
