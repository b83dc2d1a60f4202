package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionKeyTest {
    @Test
    void equalPartsInEqualOrderAreOneQuestion() {
        assertThat(QuestionKey.of(List.of("a", "b"))).isEqualTo(QuestionKey.of(List.of("a", "b")));
        assertThat(QuestionKey.of(List.of("a", "b"))).isNotEqualTo(QuestionKey.of(List.of("b", "a")));
    }

    @Test
    void whereOnePartEndsMatters() {
        assertThat(QuestionKey.of(List.of("ab", "c"))).isNotEqualTo(QuestionKey.of(List.of("a", "bc")));
        assertThat(QuestionKey.of(List.of("ab"))).isNotEqualTo(QuestionKey.of(List.of("ab", "")));
    }

    @Test
    void isTheHashOfLengthsAndBytes() {
        assertThat(QuestionKey.of(List.of()).hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(QuestionKey.of(List.of("é")).hex()).hasSize(64);
    }
}
