package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.tests.generate.GoldenQuestions;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The statements for Databricks have, on Spark, the cells that DuckDB, H2 and the reference have. */
@Tag("slow")
class SparkAnswersTest {
    private static final PrivacyUnit ROW = new PrivacyUnit.Row(null);
    private static final List<Measure> COUNT = List.of(new Measure.Units());
    private static final long SEED = 20_261_126;

    @TempDir
    static Path directory;

    @Test
    void goldenQuestionsHaveTheSameCells(TestReporter reporter) throws Exception {
        Map<String, AggregateQuery> questions = GoldenQuestions.all();
        assertThat(questions).hasSizeGreaterThan(150);
        assertSame("golden", GoldenQuestions.tables(), questions.values(), reporter);
    }

    // More literals than a statement has markers

    private static final ColumnName PERSON = new ColumnName("person");
    private static final int MANY = 300;
    private static final List<ColumnType> LITERAL_TYPES = List.of(
            ColumnType.INT,
            ColumnType.BIGINT,
            ColumnType.decimal(20, 4),
            ColumnType.DOUBLE,
            ColumnType.STRING,
            ColumnType.DATE,
            ColumnType.TIMESTAMP,
            ColumnType.TIMESTAMP_NTZ);

    @Test
    void manyLiteralsHaveTheSameCells(TestReporter reporter) throws Exception {
        Random random = new Random(SEED);
        Map<ColumnRef, List<Literal>> literals = new LinkedHashMap<>();
        List<Column> columns = new ArrayList<>(List.of(Column.of(PERSON.value(), ColumnType.STRING)));
        for (ColumnType type : LITERAL_TYPES) {
            Column column = Column.of("c_" + type, type);
            columns.add(column);
            Set<Literal> some = new LinkedHashSet<>();
            while (some.size() < MANY) {
                some.add(literal(type, random));
            }
            literals.put(new ColumnRef(column.name(), type), List.copyOf(some));
        }
        TableData table = TableData.of("main.lab.many", columns.toArray(Column[]::new));
        for (int i = 0; i < MANY; i++) {
            List<Object> row = new ArrayList<>(List.of("person " + i / 3));
            for (ColumnType type : LITERAL_TYPES) {
                // Half of the values are mentioned in the questions.
                List<Literal> mentioned = literals.get(new ColumnRef(new ColumnName("c_" + type), type));
                row.add(value(i % 2 == 0 ? mentioned.get(random.nextInt(MANY)) : literal(type, random)));
            }
            table = table.row(row.toArray());
        }
        List<Cells> cells = new ArrayList<>();
        List<Predicate> everyColumn = new ArrayList<>();
        literals.forEach((column, values) -> {
            Predicate in = new Predicate.In(column, values);
            everyColumn.add(in);
            cells.add(new Cells.Each(List.of(in, new Predicate.Not(in))));
            cells.add(new Cells.Groups(List.of(new GroupKey.Listed(column, values)), new UnitLimit(3, 7)));
            if (column.type().kind() != ColumnType.Kind.STRING) {
                List<Literal> edges =
                        values.stream().sorted(LiteralOrder.INSTANCE).toList();
                cells.add(new Cells.Groups(List.of(new GroupKey.Bands(column, edges)), new UnitLimit(3, 7)));
                cells.add(new Cells.FoundGroups(
                        List.of(new GroupKey.Bands(column, edges), new GroupKey.Values(string())),
                        new UnitLimit(3, 7),
                        1));
            }
        });
        cells.add(new Cells.Funnel(
                everyColumn.stream().<Predicate>map(Predicate.Not::new).toList()));
        cells.add(new Cells.Atoms(everyColumn.subList(0, Cells.Atoms.MOST_AUDIENCES)));
        cells.add(new Cells.Each(literals.values().iterator().next().stream()
                .map(SparkAnswersTest::atLeast)
                .toList()));
        List<AggregateQuery> questions = new ArrayList<>();
        for (Cells cut : cells) {
            PrivacyUnit unit = questions.size() % 2 == 0 ? new PrivacyUnit.Key(PERSON) : ROW;
            questions.add(new AggregateQuery(table.schema().name(), unit, Constant.TRUE, cut, COUNT));
        }
        Predicate all = new Predicate.Or(everyColumn);
        questions.add(new AggregateQuery(table.schema().name(), ROW, all, new Cells.Whole(), COUNT));
        Operand.Link link = new Operand.Link(
                table.schema().name(),
                new ColumnRef(PERSON, ColumnType.STRING),
                table.schema().name(),
                PERSON,
                Set.of());
        Predicate several = new Comparison(
                ComparisonOperator.GE, new Operand.RelatedCount(link, all), new Literal.Number(BigDecimal.valueOf(2)));
        questions.add(new AggregateQuery(
                table.schema().name(), new PrivacyUnit.Key(PERSON), several, new Cells.Whole(), COUNT));
        questions.add(new AggregateQuery(
                table.schema().name(),
                ROW,
                new Predicate.And(List.of(all, several)),
                new Cells.Funnel(List.of(several, all)),
                COUNT));
        assertSame("many literals", List.of(table), questions, reporter);
    }

