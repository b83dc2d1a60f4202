package io.leadgen.predicate.language.complete;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The completions that start with what is already written. */
final class CompletionCandidates {
    private final List<Known> columns;
    private final String before;
    private final String started;
    private final List<Completion> found = new ArrayList<>();

    /**
     * @param before the text before the word that is being written
     * @param started that word so far, or empty
     */
    CompletionCandidates(List<Known> columns, String before, String started) {
        this.columns = columns;
        this.before = before;
        this.started = started;
    }

    List<Completion> found() {
        return found;
    }

    /** Everything that a test can start with. */
    void tests() {
        columns(column -> column.family() != TypeFamily.OTHER);
        functions();
        words(Kind.JOINT, "NOT", "(");
    }

    /** What can follow IS, or IS NOT. */
    void isTests(Operand operand, boolean negated) {
        words(Kind.TEST, negated ? new String[] {"NULL"} : new String[] {"NULL", "NOT NULL"});
        if (operand.family() == TypeFamily.BOOLEAN) {
            words(Kind.TEST, "TRUE", "FALSE");
        }
    }

    /** Values for an operand; in a comparison, columns that it can be compared with too. */
    void values(Operand operand, boolean comparison) {
        values(operand);
        if (comparison && !started.isEmpty()) {
            columns(column -> comparable(column, operand) && !column.equals(operand));
        }
    }

    /** The units of date_trunc. */
    void units() {
        words(
                Kind.JOINT,
                Stream.of(DateUnit.values())
                        .map(unit -> "'" + unit.name().toLowerCase(Locale.ROOT) + "'")
                        .toArray(String[]::new));
    }

    static boolean isTime(Operand operand) {
        return operand.family() == TypeFamily.DATE || operand.family() == TypeFamily.TIMESTAMP;
    }

    private static boolean comparable(Operand one, Operand other) {
        return one.family() == other.family()
                && (one.family() != TypeFamily.TIMESTAMP
                        || one.type().kind() == other.type().kind());
    }

    void columns(Predicate<Operand> fits) {
        boolean quoted = started.startsWith("`");
        for (Known known : columns) {
            ColumnName name = known.column().name();
            if (fits.test(known.column())) {
                String written = PredicatePrinter.name(name);
                String text = quoted && !written.startsWith("`") ? "`" + written + "`" : written;
                if (matches(text) || matches(name.value())) {
                    found.add(new Completion(spaced(text), Kind.COLUMN, name));
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
        functionOf(FunctionNames.DATE_TRUNC, CompletionCandidates::isTime);
    }

    private void functionOf(String name, Predicate<Operand> takes) {
        if (columns.stream().map(Known::column).anyMatch(takes)) {
            words(Kind.FUNCTION, name + "(");
        }
    }

    /** The tests of an operand, or those that can follow NOT. */
    void tests(Operand operand, boolean negated) {
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
                Stream.of(ComparisonOperator.values())
                        .filter(operator ->
                                !bool || operator == ComparisonOperator.EQ || operator == ComparisonOperator.NE)
                        .map(ComparisonOperator::symbol)
                        .toArray(String[]::new));
        words(Kind.TEST, negatable.toArray(String[]::new));
        words(Kind.TEST, "IS NULL", "IS NOT NULL");
        if (bool) {
            words(Kind.TEST, "IS TRUE", "IS FALSE");
        }
        words(Kind.TEST, negatable.stream().map(test -> "NOT " + test).toArray(String[]::new));
    }

    /** AND, OR and, in brackets, the closing one. */
    void joints(boolean inBrackets) {
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
            // Adds a missing quotation mark.
            if (text != null && (matches(text) || matches(value))) {
                found.add(new Completion(spaced(text), Kind.VALUE, name));
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
                // Any digit can start a number.
            }
        }
    }

    /** The declared text as a literal, or null if it is not a value of the column. */
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

    void words(Kind kind, String... words) {
        boolean lower = !started.isEmpty() && started.equals(started.toLowerCase(Locale.ROOT));
        Arrays.stream(words)
                .filter(this::matches)
                .map(word -> lower ? word.toLowerCase(Locale.ROOT) : word)
                .forEach(word -> found.add(new Completion(spaced(word), kind, null)));
    }

    private boolean matches(String text) {
        return text.regionMatches(true, 0, started, 0, started.length());
    }

    /** With a space before it if it would touch the text before it. */
    private String spaced(String text) {
        boolean touches = started.isEmpty()
                && !before.isEmpty()
                && Stream.of(" ", "\t", "\n", "\r", "(").noneMatch(before::endsWith)
                && !(text.equals(",") || text.equals(")") || (text.startsWith("'") && before.endsWith("'")));
        return touches ? " " + text : text;
    }
}
