package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.ColumnType.Kind;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import java.math.BigDecimal;

/** Operands in SQL. Literals are not rendered by themselves but beside the value that gives them their type. */
final class Operands implements Operand.Visitor<Value> {
    private static final int MAX_DIGITS = 38;

    private final SqlDialect dialect;

    Operands(SqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Value column(Operand.ColumnRef node) {
        return dialect.column(Fragment.of("t0." + dialect.quote(node.name().value())), node.type());
    }

    @Override
    public Value call(Operand.Call node) {
        Value argument = node.arguments().get(0).accept(this);
        Fragment sql = argument.sql();
        return switch (node.function()) {
            case LOWER -> new Value(dialect.lower(sql), ColumnType.STRING);
            case UPPER -> new Value(dialect.upper(sql), ColumnType.STRING);
            case TRIM, LTRIM, RTRIM -> new Value(dialect.trim("" + node.function(), sql), ColumnType.STRING);
            case LENGTH -> new Value(dialect.length(sql), ColumnType.INT);
            case COALESCE -> coalesce(argument, (Literal) node.arguments().get(1));
            case NULLIF -> nullIf(argument, (Literal) node.arguments().get(1));
            case ABS -> absolute(argument);
            case YEAR, QUARTER, MONTH, DAY ->
                new Value(
                        Fragment.concat("EXTRACT(" + node.function() + " FROM ", inUtc(argument), ")"), ColumnType.INT);
            case DAYOFWEEK -> new Value(dialect.dayOfWeek(inUtc(argument)), ColumnType.INT);
        };
    }

    @Override
    public Value dateTrunc(Operand.DateTrunc node) {
        return new Value(dialect.dateTrunc(node.unit(), inUtc(node.operand().accept(this))), ColumnType.DATE);
    }

    @Override
    public Value literal(Literal node) {
        throw new IllegalStateException("a literal without a value beside it");
    }

    private Value coalesce(Value argument, Literal literal) {
        ColumnType type =
                fits(literal, argument.type()) ? argument.type() : comparisonType(argument.type(), literal.type());
        return new Value(
                Fragment.concat(
                        "COALESCE(", as(argument, type).sql(), ", ", dialect.typedBind(java(literal, type), type), ")"),
                type);
    }

    private Value nullIf(Value argument, Literal literal) {
        return fits(literal, argument.type())
                ? new Value(
                        Fragment.concat(
                                "NULLIF(",
                                argument.sql(),
                                ", ",
                                dialect.typedBind(java(literal, argument.type()), argument.type()),
                                ")"),
                        argument.type())
                : argument;
    }

    private Value absolute(Value argument) {
        ColumnType type = switch (argument.type().kind()) {
            case TINYINT, SMALLINT, INT -> ColumnType.BIGINT;
            case BIGINT -> ColumnType.decimal(MAX_DIGITS, 0);
            default -> argument.type();
        };
        Value wide = as(argument, type);
        // What was widened has digits to spare.
        Fragment sql = wide.equals(argument) ? dialect.absolute(argument) : Fragment.concat("ABS(", wide.sql(), ")");
        return new Value(sql, type);
    }

    /** The value, cast if it has another type. */
    Value as(Value value, ColumnType type) {
        if (value.type().equals(type)) {
            return value;
        }
        boolean instant = value.type().kind() == Kind.TIMESTAMP;
        return new Value(instant ? dialect.wallClock(value.sql()) : dialect.cast(value.sql(), type), type);
    }

    /** The day of a date or a time; that of UTC for an instant. */
    Fragment day(Operand.ColumnRef column) {
        Value value = column.accept(this);
        return value.type().kind() == Kind.DATE ? value.sql() : dialect.cast(inUtc(value), ColumnType.DATE);
    }

    private Fragment inUtc(Value value) {
        return value.type().kind() == Kind.TIMESTAMP ? dialect.inUtc(value.sql()) : value.sql();
    }

    /**
     * A type to which values of both types can be cast without an error. Exact where 38 digits are enough, which is always so
     * for the types that people use; else DOUBLE, that is, not exact behind the 15th digit.
     */
    ColumnType comparisonType(ColumnType left, ColumnType right) {
        if (left.equals(right)) {
            return left;
        }
        if (left.family() == TypeFamily.TIMESTAMP) {
            return ColumnType.TIMESTAMP_NTZ;
        }
        if (left.family() == TypeFamily.EXACT_NUMBER && right.family() == TypeFamily.EXACT_NUMBER) {
            int scale = Math.max(left.scale(), right.scale());
            int digits = Math.max(NumberRange.integerDigits(left), NumberRange.integerDigits(right)) + scale;
            if (scale == 0 && left.kind() != Kind.DECIMAL && right.kind() != Kind.DECIMAL) {
                return left.kind().compareTo(right.kind()) > 0 ? left : right;
            }
            return digits <= MAX_DIGITS ? ColumnType.decimal(digits, scale) : ColumnType.DOUBLE;
        }
        return ColumnType.DOUBLE;
    }

    /** Whether a value of that type can equal the literal. */
    boolean fits(Literal literal, ColumnType type) {
        return type.family() != TypeFamily.EXACT_NUMBER
                || NumberRange.of(type).holds(((Literal.Number) literal).value());
    }

    /** A marker for a literal that fits the type. */
    Fragment bind(Literal literal, ColumnType type) {
        return dialect.bind(java(literal, type), type);
    }

    private static Object java(Literal literal, ColumnType type) {
        if (literal instanceof Literal.Number number) {
            return number(number.value(), type);
        } else if (literal instanceof Literal.Text text) {
            return text.value();
        } else if (literal instanceof Literal.Bool bool) {
            return bool.value();
        } else if (literal instanceof Literal.Date date) {
            return date.value();
        }
        return ((Literal.Timestamp) literal).value();
    }

    private static Object number(BigDecimal value, ColumnType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INT, BIGINT -> value.longValueExact();
            case DECIMAL -> value.setScale(type.scale());
            default -> value.doubleValue();
        };
    }
}
