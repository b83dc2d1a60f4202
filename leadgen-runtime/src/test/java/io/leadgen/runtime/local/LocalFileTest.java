package io.leadgen.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileTest {
    private static final DuckDbLimits SMALL = new DuckDbLimits(1, 128L << 20);
    private static final String PEOPLE = "uid,age,city\n1,20,Ankara\n2,30,İzmir\n";

    @TempDir
    Path folder;

    @BeforeEach
    void people() throws IOException {
        Files.writeString(folder.resolve("people.csv"), PEOPLE);
    }

    private LocalFile file(String word) {
        return LocalFile.of(word, folder);
    }

    private LeadgenHome home() {
        return LeadgenHome.of(Map.of("LEADGEN_HOME", folder.resolve("home").toString()));
    }

    @Test
    void theNameFollowsFromWhereTheFileReallyIs() throws IOException {
        TableName name = file("people.csv").name();
        assertThat(name.toString()).matches("file\\.[0-9a-f]{16}\\.people");
        assertThat(TableName.parse(name.toString())).isEqualTo(name);

        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("people.csv"), PEOPLE);
        assertThat(file("other/people.csv").name()).isNotEqualTo(name);
        Files.writeString(folder.resolve("people.tsv"), PEOPLE);
        assertThat(file("people.tsv").name()).isNotEqualTo(name);

        Files.createSymbolicLink(other.resolve("link.csv"), folder.resolve("people.csv"));
        Files.createSymbolicLink(folder.resolve("also"), other);
        for (String same : new String[] {
            "./people.csv",
            "other/../people.csv",
            folder.resolve("people.csv").toString(),
            "other/link.csv",
            "also/link.csv"
        }) {
            assertThat(file(same).name()).as(same).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customers.parquet      | customers",
                "My Customers (1).csv   | my_customers__1_",
                "sales.2026.csv.gz      | sales_2026",
                ".csv                   | _",
                "-x.csv                 | _-x",
                "Ünlü.csv               | ünlü",
                "it's.csv               | it_s",
            })
    void theNameIsReadable(String fileName, String table) throws IOException {
        Files.writeString(folder.resolve(fileName), PEOPLE);
        TableName name = file(fileName).name();
        assertThat(name.table()).isEqualTo(table);
        assertThat(TableName.parse(name.toString())).isEqualTo(name);
    }

    @Test
    void aLongNameIsCutBetweenLetters() throws IOException {
        Files.writeString(folder.resolve("x".repeat(62) + "𠀀𠀀𠀀.csv"), PEOPLE);
        TableName name = file("x".repeat(62) + "𠀀𠀀𠀀.csv").name();
        assertThat(name.table()).matches("x{62}(𠀀)?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody.csv           | There is no file nobody.csv",
                "no/where.parquet     | There is no file no/where.parquet",
                "s3://bucket/x.csv    | Cannot open s3://bucket/x.csv: only local files are supported",
                "empty.csv            | The file empty.csv is empty",
                "empty.parquet        | The file empty.parquet is empty",
                "people.txt           | people.txt is not a Parquet or CSV file",
                "people.xlsx          | people.xlsx is not a Parquet or CSV file",
                "people.duckdb        | people.duckdb is a database",
                "dangling.csv         | There is no file dangling.csv",
            })
    void whatCannotBeAskedAboutSaysWhy(String word, String message) throws IOException {
        Files.createFile(folder.resolve("empty.csv"));
        Files.createFile(folder.resolve("empty.parquet"));
        for (String name : new String[] {"people.txt", "people.xlsx", "people.duckdb"}) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.createSymbolicLink(folder.resolve("dangling.csv"), folder.resolve("nobody"));
        assertThatThrownBy(() -> file(word)).isInstanceOfSatisfying(LeadgenException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
            assertThat(e).hasMessageStartingWith(message);
            assertThat(e.hint()).isNotBlank();
        });
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        Path file = folder.resolve("people.csv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "the superuser may read everything");
        assertThatThrownBy(() -> file("people.csv")).hasMessage("Cannot read the file people.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not.parquet|this is text",
                "broken.csv|a,b\n1,2,3,4\n\"x,2\n5\n6,7,8\n",
                "binary.csv|\0\1\2\uFFFF",
                "last.csv|a,b\n1,2\n3,4,5\n",
                "longer.csv|a,b\n1,2\n3,4,5\n6,7\n",
                "shorter.csv|a;b\n1;2\n3\n6;7\n",
                "open.csv|a,b\n\"1,2\n\"3,4\n\"5,6\n",
                "not.csv.gz|a,b\n1,2\n"
            })
    void whatIsNotWhatItSeemsSaysSoWithoutTheEnginesWords(String nameAndText) throws IOException {
        String name = nameAndText.substring(0, nameAndText.indexOf('|'));
        Files.writeString(folder.resolve(name), nameAndText.substring(nameAndText.indexOf('|') + 1));
        LocalFile file = file(name);
        assertThatThrownBy(() -> file.warehouse(SMALL).close()).isInstanceOfSatisfying(LeadgenException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
            assertThat(e.getMessage()).matches("Cannot read the file \\Q" + name + "\\E as (Parquet|CSV): [^\"]+");
            assertThat(e.hint()).isNotBlank();
        });
    }

    @Test
    void whatComesLateInAFileCountsForItsTypesToo() throws IOException {
        StringBuilder rows = new StringBuilder("id,late,day\n");
        for (int i = 0; i < 50_000; i++) {
            rows.append(i)
                    .append(',')
                    .append(i)
                    .append(",2026-01-0")
                    .append(1 + i % 9)
                    .append('\n');
        }
        Files.writeString(folder.resolve("early.csv"), rows);
        Files.writeString(folder.resolve("late.csv"), rows + "50000,x,2026-01-10\n");
        Files.writeString(folder.resolve("wider.csv"), rows + "50000,1.5,2026-01-10\n");
        Files.writeString(folder.resolve("hour.csv"), rows + "50000,1,2026-01-10 12:00:00\n");
        assertThat(types("hour.csv")).containsExactly("bigint", "bigint", "timestamp_ntz");
        assertThat(types("early.csv")).containsExactly("bigint", "bigint", "date");
        assertThat(types("late.csv")).containsExactly("bigint", "string", "date");
        assertThat(types("wider.csv")).containsExactly("bigint", "double", "date");

        Files.writeString(folder.resolve("torn.csv"), rows + "50000,1,2026-01-10,7\n");
        assertThatThrownBy(() -> types("torn.csv"))
                .hasMessage("Cannot read the file torn.csv as CSV: line 50002 has 4 fields, and line 1 has 3");
    }

    private List<String> types(String word) {
        return schema(word).columns().stream()
                .map(column -> column.type().toString())
                .toList();
    }

    @Test
    void aTitleBeforeTheHeaderIsRefused() throws IOException {
        Files.writeString(folder.resolve("title.csv"), "People of 2026\n\nuid,age\n1,2\n3,4\n5,6\n");
        assertThatThrownBy(() -> schema("title.csv")).hasMessageContaining("the first line has 1 field");
    }

    @Test
    void oneColumnIsEnough() throws IOException {
        Files.writeString(folder.resolve("one.csv"), "\"name, first\"\nx\ny\n");
        assertThat(schema("one.csv").columns()).hasSize(1);
    }

    @Test
    void aPackedFileIsReadAsItIs() throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("people.csv.gz")))) {
            out.write(PEOPLE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        LocalFile file = file("people.csv.gz");
        try (Warehouse warehouse = file.warehouse(SMALL)) {
            assertThat(warehouse.describe(file.name())).isPresent();
        }
    }

    private LeadgenConfig config(String tables) throws IOException {
        Path file =
                Files.writeString(folder.resolve("config.yml"), "warehouse: {embedded: {tables: {" + tables + "}}}\n");
        return LeadgenConfig.load(file, Map.of("LEADGEN_HOME", folder.toString()));
    }

    @Test
    void aFileThatAConfigurationServesIsItsTable() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("people.csv"));
        Files.createDirectory(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/one.csv"), PEOPLE);
        TableName table = TableName.parse("main.leads.people");

        assertThat(file("people.csv").servedBy(config("main.leads.people: people.csv")))
                .contains(table);
        assertThat(file("people.csv").servedBy(config("main.leads.people: link.csv")))
                .contains(table);
        assertThat(file("link.csv").servedBy(config("main.leads.people: people.csv")))
                .contains(table);
        assertThat(file("people.csv").servedBy(config("main.leads.people: absent.csv")))
                .isEmpty();
        assertThat(file("people.csv").servedBy(LeadgenConfig.defaults(home()))).isEmpty();
        assertThatThrownBy(() -> file("parts/one.csv").servedBy(config("main.leads.people: parts")))
                .isInstanceOf(LeadgenException.class)
                .hasMessage("This file is part of the table main.leads.people");
        assertThatThrownBy(() -> file("people.csv").servedBy(config("a.b.c: people.csv, d.e.f: people.csv")))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.hint()).contains("a.b.c", "d.e.f"));
    }

    @Test
    void aFileIsAskedAboutAsATable() throws IOException {
        StringBuilder rows = new StringBuilder("uid,age\n");
        for (int i = 0; i < 6_000; i++) {
            rows.append(i / 3).append(',').append(i % 100).append('\n');
        }
        Files.writeString(folder.resolve("visits.csv"), rows);
        LocalFile file = file("visits.csv");
        LeadgenConfig config = LeadgenConfig.defaults(home());
        Principal me = Principal.of("me");

        try (Leadgen leadgen = Leadgen.open(config, file, schema -> UnitParser.parse("UID", schema))) {
            AudienceEstimate people = leadgen.audience().approxCount(file.name(), me);
            assertThat(people.approxCount()).isBetween(1_700L, 2_300L); // 2,000, more than six sigma
            assertThat(people.privacy().unit()).isEqualTo("uid");
        }
        try (Leadgen leadgen = Leadgen.open(config, file, schema -> UnitParser.parse("rows", schema))) {
            AudienceEstimate rowsOfFile = leadgen.audience().approxCount(file.name(), me);
            assertThat(rowsOfFile.approxCount()).isBetween(5_700L, 6_300L);
            assertThat(rowsOfFile.privacy().repeated()).isFalse(); // another question, paid for from the same budget
            assertThat(rowsOfFile.privacy().budgetLeft().rho().value().doubleValue())
                    .isLessThan(0.1 - rowsOfFile.privacy().cost().rho().value().doubleValue());
        }
    }

    @Test
    void theUnitIsAColumnOrEachRow() throws IOException {
        TableSchema schema = schema("people.csv");
        assertThat(UnitParser.parse("uid", schema)).isEqualTo(new PrivacyUnit.Key(new ColumnName("uid")));
        assertThat(UnitParser.parse("`uid`", schema)).isEqualTo(new PrivacyUnit.Key(new ColumnName("uid")));
        assertThat(UnitParser.parse("rows", schema)).isEqualTo(new PrivacyUnit.Row(null));
        for (String wrong : new String[] {"uidd", "", "`rows`", "x".repeat(300), "a\u0007"}) {
            assertThatThrownBy(() -> UnitParser.parse(wrong, schema))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            LeadgenException.class,
                            e -> assertThat(e.hint()).contains("its columns are uid, age, city"));
        }
        assertThatThrownBy(() -> UnitParser.parse("uidd", schema))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.hint()).startsWith("did you mean uid?"));

        Files.writeString(folder.resolve("rows.csv"), "rows,x\n1,2\n");
        TableSchema withRows = schema("rows.csv");
        assertThat(UnitParser.parse("`rows`", withRows)).isEqualTo(new PrivacyUnit.Key(new ColumnName("rows")));
        assertThatThrownBy(() -> UnitParser.parse("rows", withRows)).hasMessageContaining("has a column named rows");
    }

    private TableSchema schema(String word) {
        LocalFile file = file(word);
        try (Warehouse warehouse = file.warehouse(SMALL)) {
            return warehouse.describe(file.name()).orElseThrow();
        }
    }

    @Test
    void whatAPersonIsIsRemembered() throws IOException {
        RememberedUnits units = new RememberedUnits(home());
        LocalFile file = file("people.csv");
        assertThat(units.of(file)).isEmpty();
        assertThat(units.named(file.name())).isEmpty();

        units.remember(file, new PrivacyUnit.Key(new ColumnName("uid")));
        assertThat(units.of(file)).contains(new PrivacyUnit.Key(new ColumnName("uid")));
        assertThat(units.named(file.name())).contains(file);
        units.remember(file, new PrivacyUnit.Row(null));
        assertThat(new RememberedUnits(home()).of(file)).contains(new PrivacyUnit.Row(null));
        assertThat(units.named(TableName.parse("file.people.people"))).isEmpty();

        Path note = home().files().resolve(file.name().schema() + ".json");
        for (String damaged :
                new String[] {"", "{", "[]", "{\"leadgen_file\": 2, \"unit\": \"uid\"}", "{\"unit\": null}"}) {
            Files.writeString(note, damaged);
            assertThat(units.of(file)).as(damaged).isEqualTo(Optional.empty());
        }
        Files.delete(folder.resolve("people.csv"));
        units.remember(file, new PrivacyUnit.Row(null));
        assertThatThrownBy(() -> units.named(file.name())).hasMessageStartingWith("There is no file " + file.path());
    }
}