    private static ColumnRef string() {
        return new ColumnRef(new ColumnName("c_" + ColumnType.STRING), ColumnType.STRING);
    }

    private static Predicate atLeast(Literal literal) {
        ColumnRef column = new ColumnRef(new ColumnName("c_" + ColumnType.INT), ColumnType.INT);
        return new Comparison(ComparisonOperator.GE, column, literal);
    }

    private static Literal literal(ColumnType type, Random random) {
        return switch (type.kind()) {
            case INT -> new Literal.Number(BigDecimal.valueOf(random.nextInt()));
            case BIGINT -> new Literal.Number(BigDecimal.valueOf(random.nextLong()));
            case DECIMAL -> new Literal.Number(BigDecimal.valueOf(random.nextLong(), type.scale()));
            // As exact as a literal of 38 digits can say it.
            case DOUBLE -> new Literal.Number(new BigDecimal(Double.toString(random.nextGaussian() * 1e-3)));
            case STRING -> new Literal.Text(text(random));
            case DATE -> new Literal.Date(LocalDate.ofEpochDay(random.nextInt(3_000_000) - 719_162));
            default ->
                new Literal.Timestamp(LocalDate.ofEpochDay(random.nextInt(3_000_000) - 719_162)
                        .atStartOfDay()
                        .plusNanos(random.nextLong(86_400_000_000L) * 1_000));
        };
    }

