package io.leadgen.tests.generate;

import io.leadgen.predicate.Function;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
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
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes predicates the ways that people do. */
final class PredicateTexts {
    private static final DateTimeFormatter TO_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TO_MICROS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Dice dice;
    private final Conditions conditions = new Conditions();
    private final Operands operands = new Operands();

    PredicateTexts(Dice dice) {
        this.dice = dice;
    }

    String text(Predicate predicate) {
        return gap() + predicate.accept(conditions) + gap();
    }

    private String gap() {
        return dice.percent(8) ? dice.of("  ", "\n", "\t") : "";
    }

    /** Needed blanks, at times more of them. */
    private String blank() {
        return dice.percent(95) ? " " : dice.of("   ", "\n  ", "\t");
    }

    /** Blanks that may be missing. */
    private String optional() {
        return dice.percent(80) ? " " : dice.of("", "", "  ");
    }

    private String keyword(String words) {
        String spaced = words.replace(" ", blank());
        return switch (dice.below(6)) {
            case 0 -> spaced.toLowerCase(Locale.ROOT);
            case 1 -> spaced.charAt(0) + spaced.substring(1).toLowerCase(Locale.ROOT);
            default -> spaced;
        };
    }

    private String operator(ComparisonOperator operator) {
        return switch (operator) {
            case EQ -> dice.percent(20) ? "==" : "=";
            case NE -> dice.percent(40) ? "!=" : "<>";
            default -> operator.symbol();
        };
    }

    private String bracketed(String text) {
        return "(" + gap() + text + gap() + ")";
    }

    private final class Conditions implements Predicate.Visitor<String> {
        @Override
        public String and(And node) {
            return joined(node.operands(), "AND");
        }

        @Override
        public String or(Or node) {
            return joined(node.operands(), "OR");
        }

        private String joined(List<Predicate> nodes, String link) {
            return nodes.stream()
                    .map(node -> {
                        boolean needed = node instanceof Or || (node instanceof And && link.equals("AND"));
                        return maybeBracketed(node, needed);
                    })
                    .collect(Collectors.joining(blank() + keyword(link) + blank()));
        }

        private String maybeBracketed(Predicate node, boolean needed) {
            String text = node.accept(this);
            return needed || dice.percent(10) ? bracketed(text) : text;
        }

        @Override
        public String not(Not node) {
            Predicate inner = node.operand();
            boolean hasOwnForm = inner instanceof Between
                    || inner instanceof In
                    || inner instanceof Like
                    || inner instanceof IsNull
                    || inner instanceof IsTruth
                    || inner instanceof IsDistinctFrom;
            if (hasOwnForm && dice.percent(70)) {
                return test(inner, true);
            }
            return keyword("NOT") + blank() + maybeBracketed(inner, inner instanceof And || inner instanceof Or);
        }

        @Override
        public String comparison(Comparison node) {
            boolean mirror = dice.percent(10);
            Operand left = mirror ? node.right() : node.left();
            Operand right = mirror ? node.left() : node.right();
            ComparisonOperator operator = mirror ? node.operator().mirrored() : node.operator();
            return left.accept(operands) + optional() + operator(operator) + optional() + right.accept(operands);
        }

        private String test(Predicate node, boolean negated) {
            String not = negated ? "NOT " : "";
            if (node instanceof Between between) {
                return between.operand().accept(operands)
                        + blank()
                        + keyword(not + "BETWEEN")
                        + blank()
                        + between.low().accept(operands)
                        + blank()
                        + keyword("AND")
                        + blank()
                        + between.high().accept(operands);
            }
            if (node instanceof In in) {
                return in.operand().accept(operands)
                        + blank()
                        + keyword(not + "IN")
                        + optional()
                        + bracketed(in.values().stream()
                                .map(value -> value.accept(operands))
                                .collect(Collectors.joining("," + optional())));
            }
            if (node instanceof Like like) {
                return like(like, not);
            }
            if (node instanceof IsNull isNull) {
                return isNull.operand().accept(operands) + blank() + keyword("IS " + not + "NULL");
            }
            if (node instanceof IsTruth isTruth) {
                return isTruth.operand().accept(operands)
                        + blank()
                        + keyword("IS " + not + (isTruth.value() ? "TRUE" : "FALSE"));
            }
            return distinct((IsDistinctFrom) node, negated, not);
        }

        private String distinct(IsDistinctFrom node, boolean negated, String not) {
            String operand = node.operand().accept(operands);
            String value = node.value().accept(operands);
            if (dice.percent(40)) {
                String same = operand + optional() + "<=>" + optional() + value;
                return negated ? same : keyword("NOT") + blank() + bracketed(same);
            }
            return operand + blank() + keyword("IS " + not + "DISTINCT FROM") + blank() + value;
        }

        private String like(Like node, String not) {
            String operand = node.operand().accept(operands);
            String function =
                    node.caseInsensitive() ? "" : function(node.pattern().tokens());
            if (not.isEmpty() && !function.isEmpty() && dice.percent(50)) {
                LikePattern.Text text = (LikePattern.Text) node.pattern().tokens().stream()
                        .filter(LikePattern.Text.class::isInstance)
                        .findFirst()
                        .orElseThrow();
                return keyword(function) + "(" + operand + "," + optional() + quoted(text.value()) + ")";
            }
            return operand
                    + blank()
                    + keyword(not + (node.caseInsensitive() ? "ILIKE" : "LIKE"))
                    + blank()
                    + pattern(node.pattern());
        }

