package io.leadgen.tests.generate;

import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Between;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsDistinctFrom;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.IsTruth;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.Predicate.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that change how a predicate is written and not which rows it selects. Most keep the value of the part that they change
 * in three-valued logic; the few that only keep when it is TRUE are taken where no NOT stands above.
 */
public final class EquivalentRewrites {
    private final Dice dice;
    private final PredicateGenerator generator;

    public EquivalentRewrites(Dice dice, PredicateGenerator generator) {
        this.dice = dice;
        this.generator = generator;
    }

    /** One step at a random place that changes how a part is said by itself. */
    public Predicate rewrite(Predicate predicate) {
        return step(predicate, true, this::local);
    }

    /** One step at a random place that takes several conditions together, or apart. */
    public Predicate restructure(Predicate predicate) {
        return step(predicate, true, this::structural);
    }

    /** Changes one part; {@code monotone} says whether no NOT stands above it. */
    private interface Step {
        Predicate take(Predicate part, boolean monotone);
    }

    /** @param monotone whether no NOT stands above, so that unknown may become FALSE */
    private Predicate step(Predicate predicate, boolean monotone, Step step) {
        if (dice.percent(70)) {
            if (predicate instanceof Not not) {
                return new Not(step(not.operand(), false, step));
            }
            if (predicate instanceof And and) {
                return new And(stepInOne(and.operands(), monotone, step));
            }
            if (predicate instanceof Or or) {
                return new Or(stepInOne(or.operands(), monotone, step));
            }
        }
        return step.take(predicate, monotone);
    }

    private List<Predicate> stepInOne(List<Predicate> operands, boolean monotone, Step step) {
        List<Predicate> result = new ArrayList<>(operands);
        int index = dice.below(operands.size());
        result.set(index, step(operands.get(index), monotone, step));
        return result;
    }

    private Predicate local(Predicate part, boolean monotone) {
        return switch (dice.below(4)) {
            case 0 -> anyPredicate(part);
            case 1 -> monotone ? whereNull(part) : part.accept(new Specific());
            default -> part.accept(new Specific());
        };
    }

    private Predicate structural(Predicate part, boolean monotone) {
        return switch (dice.below(6)) {
            case 0 -> cases(part, monotone);
            case 1 -> anyPredicate(part);
            case 2 -> consensus(part);
            case 3 -> factored(part);
            default -> distributed(part);
        };
    }

    /** {@code p AND (q OR r)} as {@code p AND q OR p AND r}, and the same with AND and OR exchanged; at all operands of one. */
    private Predicate distributed(Predicate p) {
        boolean and = p instanceof And;
        List<Predicate> operands = operands(p);
        List<Predicate> inner = operands.stream()
                .filter(operand -> and ? operand instanceof Or : operand instanceof And)
                .toList();
        if (inner.isEmpty()) {
            return p;
        }
        Predicate one = dice.one(inner);
        List<Predicate> parts = new ArrayList<>();
        for (Predicate part : operands(one)) {
            List<Predicate> together = new ArrayList<>();
            operands.forEach(operand -> together.add(operand == one ? part : operand));
            parts.add(and ? new And(together) : new Or(together));
        }
        return and ? new Or(parts) : new And(parts);
    }

    /** {@code p AND q OR p AND r} as {@code p AND (q OR r)}, and the same with AND and OR exchanged. */
    private Predicate factored(Predicate p) {
        List<Predicate> operands = operands(p);
        if (operands.isEmpty()) {
            return p;
        }
        boolean or = p instanceof Or;
        List<List<Predicate>> parts = new ArrayList<>();
        for (Predicate operand : operands) {
            boolean opposite = or ? operand instanceof And : operand instanceof Or;
            parts.add(new ArrayList<>(opposite ? operands(operand) : List.of(operand)));
        }
        Predicate common = dice.one(parts.get(0));
        if (!parts.stream().allMatch(part -> part.size() > 1 && part.contains(common))) {
            return p;
        }
        List<Predicate> rest = new ArrayList<>();
        for (List<Predicate> part : parts) {
            part.remove(common);
            rest.add(part.size() == 1 ? part.get(0) : or ? new And(part) : new Or(part));
        }
        return or ? all(common, new Or(rest)) : any(common, new And(rest));
    }

