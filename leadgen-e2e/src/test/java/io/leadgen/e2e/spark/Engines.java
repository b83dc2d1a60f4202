package io.leadgen.e2e.spark;

import io.leadgen.catalog.TypeFamily;
import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.testkit.H2Warehouse;
import io.leadgen.testkit.TrueCells;
import io.leadgen.tests.DuckDbTestFiles;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same tables in Spark, DuckDB, H2 and the reference without an engine. */
final class Engines implements AutoCloseable {
    /** All cells: their keys, where they have some, and their measures. */
    private record Answer(List<List<@Nullable String>> keys, List<List<BigInteger>> measures) {}

    private static final String REFERENCE = "reference";

    private final Map<String, Warehouse> warehouses = new LinkedHashMap<>();

    Engines(Path directory, List<TableData> tables) throws SQLException {
        warehouses.put(REFERENCE, MemoryWarehouse.of(tables.toArray(TableData[]::new)));
        warehouses.put("spark", SparkWarehouse.of(tables));
        warehouses.put(
                "duckdb", DuckDbWarehouse.open(DuckDbTestFiles.parquet(directory, tables), DuckDbLimits.defaults()));
        warehouses.put("h2", H2Warehouse.of(tables.toArray(TableData[]::new)));
    }

    /** How the answers of engines and reference differ, in words for people; empty where they do not. */
    Optional<String> difference(AggregateQuery query) {
        return roundsSums(query) ? differenceOfEngines(query) : difference(query, warehouses.keySet());
    }

    /** How the answers of engines differ, where the reference is more exact than they are. */
    Optional<String> differenceOfEngines(AggregateQuery query) {
        Set<String> engines = new LinkedHashSet<>(warehouses.keySet());
        engines.remove(REFERENCE);
        return difference(query, engines);
    }

    private Optional<String> difference(AggregateQuery query, Set<String> asked) {
        Map<Answer, List<String>> answers = new LinkedHashMap<>();
        for (String name : asked) {
            answers.computeIfAbsent(answer(warehouse(name), query), any -> new ArrayList<>())
                    .add(name);
        }
        return answers.size() == 1
                ? Optional.empty()
                : Optional.of(answers.values() + " differ: " + difference(answers.keySet()) + "\n" + statement(query));
    }

    private static String difference(Set<Answer> answers) {
        Answer first = answers.iterator().next();
        if (answers.stream().anyMatch(answer -> !answer.keys.equals(first.keys))) {
            return answers.stream().map(Answer::keys).toList().toString();
        }
        List<String> cells = new ArrayList<>();
        for (int measure = 0; measure < first.measures.size(); measure++) {
            for (int cell = 0; cell < first.measures.get(measure).size(); cell++) {
                int m = measure;
                int c = cell;
                List<BigInteger> values = answers.stream()
                        .map(answer -> answer.measures.get(m).get(c))
                        .toList();
                if (new HashSet<>(values).size() > 1) {
                    cells.add("m" + m + " of cell " + c + " is " + values);
                }
            }
        }
        return cells.toString();
    }

    /** Engines round doubles before they add up those of a unit, so that their order makes no difference; the reference does not. */
    private static boolean roundsSums(AggregateQuery query) {
        Stream<UnitValue> measured = query.measures().stream()
                .flatMap(measure -> measure instanceof Measure.CentredSum sum ? Stream.of(sum.value()) : Stream.of());
        Stream<UnitValue> binned = query.cells() instanceof Cells.Bins bins ? Stream.of(bins.value()) : Stream.of();
        return query.unit() instanceof PrivacyUnit.Key
                && Stream.concat(measured, binned)
                        .anyMatch(value -> value.column().family() == TypeFamily.APPROXIMATE_NUMBER
                                && (value.combination() == Combination.SUM
                                        || value.combination() == Combination.AVERAGE));
    }

    private static Answer answer(Warehouse warehouse, AggregateQuery query) {
        Aggregate aggregate;
        try {
            aggregate = warehouse.aggregate(query, new Cancellation());
        } catch (LeadgenException e) {
            return new Answer(List.of(List.of("raised " + e.getCause())), List.of());
        }
        List<List<BigInteger>> measures = new ArrayList<>();
        for (int measure = 0; measure < query.measures().size(); measure++) {
            measures.add(TrueCells.values(aggregate, measure));
        }
        return new Answer(TrueCells.keys(aggregate), measures);
    }

    /** What Spark is sent. */
    String statement(AggregateQuery query) {
        return warehouse("spark").explain(query);
    }

    private Warehouse warehouse(String name) {
        return Objects.requireNonNull(warehouses.get(name));
    }

    @Override
    public void close() {
        warehouses.values().forEach(Warehouse::close);
    }
}
