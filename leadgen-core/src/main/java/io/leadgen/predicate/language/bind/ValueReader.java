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

/** Reads a value outside of a predicate, written without quotes, as a literal of a column's type. */
public final class ValueReader {
    /** The limit of literals in a predicate. */
    private static final int MAX_DIGITS = 38;

    private ValueReader() {}

    /**
     * Reads a value of a column.
     *
     * @param from offset of the text in the caller's input, for the position of an error
     * @throws LeadgenException TYPE_MISMATCH if the column cannot hold the value
     */
    public static Literal read(ColumnRef column, String text, int from) {
        Diagnostics diagnostics = new Diagnostics();
        SourceRange range = new SourceRange(from, from + text.length());
        LiteralBinder binder =
                new LiteralBinder(new DateFolding(LocalDate.EPOCH, diagnostics), AttributeReader.none(), diagnostics);
        Literal literal = binder.literalOf(column, written(column, text, range));
        if (literal == null) {
            throw diagnostics.rejection();
        }
        return literal;
    }

    /** Whether a predicate can express the value: strings must not hold control characters or backslashes. */
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
            boolean readable = Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
            return readable ? new Syntax.Numeral(range, number) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
