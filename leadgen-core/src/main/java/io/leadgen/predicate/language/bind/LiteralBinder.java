package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.ColumnType.Kind;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.Edit;
import io.leadgen.error.ErrorCode;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.language.lex.Descriptions;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.IsoText;
import io.leadgen.predicate.language.parse.Syntax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes literals of what is written, for the type with which they are compared. There are no casts, only readings. */
final class LiteralBinder {
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private final DateFolding dates;
    private final AttributeReader attributes;
    private final Diagnostics findings;

    LiteralBinder(DateFolding dates, AttributeReader attributes, Diagnostics findings) {
        this.dates = dates;
        this.attributes = attributes;
        this.findings = findings;
    }

    /** Whether the node has a value that no row can change. */
    static boolean isConstant(Syntax node) {
        return node instanceof Syntax.Constant || DateFolding.isDay(node);
    }

    /** What a constant is by itself, or null with a finding. NULL has a finding too. */
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
                findings.mismatch(node.range(), "This is not a time", IsoText.TIMESTAMP_HINT);
                return null;
            }
            return new Literal.Timestamp(moment.inUtc());
        }
        if (node instanceof Syntax.Null) {
            findings.mismatch(
                    node.range(), "A comparison with NULL is never true", "write column IS NULL or column IS NOT NULL");
            return null;
        }
        LocalDate day = dates.fold(node);
        return day == null ? null : new Literal.Date(day);
    }

    /** The constant as a value for an operand, or null with a finding. NULL has a finding too. */
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
        findings.add(
                ErrorCode.TYPE_MISMATCH,
                node.range(),
                "This is " + Descriptions.of(literal.family()) + ", but " + Descriptions.of(operand),
                Descriptions.howToWrite(operand.family()),
                fix(operand.family(), node));
        return null;
    }

    /** Quotes around a number that shall be a string, and none around a number that shall be one. */
    private static List<Edit> fix(TypeFamily wanted, Syntax node) {
        int from = node.range().from();
        int to = node.range().to();
        if (wanted == TypeFamily.STRING && node instanceof Syntax.Numeral) {
            return List.of(new Edit(from, from, "'"), new Edit(to, to, "'"));
        }
        if (wanted.isNumber()
                && node instanceof Syntax.Text text
                && PLAIN_NUMBER.matcher(text.value()).matches()) {
            return List.of(new Edit(from, from + 1, ""), new Edit(to - 1, to, ""));
        }
        return List.of();
    }

    private @Nullable Literal date(Operand operand, Syntax node) {
        IsoText.Moment moment = IsoText.read(isoText(node));
        if (moment == null) {
            findings.mismatch(node.range(), "This is not a date, but " + Descriptions.of(operand), IsoText.DATE_HINT);
            return null;
        }
        if (!moment.isMidnight() || moment.offset() != null) {
            findings.mismatch(
                    node.range(),
                    "This has a time of day or a zone, but " + Descriptions.of(operand),
                    "leave both out: " + IsoText.DATE_HINT);
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
            findings.mismatch(
                    node.range(), "This is not a time, but " + Descriptions.of(operand), IsoText.TIMESTAMP_HINT);
            return null;
        }
        if (moment.offset() != null && operand.type().kind() == Kind.TIMESTAMP_NTZ) {
            findings.mismatch(
                    node.range(),
                    "This has a zone, but " + Descriptions.of(operand),
                    "leave the zone out: " + IsoText.TIMESTAMP_HINT);
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

    /** The constant as a value that a column of the operand's type could hold, or null with a finding. */
    @Nullable
    Literal literalOf(Operand operand, Syntax node) {
        Literal literal = literalFor(operand, node);
        if (literal instanceof Literal.Number number && !fits(number.value(), operand.type())) {
            findings.mismatch(
                    node.range(),
                    "This number does not fit: " + Descriptions.of(operand),
                    "write a value that the column could hold");
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
