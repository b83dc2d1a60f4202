package io.leadgen.predicate.canonical.domain;

import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Operand.RelatedCount;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the {@link Domain} of an operand from its column's type and the functions around it. */
public enum OperandDomain implements Operand.Visitor<Domain> {
    INSTANCE;

    private static final Domain TINYINT = Domain.NumberGrid.bits(8);
    private static final Domain SMALLINT = Domain.NumberGrid.bits(16);
    private static final Domain INT = Domain.NumberGrid.bits(32);
    private static final Domain BIGINT = Domain.NumberGrid.bits(64);
    private static final List<Domain> WHOLE_DECIMALS = IntStream.rangeClosed(0, 38)
            .<Domain>mapToObj(precision -> Domain.NumberGrid.digits(precision, 0))
            .toList();
    private static final Domain LENGTHS = Domain.NumberGrid.integers(0, Integer.MAX_VALUE);
    private static final Domain COUNTS = Domain.NumberGrid.nonNegative();
    private static final Domain QUARTERS = Domain.NumberGrid.integers(1, 4);
    private static final Domain MONTHS = Domain.NumberGrid.integers(1, 12);
    private static final Domain DAYS_OF_MONTH = Domain.NumberGrid.integers(1, 31);
    private static final Domain DAYS_OF_WEEK = Domain.NumberGrid.integers(1, 7);

    public static Domain of(Operand operand) {
        return operand.accept(INSTANCE);
    }

    @Override
    public Domain column(ColumnRef node) {
        return of(node.type());
    }

    private static Domain of(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> Domain.Booleans.INSTANCE;
            case TINYINT -> TINYINT;
            case SMALLINT -> SMALLINT;
            case INT -> INT;
            case BIGINT -> BIGINT;
            case DECIMAL ->
                type.scale() == 0
                        ? WHOLE_DECIMALS.get(type.precision())
                        : Domain.NumberGrid.digits(type.precision(), type.scale());
            case FLOAT, DOUBLE -> Domain.Doubles.ALL;
            case STRING -> Domain.Strings.INSTANCE;
            case DATE -> Domain.Days.INSTANCE;
            case TIMESTAMP, TIMESTAMP_NTZ, OTHER -> Domain.Exact.INSTANCE;
        };
    }

    @Override
    public Domain call(Call node) {
        Operand argument = node.arguments().get(0);
        return switch (node.function()) {
            case LOWER, UPPER, TRIM, LTRIM, RTRIM -> Domain.Strings.INSTANCE;
            case LENGTH -> LENGTHS;
            case YEAR -> INT;
            case QUARTER -> QUARTERS;
            case MONTH -> MONTHS;
            case DAY -> DAYS_OF_MONTH;
            case DAYOFWEEK -> DAYS_OF_WEEK;
            case ABS -> absolute(of(argument));
            case NULLIF -> of(argument);
            case COALESCE ->
                withLiteral(of(argument), (Literal) node.arguments().get(1));
        };
    }

    private static Domain absolute(Domain domain) {
        if (domain instanceof Domain.NumberGrid grid) {
            return grid.absolute();
        }
        return domain == Domain.Doubles.ALL ? Domain.Doubles.NON_NEGATIVE : domain;
    }

    /** The literal that replaces NULL may have more digits than the column: then it is an additional value. */
    private static Domain withLiteral(Domain domain, Literal literal) {
        return domain.holds(literal) ? domain : Domain.Exact.INSTANCE;
    }

    @Override
    public Domain dateTrunc(DateTrunc node) {
        return Domain.Days.INSTANCE;
    }

    @Override
    public Domain relatedCount(RelatedCount node) {
        return COUNTS;
    }

    @Override
    public Domain literal(Literal node) {
        throw new IllegalArgumentException("a literal has no domain");
    }
}
