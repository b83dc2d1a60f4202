package io.leadgen.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
    private static final List<String> COLUMNS = List.of("income_level", "location", "age", "education", "gender");

    @Test
    void findsNearNames() {
        assertThat(DidYouMean.nearest("incom_level", COLUMNS)).contains("income_level");
        assertThat(DidYouMean.nearest("INCOME_LEVLE", COLUMNS)).contains("income_level");
        assertThat(DidYouMean.nearest("aeg", COLUMNS)).contains("age");
        assertThat(DidYouMean.nearest("locaton", COLUMNS)).contains("location");
    }

    @Test
    void completesAUniquePrefix() {
        assertThat(DidYouMean.nearest("edu", COLUMNS)).contains("education");
        assertThat(DidYouMean.nearest("demo_", List.of("demo_age", "demo_income_level")))
                .isEmpty();
    }

    @Test
    void returnsNothingIfNoNameIsNear() {
        assertThat(DidYouMean.nearest("purchases", COLUMNS)).isEmpty();
        assertThat(DidYouMean.nearest("", COLUMNS)).isEmpty();
        assertThat(DidYouMean.nearest("x".repeat(300), COLUMNS)).isEmpty();
        assertThat(DidYouMean.nearest("age", List.of())).isEmpty();
    }
}