    /** Of what ends strings, begins escapes, or takes several bytes, in SQL or in JSON. */
    private static String text(Random random) {
        String[] pieces = {
            "'",
            "\"",
            "\\",
            "\\n",
            "\n",
            "\r",
            "\t",
            "\b",
            "${",
            "}",
            "%",
            "_",
            "!",
            "`",
            "?",
            ":p0",
            "[",
            "]",
            ",",
            "{",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\uffff",
            "\ud83d\ude00",
            "e\u0301",
            "\u00e9",
            "\u0130",
            "\u05e9",
            " ",
            "null",
            "a",
            "\\u0041",
            "/",
            "-- ",
            "/*"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static Object value(Literal literal) {
        if (literal instanceof Literal.Number number) {
            return number.value();
        } else if (literal instanceof Literal.Text text) {
            return text.value();
        } else if (literal instanceof Literal.Date date) {
            return date.value();
        }
        return ((Literal.Timestamp) literal).value();
    }

    // Times

    private static final List<LocalDateTime> TIMES = List.of(
            LocalDateTime.of(1, 1, 1, 0, 0),
            LocalDateTime.of(1, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(1582, 10, 4, 23, 0),
            LocalDateTime.of(1582, 10, 10, 12, 0),
            LocalDateTime.of(1582, 10, 15, 0, 30),
            LocalDateTime.of(1883, 11, 18, 12, 3, 57),
            LocalDateTime.of(1899, 12, 31, 23, 30),
            LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(1970, 1, 1, 0, 0, 0, 1_000),
            LocalDateTime.of(2023, 12, 31, 18, 30),
            LocalDateTime.of(2023, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(2024, 1, 1, 0, 0),
            LocalDateTime.of(2024, 1, 7, 23, 59, 59, 999_999_000),
            LocalDateTime.of(2024, 1, 8, 0, 0),
            LocalDateTime.of(2024, 2, 29, 23, 30),
            LocalDateTime.of(2024, 3, 10, 2, 30),
            LocalDateTime.of(2024, 3, 31, 1, 59, 59, 999_999_000),
            LocalDateTime.of(2024, 3, 31, 2, 30),
            LocalDateTime.of(2024, 10, 27, 0, 30),
            LocalDateTime.of(2024, 11, 3, 1, 30, 0, 1_000),
            LocalDateTime.of(2024, 12, 29, 12, 0),
            LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_000),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));

    @Test
    void timesHaveTheSameCells(TestReporter reporter) throws Exception {
        List<ColumnRef> columns = List.of(
                new ColumnRef(new ColumnName("d"), ColumnType.DATE),
                new ColumnRef(new ColumnName("ts"), ColumnType.TIMESTAMP),
                new ColumnRef(new ColumnName("ntz"), ColumnType.TIMESTAMP_NTZ));
        TableData table = TableData.of(
                        "main.lab.times",
                        columns.stream()
                                .map(column -> Column.of(column.name().value(), column.type()))
                                .toArray(Column[]::new))
                .row(null, null, null);
        for (LocalDateTime time : TIMES) {
            table = table.row(time.toLocalDate(), time, time);
        }
        List<Cells> cells = new ArrayList<>();
        for (ColumnRef column : columns) {
            boolean day = column.type().equals(ColumnType.DATE);
            List<Literal> moments = TIMES.stream()
                    .<Literal>map(time -> day ? new Literal.Date(time.toLocalDate()) : new Literal.Timestamp(time))
                    .distinct()
                    .toList();
            List<Predicate> conditions = new ArrayList<>();
            for (Literal moment : moments) {
                for (ComparisonOperator operator : ComparisonOperator.values()) {
                    conditions.add(new Comparison(operator, column, moment));
                }
            }
            for (DateUnit unit : DateUnit.values()) {
                Operand start = new Operand.DateTrunc(unit, column);
                for (LocalDateTime time : TIMES) {
                    conditions.add(new Comparison(ComparisonOperator.GE, start, new Literal.Date(time.toLocalDate())));
                }
                cells.add(new Cells.FoundGroups(List.of(new GroupKey.Calendar(column, unit)), new UnitLimit(1, 1), 1));
                LocalDate first = GroupKey.Windows.begin(unit, LocalDate.of(2023, 12, 31));
                cells.add(new Cells.Groups(
                        List.of(new GroupKey.Windows(column, TimeFormat.TYPE, unit, first, 54)), new UnitLimit(1, 1)));
            }
            for (Function part :
                    List.of(Function.YEAR, Function.QUARTER, Function.MONTH, Function.DAY, Function.DAYOFWEEK)) {
                for (int value : new int[] {1, 2, 4, 7, 12, 31, 1582, 2024, 9999}) {
                    conditions.add(new Comparison(
                            ComparisonOperator.EQ,
                            new Operand.Call(part, List.of(column)),
                            new Literal.Number(BigDecimal.valueOf(value))));
                }
            }
            for (int from = 0; from < conditions.size(); from += 100) {
                cells.add(new Cells.Each(conditions.subList(from, Math.min(conditions.size(), from + 100))));
            }
            cells.add(new Cells.Groups(List.of(new GroupKey.Bands(column, moments)), new UnitLimit(1, 1)));
            cells.add(new Cells.Groups(List.of(new GroupKey.Listed(column, moments)), new UnitLimit(1, 1)));
        }
        cells.add(new Cells.Each(List.of(
                new Comparison(ComparisonOperator.EQ, columns.get(1), columns.get(2)),
                new Comparison(ComparisonOperator.LT, columns.get(1), columns.get(2)))));
        assertSame("times", List.of(table), questions(table, cells), reporter);
    }

    // Texts

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "  ",
            "a",
            "a ",
            " a",
            "A",
            "\u00e4",
            "\u00c4",
            "a\u0308",
            "i",
            "I",
            "ISTANBUL",
            "istanbul",
            "Istanbul",
            "\u00e9t\u00e9",
            "\u00c9T\u00c9",
            "\u03b1\u03b2",
            "\u0391\u0392",
            "\u0434\u0430",
            "\u0414\u0410",
            "\ud801\udc00",
            "\ud801\udc28",
            "\ud83d\ude00",
            "\ud83d\ude00\ud83d\ude00",
            "\ufffd",
            "\uffff",
            "\u05e9\u05dc\u05d5\u05dd",
            "100%",
            "100_",
            "a_b",
            "a!b",
            "a\\b",
            "a\\\\b",
            "\\",
            "a'b",
            "a\"b",
            "a`b",
            "a?b",
            "line\nend",
            "line\r\nend",
            "\ttab",
            "tab\t",
            "\u00a0nbsp\u00a0",
            "\u3000wide\u3000",
            "\u2028",
            "\u0085",
            "0x41",
            "\\u0041",
            "${x}");

    /** Letters whose lower or upper case engines do not agree about; see docs/reference/sql-dialects.md. */
    private static final List<String> LETTERS_APART = List.of(
            "\u0130",
            "\u0131",
            "\u00df",
            "\u1e9e",
            "\u03a3",
            "\u03c2",
            "\u03c3\u03c2",
            "\u212a",
            "\u01c5",
            "\ufb01",
            "\u0149");

    @Test
    void textsHaveTheSameCells(TestReporter reporter) throws Exception {
        TableData table = texts("texts", TEXTS);
        List<Predicate> conditions = new ArrayList<>();
        ColumnRef column = new ColumnRef(new ColumnName("s"), ColumnType.STRING);
        List<Operand> operands = Stream.concat(
                        Stream.<Operand>of(column),
                        Stream.of(Function.LOWER, Function.UPPER, Function.TRIM, Function.LTRIM, Function.RTRIM)
                                .map(function -> new Operand.Call(function, List.of(column))))
                .toList();
        for (String text : TEXTS) {
            for (Operand operand : operands) {
                conditions.add(new Comparison(ComparisonOperator.EQ, operand, new Literal.Text(text)));
            }
            conditions.add(new Comparison(ComparisonOperator.LT, column, new Literal.Text(text)));
            for (boolean caseInsensitive : new boolean[] {false, true}) {
                LikePattern.Text part = new LikePattern.Text(text.isEmpty() ? "x" : text);
                for (List<LikePattern.Token> tokens : List.<List<LikePattern.Token>>of(
                        List.of(part),
                        List.of(part, Wildcard.ANY_TEXT),
                        List.of(Wildcard.ANY_TEXT, part),
                        List.of(Wildcard.ANY_TEXT, part, Wildcard.ANY_TEXT),
                        List.of(Wildcard.ANY_ONE, part))) {
                    conditions.add(new Predicate.Like(column, new LikePattern(tokens), caseInsensitive));
                }
            }
        }
        for (int length = 0; length < 10; length++) {
            conditions.add(new Comparison(
                    ComparisonOperator.EQ,
                    new Operand.Call(Function.LENGTH, List.of(column)),
                    new Literal.Number(BigDecimal.valueOf(length))));
            conditions.add(new Predicate.Like(
                    column,
                    new LikePattern(IntStream.range(0, length)
                            .<LikePattern.Token>mapToObj(i -> Wildcard.ANY_ONE)
                            .toList()),
                    length % 2 == 0));
        }
        List<Cells> cells = new ArrayList<>();
        for (int from = 0; from < conditions.size(); from += 100) {
            cells.add(new Cells.Each(conditions.subList(from, Math.min(conditions.size(), from + 100))));
        }
        cells.add(new Cells.FoundGroups(List.of(new GroupKey.Values(column)), new UnitLimit(1, 1), 1));
        assertSame("texts", List.of(table), questions(table, cells), reporter);
    }

    /** Nobody's mistake: each follows a table of letters, of which there are several. */
    @Test
    void enginesHaveTheirOwnCasesOfSomeLetters() throws Exception {
        TableData table = texts("letters", LETTERS_APART);
        ColumnRef column = new ColumnRef(new ColumnName("s"), ColumnType.STRING);
        Set<String> apart = new LinkedHashSet<>();
        try (Engines engines = new Engines(Files.createDirectory(directory.resolve("letters")), List.of(table))) {
            for (String letter : LETTERS_APART) {
                Literal lower = new Literal.Text(letter.toLowerCase(Locale.ROOT));
                Literal upper = new Literal.Text(letter.toUpperCase(Locale.ROOT));
                Map<String, Predicate> conditions = new LinkedHashMap<>();
                conditions.put("lower", equal(new Operand.Call(Function.LOWER, List.of(column)), lower));
                conditions.put("upper", equal(new Operand.Call(Function.UPPER, List.of(column)), upper));
                conditions.put("ilike lower", likeWithoutCase(column, lower));
                conditions.put("ilike upper", likeWithoutCase(column, upper));
                conditions.forEach((name, condition) -> {
                    Predicate filter = new Predicate.And(List.of(equal(column, new Literal.Text(letter)), condition));
                    engines.difference(new AggregateQuery(table.schema().name(), ROW, filter, new Cells.Whole(), COUNT))
                            .ifPresent(difference -> apart.add(letter + " " + name));
                });
            }
        }
        assertThat(apart)
                .containsExactly(
                        "\u0130 lower",
                        "\u0131 ilike upper",
                        "\u00df upper",
                        "\u03c2 ilike upper",
                        "\u03c3\u03c2 ilike upper",
                        "\ufb01 upper",
                        "\u0149 upper");
    }

    private static Predicate equal(Operand operand, Literal literal) {
        return new Comparison(ComparisonOperator.EQ, operand, literal);
    }

    private static Predicate likeWithoutCase(ColumnRef column, Literal text) {
        LikePattern pattern = new LikePattern(List.of(new LikePattern.Text(((Literal.Text) text).value())));
        return new Predicate.Like(column, pattern, true);
    }

    private static TableData texts(String name, List<String> texts) {
        TableData table = TableData.of("main.lab." + name, Column.of("s", ColumnType.STRING))
                .row((Object) null);
        for (String text : texts) {
            table = table.row(text);
        }
        return table;
    }

    private static List<AggregateQuery> questions(TableData table, List<Cells> cells) {
        return cells.stream()
                .map(cut -> new AggregateQuery(table.schema().name(), ROW, Constant.TRUE, cut, COUNT))
                .toList();
    }

    private static void assertSame(
            String name, List<TableData> tables, Collection<AggregateQuery> questions, TestReporter reporter)
            throws Exception {
        List<String> differences = new ArrayList<>();
        try (Engines engines = new Engines(Files.createDirectory(directory.resolve(name)), tables)) {
            for (AggregateQuery question : questions) {
                engines.difference(question).ifPresent(differences::add);
            }
        }
        reporter.publishEntry(name, questions.size() + " statements");
        assertThat(differences).isEmpty();
    }
}
