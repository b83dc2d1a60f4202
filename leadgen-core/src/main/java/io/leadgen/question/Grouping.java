package io.leadgen.question;

import io.leadgen.catalog.TableSchema;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.language.bind.ValueReader;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.plan.ColumnFinder;
import io.leadgen.warehouse.GroupKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what an audience is segmented: {@code column} for its values, {@code column[18, 30, 45]} for bands between edges,
 * {@code column:month} for days, weeks, months, quarters or years. A name with other characters is in backticks.
 *
 * @param column the label of the column in answers
 * @param key how the engine cuts
 */
record Grouping(String column, GroupKey key) {
    /** The label of the values that are not in the declared domain. */
    static final String OTHERS = "(other)";

    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:(?<quoted>`(?:[^`]|``)+`)|(?<plain>[^\\[\\]:`]+?))\\s*(?:\\[(?<edges>[^\\[\\]]*)]|:\\s*(?<unit>\\w+))?\\s*");

    /**
     * Reads a grouping.
     *
     * @throws LeadgenException INVALID_ARGUMENT, UNKNOWN_COLUMN, COLUMN_FORBIDDEN, BANDS_INVALID, NOT_A_TIME_COLUMN or
     *     TYPE_MISMATCH, placed in the text
     */
    static Grouping read(String text, TableSchema schema, TablePolicy policy) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw ColumnFinder.rejected(
                    ErrorCode.INVALID_ARGUMENT,
                    0,
                    text,
                    "Cannot read the grouping",
                    "write column, column[edge, edge] or column:month");
        }
        String name = form.group("quoted") != null ? form.group("quoted") : form.group("plain");
        int at = Math.max(form.start("quoted"), form.start("plain"));
        ColumnRef column = ColumnFinder.find(name, at, schema, policy);
        if (form.group("edges") != null) {
            return new Grouping(column.name().value(), bands(column, form.group("edges"), form.start("edges")));
        }
        if (form.group("unit") != null) {
            return new Grouping(column.name().value(), calendar(column, form.group("unit"), form.start("unit")));
        }
        return new Grouping(column.name().value(), values(column, at, policy));
    }

    private static GroupKey bands(ColumnRef column, String edges, int from) {
        if (!column.family().isNumber()
                && column.family() != TypeFamily.DATE
                && column.family() != TypeFamily.TIMESTAMP) {
            throw ColumnFinder.rejected(
                    ErrorCode.BANDS_INVALID,
                    from,
                    edges,
                    "Bands are made of numbers, dates and times; " + column.name() + " is of type " + column.type(),
                    "leave the edges out to break down by its values");
        }
        List<Literal> read = new ArrayList<>();
        int at = from;
        for (String part : edges.split(",", -1)) {
            String edge = part.strip();
            int start = at + part.indexOf(edge);
            if (edge.isEmpty()) {
                throw invalidBands(start, edge, "An edge is missing here");
            }
            Literal literal = ValueReader.read(column, edge, start);
            if (!read.isEmpty() && LiteralOrder.INSTANCE.compare(read.get(read.size() - 1), literal) >= 0) {
                throw invalidBands(start, edge, "Bands must not overlap: this edge is not above the one before");
            }
            read.add(literal);
            at += part.length() + 1;
        }
        return new GroupKey.Bands(column, read);
    }

    private static LeadgenException invalidBands(int from, String text, String message) {
        return ColumnFinder.rejected(
                ErrorCode.BANDS_INVALID, from, text, message, "write ascending edges, such as age[18, 30, 45, 65]");
    }

    private static GroupKey calendar(ColumnRef column, String unit, int from) {
        DateUnit every = unit(unit, from);
        if (column.family() != TypeFamily.DATE && column.family() != TypeFamily.TIMESTAMP) {
            throw ColumnFinder.rejected(
                    ErrorCode.NOT_A_TIME_COLUMN,
                    from,
                    unit,
                    column.name() + " is of type " + column.type() + ", which holds no time",
                    "use a column of type DATE or TIMESTAMP");
        }
        return new GroupKey.Calendar(column, every);
    }

    /** A unit of the calendar by its name, {@code day} to {@code year}. */
    static DateUnit unit(String name, int from) {
        try {
            return DateUnit.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ColumnFinder.rejected(
                    ErrorCode.INVALID_ARGUMENT,
                    from,
                    name,
                    "Unknown unit of time",
                    "use "
                            + Arrays.stream(DateUnit.values())
                                    .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static GroupKey values(ColumnRef column, int from, TablePolicy policy) {
        List<String> declared = policy.column(column.name()).values();
        if (!declared.isEmpty()) {
            return declared(column, declared);
        }
        return switch (column.family()) {
            case STRING, BOOLEAN, EXACT_NUMBER, DATE ->
                column.family() == TypeFamily.BOOLEAN ? booleans(column) : new GroupKey.Values(column);
            case APPROXIMATE_NUMBER ->
                throw invalidBands(from, column.name().value(), "A column of type " + column.type() + " needs bands");
            case TIMESTAMP ->
                throw ColumnFinder.rejected(
                        ErrorCode.BANDS_INVALID,
                        from,
                        column.name().value(),
                        "Nearly every time occurs once: break down by a unit of the calendar",
                        "write " + column.name() + ":month");
            case OTHER ->
                throw ColumnFinder.rejected(
                        ErrorCode.TYPE_MISMATCH,
                        from,
                        column.name().value(),
                        "A column of type " + column.type() + " cannot be used in a question",
                        "use a column of numbers, text, dates or booleans");
        };
    }

    static GroupKey.Listed booleans(ColumnRef column) {
        return new GroupKey.Listed(column, List.of(new Literal.Bool(true), new Literal.Bool(false)));
    }

    /** The owner's values; one that the column cannot hold is the owner's mistake, and refuses. */
    static GroupKey.Listed declared(ColumnRef column, List<String> values) {
        try {
            return new GroupKey.Listed(
                    column,
                    values.stream()
                            .map(value -> ValueReader.read(column, value, 0))
                            .distinct()
                            .toList());
        } catch (LeadgenException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "The configuration declares values that the column " + column.name()
                            + " cannot hold; the operator must fix privacy.tables.<table>.columns." + column.name()
                            + ".values",
                    e);
        }
    }

    /** The label of a place of an enumerated key, null for NULL. */
    static @Nullable String label(GroupKey.Enumerated key, int place) {
        if (key instanceof GroupKey.Listed listed) {
            return place == listed.ofNull()
                    ? null
                    : place == listed.ofOthers() ? OTHERS : text(listed.values().get(place));
        }
        if (key instanceof GroupKey.Bands bands) {
            int edges = bands.edges().size();
            if (place == bands.ofNull()) {
                return null;
            }
            String low = place == 0 ? "(-inf" : "[" + text(bands.edges().get(place - 1));
            String high = place == edges ? "inf)" : text(bands.edges().get(place)) + ")";
            return low + ", " + high;
        }
        return ((GroupKey.Windows) key).start(place).toString();
    }

    static String text(Literal literal) {
        if (literal instanceof Literal.Number number) {
            return number.value().toPlainString();
        }
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        if (literal instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        }
        return literal instanceof Literal.Date date
                ? date.value().toString()
                : ((Literal.Timestamp) literal).value().toString().replace('T', ' ');
    }
}
