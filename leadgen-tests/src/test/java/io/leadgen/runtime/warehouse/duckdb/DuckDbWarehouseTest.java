package io.leadgen.runtime.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.testkit.TrueCells;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbWarehouseTest {
    private static final UnitLimit LIMIT = new UnitLimit(1, 0);
    private static final TableName TABLE = TableName.parse("main.leads.customers");

    @TempDir
    Path directory;

    @Test
    void readsCsvWithAHeader() throws Exception {
        Path file = directory.resolve("people.csv");
        StringBuilder text = new StringBuilder(" Age ;Full Name;JOINED;\"sc;ore\"\n");
        for (int i = 0; i < 50_000; i++) {
            text.append(i % 90)
                    .append(";\"O'Neil, ")
                    .append(i)
                    .append("\";2024-02-29;")
                    .append(i)
                    .append("\n");
        }
        // Beyond the rows that a sample would see, a score has digits behind the point and an age is missing.
        text.append(";x;2024-03-01;1.5\n");
        Files.writeString(file, text);
        try (DuckDbWarehouse warehouse = open(file)) {
            assertThat(columns(warehouse))
                    .containsExactly("age bigint", "full name string", "joined date", "sc;ore double");
            assertThat(count(warehouse, TABLE, Constant.TRUE)).isEqualTo(50_001);
            assertThat(count(warehouse, TABLE, compare("sc;ore", ColumnType.DOUBLE, number("1.5"))))
                    .isEqualTo(1);
            assertThat(count(
                            warehouse,
                            TABLE,
                            compare("joined", ColumnType.DATE, new Literal.Date(LocalDate.of(2024, 3, 1)))))
                    .isEqualTo(1);
            assertThat(count(warehouse, TABLE, compare("age", ColumnType.BIGINT, number("89"))))
                    .isEqualTo(555);
        }
    }

    @Test
    void readsCsvWhoseLinesEndInTwoWays() throws Exception {
        Path file = directory.resolve("mixed.csv");
        StringBuilder text = new StringBuilder("age,city\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(i % 90).append(",\"New\nYork, NY\"").append(i % 3 == 0 ? "\n" : "\r\n");
        }
        Files.writeString(file, text);
        try (DuckDbWarehouse warehouse = open(file)) {
            assertThat(columns(warehouse)).containsExactly("age bigint", "city string");
            assertThat(count(warehouse, TABLE, Constant.TRUE)).isEqualTo(5_000);
            assertThat(count(warehouse, TABLE, compare("age", ColumnType.BIGINT, number("89"))))
                    .isEqualTo(55);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3\n", "1\n", "1,\"x\n", "1,\"x\"y\n"})
    void toleratesNothingElseWrongInSuchACsv(String wrong) throws Exception {
        String rows = "1,2\r\n3,4\n".repeat(3_000);
        assertConfigInvalid(
                "main.leads.customers",
                Files.writeString(directory.resolve("wrong.csv"), "a,b\n" + rows + wrong + rows));
    }

    @Test
    void readsNamesOfCsvColumnsAsNamesOnly() throws Exception {
        Path file = directory.resolve("evil.csv");
        Files.writeString(file, "a'); COPY (SELECT 1) TO 'evil.parquet'; --,\"q\"\"x\"\n1,2\n");
        try (DuckDbWarehouse warehouse = open(file)) {
            assertThat(columns(warehouse)).hasSize(2).contains("q\"x bigint");
        }
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void readsPartitionedDirectories() throws Exception {
        sql(
                "COPY (SELECT range AS id, DATE '2024-01-01' + CAST(range % 3 AS INTEGER) AS day, 'r' || range % 2 AS region"
                        + " FROM range(60)) TO '" + directory.resolve("events")
                        + "' (FORMAT parquet, PARTITION_BY (day, region))");
        try (DuckDbWarehouse warehouse = open(directory.resolve("events"))) {
            TableSchema schema = warehouse.describe(TABLE).orElseThrow();
            assertThat(schema.partitionColumns().stream().map(column -> column.name() + " " + column.type()))
                    .containsExactly("day date", "region string");
            assertThat(count(warehouse, TABLE, Constant.TRUE)).isEqualTo(60);
            assertThat(count(warehouse, TABLE, compare("region", ColumnType.STRING, new Literal.Text("r1"))))
                    .isEqualTo(30);
        }
    }

    @Test
    void findsTheTableInADatabaseFile() throws Exception {
        Path file = directory.resolve("lake.duckdb");
        database(
                file,
                "CREATE SCHEMA leads",
                "CREATE TABLE leads.customers (Age INTEGER NOT NULL)",
                "INSERT INTO leads.customers VALUES (1)",
                "COMMENT ON COLUMN leads.customers.Age IS 'in years'",
                "CREATE TABLE customers AS SELECT range AS n FROM range(2)",
                "CREATE TABLE only_here AS SELECT range AS n FROM range(3)");
        Map<TableName, Path> files = new HashMap<>();
        files.put(TABLE, file);
        files.put(TableName.parse("main.main.customers"), file);
        files.put(TableName.parse("other.leads.only_here"), file);
        try (DuckDbWarehouse warehouse = DuckDbWarehouse.open(EmbeddedTables.of(files), DuckDbLimits.defaults())) {
            assertThat(count(warehouse, TABLE, Constant.TRUE)).isEqualTo(1);
            assertThat(count(warehouse, TableName.parse("main.main.customers"), Constant.TRUE))
                    .isEqualTo(2);
            assertThat(count(warehouse, TableName.parse("other.leads.only_here"), Constant.TRUE))
                    .isEqualTo(3);
            assertThat(warehouse.catalogs()).containsExactly("main", "other");
            Column age = warehouse.describe(TABLE).orElseThrow().columns().get(0);
            assertThat(age).isEqualTo(new Column(new ColumnName("age"), ColumnType.INT, false, "in years", null));
        }
        assertConfigInvalid("other.leads.missing", file);
    }

    @Test
    void takesTheOnlyTableWhateverItsName() throws Exception {
        Path file = directory.resolve("one.db");
        database(file, "CREATE TABLE whatever AS SELECT 1 AS n");
        try (DuckDbWarehouse warehouse = open(file)) {
            assertThat(count(warehouse, TABLE, Constant.TRUE)).isEqualTo(1);
        }
    }

    @Test
    void showsEveryTypeAsTheNearestOfItsOwn() throws Exception {
        Path file = directory.resolve("types.duckdb");
        database(
                file,
                "CREATE TYPE mood AS ENUM ('low', 'high', 'mid')",
                "CREATE TABLE t (u1 UTINYINT, u2 USMALLINT, u4 UINTEGER, u8 UBIGINT, h HUGEINT, uh UHUGEINT, f FLOAT, e mood,"
                        + " u UUID, j JSON, l INTEGER[], s STRUCT(x INTEGER), m MAP(INTEGER, INTEGER), tns TIMESTAMP_NS,"
                        + " ts TIMESTAMP_S, tz TIMESTAMPTZ, ti TIME, bl BLOB, iv INTERVAL, d DECIMAL(38, 10), dt DATE)",
                "INSERT INTO t (u8, h, e, dt, tz) VALUES (18446744073709551615, 170141183460469231731687303715884105727,"
                        + " 'mid', '5881580-07-10', 'infinity'), (1, 1, 'high', 'infinity', '-infinity'),"
                        + " (2, 2, 'low', '5877642-06-25 (BC)', NULL)");
        try (DuckDbWarehouse warehouse = open(file)) {
            assertThat(columns(warehouse))
                    .containsExactly(
                            "u1 smallint",
                            "u2 int",
                            "u4 bigint",
                            "u8 decimal(20,0)",
                            "h decimal(38,0)",
                            "uh decimal(38,0)",
                            "f float",
                            "e string",
                            "u string",
                            "j string",
                            "l other",
                            "s other",
                            "m other",
                            "tns timestamp_ntz",
                            "ts timestamp_ntz",
                            "tz timestamp",
                            "ti string",
                            "bl other",
                            "iv other",
                            "d decimal(38,10)",
                            "dt date");
            ColumnRef mood = new ColumnRef(new ColumnName("e"), ColumnType.STRING);
            // By their letters, not by their place in the enumeration.
            Predicate beforeM = new Predicate.Comparison(ComparisonOperator.LT, mood, new Literal.Text("m"));
            assertThat(count(warehouse, TABLE, beforeM)).isEqualTo(2);
            assertThat(count(warehouse, TABLE, compare("e", ColumnType.STRING, new Literal.Text("no mood"))))
                    .isZero();
            assertThat(count(
                            warehouse,
                            TABLE,
                            new Predicate.IsNull(new ColumnRef(new ColumnName("h"), ColumnType.decimal(38, 0)))))
                    .isEqualTo(1);
            assertThat(counts(
                            warehouse,
                            new Cells.FoundGroups(
                                    List.of(new GroupKey.Values(new ColumnRef(new ColumnName("dt"), ColumnType.DATE))),
                                    LIMIT,
                                    1)))
                    .hasSize(3);
            // Neither dates beyond the range of time stamps nor infinite ones make a truncation raise.
            for (DateUnit unit : DateUnit.values()) {
                for (ColumnRef column : List.of(
                        new ColumnRef(new ColumnName("dt"), ColumnType.DATE),
                        new ColumnRef(new ColumnName("tz"), ColumnType.TIMESTAMP))) {
                    Predicate old = new Predicate.Comparison(
                            ComparisonOperator.LE,
                            new Operand.DateTrunc(unit, column),
                            new Literal.Date(LocalDate.of(2024, 1, 1)));
                    assertThat(count(warehouse, TABLE, old)).isBetween(0L, 1L);
                    LocalDate monday = LocalDate.of(1, 1, 1);
                    assertThat(counts(
                                    warehouse,
                                    new Cells.Groups(
                                            List.of(new GroupKey.Windows(column, TimeFormat.TYPE, unit, monday, 9_000)),
                                            LIMIT)))
                            .containsOnly(BigInteger.ZERO);
                    assertThat(counts(
                                    warehouse,
                                    new Cells.FoundGroups(List.of(new GroupKey.Calendar(column, unit)), LIMIT, 1)))
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void saysWhichFileIsWrong() throws Exception {
        assertConfigInvalid("main.leads.customers", directory.resolve("missing.parquet"));
        Path broken = Files.writeString(directory.resolve("broken.parquet"), "not Parquet at all");
        assertConfigInvalid("main.leads.customers", broken);
        Path empty = Files.writeString(directory.resolve("empty.csv"), "");
        assertConfigInvalid("main.leads.customers", empty);
        Path noDatabase = Files.writeString(directory.resolve("no.duckdb"), "x".repeat(5000));
        assertConfigInvalid("main.leads.customers", noDatabase);
        assertConfigInvalid("main.leads.customers", Files.writeString(directory.resolve("data.xlsx"), "x"));
        assertConfigInvalid("main.leads.customers", Files.createDirectory(directory.resolve("empty directory")));
    }

    @Test
    void readsFilesWithNamesThatLookLikePatterns() throws Exception {
        Path odd = directory.resolve("odd [1] it's 100% {a}.parquet");
        sql("COPY (SELECT 1 AS n) TO '" + odd.toString().replace("'", "''") + "'");
        sql("COPY (SELECT range AS n FROM range(5)) TO '" + directory.resolve("odd 1 it''s 100% {a}.parquet") + "'");
        try (DuckDbWarehouse warehouse = open(odd)) {
            assertThat(count(warehouse, TABLE, Constant.TRUE)).isEqualTo(1);
        }
    }

    @Test
    void staysInItsSandbox() throws Exception {
        Path file = parquet(10);
        Path other = directory.resolve("other.parquet");
        sql("COPY (SELECT 1 AS n) TO '" + other + "'");
        try (DuckDbWarehouse warehouse = open(file);
                Connection connection = warehouse.connect("main");
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "SELECT * FROM '" + other + "'",
                    "SELECT * FROM read_text('" + other + "')",
                    "SELECT * FROM glob('" + directory + "/*')",
                    "COPY (SELECT 1) TO '" + directory.resolve("new.parquet") + "'",
                    "ATTACH '" + directory.resolve("new.duckdb") + "' AS new_file",
                    "INSTALL httpfs",
                    "LOAD httpfs",
                    "SET enable_external_access = true",
                    "SET threads = 8",
                    "SET TimeZone = 'Asia/Tokyo'",
                    "RESET lock_configuration",
                    "EXPORT DATABASE '" + directory.resolve("export") + "'")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, other);
        }
    }

    @Test
    void answersSeveralThreadsAlike() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (DuckDbWarehouse warehouse = open(parquet(20_000))) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                counts.add(threads.submit(() -> count(warehouse, TABLE, compare("n", ColumnType.BIGINT, number("7")))));
            }
            for (Future<Long> count : counts) {
                assertThat(count.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leavesNothingRunningBehindADeadline() throws Exception {
        Path file = directory.resolve("endless.duckdb");
        database(
                file,
                "CREATE VIEW endless AS SELECT a.range AS n FROM range(100000000) AS a CROSS JOIN range(100000000)");
        DuckDbWarehouse warehouse = open(file);
        try (Warehouse gate = new BoundedWarehouse(warehouse, QueryLimits.ofSeconds(2, 10, -1));
                Warehouse strict = new BoundedWarehouse(
                        warehouse, new QueryLimits(2, Duration.ofSeconds(10), Duration.ofMillis(100)))) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> count(strict, TABLE, compare("n", ColumnType.BIGINT, number("-1"))))
                        .isInstanceOfSatisfying(
                                LeadgenException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT));
            }
            Cancellation cancellation = new Cancellation();
            cancellation.cancel();
            assertThatThrownBy(() -> gate.aggregate(query(TABLE, Constant.TRUE), cancellation))
                    .isInstanceOf(LeadgenException.class);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (warehouse.running() > 0 && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            assertThat(warehouse.running()).isZero();
        }
    }

    @Test
    void putsTheOperatorsCommentsOverTheFiles() throws Exception {
        Map<ColumnName, String> comments = Map.of(new ColumnName("N"), "a number");
        EmbeddedTables tables = new EmbeddedTables(Map.of(TABLE, parquet(1)), Map.of(TABLE, comments));
        try (DuckDbWarehouse warehouse = DuckDbWarehouse.open(tables, DuckDbLimits.defaults())) {
            assertThat(warehouse.describe(TABLE).orElseThrow().columns().get(0).comment())
                    .isEqualTo("a number");
        }
    }

    private void assertConfigInvalid(String table, Path file) {
        EmbeddedTables tables = EmbeddedTables.of(Map.of(TableName.parse(table), file));
        try (DuckDbWarehouse warehouse = DuckDbWarehouse.open(tables, DuckDbLimits.defaults())) {
            assertThatThrownBy(() -> warehouse.describe(TableName.parse(table)))
                    .isInstanceOfSatisfying(LeadgenException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
                        assertThat(e.getMessage()).contains(table, file.toString());
                    });
        }
    }

    private Path parquet(int rows) throws SQLException {
        Path file = directory.resolve("numbers.parquet");
        sql("COPY (SELECT range AS n FROM range(" + rows + ")) TO '" + file + "'");
        return file;
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void database(Path file, String... sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private static DuckDbWarehouse open(Path file) {
        return DuckDbWarehouse.open(EmbeddedTables.of(Map.of(TABLE, file)), DuckDbLimits.defaults());
    }

    private static List<String> columns(Warehouse warehouse) {
        return warehouse.describe(TABLE).orElseThrow().columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }

    private static List<BigInteger> counts(Warehouse warehouse, Cells cells) {
        AggregateQuery query = new AggregateQuery(
                TABLE, new PrivacyUnit.Row(null), Constant.TRUE, cells, List.of(new Measure.Units()));
        return TrueCells.values(warehouse.aggregate(query, new Cancellation()), 0);
    }

    private static Literal number(String value) {
        return new Literal.Number(new BigDecimal(value));
    }

    private static Predicate compare(String column, ColumnType type, Literal value) {
        return new Predicate.Comparison(ComparisonOperator.EQ, new ColumnRef(new ColumnName(column), type), value);
    }

    private static AggregateQuery query(TableName table, Predicate predicate) {
        return new AggregateQuery(
                table, new PrivacyUnit.Row(null), predicate, new Cells.Whole(), List.of(new Measure.Units()));
    }

    private static long count(Warehouse warehouse, TableName table, Predicate predicate) {
        return TrueCells.value(warehouse.aggregate(query(table, predicate), new Cancellation()), 0, 0)
                .longValueExact();
    }
}
