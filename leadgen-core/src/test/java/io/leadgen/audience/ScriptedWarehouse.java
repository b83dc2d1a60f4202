package io.leadgen.audience;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers as a test says, and remembers what it was asked. What engines really do is tested by the testkit's contract. */
final class ScriptedWarehouse implements Warehouse {
    final List<AggregateQuery> asked = new ArrayList<>();
    private final Map<TableName, TableSchema> tables =
            new TreeMap<>(java.util.Comparator.comparing(TableName::toString));
    private Function<AggregateQuery, Aggregate> answer = query -> {
        throw new AssertionError("no scan was expected");
    };

    void holds(TableSchema schema) {
        tables.put(schema.name(), schema);
    }

    void answers(Function<AggregateQuery, Aggregate> script) {
        answer = script;
    }

    /** Every query has one cell with these measures. */
    void answers(long... measures) {
        answer = query -> Aggregate.seal(new BigInteger[][] {
            Arrays.stream(measures).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new)
        });
    }

    @Override
    public List<String> catalogs() {
        return tables.keySet().stream().map(TableName::catalog).distinct().toList();
    }

    @Override
    public List<String> schemas(String catalog) {
        return tables.keySet().stream()
                .filter(table -> table.catalog().equals(catalog))
                .map(TableName::schema)
                .distinct()
                .toList();
    }

    @Override
    public List<TableName> tables(String catalog, String schema) {
        return tables.keySet().stream()
                .filter(table ->
                        table.catalog().equals(catalog) && table.schema().equals(schema))
                .toList();
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return Optional.ofNullable(tables.get(table));
    }

    @Override
    public String explain(AggregateQuery query) {
        return "SELECT …";
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        asked.add(query);
        return answer.apply(query);
    }

    @Override
    public void close() {}
}
