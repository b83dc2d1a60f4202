package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.ColumnType.Kind;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import java.math.BigDecimal;

/** Renders operands. A literal is rendered together with the expression that determines its type. */
final class Operands implements Operand.Visitor<TypedSql> {
    private static final int MAX_DIGITS = 38;

    private final SqlDialect dialect;
    private final String alias;

    Operands(SqlDialect dialect) {
        this(dialect, "t0");
    }

    /** @param alias of the table whose columns are meant */
    Operands(SqlDialect dialect, String alias) {
        this.dialect = dialect;
        this.alias = alias;
    }

    @Override
    public TypedSql column(Operand.ColumnRef node) {
        return dialect.column(
                SqlFragment.of(alias + "." + dialect.quote(node.name().value())), node.type());
    }

    @Override
    public TypedSql call(Operand.Call node) {
        TypedSql argument = node.arguments().get(0).accept(this);
        SqlFragment sql = argument.sql();
        return switch (node.function()) {
            case LOWER -> new TypedSql(dialect.lower(sql), ColumnType.STRING);
            case UPPER -> new TypedSql(dialect.upper(sql), ColumnType.STRING);
            case TRIM, LTRIM, RTRIM -> new TypedSql(dialect.trim("" + node.function(), sql), ColumnType.STRING);
            case LENGTH -> new TypedSql(dialect.length(sql), ColumnType.INT);
            case COALESCE -> coalesce(argument, (Literal) node.arguments().get(1));
            case NULLIF -> nullIf(argument, (Literal) node.arguments().get(1));
            case ABS -> absolute(argument);
            case YEAR, QUARTER, MONTH, DAY ->
                new TypedSql(
                        SqlFragment.concat("EXTRACT(" + node.function() + " FROM ", inUtc(argument), ")"),
                        ColumnType.INT);
            case DAYOFWEEK -> new TypedSql(dialect.dayOfWeek(inUtc(argument)), ColumnType.INT);
        };
    }

    @Override
    public TypedSql dateTrunc(Operand.DateTrunc node) {
        return new TypedSql(dialect.dateTrunc(node.unit(), inUtc(node.operand().accept(this))), ColumnType.DATE);
    }

    /** As a query of its own, for conditions that stand alone. A scan has a column for it, see {@link SqlRenderer}. */
    @Override
    public TypedSql relatedCount(Operand.RelatedCount node) {
        Operand.Link link = node.link();
        return new TypedSql(
                SqlFragment.concat(
                        "(SELECT COUNT(*) FROM " + dialect.table(link.table()) + " AS r0 WHERE r0."
                                + dialect.quote(link.key().value()) + " = t0."
                                + dialect.quote(link.unit().name().value()) + " AND ",
                        node.filter().accept(new Conditions(dialect, "r0")),
                        ")"),
                ColumnType.BIGINT);
    }

    @Override
    public TypedSql literal(Literal node) {
        throw new IllegalStateException("a literal without an expression to compare it with");
    }

    private TypedSql coalesce(TypedSql argument, Literal literal) {
        ColumnType type =
                fits(literal, argument.type()) ? argument.type() : comparisonType(argument.type(), literal.type());
        return new TypedSql(
                SqlFragment.concat(
                        "COALESCE(", as(argument, type).sql(), ", ", dialect.typedBind(java(literal, type), type), ")"),
                type);
    }

    private TypedSql nullIf(TypedSql argument, Literal literal) {
        return fits(literal, argument.type())
                ? new TypedSql(
                        SqlFragment.concat(
                                "NULLIF(",
                                argument.sql(),
                                ", ",
                                dialect.typedBind(java(literal, argument.type()), argument.type()),
                                ")"),
                        argument.type())
                : argument;
    }

    private TypedSql absolute(TypedSql argument) {
        ColumnType type = switch (argument.type().kind()) {
            case TINYINT, SMALLINT, INT -> ColumnType.BIGINT;
            case BIGINT -> ColumnType.decimal(MAX_DIGITS, 0);
            default -> argument.type();
        };
        TypedSql wide = as(argument, type);
        // A widened type has spare digits.
        SqlFragment sql =
                wide.equals(argument) ? dialect.absolute(argument) : SqlFragment.concat("ABS(", wide.sql(), ")");
        return new TypedSql(sql, type);
    }

    TypedSql as(TypedSql value, ColumnType type) {
        if (value.type().equals(type)) {
            return value;
        }
        boolean instant = value.type().kind() == Kind.TIMESTAMP;
        return new TypedSql(instant ? dialect.wallClock(value.sql()) : dialect.cast(value.sql(), type), type);
    }

    /** The date of a date or timestamp; in UTC for an instant. */
    SqlFragment day(Operand.ColumnRef column) {
        TypedSql value = column.accept(this);
        return value.type().kind() == Kind.DATE ? value.sql() : dialect.cast(inUtc(value), ColumnType.DATE);
    }

    private SqlFragment inUtc(TypedSql value) {
        return value.type().kind() == Kind.TIMESTAMP ? dialect.inUtc(value.sql()) : value.sql();
    }

    /**
     * A type to which values of both types can be cast without an error. Exact if 38 digits suffice, which is so for all common
     * types; else DOUBLE, which is exact up to 15 digits.
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

    /** True if a value of the type can equal the literal. */
    boolean fits(Literal literal, ColumnType type) {
        return type.family() != TypeFamily.EXACT_NUMBER
                || NumberRange.of(type).holds(((Literal.Number) literal).value());
    }

    /** A marker for a literal that fits the type. */
    SqlFragment bind(Literal literal, ColumnType type) {
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
