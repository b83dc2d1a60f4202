package io.leadgen.predicate.language.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.PredicatePrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {
    private static ColumnRef column(String type) {
        return new ColumnRef(new ColumnName("c"), ColumnType.spelled(type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "int          | 18                  | 18",
                "decimal(5,2) | 1.50                | 1.5",
                "double       | 1e3                 | 1000",
                "boolean      | TRUE                | TRUE",
                "string       | it's                | 'it''s'",
                "string       | 18                  | '18'",
                "date         | 2024-02-29          | DATE '2024-02-29'",
                "timestamp    | 2024-02-29T12:00Z   | TIMESTAMP '2024-02-29 12:00:00'",
            })
    void readsValuesOfTheColumn(String type, String text, String literal) {
        assertThat(PredicatePrinter.literal(ValueReader.read(column(type), text, 0)))
                .isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource({
        "int, x",
        "int, 1.5",
        "tinyint, 128",
        "smallint, 32768",
        "bigint, 9223372036854775808",
        "'decimal(5,2)', 1000",
        "'decimal(5,2)', 0.001",
        "int, 1e99999",
        "boolean, yes",
        "date, 2023-02-29",
        "date, 2024-02-29 12:00",
        "timestamp_ntz, 2024-02-29 12:00Z",
        "timestamp, noon"
    })
    void rejectsValuesThatTheColumnCannotHold(String type, String text) {
        LeadgenException e =
                catchThrowableOfType(LeadgenException.class, () -> ValueReader.read(column(type), text, 7));
        assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH);
        assertThat(e.diagnostics().get(0).from()).isEqualTo(7);
        assertThat(e.diagnostics().get(0).to()).isEqualTo(7 + text.length());
    }

    @Test
    void knowsWhichValuesAPredicateCanExpress() {
        assertThat(ValueReader.canBeWritten(new Literal.Bool(true))).isTrue();
        assertThat(ValueReader.canBeWritten(new Literal.Text("it's"))).isTrue();
        assertThat(ValueReader.canBeWritten(new Literal.Text("a\\b"))).isFalse();
        assertThat(ValueReader.canBeWritten(new Literal.Text("a\nb"))).isFalse();
    }
}