        private String function(List<LikePattern.Token> tokens) {
            boolean begins = tokens.size() > 1 && tokens.get(0) == Wildcard.ANY_TEXT;
            boolean ends = tokens.size() > 1 && tokens.get(tokens.size() - 1) == Wildcard.ANY_TEXT;
            if (begins && ends && tokens.size() == 3 && tokens.get(1) instanceof LikePattern.Text) {
                return "CONTAINS";
            }
            if (tokens.size() != 2) {
                return "";
            }
            return begins && tokens.get(1) instanceof LikePattern.Text
                    ? "ENDSWITH"
                    : ends && tokens.get(0) instanceof LikePattern.Text ? "STARTSWITH" : "";
        }

        private String pattern(LikePattern pattern) {
            boolean special = pattern.tokens().stream()
                    .anyMatch(token -> token instanceof LikePattern.Text text
                            && text.value().chars().anyMatch(c -> c == '%' || c == '_'));
            String escape = special || dice.percent(20) ? dice.of("!", "#", "^", "x") : "";
            StringBuilder text = new StringBuilder();
            for (LikePattern.Token token : pattern.tokens()) {
                if (token instanceof LikePattern.Text literal) {
                    literal.value().codePoints().forEach(c -> {
                        String character = Character.toString(c);
                        boolean escaped = character.equals("%") || character.equals("_") || character.equals(escape);
                        text.append(escaped && !escape.isEmpty() ? escape : "").append(character);
                    });
                } else {
                    text.append(token == Wildcard.ANY_ONE ? "_" : "%");
                }
            }
            return quoted(text.toString()) + (escape.isEmpty() ? "" : " " + keyword("ESCAPE") + " '" + escape + "'");
        }

        @Override
        public String between(Between node) {
            return test(node, false);
        }

        @Override
        public String in(In node) {
            return test(node, false);
        }

        @Override
        public String like(Like node) {
            return test(node, false);
        }

        @Override
        public String isNull(IsNull node) {
            return test(node, false);
        }

        @Override
        public String isTruth(IsTruth node) {
            return test(node, false);
        }

        @Override
        public String isDistinctFrom(IsDistinctFrom node) {
            return test(node, false);
        }

        @Override
        public String truth(Truth node) {
            return node.operand().accept(operands);
        }

        @Override
        public String constant(Constant node) {
            return keyword(
                    switch (node) {
                        case TRUE -> "TRUE";
                        case FALSE -> "FALSE";
                        case UNKNOWN -> "NULL";
                    });
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private final class Operands implements Operand.Visitor<String> {
        @Override
        public String column(Operand.ColumnRef node) {
            String name = node.name().value();
            boolean plain = name.matches("[a-z_][a-z0-9_]*");
            String cased = dice.percent(10) ? name.toUpperCase(Locale.ROOT) : name;
            return plain && dice.percent(85) ? cased : "`" + cased.replace("`", "``") + "`";
        }

        @Override
        public String call(Operand.Call node) {
            String arguments = node.arguments().stream()
                    .map(argument -> argument.accept(this))
                    .collect(Collectors.joining("," + optional()));
            return name(node.function()) + "(" + arguments + ")";
        }

        private String name(Function function) {
            return dice.percent(70) ? function.name().toLowerCase(Locale.ROOT) : function.name();
        }

        @Override
        public String dateTrunc(Operand.DateTrunc node) {
            String unit = node.unit().name();
            return "date_trunc('" + (dice.percent(50) ? unit : unit.toLowerCase(Locale.ROOT)) + "'," + optional()
                    + node.operand().accept(this) + ")";
        }

        @Override
        public String relatedCount(Operand.RelatedCount node) {
            throw new AssertionError("one table only");
        }

        @Override
        public String literal(Literal node) {
            if (node instanceof Literal.Number number) {
                String plain = number.value().toPlainString();
                boolean zeros = dice.percent(8) && number.value().precision() < 30;
                return zeros ? plain + (plain.contains(".") ? "0" : ".0") : plain;
            }
            if (node instanceof Literal.Text text) {
                return quoted(text.value());
            }
            if (node instanceof Literal.Bool bool) {
                return keyword(bool.value() ? "TRUE" : "FALSE");
            }
            if (node instanceof Literal.Date date) {
                return keyword("DATE") + optional() + quoted(date.value().toString());
            }
            return timestamp((Literal.Timestamp) node);
        }

        private String timestamp(Literal.Timestamp node) {
            boolean micros = !node.value().truncatedTo(ChronoUnit.SECONDS).equals(node.value());
            return keyword("TIMESTAMP")
                    + optional()
                    + quoted(node.value().toLocalDate()
                            + dice.of(" ", "T")
                            + node.value().format(micros ? TO_MICROS : TO_SECONDS));
        }
    }
}
