package io.leadgen.bench;

import static io.leadgen.testkit.Predicates.compare;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.error.Cancellation;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.testkit.Predicates;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One statement for many cells and one statement for one count, on the same engine and in turn. There are two counts to
 * compare with: the one of {@link CountOverheadBenchmark}, which reads two columns, and one that has all the conditions of the
 * funnel, which reads all the columns that the funnel has to read.
 *
 * <p>Arguments: runs (default 20), rows (default 10,000,000).
 */
public final class CellsBenchmark {
    private static final ColumnRef AGE = column("age", ColumnType.INT);
    private static final ColumnRef INCOME = column("income_level", ColumnType.STRING);
    private static final ColumnRef LOCATION = column("location", ColumnType.STRING);
    private static final ColumnRef LTV = column("ltv", ColumnType.decimal(12, 2));
    private static final ColumnRef JOINED = column("joined", ColumnType.DATE);

    private static final PrivacyUnit ROW = new PrivacyUnit.Row(new ColumnName("customer_id"));
    private static final PrivacyUnit KEY = new PrivacyUnit.Key(new ColumnName("customer_id"));
    private static final UnitLimit FOUR = new UnitLimit(4, 1);

    private static final List<Predicate> STEPS = List.of(
            compare(AGE, ">", 20),
            compare(INCOME, "<>", "low"),
            compare(AGE, ">", 22),
            compare(LTV, ">", 100),
            compare(LOCATION, "<>", "Ankara"),
            compare(AGE, ">", 25),
            compare(JOINED, ">=", LocalDate.of(2013, 1, 1)),
            compare(AGE, "<", 80),
            compare(LTV, "<", 15_000),
            compare(INCOME, "=", new Literal.Text("high")));

    private static final AggregateQuery COUNT =
            query(ROW, new Predicate.And(List.of(STEPS.get(5), STEPS.get(9))), new Cells.Whole());
    private static final AggregateQuery COUNT_OF_ALL_STEPS = query(ROW, new Predicate.And(STEPS), new Cells.Whole());
    private static final AggregateQuery COUNT_OF_KEYS =
            query(KEY, new Predicate.And(List.of(STEPS.get(5), STEPS.get(9))), new Cells.Whole());
    private static final AggregateQuery COUNT_OF_ALL_KEYS = query(KEY, Predicate.Constant.TRUE, new Cells.Whole());

    private CellsBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        long rows = args.length > 1 ? Long.parseLong(args[1]) : 10_000_000;
        run(runs, rows, System.out);
    }

    static void run(int runs, long rows, PrintStream out) throws IOException, SQLException {
        CustomersFiles files = CustomersFiles.ofRows(rows);
        DuckDbLimits limits = new DuckDbLimits(Runtime.getRuntime().availableProcessors(), 2L << 30);
        out.printf(Locale.ROOT, "%d rows, %d runs, %d threads%n", rows, runs, limits.threads());
        for (Path file : List.of(files.parquet(), files.database())) {
            out.println(file.getFileName());
            try (Warehouse engine =
                    DuckDbWarehouse.open(EmbeddedTables.of(Map.of(CustomersFiles.TABLE, file)), limits)) {
                measure(engine, runs, List.of(COUNT, COUNT_OF_ALL_STEPS), ofRows(), out);
                measure(engine, runs, List.of(COUNT_OF_KEYS, COUNT_OF_ALL_KEYS), ofKeys(), out);
            }
        }
    }

    private static Map<String, AggregateQuery> ofRows() {
        Map<String, AggregateQuery> queries = new LinkedHashMap<>();
        cells().forEach((title, cells) -> queries.put(title, query(ROW, Predicate.Constant.TRUE, cells)));
        queries.put(
                "percentiles",
                query(
                        ROW,
                        Predicate.Constant.TRUE,
                        new Cells.Bins(
                                new UnitValue(LTV, UnitValue.Combination.SUM),
                                new Grid.Linear(new Bounds(0, 20_000)))));
        return queries;
    }

    /** Every row has a key of its own, which is the most that there can be to do. */
    private static Map<String, AggregateQuery> ofKeys() {
        Map<String, AggregateQuery> queries = new LinkedHashMap<>();
        cells().forEach((title, cells) -> queries.put(title + ", by key", query(KEY, Predicate.Constant.TRUE, cells)));
        return queries;
    }

    private static Map<String, Cells> cells() {
        Map<String, Cells> cells = new LinkedHashMap<>();
        cells.put("funnel of 10 steps", new Cells.Funnel(STEPS));
        cells.put("overlap of 5 audiences", new Cells.Atoms(STEPS.subList(0, 5)));
        cells.put("10 counts", new Cells.Each(STEPS));
        GroupKey.Listed cities = new GroupKey.Listed(
                LOCATION, literals("Ankara", "Istanbul", "Izmir", "Bursa", "Adana", "Konya", "Antalya", "Mersin"));
        cells.put("by 8 declared values", new Cells.Groups(List.of(cities), FOUR));
        cells.put("by found values", new Cells.FoundGroups(List.of(new GroupKey.Values(LOCATION)), FOUR, 10));
        cells.put("by 5 bands", new Cells.Groups(List.of(new GroupKey.Bands(AGE, literals(25, 35, 50, 65))), FOUR));
        LocalDate first = LocalDate.of(2020, 1, 1);
        cells.put(
                "by 366 days",
                new Cells.Groups(
                        List.of(new GroupKey.Windows(JOINED, TimeFormat.TYPE, DateUnit.DAY, first, 366)), FOUR));
        cells.put(
                "by 60 months",
                new Cells.Groups(
                        List.of(new GroupKey.Windows(JOINED, TimeFormat.TYPE, DateUnit.MONTH, first, 60)), FOUR));
        return cells;
    }

    private static void measure(
            Warehouse engine,
            int runs,
            List<AggregateQuery> counts,
            Map<String, AggregateQuery> queries,
            PrintStream out) {
        queries.forEach((title, query) -> {
            Durations ofQuery = new Durations();
            List<Durations> ofCounts =
                    counts.stream().map(count -> new Durations()).toList();
            // The first run brings the columns into memory.
            for (int run = -1; run < runs; run++) {
                for (int i = 0; i < counts.size(); i++) {
                    time(engine, counts.get(i), run, ofCounts.get(i));
                }
                time(engine, query, run, ofQuery);
            }
            out.printf(
                    Locale.ROOT,
                    "%-32s %s | count %s, ratio %.2f | larger count %s, ratio %.2f%n",
                    title,
                    ofQuery,
                    ofCounts.get(0),
                    ofQuery.medianRatioTo(ofCounts.get(0)),
                    ofCounts.get(1),
                    ofQuery.medianRatioTo(ofCounts.get(1)));
        });
    }

    private static void time(Warehouse engine, AggregateQuery query, int run, Durations durations) {
        long started = System.nanoTime();
        engine.aggregate(query, new Cancellation());
        long took = System.nanoTime() - started;
        if (run >= 0) {
            durations.addNanos(took);
        }
    }

    private static AggregateQuery query(PrivacyUnit unit, Predicate filter, Cells cells) {
        return new AggregateQuery(CustomersFiles.TABLE, unit, filter, cells, List.of(new Measure.Units()));
    }

    private static List<Literal> literals(Object... values) {
        return Stream.of(values).map(Predicates::lit).toList();
    }

    private static ColumnRef column(String name, ColumnType type) {
        return new ColumnRef(new ColumnName(name), type);
    }
}
