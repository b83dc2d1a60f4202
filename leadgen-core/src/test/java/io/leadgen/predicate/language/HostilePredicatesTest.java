package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.Diagnostic;
import io.leadgen.error.LeadgenException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts that try to cost time or to break something. Each is answered at once, with a position. */
class HostilePredicatesTest {
    /** Far above what any of them takes, even on a busy machine. */
    private static final Duration MOST = Duration.ofSeconds(2);

    @Test
    void answersEachAtOnce() {
        List<String> slowest = new ArrayList<>();
        hostile().forEach((name, text) -> {
            long best = Long.MAX_VALUE;
            for (int run = 0; run < 3; run++) {
                long start = System.nanoTime();
                answer(text);
                best = Math.min(best, System.nanoTime() - start);
            }
            slowest.add(String.format(Locale.ROOT, "%8.2f ms  %s", best / 1e6, name));
            assertThat(Duration.ofNanos(best)).as(name).isLessThan(MOST);
        });
        slowest.sort(null);
        System.out.println(String.join("\n", slowest.subList(Math.max(0, slowest.size() - 12), slowest.size())));
    }

    private static void answer(String text) {
        try {
            People.bind(text);
        } catch (LeadgenException e) {
            assertThat(e.diagnostics()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
            for (Diagnostic diagnostic : e.diagnostics()) {
                assertThat(diagnostic.to()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    private static Map<String, String> hostile() {
        Map<String, String> texts = new LinkedHashMap<>();
        String[][] nests = {
            {"(", "age = 1", ")"},
            {"NOT (", "vip", ")"},
            {"(NOT ", "vip", ")"},
            {"NOT ", "vip", ""},
            {"lower(", "city", ")"},
            {"lower((", "city", "))"},
            {"coalesce(", "city", ", 'x')"},
            {"age IN (", "1", ")"},
            {"(age = 1 OR ", "vip", ")"},
            {"(vip AND NOT (city LIKE 'x' OR ", "vip", "))"},
            {"age BETWEEN (", "1", ") AND 2"},
            {"(age, ", "1", ")"},
            {"- (", "1", ")"},
            {"-", "1", ""},
            {"(age + ", "1", ")"},
            {"CASE WHEN (", "vip", ") THEN 1 END"},
            {"(SELECT (", "1", "))"},
            {"age ? 1 : ((age and (", "1", ")))"},
            {"(a) + ((( not nvl((:x)+1 = (", "1", ")"},
            {"date_sub(", "current_date", ", 1)"},
            {"current_date - INTERVAL 1 DAY - (", "1", ")"},
            {"[", "1", "]"},
            {"{", "1", "}"},
        };
        for (String[] nest : nests) {
            for (int depth : new int[] {8, 15, 31, 32, 33, 400, 3000}) {
                texts.put(nest[0] + " to the " + depth, nest[0].repeat(depth) + nest[1] + nest[2].repeat(depth));
            }
        }
        String[] chains = {
            "age = 1 AND ",
            "vip OR ",
            "NOT vip AND ",
            "age, ",
            "age = ",
            "'",
            "''",
            "`",
            "(",
            ")",
            ",",
            ";",
            "\\",
            "\"",
            "--",
            "/*",
            "\u0000",
            "\ud800",
            "é",
            "😀",
            "1",
            "1.",
            ".",
            "?",
            "a.",
            "a b ",
            "NOT ",
            "IN ",
            "BETWEEN 1 AND ",
            "CASE ",
            "x(",
            "lower(",
            "age IN (1",
            "city LIKE '%' OR ",
            "city LIKE '%_%_%' ESCAPE '!' OR ",
            "INTERVAL 1 DAY ",
            "- ",
            "current_date - INTERVAL 1 DAY - ",
            "1 = 1 AND ",
            "DATE '",
            "a[",
            "{",
            "$$",
            "a:b",
            "<=>",
            "age <=> 1 OR ",
            "age BETWEEN 1 AND 2 OR ",
            "(age = 1) AND "
        };
        for (String chain : chains) {
            for (int length : new int[] {300, 2000, 8192, 100_000}) {
                texts.put(
                        chain + " for " + length,
                        chain.repeat(length / chain.length() + 1).substring(0, length));
                texts.put(chain + " for " + length + ", ended", chain.repeat(length / chain.length()) + "vip");
            }
        }
        texts.put("a long list", "age IN (" + "1,".repeat(199) + "1)");
        texts.put("a longer list", "age IN (" + "1,".repeat(500) + "1)");
        texts.put("a long name", "`" + "n".repeat(255) + "` = 1");
        texts.put("a longer name", "n".repeat(256) + " = 1");
        texts.put("a long string", "city = '" + "''".repeat(4000) + "'");
        texts.put("a long pattern", "city LIKE '" + "%_".repeat(4000) + "'");
        return texts;
    }
}
