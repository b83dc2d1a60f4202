package io.leadgen.predicate.language.complete;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.language.bind.ValueReader;
import io.leadgen.predicate.language.complete.Completion.Kind;
import io.leadgen.predicate.language.complete.Completion.Known;
import io.leadgen.predicate.language.lex.FunctionNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can stand at a place, of that what begins like what is there already. */
final class CompletionCandidates {
    private final List<Known> columns;
    private final String before;
    private final String begun;
    private final List<Completion> offers = new ArrayList<>();

    /**
     * Offers for a text.
     *
     * @param before the text before what is being written
     * @param begun what is being written, or empty
     */
    CompletionCandidates(List<Known> columns, String before, String begun) {
        this.columns = columns;
        this.before = before;
        this.begun = begun;
    }

    List<Completion> at(CompletionContext place) {
        if (place instanceof CompletionContext.Condition) {
            columns(column -> column.family() != TypeFamily.OTHER);
            functions();
            words(Kind.JOINT, "NOT", "(");
        } else if (place instanceof CompletionContext.Argument argument) {
            columns(argument.fits());
        } else if (place instanceof CompletionContext.Test test) {
            tests(test.operand(), test.negated());
            if (!test.negated() && test.operand().family() == TypeFamily.BOOLEAN) {
                joints(test.inBrackets());
            }
        } else if (place instanceof CompletionContext.Is is) {
            words(Kind.TEST, is.negated() ? new String[] {"NULL"} : new String[] {"NULL", "NOT NULL"});
            if (is.operand().family() == TypeFamily.BOOLEAN) {
                words(Kind.TEST, "TRUE", "FALSE");
            }
        } else if (place instanceof CompletionContext.Value value) {
            values(value.operand());
            if (value.comparison() && !begun.isEmpty()) {
                columns(column -> comparable(column, value.operand()) && !column.equals(value.operand()));
            }
        } else if (place instanceof CompletionContext.Joint joint) {
            joints(joint.inBrackets());
        } else if (place instanceof CompletionContext.Words words) {
            words(Kind.JOINT, words.words().toArray(String[]::new));
        }
        return offers;
    }

    private static boolean comparable(Operand one, Operand other) {
        return one.family() == other.family()
                && (one.family() != TypeFamily.TIMESTAMP
                        || one.type().kind() == other.type().kind());
    }

    private void columns(java.util.function.Predicate<Operand> fits) {
        boolean quoted = begun.startsWith("`");
        for (Known known : columns) {
            ColumnName name = known.column().name();
            if (fits.test(known.column())) {
                String written = PredicatePrinter.name(name);
                String text = quoted && !written.startsWith("`") ? "`" + written + "`" : written;
                boolean begins = begins(text) || begins(name.value());
                if (begins) {
                    offers.add(new Completion(apart(text), Kind.COLUMN, name));
                }
            }
        }
    }

    private void functions() {
        for (Function function : Function.values()) {
            functionOf(function.name().toLowerCase(Locale.ROOT), column -> function.takes(column.family()));
        }
        FunctionNames.TEXT_TESTS.stream()
                .sorted()
                .forEach(name -> functionOf(name, column -> column.family() == TypeFamily.STRING));
        functionOf(FunctionNames.DATE_TRUNC, CompletionParser::isTime);
    }

    private void functionOf(String name, java.util.function.Predicate<Operand> takes) {
        if (columns.stream().map(Known::column).anyMatch(takes)) {
            words(Kind.FUNCTION, name + "(");
        }
    }

    private void tests(Operand operand, boolean negated) {
        TypeFamily family = operand.family();
        boolean string = family == TypeFamily.STRING;
        boolean bool = family == TypeFamily.BOOLEAN;
        List<String> negatable = new ArrayList<>(List.of("IN ("));
        if (string) {
            negatable.addAll(List.of("LIKE", "ILIKE"));
        }
        if (!bool) {
            negatable.add("BETWEEN");
        }
        if (negated) {
            words(Kind.TEST, negatable.toArray(String[]::new));
            return;
        }
        words(
                Kind.TEST,
                CompletionParser.comparisons(family)
                        .map(ComparisonOperator::symbol)
                        .toArray(String[]::new));
        words(Kind.TEST, negatable.toArray(String[]::new));
        words(Kind.TEST, "IS NULL", "IS NOT NULL");
        if (bool) {
            words(Kind.TEST, "IS TRUE", "IS FALSE");
        }
        words(Kind.TEST, negatable.stream().map(test -> "NOT " + test).toArray(String[]::new));
    }

    private void joints(boolean inBrackets) {
        words(Kind.JOINT, "AND", "OR");
        if (inBrackets) {
            words(Kind.JOINT, ")");
        }
    }

    private void values(Operand operand) {
        List<String> declared = operand instanceof ColumnRef column
                ? columns.stream()
                        .filter(known -> known.column().equals(column))
                        .flatMap(known -> known.values().stream())
                        .toList()
                : List.of();
        ColumnName name = operand instanceof ColumnRef column ? column.name() : null;
        for (String value : declared) {
            Literal literal = literal((ColumnRef) operand, value);
            String text = literal == null ? null : PredicatePrinter.literal(literal);
            // A quote that was forgotten is set.
            if (text != null && (begins(text) || begins(value))) {
                offers.add(new Completion(apart(text), Kind.VALUE, name));
            }
        }
        switch (operand.family()) {
            case BOOLEAN -> {
                if (declared.isEmpty()) {
                    words(Kind.VALUE, "TRUE", "FALSE");
                }
            }
            case DATE -> words(Kind.VALUE, "DATE '", "current_date");
            case TIMESTAMP -> words(Kind.VALUE, "TIMESTAMP '", "current_date");
            case STRING -> {
                if (declared.isEmpty()) {
                    words(Kind.VALUE, "'");
                }
            }
            default -> {
                // A number begins with a digit, and which one is not known.
            }
        }
    }

    /** What is declared as text need not be a value of the column. */
    private static @Nullable Literal literal(ColumnRef column, String value) {
        if (column.type().equals(ColumnType.OTHER)) {
            return null;
        }
        try {
            return ValueReader.read(column, value, 0);
        } catch (LeadgenException e) {
            return null;
        }
    }

    private void words(Kind kind, String... words) {
        boolean lower = !begun.isEmpty() && begun.equals(begun.toLowerCase(Locale.ROOT));
        Arrays.stream(words)
                .filter(this::begins)
                .map(word -> lower ? word.toLowerCase(Locale.ROOT) : word)
                .forEach(word -> offers.add(new Completion(apart(word), kind, null)));
    }

    private boolean begins(String text) {
        return text.regionMatches(true, 0, begun, 0, begun.length());
    }

    /** With a blank before it where it would run into what is there. */
    private String apart(String text) {
        boolean runs = begun.isEmpty()
                && !before.isEmpty()
                && Stream.of(" ", "\t", "\n", "\r", "(").noneMatch(before::endsWith)
                && !(text.equals(",") || text.equals(")") || (text.startsWith("'") && before.endsWith("'")));
        return runs ? " " + text : text;
    }
}
