package io.leadgen.predicate;

import io.leadgen.predicate.LikePattern.Wildcard;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How constants are written: in full, or only their kind. */
enum Notation {
    /** In the form that the parser reads. */
    FULL {
        @Override
        String literal(Literal literal) {
            if (literal instanceof Literal.Number number) {
                return number.value().toPlainString();
            }
            if (literal instanceof Literal.Text text) {
                return quoted(text.value());
            }
            if (literal instanceof Literal.Date date) {
                return "DATE '" + DAY.format(date.value()) + "'";
            }
            if (literal instanceof Literal.Timestamp timestamp) {
                return "TIMESTAMP '" + TIME.format(timestamp.value()) + "'";
            }
            return ((Literal.Bool) literal).value() ? "TRUE" : "FALSE";
        }

        @Override
        String list(List<Literal> literals) {
            return literals.stream().map(this::literal).collect(Collectors.joining(", "));
        }

        @Override
        String pattern(LikePattern pattern) {
            boolean escapes = pattern.tokens().stream().anyMatch(Notation::needsEscape);
            StringBuilder result = new StringBuilder();
            for (LikePattern.Token token : pattern.tokens()) {
                if (token instanceof LikePattern.Text text) {
                    result.append(escapes ? text.value().replaceAll("[!%_]", "!$0") : text.value());
                } else {
                    result.append(token == Wildcard.ANY_ONE ? '_' : '%');
                }
            }
            return quoted(result.toString()) + (escapes ? " ESCAPE '!'" : "");
        }
    },

    /** For logs: nothing about a value, not even its length; for a list, only the number of values. */
    KIND {
        @Override
        String literal(Literal literal) {
            return "<" + kind(literal) + ">";
        }

        @Override
        String list(List<Literal> literals) {
            List<String> kinds =
                    literals.stream().map(Notation::kind).distinct().toList();
            String kind = "<" + (kinds.size() == 1 ? kinds.get(0) : "number") + ">";
            return literals.size() == 1 ? kind : kind + "×" + literals.size();
        }

        @Override
        String pattern(LikePattern pattern) {
            return "<pattern>";
        }
    };

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    abstract String literal(Literal literal);

    abstract String list(List<Literal> literals);

    /** With ESCAPE if needed. */
    abstract String pattern(LikePattern pattern);

    private static boolean needsEscape(LikePattern.Token token) {
        return token instanceof LikePattern.Text text && text.value().chars().anyMatch(c -> "!%_".indexOf(c) >= 0);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String kind(Literal literal) {
        if (literal instanceof Literal.Number number) {
            return number.value().scale() == 0 ? "int" : "decimal";
        }
        if (literal instanceof Literal.Text) {
            return "string";
        }
        if (literal instanceof Literal.Date) {
            return "date";
        }
        return literal instanceof Literal.Timestamp ? "timestamp" : "boolean";
    }
}
