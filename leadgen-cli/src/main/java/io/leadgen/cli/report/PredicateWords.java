package io.leadgen.cli.report;

import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Between;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsDistinctFrom;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.IsTruth;
import io.leadgen.predicate.Predicate.Like;
import io.leadgen.predicate.Predicate.Not;
import io.leadgen.predicate.Predicate.Or;
import io.leadgen.predicate.Predicate.Truth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says a condition in English, for people who do not read predicates. What it says is exact, only longer. */
final class PredicateWords implements Predicate.Visitor<String>, Operand.Visitor<String> {
    private static final PredicateWords WORDS = new PredicateWords();

    private PredicateWords() {}

    static String of(Predicate predicate) {
        return predicate.accept(WORDS);
    }

    @Override
    public String and(And node) {
        return joined(node.operands(), "and");
    }

    @Override
    public String or(Or node) {
        return joined(node.operands(), "or");
    }

    private String joined(List<Predicate> operands, String link) {
        return operands.stream()
                .map(operand -> operand instanceof And || operand instanceof Or
                        ? "(" + operand.accept(this) + ")"
                        : operand.accept(this))
                .collect(Collectors.joining(" " + link + " "));
    }

    @Override
    public String not(Not node) {
        Predicate operand = node.operand();
        if (operand instanceof IsNull isNull) {
            return isNull.operand().accept(this) + " has a value";
        }
        if (operand instanceof Between between) {
            return between.operand().accept(this) + " is not between " + ends(between);
        }
        if (operand instanceof In in) {
            return in.operand().accept(this) + " is " + (in.values().size() == 1 ? "not " : "none of ")
                    + values(in.values(), "or");
        }
        if (operand instanceof Like like) {
            return like.operand().accept(this) + " does not "
                    + pattern(like, "match", "begin with", "end with", "contain");
        }
        if (operand instanceof IsDistinctFrom distinct) {
            return distinct.operand().accept(this) + " is " + distinct.value().accept(this);
        }
        if (operand instanceof IsTruth isTruth) {
            return isTruth.operand().accept(this) + " is not " + isTruth.value() + ", or has no value";
        }
        if (operand instanceof Truth truth) {
            return truth.operand().accept(this) + " is false";
        }
        return "it is not so that (" + operand.accept(this) + ")";
    }

    @Override
    public String comparison(Comparison node) {
        boolean time = switch (node.left().family()) {
            case DATE, TIMESTAMP -> true;
            default -> false;
        };
        String operator = switch (node.operator()) {
            case EQ -> "is";
            case NE -> "is not";
            case LT -> time ? "is before" : "is less than";
            case LE -> time ? "is not after" : "is at most";
            case GT -> time ? "is after" : "is more than";
            case GE -> time ? "is not before" : "is at least";
        };
        return node.left().accept(this) + " " + operator + " " + node.right().accept(this);
    }

    @Override
    public String between(Between node) {
        return node.operand().accept(this) + " is between " + ends(node);
    }

    private String ends(Between node) {
        return node.low().accept(this) + " and " + node.high().accept(this) + ", both included";
    }

    @Override
    public String in(In node) {
        return node.operand().accept(this) + " is " + (node.values().size() == 1 ? "" : "one of ")
                + values(node.values(), "or");
    }

    private String values(List<Literal> values, String link) {
        List<String> words = values.stream().map(value -> value.accept(this)).toList();
        int last = words.size() - 1;
        return last == 0
                ? words.get(0)
                : String.join(", ", words.subList(0, last)) + " " + link + " " + words.get(last);
    }

    @Override
    public String like(Like node) {
        return node.operand().accept(this) + " " + pattern(node, "matches", "begins with", "ends with", "contains");
    }

    private static String pattern(Like node, String matches, String begins, String ends, String contains) {
        String ignoring = node.caseInsensitive() ? ", in small or capital letters" : "";
        List<LikePattern.Token> tokens = node.pattern().tokens();
        int texts =
                (int) tokens.stream().filter(LikePattern.Text.class::isInstance).count();
        boolean anyFirst = !tokens.isEmpty() && tokens.get(0) == LikePattern.Wildcard.ANY_TEXT;
        boolean anyLast = !tokens.isEmpty() && tokens.get(tokens.size() - 1) == LikePattern.Wildcard.ANY_TEXT;
        if (texts == 1 && tokens.size() == 2 && (anyFirst || anyLast)) {
            LikePattern.Token text = tokens.get(anyFirst ? 1 : 0);
            return (anyFirst ? ends : begins) + " " + quoted(((LikePattern.Text) text).value()) + ignoring;
        }
        if (texts == 1 && tokens.size() == 3 && anyFirst && anyLast) {
            return contains + " " + quoted(((LikePattern.Text) tokens.get(1)).value()) + ignoring;
        }
        String shown = tokens.stream()
                .map(token -> token instanceof LikePattern.Text text
                        ? text.value()
                        : token == LikePattern.Wildcard.ANY_ONE ? "?" : "…")
                .collect(Collectors.joining());
        return matches + " " + quoted(shown) + ignoring + ", where ? is any letter and … any text";
    }

    @Override
    public String isNull(IsNull node) {
        return node.operand().accept(this) + " has no value";
    }

    @Override
    public String isTruth(IsTruth node) {
        return node.operand().accept(this) + " is " + node.value();
    }

    @Override
    public String isDistinctFrom(IsDistinctFrom node) {
        return node.operand().accept(this) + " is not " + node.value().accept(this) + ", or has no value";
    }

    @Override
    public String truth(Truth node) {
        return node.operand().accept(this) + " is true";
    }

    @Override
    public String constant(Constant node) {
        return node == Constant.TRUE ? "everyone" : "nobody";
    }

    @Override
    public String column(ColumnRef node) {
        return node.name().value();
    }

    @Override
    public String call(Call node) {
        String value = node.arguments().get(0).accept(this);
        return switch (node.function()) {
            case LOWER -> value + " in small letters";
            case UPPER -> value + " in capital letters";
            case TRIM -> value + " without spaces around it";
            case LTRIM -> value + " without spaces before it";
            case RTRIM -> value + " without spaces after it";
            case LENGTH -> "the length of " + value;
            case COALESCE -> value + " (" + node.arguments().get(1).accept(this) + " where it has no value)";
            case NULLIF ->
                value + " (no value where it is " + node.arguments().get(1).accept(this) + ")";
            case ABS -> "the distance of " + value + " from zero";
            case YEAR -> "the year of " + value;
            case QUARTER -> "the quarter of " + value;
            case MONTH -> "the month of " + value;
            case DAY -> "the day of the month of " + value;
            case DAYOFWEEK -> "the day of the week of " + value + " (1 is Sunday)";
        };
    }

    @Override
    public String dateTrunc(DateTrunc node) {
        return "the first day of the " + node.unit().name().toLowerCase(Locale.ROOT) + " of "
                + node.operand().accept(this);
    }

    @Override
    public String relatedCount(RelatedCount node) {
        String where = node.filter() == Predicate.Constant.TRUE
                ? ""
                : " where " + node.filter().accept(this);
        return "the number of rows in " + node.link().table().table() + where;
    }

    @Override
    public String literal(Literal node) {
        if (node instanceof Literal.Number number) {
            return number.value().toPlainString();
        }
        if (node instanceof Literal.Text text) {
            return quoted(text.value());
        }
        if (node instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        }
        return node instanceof Literal.Date date
                ? date.value().toString()
                : ((Literal.Timestamp) node).value().toString().replace('T', ' ');
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }
}
