package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/**
 * The SQL of one engine. Engines differ here and nowhere else, so a new engine is a new subclass.
 *
 * <p>Each method returns an expression that means the same on every engine and that no row can make fail. A dialect documents
 * each exception in its own Javadoc. The session's time zone must be UTC.
 *
 * <p>Literals never become text: a dialect passes a value to {@link #marker} and gets a {@code ?} with its bind. Only a dialect
 * whose text is for people to read, and is never sent, overrides that.
 *
 * <p>Dialects are immutable and safe for use by several threads.
 */
public abstract class SqlDialect {
    /** A decimal of this many digits may identify a double; one of 17 digits always does. */
    private static final int SHORTEST_DIGITS = 15;
    /** Numbers with a larger exponent, positive or negative, are written in scientific notation. */
    private static final int MAX_PLAIN_EXPONENT = 7;

    /** A dialect that uses standard SQL unless a method is overridden. */
    protected SqlDialect() {}

    /** Quotes an identifier, and escapes quotes in it. */
    public String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** The quoted name by which the engine finds the table. */
    public String table(TableName name) {
        return quote(name.catalog()) + "." + quote(name.schema()) + "." + quote(name.table());
    }

    /** A predicate as one bracketed condition on the table {@code t0}. */
    public final SqlFragment condition(Predicate predicate) {
        return predicate.accept(new Conditions(this));
    }

    /**
     * The FROM item of what is scanned: it must have the alias {@code t0}, and may join constant rows.
     *
     * @param scanned a table, or a query in brackets
     */
    protected SqlFragment source(SqlFragment scanned) {
        return SqlFragment.concat(scanned, " AS t0");
    }

    /**
     * The dialect that renders a statement with these binds. Return another one if the engine limits the number of markers and
     * the statement has more; the statement is then rendered again.
     */
    protected SqlDialect carrying(List<Bind> values) {
        return this;
    }

    /**
     * The engine's name of a type, as CAST expects it.
     *
     * @throws IllegalArgumentException for {@link ColumnType#OTHER}, to which nothing is cast
     */
    protected String typeName(ColumnType type) {
        return switch (type.kind()) {
            case OTHER -> throw new IllegalArgumentException("no type to cast to");
            default -> type.toString().toUpperCase(Locale.ROOT);
        };
    }

    /** A column as conditions use it. FLOAT is widened to DOUBLE, so that it compares with a double exactly. */
    protected TypedSql column(SqlFragment column, ColumnType type) {
        return switch (type.kind()) {
            case FLOAT -> new TypedSql(cast(column, ColumnType.DOUBLE), ColumnType.DOUBLE);
            default -> new TypedSql(column, type);
        };
    }

    /** A value that is compared with an expression of that type. */
    protected SqlFragment bind(Object value, ColumnType type) {
        return marker(value, type);
    }

    /** A marker, with the value in the statement's binds. */
    protected SqlFragment marker(Object value, ColumnType type) {
        return SqlFragment.marker(value, type);
    }

    /** A value in a place from which the engine cannot infer its type. */
    protected SqlFragment typedBind(Object value, ColumnType type) {
        return cast(bind(value, type), type);
    }

    /**
     * A constant of leadgen's own arithmetic, such as a bound or the edge of a bin, with exactly this value. It is part of the
     * text, not a bind: it does not come from a caller, and engines allow only some hundred markers.
     */
    protected final String number(double value) {
        BigDecimal shortest = shortest(value);
        int exponent = value == 0 ? 0 : shortest.precision() - shortest.scale() - 1;
        boolean plain = Math.abs(exponent) <= MAX_PLAIN_EXPONENT;
        String digits = (plain ? shortest : shortest.movePointLeft(exponent)).toPlainString();
        String text = (digits.contains(".") ? digits : digits + ".0") + "E" + (plain ? 0 : exponent);
        return value < 0 ? "(" + doubleLiteral(text) + ")" : doubleLiteral(text);
    }

