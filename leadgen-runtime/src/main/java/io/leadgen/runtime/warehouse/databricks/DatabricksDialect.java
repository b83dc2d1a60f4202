package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.sql.Bind;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.sql.SqlFragment;
import io.leadgen.runtime.sql.TypedSql;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Databricks SQL, and Apache Spark 4 in ANSI mode.
 *
 * <p>Differences: {@code upper} and {@code lower} follow the engine's Unicode version. Columns with a collation are compared by
 * it.
 */
public sealed class DatabricksDialect extends SqlDialect permits DatabricksDialect.PackedDialect, LiteralDialect {
    /** The limit of Databricks for one statement. */
    private static final int MAX_MARKERS = 256;

    /** Spark negates longer decimals inexactly. */
    private static final int MAX_NEGATABLE_DIGITS = 34;

    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    @Override
    public String quote(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }

    @Override
    protected SqlDialect carrying(List<Bind> values) {
        return values.size() <= MAX_MARKERS ? this : new PackedDialect(values);
    }

    /** Sends timestamps as text, because drivers shift them by the JVM's time zone. */
    @Override
    protected SqlFragment bind(Object value, ColumnType type) {
        return switch (type.kind()) {
            case TIMESTAMP -> cast(marker(WALL_CLOCK.format((LocalDateTime) value) + "Z", ColumnType.STRING), type);
            case TIMESTAMP_NTZ -> cast(marker(WALL_CLOCK.format((LocalDateTime) value), ColumnType.STRING), type);
            default -> super.bind(value, type);
        };
    }

    @Override
    protected String doubleLiteral(String number) {
        return number + "D";
    }

    /**
     * Removes the sign of a long decimal as text. Spark's ABS and minus calculate with 34 digits: they round longer decimals,
     * and fail if the rounded result has one digit more.
     */
    @Override
    protected SqlFragment absolute(TypedSql operand) {
        return operand.type().precision() > MAX_NEGATABLE_DIGITS
                ? cast(
                        SqlFragment.concat("TRIM(LEADING '-' FROM ", cast(operand.sql(), ColumnType.STRING), ")"),
                        operand.type())
                : super.absolute(operand);
    }

    @Override
    protected SqlFragment length(SqlFragment operand) {
        return SqlFragment.concat("CHAR_LENGTH(", operand, ")");
    }

    @Override
    protected SqlFragment dayOfWeek(SqlFragment operand) {
        return SqlFragment.concat("DAYOFWEEK(", operand, ")");
    }

    @Override
    protected SqlFragment dateTrunc(DateUnit unit, SqlFragment operand) {
        return SqlFragment.concat("CAST(DATE_TRUNC('" + unit + "', ", operand, ") AS DATE)");
    }

    /** TRY_SUM returns NULL where SUM fails: after 10^10 rows of the largest values in one unit. */
    @Override
    protected SqlFragment exactSum(SqlFragment operand, int scale) {
        return SqlFragment.concat("TRY_SUM(CAST(", operand, " AS DECIMAL(38," + scale + ")))");
    }

    @Override
    protected SqlFragment days(SqlFragment from, SqlFragment to) {
        return SqlFragment.concat("DATEDIFF(", to, ", ", from, ")");
    }

    @Override
    protected SqlFragment hash(SqlFragment salt, String columns) {
        return SqlFragment.concat("XXHASH64(", salt, ", " + columns + ")");
    }

    /**
     * Databricks SQL with all values of a statement in one marker: a JSON array of strings in the single row of {@code b0}, joined
     * with the scanned table. The optimizer folds its elements to constants before it plans the scan.
     */
    static final class PackedDialect extends DatabricksDialect {
        private final Map<Bind, Integer> positions = new HashMap<>();
        private final List<String> texts = new ArrayList<>();

        PackedDialect(List<Bind> values) {
            for (Bind value : values) {
                if (positions.putIfAbsent(value, texts.size()) == null) {
                    texts.add(text(value.value()));
                }
            }
        }

        private static String text(Object value) {
            return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        }

        @Override
        protected SqlFragment source(SqlFragment scanned) {
            return SqlFragment.concat(
                    super.source(scanned),
                    " CROSS JOIN (SELECT FROM_JSON(",
                    SqlFragment.marker(JsonText.compact(texts), ColumnType.STRING),
                    ", 'ARRAY<STRING>') AS texts) AS b0");
        }

        @Override
        protected SqlFragment marker(Object value, ColumnType type) {
            Integer position = positions.get(new Bind(value, type));
            if (position == null) {
                // A value of a fragment that the statement does not contain, because the comparison is constant.
                return super.marker(value, type);
            }
            SqlFragment text = SqlFragment.of("b0.texts[" + position + "]");
            return type.equals(ColumnType.STRING) ? text : cast(text, type);
        }
    }
}
