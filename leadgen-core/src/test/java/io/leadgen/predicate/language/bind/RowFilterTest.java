package io.leadgen.predicate.language.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.PredicatePrinter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterTest {
    private static final TableSchema SCHEMA = new TableSchema(
            TableName.parse("main.leads.people"),
            List.of(
                    Column.of("age", ColumnType.INT),
                    Column.of("city", ColumnType.STRING),
                    Column.of("vip", ColumnType.BOOLEAN),
                    Column.of("born", ColumnType.DATE)),
            null);
    private static final Map<String, String> ATTRIBUTES =
            Map.of("region", "it's' OR TRUE", "level", "18", "vip", "true", "day", "2024-02-29");

    private static String bind(String filter) {
        return PredicatePrinter.text(new RowFilter(filter).bind(ATTRIBUTES, SCHEMA, LocalDate.of(2026, 3, 31)));
    }

    private static ErrorCode rejection(String filter) {
        return catchThrowableOfType(LeadgenException.class, () -> bind(filter)).code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "city = ${user.region}               | city = 'it''s'' OR TRUE'",
                "city = '${user.region}'             | city = 'it''s'' OR TRUE'",
                "city IN (${user.region}, 'x')       | city IN ('it''s'' OR TRUE', 'x')",
                "age >= ${user.level}                | age >= 18",
                "vip = ${user.vip}                   | vip = TRUE",
                "born < ${user.day}                  | born < DATE '2024-02-29'",
                "age = 1 OR city = 'x'               | age = 1 OR city = 'x'",
            })
    void replacesPlaceholdersByValues(String filter, String bound) {
        assertThat(bind(filter)).isEqualTo(bound);
    }

    @Test
    void rejectsAPrincipalWithoutTheAttribute() {
        assertThat(rejection("city = ${user.unknown}")).isEqualTo(ErrorCode.OUT_OF_SCOPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city LIKE ${user.region}",
                "city = 'in ${user.region}'",
                "age = ${user.region}",
                "vip = ${user.level}",
                "born = ${user.level}",
                "nothing = ${user.level}",
                "city = ",
            })
    void rejectsFiltersThatTheOperatorMustFix(String filter) {
        assertThat(rejection(filter)).isEqualTo(ErrorCode.CONFIG_INVALID);
    }
}