    private static List<Predicate> operands(Predicate p) {
        return p instanceof And and ? and.operands() : p instanceof Or or ? or.operands() : List.of();
    }

    /**
     * Adds what two operands imply whatever else holds: {@code (q OR x) AND (r OR NOT x)} to {@code q OR r}, and
     * {@code q AND x OR r AND NOT x} to {@code q AND r}, where x is never unknown.
     */
    private Predicate consensus(Predicate p) {
        List<Predicate> operands = operands(p);
        Predicate one = operands.isEmpty() ? p : dice.one(operands);
        Predicate other = operands.isEmpty() ? p : dice.one(operands);
        Operand operand = generator.operand();
        Predicate x = dice.percent(30) ? new IsNull(operand) : new IsDistinctFrom(operand, generator.literal(operand));
        return p instanceof And
                ? all(p, any(all(one, x), all(other, negated(x))))
                : any(p, all(any(one, x), any(other, negated(x))));
    }

    /** Asks for the predicate where a value is small, where it is not, and where it is NULL. */
    private Predicate cases(Predicate p, boolean monotone) {
        Operand operand = generator.operand();
        Literal literal = generator.literal(operand);
        Predicate below = new Comparison(ComparisonOperator.LT, operand, literal);
        Predicate above = new Comparison(ComparisonOperator.GE, operand, literal);
        Predicate isNull = new IsNull(operand);
        if (monotone) {
            return new Or(dice.shuffled(List.of(all(p, below), all(p, above), all(p, isNull))));
        }
        // Below a NOT unknown is not FALSE, so the conditions must be decided where the value is NULL.
        Predicate known = new Not(isNull);
        return new Or(dice.shuffled(List.of(all(p, known, below), all(p, known, above), all(p, isNull))));
    }

    private Predicate anyPredicate(Predicate p) {
        return switch (dice.below(8)) {
            case 0 -> negated(negated(p));
            case 1 -> all(p, p);
            case 2 -> any(p, p);
            case 3 -> any(p, all(p, generator.condition()));
            case 4 -> all(any(generator.condition(), p), p);
            case 5 -> all(Constant.TRUE, p);
            case 6 -> any(p, Constant.FALSE);
            default -> negated(all(negated(p), Constant.TRUE));
        };
    }

    /** Steps after which the predicate may be FALSE where it was unknown, or the other way round. */
    private Predicate whereNull(Predicate p) {
        if (p instanceof Comparison comparison && comparison.right() instanceof Literal) {
            return all(new Not(new IsNull(comparison.left())), p);
        }
        if (p instanceof Like like) {
            return all(p, new Not(new IsNull(like.operand())));
        }
        if (p instanceof Not not && not.operand() instanceof IsNull isNull) {
            Operand operand = isNull.operand();
            Literal literal = generator.literal(operand);
            return any(
                    new Comparison(ComparisonOperator.LT, operand, literal),
                    new Comparison(ComparisonOperator.GE, operand, literal));
        }
        if (p instanceof Constant constant && constant != Constant.TRUE) {
            return dice.of(Constant.FALSE, Constant.UNKNOWN);
        }
        return p.accept(new Specific());
    }

    /** Steps that depend on what kind of node it is. */
    private final class Specific implements Predicate.Visitor<Predicate> {
        @Override
        public Predicate and(And node) {
            if (dice.percent(40)) {
                return negated(new Or(node.operands().stream()
                        .map(EquivalentRewrites::negated)
                        .toList()));
            }
            return new And(rearranged(node.operands(), true));
        }

        @Override
        public Predicate or(Or node) {
            if (dice.percent(40)) {
                return negated(new And(node.operands().stream()
                        .map(EquivalentRewrites::negated)
                        .toList()));
            }
            return new Or(rearranged(node.operands(), false));
        }

