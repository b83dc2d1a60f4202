package io.leadgen.runtime.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.runtime.csv.CsvEncoding;
import io.leadgen.runtime.csv.CsvOptions;
import io.leadgen.runtime.csv.CsvType;
import io.leadgen.runtime.csv.DateOrder;
import io.leadgen.runtime.files.FileFault;
import io.leadgen.testkit.TrueCells;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A CSV file is read right, or refused with the cause. */
class CsvTablesTest {
    private static final TableName TABLE = TableName.parse("main.leads.people");
    private static final CsvOptions NONE = CsvOptions.NONE;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(path))
                : Files.newOutputStream(path)) {
            out.write(text.getBytes(charset));
        }
        return path;
    }

    private static String lines(int from, int to, String pattern) {
        return IntStream.range(from, to)
                .mapToObj(i -> pattern.replace("#", Integer.toString(i)) + "\n")
                .collect(Collectors.joining());
    }

    private static DuckDbWarehouse open(Path file, CsvOptions options, @Nullable String unit) {
        return DuckDbWarehouse.open(
                new EmbeddedTables(
                        Map.of(TABLE, file),
                        Map.of(),
                        Map.of(TABLE, options),
                        unit == null ? Map.of() : Map.of(TABLE, new ColumnName(unit))),
                new DuckDbLimits(1, 256L << 20));
    }

    private static List<String> columns(Path file, CsvOptions options) {
        try (Warehouse warehouse = open(file, options, null)) {
            return warehouse.describe(TABLE).orElseThrow().columns().stream()
                    .map(column -> column.name() + " " + column.type())
                    .toList();
        }
    }

    private static List<String> columns(Path file) {
        return columns(file, NONE);
    }

    private static TableSchema schema(Path file) {
        try (Warehouse warehouse = open(file, NONE, null)) {
            return warehouse.describe(TABLE).orElseThrow();
        }
    }

    private static @Nullable String note(Path file, int column) {
        return schema(file).columns().get(column).comment();
    }

    private static long count(Path file, CsvOptions options, Predicate predicate) {
        try (Warehouse warehouse = open(file, options, null)) {
            return count(warehouse, new PrivacyUnit.Row(null), predicate);
        }
    }

    private static long count(Warehouse warehouse, PrivacyUnit unit, Predicate predicate) {
        AggregateQuery query =
                new AggregateQuery(TABLE, unit, predicate, new Cells.Whole(), List.of(new Measure.Units()));
        return TrueCells.value(warehouse.aggregate(query, new Cancellation()), 0, 0)
                .longValueExact();
    }

    private static long count(Path file) {
        return count(file, NONE, Constant.TRUE);
    }

    private static Predicate is(String column, ColumnType type, ComparisonOperator operator, Literal value) {
        return new Predicate.Comparison(operator, new ColumnRef(new ColumnName(column), type), value);
    }

    private static Predicate isText(String column, String value) {
        return is(column, ColumnType.STRING, ComparisonOperator.EQ, new Literal.Text(value));
    }

    private static Predicate isNumber(String column, ColumnType type, ComparisonOperator operator, String value) {
        return is(column, type, operator, new Literal.Number(new BigDecimal(value)));
    }

    private static LeadgenException refusal(Path file, CsvOptions options) {
        try (Warehouse warehouse = open(file, options, null)) {
            warehouse.describe(TABLE);
        } catch (LeadgenException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_INVALID);
            assertThat(e.getMessage()).contains(TABLE.toString(), file.toString());
            assertThat(e.getCause()).isInstanceOf(FileFault.class);
            return e;
        }
        throw new AssertionError("not refused");
    }

    private static String cause(Path file) {
        return refusal(file, NONE).getMessage().replaceFirst("(?s).* as (CSV|a folder of files): ", "");
    }

    // ---------------------------------------------------------------- one dialect for all lines

    @Test
    void aHeaderOfOneColumnMakesEveryLineAValue() throws IOException {
        Path cities = file("cities.csv", "city\n" + lines(0, 1_000, "Town #") + "Town, Ohio\n".repeat(1_500));
        assertThat(columns(cities)).containsExactly("city string");
        assertThat(count(cities)).isEqualTo(2_500);
        assertThat(count(cities, NONE, isText("city", "Town, Ohio"))).isEqualTo(1_500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wider.csv", "wider.csv.gz"})
    void aLaterLineOfAnotherLengthIsNamed(String name) throws IOException {
        Path wider = file(name, "id,age\n" + lines(0, 1_000, "#,20") + lines(1_000, 4_000, "#,20,x"));
        assertThat(cause(wider)).isEqualTo("line 1002 has 3 fields, and line 1 has 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a,b\\n1,2\\n3\\n                  | line 3 has 1 field, and line 1 has 2",
                "a;b\\n1;2\\n3\\n                  | line 3 has 1 field, and line 1 has 2",
                "a,b\\n\\n1,2\\n3,4,5             | line 4 has 3 fields, and line 1 has 2",
                "a,b\\n1,\"x\\n3,4\\n             | the quote that line 2 opens is never closed",
                "a,b\\n\"1,2\\n\"3,4\\n           | line 3 has text after a closing quote",
                "a,\"b\\n1,2\\n3,4\\n             | the quote that line 1 opens is never closed",
                "a,\"b\\n1,2\"\\n3,4\\n           | the name of column 2 has a line break",
                "id,\"First\\nname\"\\n1,2\\n     | the name of column 2 has a line break",
                "a,b\\tc\\n1,2\\n                 | the name of column 2 has a tab or another control character",
                "a,A\\n1,2\\n                     | columns 1 and 2 have the same name",
                "a, a\\n1,2\\n                    | columns 1 and 2 have the same name",
                "0,18,town\\n1,19,city\\n         | column 1 of the first line is a number, a date or an address and no name",
                "name,x@example.org\\nb,c\\n      | column 2 of the first line is a number, a date or an address and no name",
                "Ann,Oslo\\nBob,Bonn\\nCyd,Oslo\\n | line 3 repeats the name of column 2",
                "a,b\\n1,2\\na,b\\n3,4\\n         | line 3 repeats the name of column 1",
                "a,b\\n1,\\0\\n                   | line 2 has a zero byte",
                "a,b\\n1, \"x\"\\n                | line 2 has a space next to a quote, and programs differ in what that means",
                "a\\n1\\n\\n2\\n                  | line 3 is blank, and can be a missing value or nothing",
                "People\\nid,age\\n1,2\\n3,4\\n   | the first line has 1 field with the delimiter comma, and every other has 2",
                "a,b;c\\n                         | it can be read with the delimiters comma and semicolon",
                "a,b\\n1,2\\r3,4\\n               | some lines end in CR and others in LF",
                "\\n\\n                           | it has no line",
            })
    void whatIsNoTableIsRefusedWithTheCause(String text, String cause) throws IOException {
        Path wrong = file(
                "wrong.csv",
                text.strip()
                        .replace("\\n", "\n")
                        .replace("\\r", "\r")
                        .replace("\\t", "\t")
                        .replace("\\0", "\0"));
        assertThat(cause(wrong)).isEqualTo(cause);
        assertThat(refusal(wrong, NONE).hint()).isNotBlank();
    }

    @Test
    void aNameOf256LettersIsRefused() throws IOException {
        assertThat(cause(file("long.csv", "a," + "x".repeat(256) + "\n1,2\n")))
                .isEqualTo("the name of column 2 is longer than 255 characters");
    }

    @Test
    void oneBrokenTableLeavesTheOthers() throws IOException {
        TableName other = TableName.parse("main.leads.other");
        Map<TableName, Path> files = Map.of(
                TABLE, file("broken.csv", "id,\"First\nname\"\n1,2\n"), other, file("sound.csv", "id,age\n1,2\n"));
        try (Warehouse warehouse = DuckDbWarehouse.open(EmbeddedTables.of(files), DuckDbLimits.defaults())) {
            assertThat(warehouse.describe(other)).isPresent();
            assertThat(warehouse.tables("main", "leads")).containsExactly(other);
            assertThatThrownBy(() -> warehouse.describe(TABLE)).hasMessageContaining("broken.csv");
        }
    }

    @Test
    void dialectsOfManyProgramsAreRead() throws IOException {
        for (String text : List.of(
                "id,city\n1,x\n2,\"y, z\"\n",
                "id;city\r\n1;x\r\n2;y, z\r\n",
                "id\tcity\n1\tx\n2\ty, z\n",
                "id|city\r1|x\r2|y, z\r",
                "'id','city'\n1,'x'\n2,'y, z'\n",
                "\uFEFFid;city\n1;x\n\n2;\"y, z\"\n\n",
                "id,city\r\n1,x\n2,\"y, z\"\r\n",
                "\"id\" , \"city\"\n1,x\n2,\"y, z\"")) {
            Path path = file("dialect" + Integer.toHexString(text.hashCode()) + ".csv", text);
            assertThat(columns(path)).as(text).containsExactly("id bigint", "city string");
            assertThat(count(path, NONE, isText("city", "y, z"))).as(text).isEqualTo(1);
            assertThat(count(path)).as(text).isEqualTo(2);
        }
        Path backslash = file("backslash.csv", "id,city\n1,\"a \\\"b\\\" c\"\n2,d\n");
        assertThat(count(backslash, NONE, isText("city", "a \"b\" c"))).isEqualTo(1);
        assertThat(schema(backslash).comment()).contains("escape backslash");
        Path inch = file("inch.csv", "id,size\n1,5\" pipe\n2,x\n");
        assertThat(count(inch, NONE, isText("size", "5\" pipe"))).isEqualTo(1);
    }

    @Test
    void describeShowsHowTheFileIsRead() throws IOException {
        assertThat(schema(file("read.csv", "id;day\n1;31/12/2025\n2;NA\n")).comment())
                .isEqualTo("CSV: delimiter semicolon, quote double, header, utf-8, empty is null, dates DD/MM/YYYY");
    }

    @Test
    void encodingsAreReadOrRefused() throws IOException {
        String text = "id,city\n1,Zürich\n2,x\n";
        assertThat(cause(file("latin.csv", text, StandardCharsets.ISO_8859_1))).isEqualTo("line 2 is not UTF-8");
        Path latin = folder.resolve("latin.csv");
        assertThat(count(latin, encoded(CsvEncoding.LATIN_1), isText("city", "Zürich")))
                .isEqualTo(1);
        Path utf16 = file("utf16.csv", "\uFEFF" + text, StandardCharsets.UTF_16LE);
        assertThat(count(utf16, NONE, isText("city", "Zürich"))).isEqualTo(1);
        assertThat(cause(file("high.csv", "\uFEFF" + text, StandardCharsets.UTF_16BE)))
                .isEqualTo("it is UTF-16 with the higher byte first");
    }

    private static CsvOptions encoded(CsvEncoding encoding) {
        return new CsvOptions(null, null, null, null, null, 0, null, '.', '\0', encoding, null, Map.of());
    }

    // ---------------------------------------------------------------- types

    @Test
    void wordsForNullAreNullAmongNumbersOnly() throws IOException {
        Path ages = file("ages.csv", "id,age,country\n" + lines(0, 100, "#,#,NA") + "100,NA,NO\n101,n/a,NO\n102,,\n");
        assertThat(columns(ages)).containsExactly("id bigint", "age bigint", "country string");
        assertThat(note(ages, 1)).isEqualTo("NA, n/a are null");
        assertThat(note(ages, 2)).isEqualTo("NA is a text");
        assertThat(count(ages, NONE, isNumber("age", ColumnType.BIGINT, ComparisonOperator.GT, "50")))
                .isEqualTo(49);
        assertThat(count(ages, NONE, new Predicate.IsNull(new ColumnRef(new ColumnName("age"), ColumnType.BIGINT))))
                .isEqualTo(3);
        assertThat(count(ages, NONE, isText("country", "NA"))).isEqualTo(100);
    }

    @Test
    void onlyTrueAndFalseAreBoolean() throws IOException {
        Path flags = file("flags.csv", "sex,ok,vip\nF,true,yes\nF,FALSE,no\nF,,no\n");
        assertThat(columns(flags)).containsExactly("sex string", "ok boolean", "vip string");
        assertThat(count(flags, NONE, isText("sex", "F"))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "7.1, 7.10, double", "1, +1, bigint", "007, 7, string", "12345678901234567890, 12345678901234567891, string",
        "1e3, 1000, double", "2025-1-5, 2025-01-05, date", "1, 1.0, double", "-0, 0, bigint"
    })
    void theUnitIsTheTextAsWritten(String one, String other, String type) throws IOException {
        Path ids = file("ids.csv", "id,n\n" + one + ",1\n" + other + ",2\n" + other + ",3\n");
        assertThat(columns(ids).get(0)).isEqualTo("id " + type);
        try (Warehouse warehouse = open(ids, NONE, "id")) {
            Column id = warehouse.describe(TABLE).orElseThrow().columns().get(0);
            assertThat(id.type()).isEqualTo(ColumnType.STRING);
            assertThat(count(warehouse, new PrivacyUnit.Key(new ColumnName("id")), Constant.TRUE))
                    .isEqualTo(2);
        }
    }

    @Test
    void plainIntegersStayNumbersAsAUnit() throws IOException {
        try (Warehouse warehouse = open(file("plain.csv", "id,n\n1,1\n2,2\n"), NONE, "id")) {
            assertThat(warehouse.describe(TABLE).orElseThrow().columns().get(0).type())
                    .isEqualTo(ColumnType.BIGINT);
        }
    }

    @Test
    void datesAreReadInTheOrderThatAllHave() throws IOException {
        Path dates = file("dates.csv", """
                iso;dmy;mdy;both;time;zone;wrong
                2025-12-31;31.12.2025;12/31/2025;01/02/2025;2025-12-31T10:00:01.5;2025-12-31 10:00Z;2025-02-30
                2025-01-02;1.2.2025;1/2/2025;03/04/2025;2025-12-31;2025-12-31 10:00+02:00;2025-02-01
                """);
        assertThat(columns(dates))
                .containsExactly(
                        "iso date",
                        "dmy date",
                        "mdy date",
                        "both string",
                        "time timestamp_ntz",
                        "zone timestamp",
                        "wrong string");
        assertThat(note(dates, 3)).contains("day and month of its dates can be swapped");
        Literal day = new Literal.Date(LocalDate.of(2025, 2, 1));
        assertThat(count(dates, NONE, is("dmy", ColumnType.DATE, ComparisonOperator.EQ, day)))
                .isEqualTo(1);
        CsvOptions dmy =
                new CsvOptions(null, null, null, null, null, 0, null, '.', '\0', null, DateOrder.DMY, Map.of());
        assertThat(columns(dates, dmy)).contains("both date");
        assertThat(count(dates, dmy, is("both", ColumnType.DATE, ComparisonOperator.EQ, day)))
                .isEqualTo(1);
    }

    @Test
    void theOwnerCanDeclareWhatTheFileDoesNotSay() throws IOException {
        Path german = file("german.csv", "# export\n1.234,5;x;keine\n2,5;keine;x\n");
        CsvOptions options = new CsvOptions(
                ';', '"', '"', '#', false, 0, List.of("keine"), ',', '.', null, null, Map.of("column2", CsvType.TEXT));
        assertThat(columns(german, options)).containsExactly("column1 double", "column2 string", "column3 string");
        assertThat(count(german, options, isNumber("column1", ColumnType.DOUBLE, ComparisonOperator.EQ, "1234.5")))
                .isEqualTo(1);
        assertThat(count(
                        german,
                        options,
                        new Predicate.IsNull(new ColumnRef(new ColumnName("column2"), ColumnType.STRING))))
                .isEqualTo(1);
        CsvOptions wrong = new CsvOptions(
                null, null, null, null, true, 0, null, '.', '\0', null, null, Map.of("n", CsvType.INTEGER));
        assertThat(refusal(file("wrong.csv", "n\n1\nx\n"), wrong))
                .hasMessageEndingWith("line 3: column 1 is not a whole number, though its type is declared");
    }

    @Test
    void aFolderOfCsvFilesIsOneTable() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        file("parts/a.csv", "id,x\n1,2\n2,3\n");
        file("parts/b.csv.gz", "x;id\n1.5;3\n");
        file("parts/_hidden.csv", "other\n1\n");
        assertThat(columns(parts)).containsExactly("id bigint", "x double");
        assertThat(count(parts)).isEqualTo(3);
        assertThat(count(parts, NONE, isNumber("x", ColumnType.DOUBLE, ComparisonOperator.LT, "2")))
                .isEqualTo(1);
        file("parts/c.csv", "id,y\n1,2\n");
        assertThat(cause(parts)).isEqualTo("c.csv has other columns than a.csv");
    }
}
