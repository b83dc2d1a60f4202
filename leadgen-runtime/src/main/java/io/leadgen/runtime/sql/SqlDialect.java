package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * How one engine spells what {@link SqlRenderer} wants to say. The only place where engines differ.
 *
 * <p>What every dialect gives: an expression of one meaning on all engines that no row can make raise. Where that cannot be
 * had, the dialect's own comment says what differs. What it relies on: the session's time zone is UTC.
 */
public abstract sealed class SqlDialect permits DatabricksDialect, DuckDbDialect, H2Dialect {

    /** Digits of a decimal that may be enough for a double; 17 always are. */
    private static final int DIGITS_THAT_MAY_DO = 15;
    /** Places before or behind the point up to which a number is written without an exponent. */
    private static final int LONGEST_PLAIN = 7;

    /** Databricks SQL and Apache Spark with ANSI mode. */
    public static SqlDialect databricks() {
        return new DatabricksDialect();
    }

    /** DuckDB 2. */
    public static SqlDialect duckDb() {
        return new DuckDbDialect();
    }

    /** H2 2, where one database is one catalog. */
    public static SqlDialect h2() {
        return new H2Dialect();
    }

    /** The name of the dialect's golden files. */
    abstract String name();

    /** An identifier in the engine's quotes. */
    public abstract String quote(String identifier);

    /** The quoted name under which the engine knows the table. */
    abstract String table(TableName name);

    /** The scanned table, as {@code t0}, with whatever the statement needs beside it. */
    Fragment source(TableName name) {
        return Fragment.of(table(name) + " AS t0");
    }

    /** This dialect, or one that carries so many values in as few markers as the engine allows. */
    SqlDialect carrying(List<Bind> values) {
        return this;
    }

    /** The engine's name of a type. */
    abstract String typeName(ColumnType type);

    /** A column as it takes part in conditions: FLOAT is widened, so that it compares with a double as a double. */
    Value column(Fragment column, ColumnType type) {
        return switch (type.kind()) {
            case FLOAT -> new Value(cast(column, ColumnType.DOUBLE), ColumnType.DOUBLE);
            default -> new Value(column, type);
        };
    }

    /** A marker for a value beside a column of that type. */
    Fragment bind(Object value, ColumnType type) {
        return marker(value, type);
    }

    /** How a value stands in a statement: a marker, and the value beside the text. */
    Fragment marker(Object value, ColumnType type) {
        return Fragment.marker(value, type);
    }

    /** A marker where nothing beside it tells the engine its type. */
    Fragment typedBind(Object value, ColumnType type) {
        return cast(bind(value, type), type);
    }

    /**
     * A constant of our own arithmetic, such as a bound or a bin's edge, exactly as that double. It is no caller's literal and
     * stands in the text, where it takes none of the markers, of which engines allow a few hundred.
     */
    final String number(double value) {
        BigDecimal shortest = shortest(value);
        int exponent = value == 0 ? 0 : shortest.precision() - shortest.scale() - 1;
        boolean plain = exponent >= -LONGEST_PLAIN && exponent <= LONGEST_PLAIN;
        String digits = (plain ? shortest : shortest.movePointLeft(exponent)).toPlainString();
        String text = (digits.contains(".") ? digits : digits + ".0") + "E" + (plain ? 0 : exponent);
        return value < 0 ? "(" + doubleLiteral(text) + ")" : doubleLiteral(text);
    }

    /** The shortest decimal that is read as this double, the same on every JDK; that of Double.toString changed in 19. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int digits = DIGITS_THAT_MAY_DO;
        BigDecimal rounded = exact.round(new MathContext(digits));
        while (rounded.doubleValue() != value) {
            digits++;
            rounded = exact.round(new MathContext(digits));
        }
        return rounded.stripTrailingZeros();
    }

    /** A number with an exponent as a constant of type double; as a decimal it would make the arithmetic a decimal one. */
    abstract String doubleLiteral(String number);

    final Fragment cast(Fragment operand, ColumnType type) {
        return Fragment.concat("CAST(", operand, " AS " + typeName(type) + ")");
    }

    /** An instant as a wall clock of UTC. */
    Fragment wallClock(Fragment instant) {
        return cast(instant, ColumnType.TIMESTAMP_NTZ);
    }

    /** An instant, in a form whose year, month and so on are those in UTC. */
    Fragment inUtc(Fragment instant) {
        return instant;
    }

    /** {@code left operator right} of strings, in the order of code points. */
    Fragment compareStrings(Fragment left, ComparisonOperator operator, Fragment right) {
        return Fragment.concat(left, " " + operator.symbol() + " ", right);
    }

    Fragment like(Fragment operand, LikePattern pattern, boolean caseInsensitive) {
        return Fragment.concat(
                operand,
                caseInsensitive ? " ILIKE " : " LIKE ",
                bind(LikePatterns.escaped(pattern), ColumnType.STRING),
                " ESCAPE '" + LikePatterns.ESCAPE + "'");
    }

    Fragment lower(Fragment operand) {
        return Fragment.concat("LOWER(", operand, ")");
    }

    Fragment upper(Fragment operand) {
        return Fragment.concat("UPPER(", operand, ")");
    }

    /** {@code TRIM}, {@code LTRIM} or {@code RTRIM}: without the blanks at its ends; of white space, these only. */
    Fragment trim(String function, Fragment operand) {
        return Fragment.concat(function + "(", operand, ")");
    }

    /** The value without its sign, in its own type. */
    Fragment absolute(Value operand) {
        return Fragment.concat("ABS(", operand.sql(), ")");
    }

    /** Number of code points. */
    abstract Fragment length(Fragment operand);

    /** 1 for Sunday to 7 for Saturday. */
    abstract Fragment dayOfWeek(Fragment operand);

    /** The first day of the unit, as a DATE; weeks begin on Monday. */
    abstract Fragment dateTrunc(DateUnit unit, Fragment operand);

    /** The exact sum of integers, or of decimals of the given scale, in a type that no table overflows; NULL for no row. */
    abstract Fragment exactSum(Fragment operand, int scale);

    /** A double without digits behind the point as an integer of at most 38 digits. */
    abstract Fragment wideInteger(Fragment operand);

    /** Days from one date to another. */
    abstract Fragment days(Fragment from, Fragment to);

    /**
     * The number of rows that meet a condition; several times as fast in DuckDB as to count what a CASE makes of it, though NULL
     * there, and not zero, where there is no row at all.
     */
    Fragment countIf(Fragment condition) {
        return Fragment.concat("COALESCE(COUNT_IF(", condition, "), 0)");
    }

    /** The aggregate that sets the bits that are set in any row. */
    Fragment anyBits(Fragment bits) {
        return Fragment.concat("BIT_OR(", bits, ")");
    }

    /** What orders the cells of a unit at random, but always so: a hash of a number and of columns, of which some can be NULL. */
    abstract Fragment hash(Fragment salt, String columns);
}
