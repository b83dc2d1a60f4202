package io.leadgen.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.AudienceDefinition;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.PrivacyStatement;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortableAudienceTest {
    private static final TableName TABLE = new TableName("main", "leads", "the people");
    private static final String PREDICATE = "city = 'İzmir \"x\"' AND age > 25";

    private static String exported(@Nullable AudienceEstimate size) {
        Column city = Column.of("city", ColumnType.STRING);
        Predicate filter = new Predicate.In(
                new Operand.ColumnRef(city.name(), city.type()), List.of(new Literal.Text("İzmir \"x\"")));
        return PortableAudience.text(new ExportedAudience(
                new AudienceDefinition(
                        TABLE,
                        PREDICATE,
                        filter,
                        List.of(city),
                        new PrivacyUnit.Key(new ColumnName("uid")),
                        new AppliedPolicy("consent = TRUE", null, null),
                        "the request"),
                size));
    }

    private static AudienceEstimate size(boolean suppressed) {
        return new AudienceEstimate(
                TABLE,
                suppressed ? null : 15_010L,
                PREDICATE,
                suppressed,
                suppressed ? 100 : null,
                suppressed ? null : new Interval(new BigDecimal("14870"), new BigDecimal("15150"), 0.95),
                false,
                new PrivacyStatement(
                        "uid",
                        "untrusted",
                        PrivacyLoss.NONE,
                        PrivacyLoss.NONE,
                        7,
                        Instant.parse("2026-11-30T00:00:00Z"),
                        true),
                new AppliedPolicy(null, null, null),
                "another request",
                41);
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(PortableAudience.read(exported(null))).isEqualTo(new PortableAudience(TABLE, PREDICATE));
        assertThat(PortableAudience.read(exported(size(false)))).isEqualTo(new PortableAudience(TABLE, PREDICATE));
        assertThat(exported(null)).isEqualTo(exported(null)).doesNotContain("the request");
        assertThat(PortableAudience.isMeant("\n " + exported(null))).isTrue();
        assertThat(PortableAudience.isMeant(PREDICATE)).isFalse();
    }

    @Test
    void isWhatTheSchemaSays() throws Exception {
        try (InputStream schema =
                Objects.requireNonNull(PortableAudience.class.getResourceAsStream("audience.schema.json"))) {
            var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
            Map<String, Object> label = Map.of("at", "2026-11-24T10:00:00Z", "note", "for the spring campaign");
            String saved = PortableAudience.with(exported(size(false)), "saved", label);
            assertThat(PortableAudience.read(saved)).isEqualTo(new PortableAudience(TABLE, PREDICATE));
            for (String text : List.of(exported(null), exported(size(false)), exported(size(true)), saved)) {
                assertThat(validator.validate(text, InputFormat.JSON)).isEmpty();
            }
            assertThat(validator.validate(exported(null).replace("sha256:", "md5:"), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @Test
    void neitherBlanksNorTheOrderOfKeysCount() {
        String text = exported(size(false));
        String hash = text.replaceAll("(?s).*(\"hash\": \"sha256:\\w+\").*", "$1");
        String moved = text.replace(",\n  " + hash, "")
                .replace("{\n  \"leadgen_audience\"", "{" + hash + ",\t\"leadgen_audience\"");
        assertThat(moved).isNotEqualTo(text);
        assertThat(PortableAudience.read(moved)).isEqualTo(PortableAudience.read(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "age > 25             | age > 26             | its hash does not match",
                "\"uid\"              | \"msisdn\"           | its hash does not match",
                "15010                | 15011                | its hash does not match",
                "\"leadgen_audience\": 1 | \"leadgen_audience\": 2 | has version 2; this version of leadgen reads version 1",
                "\"leadgen_audience\": 1 | \"audience\": 1 | is not an audience",
                "\"predicate\": \"city | \"predicat\": \"city | has no table or no predicate",
                "\"unit\"             | \"table\"            | is not valid JSON at line 12",
                "\"columns\": [       | \"columns\": [[      | is not valid JSON",
            })
    void whatWasChangedIsRefused(String old, String changed, String message) {
        String text = exported(size(false));
        assertThat(text).contains(old);
        assertThatThrownBy(() -> PortableAudience.read(text.replace(old, changed)))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
                    assertThat(e).hasMessageContaining(message).hasMessageNotContaining("İzmir");
                    assertThat(e.hint()).isNotBlank();
                });
    }

    @Test
    void otherJsonIsNoAudience() {
        for (String text :
                List.of("{}", "{\"a\": " + "[".repeat(100), "{} {}", "{", "{\"leadgen_audience\": 1e999999999}")) {
            assertThatThrownBy(() -> PortableAudience.read(text)).isInstanceOf(LeadgenException.class);
        }
    }
}
