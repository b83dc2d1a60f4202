package io.leadgen.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
    private static Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("z", 1);
        tree.put("a", Arrays.asList("x", null, true, List.of(), Map.of()));
        tree.put("cost", new BigDecimal("0.000099"));
        tree.put("big", new BigInteger("123456789012345678901234567890"));
        tree.put("double", 0.1);
        tree.put("small", new BigDecimal("1E+3"));
        tree.put("at", Instant.parse("2026-11-30T00:00:00Z"));
        return tree;
    }

    @Test
    void writes_one_line_in_the_order_of_the_map() {
        assertThat(JsonText.compact(tree()))
                .isEqualTo(
                        "{\"z\":1,\"a\":[\"x\",null,true,[],{}],\"cost\":0.000099,"
                                + "\"big\":123456789012345678901234567890,\"double\":0.1,\"small\":1000,\"at\":\"2026-11-30T00:00:00Z\"}");
    }

    @Test
    void writes_for_people() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", List.of(1, 2));
        tree.put("a", Map.of("c", "d"));

        assertThat(JsonText.pretty(tree)).isEqualTo("""
                {
                  "b": [
                    1,
                    2
                  ],
                  "a": {
                    "c": "d"
                  }
                }""");
    }

    @Test
    void one_line_is_one_line_for_everybody() {
        String nasty = "a\n\r\u0000\u0085\u2028\u2029\"\\\uD800b\uDC00\u00e9\uD83D\uDE00";

        assertThat(JsonText.compact(Map.of(nasty, nasty)))
                .doesNotContain("\n", "\r", "\u2028", "\u2029", "\uD800b")
                .contains("\u00e9", "\uD83D\uDE00", "\\u2028", "\uFFFDb\uFFFD");
        assertThat(JsonText.ascii(List.of(nasty)))
                .isEqualTo("[\"a\\n\\r\\u0000\\u0085\\u2028\\u2029\\\"\\\\\\uFFFDb\\uFFFD\\u00E9\\uD83D\\uDE00\"]");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refuses_what_is_not_json(Object stranger) {
        assertThatThrownBy(() -> JsonText.compact(Arrays.asList(1, stranger)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<Object> strangers() {
        return new ArrayList<>(List.of(
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                1.0f,
                'c',
                new Object(),
                Map.of(1, 2),
                new int[] {1},
                Thread.State.NEW));
    }
}
