package io.leadgen.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The messages for wrong files, word for word: {@code errors.golden}. After an intended change, run with
 * {@code -Dleadgen.test.jvmArgs=-Dgolden.update=true} and read the difference.
 */
class ErrorMessagesTest {
    private static final String SECRET = "hunter2";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "EMPTY", "",
            "SECRET", SECRET,
            "MANY", "123456789",
            "STRUCTURE", "{max_rows: 5}",
            "TABLE", "main.a.t",
            "LEADGEN_HOME", "/state");

    /** The text of a file and the expected messages. */
    record Case(String name, String yaml, String expected) {
        @Override
        public String toString() {
            return name;
        }

        String actual(Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("config.yml"), yaml);
            LeadgenException error =
                    catchThrowableOfType(LeadgenException.class, () -> LeadgenConfig.load(file, ENVIRONMENT));
            if (error == null) {
                return "no error";
            }
            assertThat(error.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
            return error.getMessage().replace(file.toString(), "config.yml");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reports(Case golden, @TempDir Path folder) throws IOException {
        String actual = golden.actual(folder);

        assertThat(actual).isEqualTo(golden.expected());
        assertThat(actual).doesNotContain(SECRET);
        assertThat(actual.lines()).allMatch(line -> line.matches("config\\.yml:\\d+:\\d+: .+"));
    }

    @Test
    void coversManyWaysToBeWrong() throws IOException {
        assertThat(cases().map(Case::name).distinct()).hasSizeGreaterThan(120);
    }

    @Test
    void theGoldenFileIsRewrittenOnRequest(@TempDir Path folder) throws IOException {
        if (!Boolean.getBoolean("golden.update")) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Case one : cases().toList()) {
            text.append("=== ").append(one.name()).append('\n');
            text.append(one.yaml()).append("--->\n").append(one.actual(folder)).append('\n');
        }
        Files.writeString(Path.of("src/test/resources/io/leadgen/runtime/config/errors.golden"), text);
    }

    static Stream<Case> cases() throws IOException {
        String golden = Files.readString(GuideConfigTest.resource("errors.golden"));
        List<Case> cases = new ArrayList<>();
        for (String part : Arrays.asList(golden.split("(?m)^=== "))) {
            if (part.isEmpty()) {
                continue;
            }
            int name = part.indexOf('\n');
            int expected = part.indexOf("--->\n");
            cases.add(new Case(
                    part.substring(0, name),
                    part.substring(name + 1, expected),
                    part.substring(expected + 5).stripTrailing()));
        }
        return cases.stream();
    }
}
