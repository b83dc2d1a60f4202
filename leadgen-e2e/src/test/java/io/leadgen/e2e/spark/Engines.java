package io.leadgen.e2e.spark;

import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.AggregateInspector;
import io.leadgen.runtime.warehouse.DuckDbLimits;
import io.leadgen.runtime.warehouse.DuckDbWarehouse;
import io.leadgen.testkit.DuckDbTestFiles;
import io.leadgen.testkit.H2Warehouse;
import io.leadgen.testkit.MemoryWarehouse;
import io.leadgen.testkit.TableData;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same tables in Spark, DuckDB, H2 and the reference without an engine. */
final class Engines implements AutoCloseable {
    /** All cells: their keys, where they have some, and their measures. */
    record Answer(List<List<@Nullable String>> keys, List<List<BigInteger>> measures) {}

    private final Map<String, Warehouse> warehouses = new LinkedHashMap<>();

    Engines(Path directory, List<TableData> tables) throws SQLException {
        warehouses.put("reference", MemoryWarehouse.of(tables.toArray(TableData[]::new)));
        warehouses.put("spark", SparkWarehouse.of(tables));
        warehouses.put(
                "duckdb", DuckDbWarehouse.open(DuckDbTestFiles.parquet(directory, tables), DuckDbLimits.defaults()));
        warehouses.put("h2", H2Warehouse.of(tables.toArray(TableData[]::new)));
    }

    /** What each engine answers. */
    Map<String, Answer> answers(AggregateQuery query) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        warehouses.forEach((name, warehouse) -> answers.put(name, answer(warehouse, query)));
        return answers;
    }

    private static Answer answer(Warehouse warehouse, AggregateQuery query) {
        Aggregate aggregate = warehouse.aggregate(query, new Cancellation());
        List<List<BigInteger>> measures = new ArrayList<>();
        for (int measure = 0; measure < query.measures().size(); measure++) {
            measures.add(AggregateInspector.values(aggregate, measure));
        }
        return new Answer(AggregateInspector.keys(aggregate), measures);
    }

    /** What Spark is sent. */
    String statement(AggregateQuery query) {
        return warehouses.get("spark").explain(query);
    }

    @Override
    public void close() {
        warehouses.values().forEach(Warehouse::close);
    }
}
