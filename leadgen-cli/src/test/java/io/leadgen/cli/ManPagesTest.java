package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ManPagesTest {
    private static final Set<String> MACROS =
            Set.of(".TH", ".SH", ".PP", ".TP", ".SY", ".YS", ".RS", ".RE", ".nf", ".fi", ".nh", ".nr", ".ad");

    @TempDir
    Path folder;

    @Command(name = "another", header = "Is another program.")
    static final class Another {}

    private void write(String... programs) throws Exception {
        List<String> words = Stream.concat(
                        Stream.of(folder.toString(), "2026-11-01T00:00:00Z", "1.2.3"), Stream.of(programs))
                .toList();
        ManPages.main(words.toArray(String[]::new));
    }

    private List<String> page(String name) throws IOException {
        try (InputStream page = new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".1.gz")))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static Set<String> names(CommandLine command, Set<String> names) {
        names.add(command.getCommandSpec().qualifiedName("-") + ".1.gz");
        command.getSubcommands().values().stream()
                .filter(child -> !child.getCommandSpec().usageMessage().hidden())
                .forEach(child -> names(child, names));
        return names;
    }

    @Test
    void everyCommandHasAPageOfKnownMacrosAndPlainText() throws Exception {
        write();
        Set<String> expected = names(CommandRegistry.STANDARD.described(), new HashSet<>());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
        for (String file : expected) {
            assertThat(page(file.replace(".1.gz", "")))
                    .as(file)
                    .contains(".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"OPTIONS\"")
                    .noneMatch(
                            line -> line.isBlank() || line.contains("%%") || line.contains("${") || line.contains("@|"))
                    .filteredOn(line -> line.startsWith("."))
                    .allSatisfy(line -> assertThat(MACROS).contains(line.split(" ", 2)[0]));
        }
    }

    @Test
    void aPageSaysWhatTheHelpSays() throws Exception {
        write();

        assertThat(page("leadgen-count"))
                .contains(
                        ".TH \"LEADGEN\\-COUNT\" 1 2026-11-01 \"leadgen 1.2.3\" \"User Commands\"",
                        "leadgen\\-count \\- Count the people who match a condition.",
                        "\\fB\\-w, \\-\\-where=PREDICATE\\fR",
                        "leadgen \\-\\-demo count main.leads.customer_360 \\-w \"age > 25\"");
        assertThat(page("leadgen"))
                .contains("\\fB130\\fR", "interrupted", "\\fBLEADGEN_HOME\\fR", "\\fBleadgen\\-audit(1)\\fR");
        assertThat(page("leadgen-audit-tail")).endsWith("leadgen(1), which has exit codes, environment and files");
    }

    @Test
    void anotherProgramGetsAPageToo() throws Exception {
        write(Another.class.getName());

        assertThat(page("another")).contains("another \\- Is another program.").doesNotContain(".SH \"EXIT STATUS\"");
    }
}
