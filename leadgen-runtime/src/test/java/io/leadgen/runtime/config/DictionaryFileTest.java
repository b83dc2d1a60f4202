package io.leadgen.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadgen.catalog.ColumnMeaning;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.TablePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryFileTest {
    private static final String CONFIG = """
            warehouse: {embedded: {tables: {main.a.t: t.csv}}}
            privacy: {tables: {main.a.t: {dictionary: words/t.csv}}}
            """;

    @TempDir
    private Path folder;

    private LeadgenConfig load() throws IOException {
        Path config = Files.writeString(folder.resolve("config.yml"), CONFIG);
        return LeadgenConfig.load(config, Map.of("LEADGEN_HOME", folder.toString()));
    }

    private TablePolicy policy(String csv) throws IOException {
        write(csv);
        return load().privacy().table(TableName.parse("main.a.t"));
    }

    private void write(String csv) throws IOException {
        Files.createDirectories(folder.resolve("words"));
        Files.writeString(folder.resolve("words/t.csv"), csv);
    }

    private static ColumnMeaning meaning(TablePolicy policy, String column) {
        return policy.meaning(new ColumnName(column));
    }

    @Test
    void saysWhatColumnsMean() throws IOException {
        TablePolicy policy = policy("""
                column,description,business_definition,allowed_values,owner,tags
                Age,In years,"Age, as of ""today""
                and no other day",,Customer Data,birth; years | old;

                income_level,,,low;medium;high,,
                """);

        assertThat(meaning(policy, "age"))
                .isEqualTo(new ColumnMeaning(
                        "In years",
                        "Age, as of \"today\"\nand no other day",
                        List.of(),
                        "Customer Data",
                        List.of("birth", "years", "old")));
        assertThat(meaning(policy, "income_level"))
                .isEqualTo(new ColumnMeaning(null, null, List.of("low", "medium", "high"), null, List.of()));
        assertThat(meaning(policy, "city")).isEqualTo(ColumnMeaning.NONE);
    }

    @Test
    void takesTheDialectsOfSpreadsheets() throws IOException {
        assertThat(meaning(policy("\uFEFFTags;Column\r\n\"a;b\";x\r\n"), "x").tags())
                .containsExactly("a", "b");
        assertThat(meaning(policy("Business Definition\tCOLUMN\rd\tx"), "x").definition())
                .isEqualTo("d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "column,ownr#a,b#           | 1: a field of the header must be one of column, description,",
                "column,ownr#a,b#           | did you mean owner?",
                "owner,tags#a,b#            | 1: the header needs the field column",
                "column,column#a,b#         | 1: the field column is given twice",
                "~~                         | 1: the header is missing",
                "column,owner#a,b#c#        | 3: this line has 1 fields, and the header 2",
                "column,owner#x,\"two#lines\"#a,b#A,c | 5: a is given twice",
                "column,owner#,b#           | 2: column must be the name of a column",
                "column,owner#a,b#c,\"d#e,f | 3: a quote is opened here and not closed",
            })
    void reportsTheLineOfTheDictionaryAtTheKey(String csv, String problem) throws IOException {
        write(csv.replace("#", "\n"));
        LeadgenException error = catchThrowableOfType(LeadgenException.class, this::load);

        assertThat(error.getMessage())
                .startsWith(folder.resolve("config.yml") + ":2:43: the dictionary ")
                .contains(folder.resolve("words/t.csv").toString(), problem);
    }

    @Test
    void aFileThatIsNotThereIsAnError() throws IOException {
        LeadgenException error = catchThrowableOfType(LeadgenException.class, this::load);
        assertThat(error.getMessage()).contains(":2:43: the dictionary ", "words/t.csv: there is no such file");
    }
}
