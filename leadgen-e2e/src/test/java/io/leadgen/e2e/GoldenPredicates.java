package io.leadgen.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The predicates of the core's golden files, and the table that they are about. */
public final class GoldenPredicates {
    /** As {@code People} in the tests of the core. */
    public static final TableSchema SCHEMA = new TableSchema(
            TableName.parse("main.leads.people"),
            List.of(
                    Column.of("age", ColumnType.INT),
                    Column.of("tiny", ColumnType.TINYINT),
                    Column.of("small", ColumnType.SMALLINT),
                    Column.of("visits", ColumnType.BIGINT),
                    Column.of("ltv", ColumnType.decimal(12, 2)),
                    Column.of("score", ColumnType.DOUBLE),
                    Column.of("rate", ColumnType.FLOAT),
                    Column.of("income_level", ColumnType.STRING),
                    Column.of("city", ColumnType.STRING),
                    Column.of("email", ColumnType.STRING),
                    Column.of("consent", ColumnType.BOOLEAN),
                    Column.of("vip", ColumnType.BOOLEAN),
                    Column.of("born", ColumnType.DATE),
                    Column.of("died", ColumnType.DATE),
                    Column.of("joined", ColumnType.TIMESTAMP),
                    Column.of("seen", ColumnType.TIMESTAMP_NTZ),
                    Column.of("tags", ColumnType.OTHER),
                    Column.of("year", ColumnType.INT),
                    Column.of("date", ColumnType.DATE),
                    Column.of("timestamp", ColumnType.TIMESTAMP),
                    Column.of("interval", ColumnType.INT),
                    Column.of("all", ColumnType.INT),
                    Column.of("select", ColumnType.INT),
                    Column.of("from", ColumnType.INT),
                    Column.of("window", ColumnType.STRING),
                    Column.of("escape", ColumnType.STRING),
                    Column.of("case", ColumnType.BOOLEAN),
                    Column.of("and", ColumnType.BOOLEAN),
                    Column.of("my column", ColumnType.STRING),
                    Column.of("größe", ColumnType.DOUBLE),
                    Column.of("tick`tock", ColumnType.STRING),
                    Column.of("a.b", ColumnType.STRING)),
            null);

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final String FOLDER = "leadgen-core/src/test/resources/io/leadgen/predicate/language/";

    private GoldenPredicates() {}

    public static List<String> accepted() {
        return inputs("accepted.txt");
    }

    public static List<String> rejected() {
        return inputs("rejected.txt");
    }

    private static List<String> inputs(String file) {
        try {
            return Files.readAllLines(Checkout.ROOT.resolve(FOLDER + file), UTF_8).stream()
                    .filter(line -> line.startsWith(">"))
                    .map(line -> unescaped(line.length() < 2 ? "" : line.substring(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        return UNICODE.matcher(line)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