    /** The shortest decimal that parses to this double. Double.toString differs between JDK 18 and 19. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int digits = SHORTEST_DIGITS;
        BigDecimal rounded = exact.round(new MathContext(digits));
        while (rounded.doubleValue() != value) {
            digits++;
            rounded = exact.round(new MathContext(digits));
        }
        return rounded.stripTrailingZeros();
    }

    /** A number in scientific notation as a constant of type DOUBLE; a decimal constant would make the arithmetic decimal. */
    protected abstract String doubleLiteral(String number);

    /** {@code CAST(operand AS type)}. */
    protected final SqlFragment cast(SqlFragment operand, ColumnType type) {
        return SqlFragment.concat("CAST(", operand, " AS " + typeName(type) + ")");
    }

    /** An instant as a TIMESTAMP_NTZ: its local time in UTC. */
    protected SqlFragment wallClock(SqlFragment instant) {
        return cast(instant, ColumnType.TIMESTAMP_NTZ);
    }

    /** An instant in a form from which EXTRACT returns the fields in UTC. */
    protected SqlFragment inUtc(SqlFragment instant) {
        return instant;
    }

    /** {@code left operator right} for strings, ordered by code points. */
    protected SqlFragment compareStrings(SqlFragment left, ComparisonOperator operator, SqlFragment right) {
        return SqlFragment.concat(left, " " + operator.symbol() + " ", right);
    }

    /** LIKE or ILIKE with {@code %}, {@code _} and an escape character; {@code _} is one code point. */
    protected SqlFragment like(SqlFragment operand, LikePattern pattern, boolean caseInsensitive) {
        return SqlFragment.concat(
                operand,
                caseInsensitive ? " ILIKE " : " LIKE ",
                bind(LikePatterns.escaped(pattern), ColumnType.STRING),
                " ESCAPE '" + LikePatterns.ESCAPE + "'");
    }

    /** Lower case, independent of the locale. */
    protected SqlFragment lower(SqlFragment operand) {
        return SqlFragment.concat("LOWER(", operand, ")");
    }

    /** Upper case, independent of the locale. */
    protected SqlFragment upper(SqlFragment operand) {
        return SqlFragment.concat("UPPER(", operand, ")");
    }

    /** {@code TRIM}, {@code LTRIM} or {@code RTRIM}: removes U+0020 and no other white space. */
    protected SqlFragment trim(String function, SqlFragment operand) {
        return SqlFragment.concat(function + "(", operand, ")");
    }

    /** The absolute value, in the operand's type. */
    protected SqlFragment absolute(TypedSql operand) {
        return SqlFragment.concat("ABS(", operand.sql(), ")");
    }

    /** The number of code points. */
    protected abstract SqlFragment length(SqlFragment operand);

    /** 1 for Sunday to 7 for Saturday. */
    protected abstract SqlFragment dayOfWeek(SqlFragment operand);

    /** The first day of the unit that contains the operand, as a DATE. Weeks begin on Monday. */
    protected abstract SqlFragment dateTrunc(DateUnit unit, SqlFragment operand);

    /** The exact sum of integers, or of decimals of this scale, in a type that no table overflows; NULL for no row. */
    protected SqlFragment exactSum(SqlFragment operand, int scale) {
        return SqlFragment.concat("SUM(", operand, ")");
    }

    /** A double without a fraction as an integer of up to 38 digits. */
    protected SqlFragment wideInteger(SqlFragment operand) {
        return SqlFragment.concat("CAST(", operand, " AS DECIMAL(38,0))");
    }

    /** The number of days from one date to another; negative if {@code to} is earlier. */
    protected abstract SqlFragment days(SqlFragment from, SqlFragment to);

    /** The number of rows that meet a condition; 0 for no row. */
    protected SqlFragment countIf(SqlFragment condition) {
        return SqlFragment.concat("COALESCE(COUNT_IF(", condition, "), 0)");
    }

    /** The bitwise OR of all rows. */
    protected SqlFragment anyBits(SqlFragment bits) {
        return SqlFragment.concat("BIT_OR(", bits, ")");
    }

    /**
     * A hash that orders the cells of a unit at random, and always in the same way.
     *
     * @param columns a list of columns, separated by commas; some may be NULL
     */
    protected abstract SqlFragment hash(SqlFragment salt, String columns);
}
