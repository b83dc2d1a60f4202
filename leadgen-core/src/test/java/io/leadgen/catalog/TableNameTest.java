package io.leadgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {
    @Test
    void readsThreePartsInAnyCase() {
        assertThat(TableName.parse("Main.LEADS.customer_360"))
                .isEqualTo(new TableName("main", "leads", "customer_360"))
                .hasToString("main.leads.customer_360");
        assertThat(TableName.parse("main.`my schema`.t")).isEqualTo(new TableName("main", "my schema", "t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t", "s.t", "a.b.c.d", "a..c", "a.b.", "a.b.c; DROP", "a b.c.d", "a.b.`", "a.b.c\n"})
    void rejectsInvalidNames(String text) {
        assertThatThrownBy(() -> TableName.parse(text))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
    }

    @Test
    void hidesWhatScopesDoNotList() {
        Scopes scopes = new Scopes(java.util.Map.of("Main", java.util.Set.of("Leads")));
        assertThat(scopes.allows(TableName.parse("MAIN.leads.t"))).isTrue();
        assertThat(scopes.allows(TableName.parse("main.other.t"))).isFalse();
        assertThat(scopes.allows(TableName.parse("other.leads.t"))).isFalse();
        assertThat(scopes.schemas("nowhere")).isEmpty();
    }
}
