package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.ColumnType.Kind;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.Fix;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.parse.Syntax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads constants as literals of the type they are compared with. Nothing is cast. */
final class LiteralBinder {
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private final DateFolding dates;
    private final AttributeReader attributes;
    private final Diagnostics diagnostics;

    LiteralBinder(DateFolding dates, AttributeReader attributes, Diagnostics diagnostics) {
        this.dates = dates;
        this.attributes = attributes;
        this.diagnostics = diagnostics;
    }

    /** Whether the value of the node does not depend on the row. */
    static boolean isConstant(Syntax node) {
        return node instanceof Syntax.Constant || DateFolding.isDay(node);
    }

    /** The constant as a literal of its own type, or null with a diagnostic. NULL is always rejected. */
    @Nullable
    Literal literal(Syntax written) {
        Syntax node = attributes.value(written, null);
        if (node instanceof Syntax.Numeral number) {
            return new Literal.Number(number.value());
        }
        if (node instanceof Syntax.Text text) {
            return new Literal.Text(text.value());
        }
        if (node instanceof Syntax.Bool bool) {
            return new Literal.Bool(bool.value());
        }
        if (node instanceof Syntax.Timestamp timestamp) {
            IsoText.Moment moment = IsoText.read(timestamp.text());
            if (moment == null) {
                diagnostics.mismatch(node.range(), "Invalid timestamp", IsoText.TIMESTAMP_HINT);
                return null;
            }
            return new Literal.Timestamp(moment.inUtc());
        }
        if (node instanceof Syntax.Null) {
            diagnostics.mismatch(
                    node.range(), "A comparison with NULL is never true", "use column IS NULL or column IS NOT NULL");
            return null;
        }
        LocalDate day = dates.fold(node);
        return day == null ? null : new Literal.Date(day);
    }

    /** The constant as a literal for an operand, or null with a diagnostic. NULL is always rejected. */
    @Nullable
    Literal literalFor(Operand operand, Syntax written) {
        Syntax node = attributes.value(written, operand.family());
        return switch (operand.family()) {
            case DATE ->
                node instanceof Syntax.Text || node instanceof Syntax.Timestamp
                        ? date(operand, node)
                        : ofFamily(operand, node);
            case TIMESTAMP -> timestamp(operand, node);
            default -> ofFamily(operand, node);
        };
    }

    private @Nullable Literal ofFamily(Operand operand, Syntax node) {
        Literal literal = literal(node);
        if (literal == null
                || literal.family() == operand.family()
                || (literal.family().isNumber() && operand.family().isNumber())) {
            return literal;
        }
        diagnostics.add(
                ErrorCode.TYPE_MISMATCH,
                node.range(),
                "This is " + Descriptions.of(literal.family()) + ", but " + Descriptions.of(operand),
                Descriptions.howToWrite(operand.family()),
                fix(operand.family(), node));
        return null;
    }

    /** Adds quotes to a number that must be a string, and removes those of a string that must be a number. */
    private static List<Fix> fix(TypeFamily wanted, Syntax node) {
        int from = node.range().from();
        int to = node.range().to();
        if (wanted == TypeFamily.STRING && node instanceof Syntax.Numeral) {
            return List.of(new Fix(from, from, "'"), new Fix(to, to, "'"));
        }
        if (wanted.isNumber()
                && node instanceof Syntax.Text text
                && PLAIN_NUMBER.matcher(text.value()).matches()) {
            return List.of(new Fix(from, from + 1, ""), new Fix(to - 1, to, ""));
        }
        return List.of();
    }

    private @Nullable Literal date(Operand operand, Syntax node) {
        IsoText.Moment moment = IsoText.read(isoText(node));
        if (moment == null) {
            diagnostics.mismatch(node.range(), "Expected a date: " + Descriptions.of(operand), IsoText.DATE_HINT);
            return null;
        }
        if (!moment.isMidnight() || moment.offset() != null) {
            diagnostics.mismatch(
                    node.range(),
                    "Unexpected time of day or time zone: " + Descriptions.of(operand),
                    "remove it; " + IsoText.DATE_HINT);
            return null;
        }
        return new Literal.Date(moment.time().toLocalDate());
    }

    private @Nullable Literal timestamp(Operand operand, Syntax node) {
        if (!(node instanceof Syntax.Text || node instanceof Syntax.Timestamp)) {
            Literal literal = ofFamilyOrDay(operand, node);
            return literal instanceof Literal.Date day
                    ? new Literal.Timestamp(day.value().atStartOfDay())
                    : literal;
        }
        IsoText.Moment moment = IsoText.read(isoText(node));
        if (moment == null) {
            diagnostics.mismatch(
                    node.range(), "Expected a timestamp: " + Descriptions.of(operand), IsoText.TIMESTAMP_HINT);
            return null;
        }
        if (moment.offset() != null && operand.type().kind() == Kind.TIMESTAMP_NTZ) {
            diagnostics.mismatch(
                    node.range(),
                    "Unexpected time zone: " + Descriptions.of(operand),
                    "remove it; " + IsoText.TIMESTAMP_HINT);
            return null;
        }
        LocalDateTime time = moment.inUtc();
        return new Literal.Timestamp(time);
    }

    private @Nullable Literal ofFamilyOrDay(Operand operand, Syntax node) {
        if (node instanceof Syntax.Date || DateFolding.isDay(node)) {
            return literal(node);
        }
        return ofFamily(operand, node);
    }

    private static String isoText(Syntax node) {
        return node instanceof Syntax.Text text ? text.value() : ((Syntax.Timestamp) node).text();
    }

    /** The constant as a literal that a column of this type can hold, or null with a diagnostic. */
    @Nullable
    Literal literalOf(Operand operand, Syntax node) {
        Literal literal = literalFor(operand, node);
        if (literal instanceof Literal.Number number && !fits(number.value(), operand.type())) {
            diagnostics.mismatch(
                    node.range(),
                    "This number does not fit: " + Descriptions.of(operand),
                    "write a value that the column can hold");
            return null;
        }
        return literal;
    }

    private static boolean fits(BigDecimal value, ColumnType type) {
        if (type.family() == TypeFamily.APPROXIMATE_NUMBER) {
            return true;
        }
        if (type.kind() == Kind.DECIMAL) {
            return value.scale() <= type.scale()
                    && value.precision() - value.scale() <= type.precision() - type.scale();
        }
        int bits = switch (type.kind()) {
            case TINYINT -> Byte.SIZE;
            case SMALLINT -> Short.SIZE;
            case INT -> Integer.SIZE;
            default -> Long.SIZE;
        };
        return value.scale() <= 0 && value.toBigInteger().bitLength() < bits;
    }
}
