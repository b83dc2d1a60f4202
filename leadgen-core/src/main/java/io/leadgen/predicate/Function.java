package io.leadgen.predicate;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions of the language. Each is total and pure and means the same on every engine. */
public enum Function {
    /** Lower case, by the engine's Unicode rules; those differ for a few letters such as dotted capital I. */
    LOWER(Shape.STRING_TO_STRING),
    /** Upper case, by the engine's Unicode rules; those differ for a few letters such as sharp s. */
    UPPER(Shape.STRING_TO_STRING),
    /** Without leading and trailing spaces (U+0020 only). */
    TRIM(Shape.STRING_TO_STRING),
    /** Without leading spaces (U+0020 only). */
    LTRIM(Shape.STRING_TO_STRING),
    /** Without trailing spaces (U+0020 only). */
    RTRIM(Shape.STRING_TO_STRING),
    /** Number of code points. */
    LENGTH(Shape.STRING_TO_INTEGER),
    /** The value, or the literal if the value is NULL. */
    COALESCE(Shape.VALUE_AND_LITERAL),
    /** The value, or NULL if it equals the literal. */
    NULLIF(Shape.VALUE_AND_LITERAL),
    /** The absolute value, in a wider type, so that it exists for the smallest integer. */
    ABS(Shape.NUMBER_TO_NUMBER),
    YEAR(Shape.TIME_TO_INTEGER),
    /** 1 to 4. */
    QUARTER(Shape.TIME_TO_INTEGER),
    /** 1 to 12. */
    MONTH(Shape.TIME_TO_INTEGER),
    /** Day of the month, 1 to 31. */
    DAY(Shape.TIME_TO_INTEGER),
    /** 1 for Sunday to 7 for Saturday. */
    DAYOFWEEK(Shape.TIME_TO_INTEGER);

    /** The types of argument and result. */
    private enum Shape {
        STRING_TO_STRING,
        STRING_TO_INTEGER,
        NUMBER_TO_NUMBER,
        TIME_TO_INTEGER,
        VALUE_AND_LITERAL
    }

    private final Shape shape;

    Function(Shape shape) {
        this.shape = shape;
    }

    /** The function of this name in any case, or null if there is none. */
    public static @Nullable Function named(String name) {
        return Stream.of(values())
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** How many arguments a call has. */
    public int arity() {
        return shape == Shape.VALUE_AND_LITERAL ? 2 : 1;
    }

    /** Whether the first argument may be of this family. */
    public boolean takes(TypeFamily family) {
        return switch (shape) {
            case STRING_TO_STRING, STRING_TO_INTEGER -> family == TypeFamily.STRING;
            case NUMBER_TO_NUMBER -> family.isNumber();
            case TIME_TO_INTEGER -> family == TypeFamily.DATE || family == TypeFamily.TIMESTAMP;
            case VALUE_AND_LITERAL -> family != TypeFamily.OTHER;
        };
    }

    void check(List<Operand> arguments) {
        if (arguments.size() != arity() || !takes(arguments.get(0).family())) {
            throw new IllegalArgumentException("arguments of " + this);
        }
        Nodes.notLiteral(arguments.get(0));
        if (shape == Shape.VALUE_AND_LITERAL) {
            if (!(arguments.get(1) instanceof Literal)) {
                throw new IllegalArgumentException("second argument of " + this);
            }
            Nodes.comparable(arguments.get(0), arguments.get(1));
        }
    }

    ColumnType resultType(List<Operand> arguments) {
        ColumnType argument = arguments.get(0).type();
        return switch (shape) {
            case STRING_TO_STRING -> ColumnType.STRING;
            case STRING_TO_INTEGER, TIME_TO_INTEGER -> ColumnType.INT;
            case VALUE_AND_LITERAL -> argument;
            case NUMBER_TO_NUMBER -> absolute(argument);
        };
    }

    private static ColumnType absolute(ColumnType argument) {
        return switch (argument.kind()) {
            case TINYINT, SMALLINT, INT -> ColumnType.BIGINT;
            case BIGINT -> ColumnType.decimal(38, 0);
            case FLOAT -> ColumnType.DOUBLE;
            default -> argument;
        };
    }
}