        private List<Predicate> rearranged(List<Predicate> operands, boolean and) {
            List<Predicate> result = dice.shuffled(operands);
            if (result.size() > 2) {
                Predicate first = result.remove(0);
                Predicate second = result.remove(0);
                result.add(and ? all(first, second) : any(first, second));
            }
            return result;
        }

        @Override
        public Predicate not(Not node) {
            return node.operand() instanceof Comparison comparison
                    ? new Comparison(comparison.operator().negated(), comparison.left(), comparison.right())
                    : node.operand() instanceof Not inner ? inner.operand() : node;
        }

        @Override
        public Predicate comparison(Comparison node) {
            return switch (dice.below(4)) {
                case 0 -> new Comparison(node.operator().mirrored(), node.right(), node.left());
                case 1 -> negated(new Comparison(node.operator().negated(), node.left(), node.right()));
                default -> node.right() instanceof Literal literal ? range(node, literal) : parts(node);
            };
        }

        private Predicate parts(Comparison node) {
            return switch (node.operator()) {
                case LE -> any(with(node, ComparisonOperator.LT), with(node, ComparisonOperator.EQ));
                case GE -> any(with(node, ComparisonOperator.EQ), with(node, ComparisonOperator.GT));
                case NE -> any(with(node, ComparisonOperator.GT), with(node, ComparisonOperator.LT));
                case EQ -> all(with(node, ComparisonOperator.LE), with(node, ComparisonOperator.GE));
                case LT -> all(with(node, ComparisonOperator.LE), with(node, ComparisonOperator.NE));
                case GT -> all(with(node, ComparisonOperator.NE), with(node, ComparisonOperator.GE));
            };
        }

        private Comparison with(Comparison node, ComparisonOperator operator) {
            return new Comparison(operator, node.left(), node.right());
        }

        private Predicate range(Comparison node, Literal literal) {
            Operand operand = node.left();
            return switch (dice.below(4)) {
                case 0 -> parts(node);
                case 1 -> neighbour(node, literal);
                case 2 -> redundant(node, generator.literal(operand));
                default -> same(node, operand, literal);
            };
        }

        /** Splits the range at a value, or says it twice. */
        private Predicate redundant(Comparison node, Literal split) {
            Comparison below = new Comparison(ComparisonOperator.LE, node.left(), split);
            Comparison above = new Comparison(ComparisonOperator.GT, node.left(), split);
            return any(all(node, below), all(above, node));
        }

        private Predicate same(Comparison node, Operand operand, Literal literal) {
            if (node.operator() == ComparisonOperator.EQ) {
                if (literal instanceof Literal.Text text && dice.percent(50)) {
                    return new Like(operand, exactly(text.value()), false);
                }
                if (literal instanceof Literal.Bool bool) {
                    return bool.value() ? new Truth(operand) : negated(new Truth(operand));
                }
                return dice.percent(50) ? new In(operand, List.of(literal)) : new Between(operand, literal, literal);
            }
            return node.operator() == ComparisonOperator.NE
                    ? negated(new In(operand, List.of(literal, literal)))
                    : node;
        }

        /** {@code > 25} as {@code >= 26} or {@code > 25.5}, where values are whole numbers of some unit. */
        private Predicate neighbour(Comparison node, Literal literal) {
            boolean up = node.operator() == ComparisonOperator.GT || node.operator() == ComparisonOperator.LE;
            boolean ordered = node.operator() != ComparisonOperator.EQ && node.operator() != ComparisonOperator.NE;
            if (!ordered) {
                return node;
            }
            ComparisonOperator other = switch (node.operator()) {
                case GT -> ComparisonOperator.GE;
                case GE -> ComparisonOperator.GT;
                case LT -> ComparisonOperator.LE;
                default -> ComparisonOperator.LT;
            };
            if (literal instanceof Literal.Date date && PredicateGenerator.hasNeighbours(date.value())) {
                return new Comparison(
                        other, node.left(), new Literal.Date(date.value().plusDays(up ? 1 : -1)));
            }
            if (literal instanceof Literal.Number number
                    && node.left() instanceof Operand.ColumnRef column
                    && isGrid(column.type(), number.value())) {
                BigDecimal step = BigDecimal.ONE.movePointLeft(column.type().scale());
                BigDecimal towards = up ? step : step.negate();
                return dice.percent(50)
                        ? new Comparison(
                                other, column, new Literal.Number(number.value().add(towards)))
                        : new Comparison(
                                dice.of(node.operator(), other),
                                column,
                                new Literal.Number(number.value().add(towards.divide(BigDecimal.valueOf(2)))));
            }
            return node;
        }

