package io.leadgen.catalog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A column's type in engine-neutral terms.
 *
 * @param kind the type's name
 * @param precision total number of decimal digits, for DECIMAL; otherwise 0
 * @param scale decimal digits after the point, for DECIMAL; otherwise 0
 */
public record ColumnType(Kind kind, int precision, int scale) {
    /** Type names as in Databricks. */
    public enum Kind {
        BOOLEAN(TypeFamily.BOOLEAN),
        TINYINT(TypeFamily.EXACT_NUMBER),
        SMALLINT(TypeFamily.EXACT_NUMBER),
        INT(TypeFamily.EXACT_NUMBER),
        BIGINT(TypeFamily.EXACT_NUMBER),
        DECIMAL(TypeFamily.EXACT_NUMBER),
        FLOAT(TypeFamily.APPROXIMATE_NUMBER),
        DOUBLE(TypeFamily.APPROXIMATE_NUMBER),
        STRING(TypeFamily.STRING),
        DATE(TypeFamily.DATE),
        /** An instant, shown and compared in UTC. */
        TIMESTAMP(TypeFamily.TIMESTAMP),
        /** A local time without time zone. */
        TIMESTAMP_NTZ(TypeFamily.TIMESTAMP),
        OTHER(TypeFamily.OTHER);

        private final TypeFamily family;

        Kind(TypeFamily family) {
            this.family = family;
        }
    }

    private static final Pattern SPELLING = Pattern.compile("(\\w+)(?:\\((\\d{1,2}),(\\d{1,2})\\))?");

    public static final ColumnType BOOLEAN = of(Kind.BOOLEAN);
    public static final ColumnType TINYINT = of(Kind.TINYINT);
    public static final ColumnType SMALLINT = of(Kind.SMALLINT);
    public static final ColumnType INT = of(Kind.INT);
    public static final ColumnType BIGINT = of(Kind.BIGINT);
    public static final ColumnType FLOAT = of(Kind.FLOAT);
    public static final ColumnType DOUBLE = of(Kind.DOUBLE);
    public static final ColumnType STRING = of(Kind.STRING);
    public static final ColumnType DATE = of(Kind.DATE);
    public static final ColumnType TIMESTAMP = of(Kind.TIMESTAMP);
    public static final ColumnType TIMESTAMP_NTZ = of(Kind.TIMESTAMP_NTZ);
    public static final ColumnType OTHER = of(Kind.OTHER);

    public ColumnType {
        boolean decimal = kind == Kind.DECIMAL;
        if (decimal
                ? precision < 1 || precision > 38 || scale < 0 || scale > precision
                : precision != 0 || scale != 0) {
            throw new IllegalArgumentException("precision and scale");
        }
    }

    private static ColumnType of(Kind kind) {
        return new ColumnType(kind, 0, 0);
    }

    /** DECIMAL with 1 to 38 digits, {@code scale} of them after the point. */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, precision, scale);
    }

    /**
     * Reads a type as {@link #toString} writes it. Anything else is {@link #OTHER}.
     *
     * @param spelling for example {@code decimal(12,2)}
     */
    public static ColumnType spelled(String spelling) {
        Matcher matcher = SPELLING.matcher(spelling);
        if (!matcher.matches()) {
            return OTHER;
        }
        String name = matcher.group(1).toUpperCase(Locale.ROOT);
        if (name.equals(Kind.DECIMAL.name()) && matcher.group(2) != null) {
            return decimal(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        }
        return Stream.of(Kind.values())
                .filter(kind -> kind != Kind.DECIMAL && kind.name().equals(name))
                .findFirst()
                .map(ColumnType::of)
                .orElse(OTHER);
    }

    public TypeFamily family() {
        return kind.family;
    }

    /** Whether values are whole numbers: an integer type, or a decimal with scale 0. */
    public boolean isInteger() {
        return family() == TypeFamily.EXACT_NUMBER && scale == 0;
    }

    /** The type as Databricks writes it, for example {@code decimal(12,2)}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.DECIMAL ? name + "(" + precision + "," + scale + ")" : name;
    }
}
