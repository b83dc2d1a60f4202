package io.leadgen.e2e.databricks;

import io.leadgen.catalog.TableSchema;
import io.leadgen.e2e.spark.LocalSpark;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import io.leadgen.tests.databricks.InformationSchema;
import io.leadgen.tests.databricks.SqlBackend;
import io.leadgen.tests.databricks.SqlFailure;
import io.leadgen.tests.databricks.SqlParameter;
import io.leadgen.tests.databricks.SqlResult;
import io.leadgen.tests.databricks.SqlStatement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Spark behind the emulator: the statement as the driver sent it, its parameters bound by Spark as values of their types. ANSI
 * mode is on and the time zone is UTC, whatever the session says.
 */
final class SparkBackend implements SqlBackend {
    /** Spark looks for the schemas of a catalog that it does not know in its own, which has no such names; Unity Catalog says so. */
    private static final String UNKNOWN_CATALOG = "REQUIRES_SINGLE_PART_NAMESPACE";

    private static final long MILLIS_BETWEEN_STOPS = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter PARAMETER =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS][.SSS][.S]", Locale.ROOT);

    private final List<TableSchema> schemas;
    private final LocalSpark spark;

    private SparkBackend(Collection<TableData> tables) {
        schemas = tables.stream().map(TableData::schema).toList();
        spark = LocalSpark.with(Stream.concat(tables.stream(), InformationSchema.of(schemas).stream())
                .toList());
    }

    static SparkBackend of(Collection<TableData> tables) {
        return new SparkBackend(tables);
    }

    @Override
    public SqlResult execute(SqlStatement statement, Cancellation cancellation) throws SqlFailure {
        String tag = LocalSpark.tag();
        CountDownLatch ended = new CountDownLatch(1);
        Cancellation.Registration registration = cancellation.onCancel(() -> stop(tag, ended));
        try {
            cancellation.check();
            @Nullable
            Object[] values =
                    statement.parameters().stream().map(SparkBackend::value).toArray();
            return spark.stoppable(tag, () -> read(spark.sql(statement.text(), Arrays.asList(values))));
        } catch (Exception e) {
            // Spark throws checked exceptions that it does not declare.
            throw failure(e);
        } finally {
            registration.close();
            ended.countDown();
        }
    }

    /** Again and again, since a statement has several jobs, and the first may not have begun. */
    private void stop(String tag, CountDownLatch ended) {
        Thread thread = new Thread(
                () -> {
                    try {
                        do {
                            spark.stop(tag);
                        } while (!ended.await(MILLIS_BETWEEN_STOPS, TimeUnit.MILLISECONDS));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "spark-stop");
        thread.setDaemon(true);
        thread.start();
    }

    /** The Java value whose type is the parameter's in Spark. */
    private static @Nullable Object value(SqlParameter parameter) {
        String text = parameter.value();
        if (text == null) {
            return null;
        }
        return switch (parameter.type().replaceFirst("\\(.*", "")) {
            case "BOOLEAN" -> Boolean.valueOf(text);
            case "BYTE", "TINYINT" -> Byte.valueOf(text);
            case "SHORT", "SMALLINT" -> Short.valueOf(text);
            case "INT", "INTEGER" -> Integer.valueOf(text);
            case "LONG", "BIGINT" -> Long.valueOf(text);
            case "DECIMAL" -> new BigDecimal(text);
            case "FLOAT" -> Float.valueOf(text);
            case "DOUBLE" -> Double.valueOf(text);
            case "DATE" -> LocalDate.parse(text);
            case "TIMESTAMP" -> LocalDateTime.parse(text, PARAMETER).toInstant(ZoneOffset.UTC);
            case "TIMESTAMP_NTZ" -> LocalDateTime.parse(text, PARAMETER);
            default -> text;
        };
    }

    private static SqlResult read(Dataset<Row> answer) {
        List<SqlResult.Column> columns = Stream.of(answer.schema().fields())
                .map(field ->
                        new SqlResult.Column(field.name(), field.dataType().sql()))
                .toList();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Row row : answer.collectAsList()) {
            List<@Nullable String> texts = new ArrayList<>();
            for (int i = 0; i < row.length(); i++) {
                texts.add(text(row.get(i)));
            }
            rows.add(Collections.unmodifiableList(texts));
        }
        return new SqlResult(columns, rows);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (value instanceof Instant instant) {
            return TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
        } else if (value instanceof LocalDateTime wallClock) {
            return TIME.format(wallClock);
        }
        return value.toString();
    }

    /** Spark's own error, whose text has the form of the service's already. */
    private static SqlFailure failure(Exception e) {
        Throwable cause = e;
        while (!(cause instanceof SparkThrowable) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage())
                .replaceFirst("^\\[[A-Z0-9_.]+] ", "")
                .replaceFirst(" SQLSTATE: [0-9A-Z]{5}", "");
        if (!(cause instanceof SparkThrowable said)) {
            return SqlFailure.of("INTERNAL_ERROR", "XX000", text, e);
        }
        String condition = Optional.ofNullable(said.getCondition()).orElse("INTERNAL_ERROR");
        return condition.equals(UNKNOWN_CATALOG)
                ? SqlFailure.of("NO_SUCH_CATALOG_EXCEPTION", "42704", "The catalog was not found.", e)
                : SqlFailure.of(
                        condition, Optional.ofNullable(said.getSqlState()).orElse("XX000"), text, e);
    }

    @Override
    public List<TableSchema> tables() {
        return schemas;
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
