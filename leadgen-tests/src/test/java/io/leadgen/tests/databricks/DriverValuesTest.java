package io.leadgen.tests.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values on their way to an engine and back, through the real driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriverValuesTest {
    private DatabricksEmulator emulator;
    private Connection connection;

    @BeforeAll
    void start() throws SQLException {
        emulator = DatabricksEmulator.start(H2Backend.of(TableData.of(
                        "main.lab.values",
                        Column.of("b", ColumnType.BOOLEAN),
                        Column.of("tiny", ColumnType.TINYINT),
                        Column.of("big", ColumnType.BIGINT),
                        Column.of("dec", ColumnType.decimal(38, 10)),
                        Column.of("f", ColumnType.FLOAT),
                        Column.of("dbl", ColumnType.DOUBLE),
                        Column.of("s", ColumnType.STRING),
                        Column.of("d", ColumnType.DATE),
                        Column.of("ts", ColumnType.TIMESTAMP),
                        Column.of("ntz", ColumnType.TIMESTAMP_NTZ))
                .row(null, null, null, null, null, null, null, null, null, null)
                .row(
                        true,
                        -128,
                        Long.MIN_VALUE,
                        "-1234567890123456789012345678.0123456789",
                        0.1f,
                        1e-300,
                        "it's \"\uD83D\uDE00\" \u0130\n",
                        LocalDate.of(1969, 12, 31),
                        LocalDateTime.parse("2024-02-29T23:59:59.123456"),
                        LocalDateTime.parse("2024-02-29T23:59:59.123456"))));
        connection = RealDriver.connect(emulator);
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        emulator.close();
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private List<String> read(String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return Arrays.asList(rows.getMetaData().getColumnTypeName(1), String.valueOf(rows.getObject(1)));
            }
        }
    }

    /** The type as the driver says it, and the value as it came back. */
    @Test
    void bindsEveryType() throws SQLException {
        assertThat(read("SELECT ?", statement -> statement.setInt(1, -25))).containsExactly("INT", "-25");
        assertThat(read("SELECT ?", statement -> statement.setLong(1, Long.MAX_VALUE)))
                .containsExactly("BIGINT", "9223372036854775807");
        assertThat(read("SELECT ?", statement -> statement.setBoolean(1, false)))
                .containsExactly("BOOLEAN", "false");
        assertThat(read("SELECT ?", statement -> statement.setDouble(1, 1e-300)))
                .containsExactly("DOUBLE", "1.0E-300");
        assertThat(read("SELECT ?", statement -> statement.setBigDecimal(1, new BigDecimal("10.50"))))
                .containsExactly("DECIMAL(4,2)", "10.50");
        assertThat(read("SELECT ?", statement -> statement.setDate(1, Date.valueOf("2024-02-29"))))
                .containsExactly("DATE", "2024-02-29");
        assertThat(read("SELECT ?", statement -> statement.setObject(1, LocalDate.of(2024, 2, 29))))
                .containsExactly("DATE", "2024-02-29");
        assertThat(read("SELECT CAST(? AS DATE)", statement -> statement.setNull(1, Types.DATE)))
                .containsExactly("DATE", "null");
        assertThat(read(
                        "SELECT CAST(? AS STRING)",
                        statement -> statement.setTimestamp(1, Timestamp.valueOf("2025-01-01 00:00:00"))))
                .last()
                .asString()
                .startsWith("2025-01-01 00:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "it's", "\"", "`", "\\", "a\nb", "\u0130\u0131", "\uD83D\uDE00", "' OR 1=1 --", "?", "${x}"})
    void bindsTextAsItIs(String text) throws SQLException {
        assertThat(read("SELECT ?", statement -> statement.setString(1, text))).containsExactly("STRING", text);
    }

    @Test
    void readsEveryType() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT t0.* FROM `main`.`lab`.`values` AS t0 WHERE (t0.`b` = ?)");
                ResultSet rows = query(statement)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBoolean("b")).isTrue();
            assertThat(rows.getByte("tiny")).isEqualTo((byte) -128);
            assertThat(rows.getLong("big")).isEqualTo(Long.MIN_VALUE);
            assertThat(rows.getBigDecimal("dec")).isEqualTo("-1234567890123456789012345678.0123456789");
            assertThat(rows.getFloat("f")).isEqualTo(0.1f);
            assertThat(rows.getDouble("dbl")).isEqualTo(1e-300);
            assertThat(rows.getString("s")).isEqualTo("it's \"\uD83D\uDE00\" \u0130\n");
            assertThat(rows.getString("d")).isEqualTo("1969-12-31");
            assertThat(rows.next()).isFalse();
        }
    }

    private static ResultSet query(PreparedStatement statement) throws SQLException {
        statement.setBoolean(1, true);
        return statement.executeQuery();
    }

    /** The driver reads days as java.sql.Date, which counts days before 1582 in another calendar; as text they come as they are. */
    @Test
    void readsOldDaysAsText() throws SQLException {
        assertThat(read("SELECT CAST(CAST(? AS DATE) AS STRING)", statement -> statement.setString(1, "0001-01-01")))
                .containsExactly("STRING", "0001-01-01");
    }

    @Test
    void readsNulls() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT t0.* FROM `main`.`lab`.`values` AS t0 WHERE (t0.`b` IS NULL)");
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                assertThat(rows.getObject(column)).isNull();
            }
        }
    }

    @Test
    void keepsMicrosecondsOfTimes() throws SQLException {
        assertThat(read(
                        "SELECT CAST(CAST(? AS TIMESTAMP) AS STRING)",
                        statement -> statement.setString(1, "2024-02-29 23:59:59.000001Z")))
                .last()
                .asString()
                .startsWith("2024-02-29 23:59:59.000001");
        assertThat(read(
                        "SELECT COUNT(*) FROM `main`.`lab`.`values` AS t0 WHERE (t0.`ts` = CAST(? AS TIMESTAMP))",
                        statement -> statement.setString(1, "2024-02-29 23:59:59.123456Z")))
                .containsExactly("BIGINT", "1");
    }
}
