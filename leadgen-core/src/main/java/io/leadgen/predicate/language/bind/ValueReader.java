package io.leadgen.predicate.language.bind;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.parse.Syntax;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a value that is written without quotes, outside of a predicate, as a value of a column's type. */
public final class ValueReader {
    /** As many as a literal of a predicate can have. */
    private static final int DIGITS = 38;

    private ValueReader() {}

    /**
     * The value of a text for a column.
     *
     * @param from where the text stands in what the caller has written, for findings
     * @throws LeadgenException TYPE_MISMATCH if it is no value that the column could hold
     */
    public static Literal read(ColumnRef column, String text, int from) {
        Diagnostics findings = new Diagnostics();
        SourceRange range = new SourceRange(from, from + text.length());
        LiteralBinder binder =
                new LiteralBinder(new DateFolding(LocalDate.EPOCH, findings), AttributeReader.none(), findings);
        Literal literal = binder.literalOf(column, written(column, text, range));
        if (literal == null) {
            throw findings.rejection();
        }
        return literal;
    }

    /** Whether a predicate can hold the value: within its quotes there is neither a control character nor a backslash. */
    public static boolean canBeWritten(Literal literal) {
        return !(literal instanceof Literal.Text text)
                || text.value().chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
    }

    private static Syntax written(ColumnRef column, String text, SourceRange range) {
        @Nullable
        Syntax read = switch (column.family()) {
            case EXACT_NUMBER, APPROXIMATE_NUMBER -> number(text, range);
            case BOOLEAN ->
                text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                        ? new Syntax.Bool(range, Boolean.parseBoolean(text))
                        : null;
            case STRING, DATE, TIMESTAMP, OTHER -> null;
        };
        return read == null ? new Syntax.Text(range, text) : read;
    }

    private static @Nullable Syntax number(String text, SourceRange range) {
        try {
            BigDecimal number = new BigDecimal(text);
            boolean readable = Math.abs((long) number.scale()) <= DIGITS && number.precision() <= DIGITS;
            return readable ? new Syntax.Numeral(range, number) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
