package io.leadgen.privacy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisionTest {
    @ParameterizedTest
    @ValueSource(strings = {"1%", "0.1%", "20%", "2.5%", "max"})
    void readsAndWrites(String text) {
        assertThat(Precision.parse(text)).hasToString(text);
    }

    @Test
    void equalPrecisionsAreOne() {
        assertThat(Precision.parse("1.0%")).isEqualTo(Precision.parse("1%"));
        assertThat(Precision.DEFAULT.of(CallerClass.UNTRUSTED)).isEqualTo(Precision.parse("1%"));
        assertThat(Precision.DEFAULT.of(CallerClass.TRUSTED)).isEqualTo(Precision.parse("5%"));
        assertThat(Precision.MAX.of(CallerClass.TRUSTED)).isEqualTo(Precision.MAX);
        assertThat(Precision.parse("MAX")).isEqualTo(Precision.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0%", "0.0%", "0.09%", "20.1%", "-1%", "99%", "1 percent", "nan%", "١%"})
    void refusesWhatIsOutOfRange(String text) {
        assertThatThrownBy(() -> Precision.parse(text))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
    }
}
