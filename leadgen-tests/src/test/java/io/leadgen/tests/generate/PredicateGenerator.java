package io.leadgen.tests.generate;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableSchema;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Draws random predicates over a table, for property tests and differential tests of parsers, canonical forms, renderers and
 * engines. Everything follows from the schema and the seed, on every JDK.
 *
 * <p>Literals are drawn from {@link SampleValues}, so that conditions meet the sample rows' boundaries; every node, type and
 * function of the language occurs. Columns whose type is OTHER are left out.
 *
 * <p>Not safe for use by several threads; make one for each.
 */
public final class PredicateGenerator {
    private static final int MOST_TERMS = 12;

    /** Distribution can multiply the size of a predicate with each step; from so many conditions on there is no further one. */
    private static final int MOST_CONDITIONS = 60;

    private final List<Operand.ColumnRef> columns;
    private final Dice dice;
    private final PredicateTexts texts;
    private final EquivalentRewrites rewrites;
    private final Alterations alterations;
    private final TextMutations mutations;
    private final Map<ColumnType, List<Literal>> literals = new HashMap<>();

    /** A generator over the columns of a table, one at least of which has a type that predicates know. */
    public PredicateGenerator(TableSchema schema, long seed) {
        columns = schema.columns().stream()
                .filter(column -> column.type().family() != TypeFamily.OTHER)
                .map(column -> new Operand.ColumnRef(column.name(), column.type()))
                .toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no column for predicates");
        }
        dice = new Dice(seed);
        texts = new PredicateTexts(dice);
        rewrites = new EquivalentRewrites(dice, this);
        alterations = new Alterations(dice, this);
        mutations = new TextMutations(dice);
    }

    /** A text and the predicate that it means. */
    public record Written(String text, Predicate meaning) {}

    /** A random predicate of 1 to 12 conditions. */
    public Predicate predicate() {
        return predicate(dice.between(1, MOST_TERMS));
    }

    /** A random predicate of so many conditions. */
    public Predicate predicate(int terms) {
        if (terms == 1) {
            return dice.percent(15) ? new Predicate.Not(condition()) : condition();
        }
        if (dice.percent(15)) {
            return new Predicate.Not(predicate(terms));
        }
        List<Predicate> operands = new ArrayList<>();
        int left = terms;
        while (left > 0) {
            int part = operands.isEmpty() ? dice.between(1, terms - 1) : dice.between(1, left);
            operands.add(predicate(part));
            left -= part;
        }
        return dice.percent(50) ? new Predicate.And(operands) : new Predicate.Or(operands);
    }

    /**
     * A random predicate in the predicate language, with the variety of how people write: case, brackets, blanks, {@code ==},
     * {@code !=}, literals on the left, backticks, {@code NOT BETWEEN}, several forms of dates. Nearly all are accepted by the
     * parser; those with more than the language's limits are not.
     */
    public Written text() {
        return text(predicate());
    }

    /** Another random way to write a predicate. */
    public Written text(Predicate predicate) {
        return new Written(texts.text(predicate), predicate);
    }

    /**
     * The predicate said differently, by one to six random steps of which each keeps its meaning as a WHERE condition: De
     * Morgan, other order, other nesting, repetition, absorbed terms, ranges split or said for whole numbers, IN taken apart,
     * double negation, and the like.
     */
    public Predicate rewrite(Predicate predicate) {
        Predicate result = predicate;
        for (int steps = dice.between(1, 6); steps > 0; steps--) {
            result = rewrites.rewrite(result);
        }
        return result;
    }

    /**
     * The predicate said differently, by two to eight random steps as those of {@link #rewrite} or larger ones: AND distributed
     * over OR and the other way round, common conditions factored out, redundant terms added that only two others together make
     * redundant, and the question asked for the cases of some value separately, NULL being one of them.
     */
    public Predicate restructure(Predicate predicate) {
        Predicate result = predicate;
        for (int steps = dice.between(2, 8); steps > 0 && conditions(result) < MOST_CONDITIONS; steps--) {
            result = dice.percent(40) ? rewrites.rewrite(result) : rewrites.restructure(result);
        }
        return result;
    }

    /**
     * The predicate with one small change that often, not always, changes which rows it selects: another operator, a condition
     * more or less, NULL let in or kept out.
     */
    public Predicate alter(Predicate predicate) {
        return alterations.alter(predicate);
    }

    private static int conditions(Predicate predicate) {
        if (predicate instanceof Predicate.Not not) {
            return conditions(not.operand());
        }
        List<Predicate> operands = predicate instanceof Predicate.And and
                ? and.operands()
                : predicate instanceof Predicate.Or or ? or.operands() : List.of();
        return operands.isEmpty()
                ? 1
                : operands.stream().mapToInt(PredicateGenerator::conditions).sum();
    }

    /** The text with one to three random changes of characters or words; rarely still a predicate. */
    public String mutate(String text) {
        return mutations.mutate(text);
    }

    /** A random row of sample values; a column is missing where it is NULL. */
    public Map<ColumnName, Object> row() {
        Map<ColumnName, Object> row = new LinkedHashMap<>();
        for (Operand.ColumnRef column : columns) {
            if (!dice.percent(15)) {
                row.put(column.name(), dice.one(SampleValues.values(column.type())));
            }
        }
        return row;
    }

    Predicate condition() {
        Operand operand = operand();
        return switch (dice.below(12)) {
            case 0, 1, 2, 3 -> comparison(operand);
            case 4 -> new Predicate.Between(operand, literal(operand), literal(operand));
            case 5, 6 -> new Predicate.In(operand, literals(operand));
            case 7 -> new Predicate.IsNull(operand);
            case 8 -> new Predicate.IsDistinctFrom(operand, literal(operand));
            case 9, 10 -> ofFamily(operand);
            default -> dice.percent(25) ? dice.of(Predicate.Constant.values()) : comparison(operand);
        };
    }

    private Predicate comparison(Operand operand) {
        ComparisonOperator operator = dice.of(ComparisonOperator.values());
        if (dice.percent(15)) {
            Operand other = operand();
            if (areComparable(operand, other)) {
                return new Predicate.Comparison(operator, operand, other);
            }
        }
        return dice.percent(25)
                ? new Predicate.Comparison(operator, literal(operand), operand)
                : new Predicate.Comparison(operator, operand, literal(operand));
    }

    /** An instant and a wall clock are of one family, but nothing says how to compare them. */
    private static boolean areComparable(Operand one, Operand other) {
        return one.family() == other.family()
                && (one.family() != TypeFamily.TIMESTAMP || one.type().equals(other.type()));
    }

    /** What only some types have. */
    private Predicate ofFamily(Operand operand) {
        if (operand.family() == TypeFamily.BOOLEAN) {
            return dice.percent(50) ? new Predicate.Truth(operand) : new Predicate.IsTruth(operand, dice.percent(50));
        }
        if (operand.family() == TypeFamily.STRING) {
            return new Predicate.Like(operand, pattern(), dice.percent(40));
        }
        return comparison(operand);
    }

    private LikePattern pattern() {
        List<LikePattern.Token> tokens = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            tokens.add(
                    dice.percent(50)
                            ? new LikePattern.Text(
                                    dice.of("a", "b", "A", "c", "caf\u00e9", " ", "%", "_", "!", "\ud834\udd1e"))
                            : dice.percent(60) ? Wildcard.ANY_TEXT : Wildcard.ANY_ONE);
        }
        return new LikePattern(tokens);
    }

    private List<Literal> literals(Operand operand) {
        return Stream.generate(() -> literal(operand)).limit(dice.between(1, 5)).toList();
    }

    /** A literal to compare this operand with. */
    Literal literal(Operand operand) {
        if (operand instanceof Operand.Call call && call.function() == Function.YEAR) {
            return number(dice.of(-44, 0, 1, 2023, 2024, 2025, 9999, 10000));
        }
        return dice.one(literals.computeIfAbsent(operand.type(), SampleValues::literals));
    }

    /** A literal that the operand's type holds; {@code coalesce} and {@code nullif} take no other. */
    private Literal valueOf(Operand operand) {
        return operand.family() == TypeFamily.EXACT_NUMBER
                ? new Literal.Number((BigDecimal) dice.one(SampleValues.values(operand.type())))
                : literal(operand);
    }

    private static Literal number(int value) {
        return new Literal.Number(BigDecimal.valueOf(value));
    }

    Operand operand() {
        Operand operand = dice.one(columns);
        while (dice.percent(20)) {
            operand = wrapped(operand);
        }
        return operand;
    }

    private Operand wrapped(Operand operand) {
        if (dice.percent(40)) {
            return call(dice.of(Function.COALESCE, Function.NULLIF), operand, valueOf(operand));
        }
        return switch (operand.family()) {
            case STRING ->
                call(
                        dice.of(
                                Function.LOWER,
                                Function.UPPER,
                                Function.TRIM,
                                Function.LTRIM,
                                Function.RTRIM,
                                Function.LENGTH),
                        operand);
            case EXACT_NUMBER, APPROXIMATE_NUMBER -> call(Function.ABS, operand);
            case DATE, TIMESTAMP ->
                dice.percent(40)
                        ? new Operand.DateTrunc(dice.of(Operand.DateUnit.values()), operand)
                        : call(
                                dice.of(
                                        Function.YEAR,
                                        Function.QUARTER,
                                        Function.MONTH,
                                        Function.DAY,
                                        Function.DAYOFWEEK),
                                operand);
            case BOOLEAN, OTHER -> operand;
        };
    }

    private static Operand call(Function function, Operand... arguments) {
        return new Operand.Call(function, List.of(arguments));
    }

    /** A schema with one column of each type, named after it. */
    public static TableSchema everyType() {
        List<Column> columns = new ArrayList<>();
        Stream.of(
                        ColumnType.BOOLEAN,
                        ColumnType.TINYINT,
                        ColumnType.SMALLINT,
                        ColumnType.INT,
                        ColumnType.BIGINT,
                        ColumnType.FLOAT,
                        ColumnType.DOUBLE,
                        ColumnType.STRING,
                        ColumnType.DATE,
                        ColumnType.TIMESTAMP,
                        ColumnType.TIMESTAMP_NTZ)
                .forEach(type -> columns.add(Column.of("c_" + type, type)));
        columns.add(Column.of("c_decimal", ColumnType.decimal(5, 2)));
        columns.add(Column.of("c decimal whole", ColumnType.decimal(3, 0)));
        return new TableSchema(new io.leadgen.catalog.TableName("main", "testkit", "every_type"), columns, null);
    }

    /** Whether a day next to this one has a literal. */
    static boolean hasNeighbours(LocalDate date) {
        return date.isAfter(LocalDate.of(1, 1, 1)) && date.isBefore(LocalDate.of(9999, 12, 31));
    }
}