        private boolean isGrid(ColumnType type, BigDecimal value) {
            return type.family() == io.leadgen.catalog.TypeFamily.EXACT_NUMBER
                    && value.scale() <= type.scale()
                    && value.precision() < 30;
        }

        @Override
        public Predicate between(Between node) {
            return all(
                    new Comparison(ComparisonOperator.GE, node.operand(), node.low()),
                    new Comparison(ComparisonOperator.LE, node.operand(), node.high()));
        }

        @Override
        public Predicate in(In node) {
            List<Literal> values = dice.shuffled(node.values());
            if (dice.percent(40)) {
                values.add(dice.one(node.values()));
                return new In(node.operand(), values);
            }
            int first = dice.below(values.size());
            List<Predicate> alternatives = new ArrayList<>();
            for (Literal value : values.subList(0, first)) {
                alternatives.add(new Comparison(ComparisonOperator.EQ, node.operand(), value));
            }
            alternatives.add(new In(node.operand(), values.subList(first, values.size())));
            return alternatives.size() == 1 ? alternatives.get(0) : new Or(alternatives);
        }

        @Override
        public Predicate like(Like node) {
            List<LikePattern.Token> tokens = node.pattern().tokens();
            if (node.caseInsensitive()) {
                return new Like(
                        node.operand(),
                        new LikePattern(tokens.stream().map(this::otherCase).toList()),
                        true);
            }
            return tokens.size() == 1 && tokens.get(0) instanceof LikePattern.Text text
                    ? new Comparison(ComparisonOperator.EQ, node.operand(), new Literal.Text(text.value()))
                    : node;
        }

        private LikePattern.Token otherCase(LikePattern.Token token) {
            return token instanceof LikePattern.Text text && text.value().matches("[a-zA-Z]+")
                    ? new LikePattern.Text(
                            dice.percent(50)
                                    ? text.value().toUpperCase(java.util.Locale.ROOT)
                                    : text.value().toLowerCase(java.util.Locale.ROOT))
                    : token;
        }

        private LikePattern exactly(String text) {
            return new LikePattern(text.isEmpty() ? List.of() : List.of(new LikePattern.Text(text)));
        }

        @Override
        public Predicate isNull(IsNull node) {
            return negated(negated(node));
        }

        @Override
        public Predicate isTruth(IsTruth node) {
            return negated(new IsDistinctFrom(node.operand(), new Literal.Bool(node.value())));
        }

        @Override
        public Predicate isDistinctFrom(IsDistinctFrom node) {
            return any(new Comparison(ComparisonOperator.NE, node.operand(), node.value()), new IsNull(node.operand()));
        }

        @Override
        public Predicate truth(Truth node) {
            return dice.percent(50)
                    ? new Comparison(ComparisonOperator.EQ, node.operand(), new Literal.Bool(true))
                    : new Comparison(ComparisonOperator.NE, new Literal.Bool(false), node.operand());
        }

        @Override
        public Predicate constant(Constant node) {
            return switch (node) {
                case TRUE -> negated(Constant.FALSE);
                case FALSE -> negated(Constant.TRUE);
                case UNKNOWN -> negated(Constant.UNKNOWN);
            };
        }
    }

    private static Predicate negated(Predicate predicate) {
        return new Not(predicate);
    }

    private static Predicate all(Predicate... operands) {
        return new And(List.of(operands));
    }

    private static Predicate any(Predicate... operands) {
        return new Or(List.of(operands));
    }
}
