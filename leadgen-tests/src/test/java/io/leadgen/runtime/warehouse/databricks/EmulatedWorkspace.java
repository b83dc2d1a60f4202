package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.config.WarehouseConfig.Proxy;
import io.leadgen.runtime.config.WarehouseConfig.StoreType;
import io.leadgen.runtime.config.WarehouseConfig.TrustStore;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.testkit.TrueCells;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.H2Backend;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** An emulator with a few tables, and warehouses that lead there. */
public final class EmulatedWorkspace implements AutoCloseable {
    public static final TableName PEOPLE = TableName.parse("main.leads.people");
    static final TableName OLD_PEOPLE = TableName.parse("hive_metastore.leads.people");
    /** A literal that must not be seen anywhere. */
    public static final String LITERAL = "Jane Doe of Elm Street";

    private static final List<Column> COLUMNS = List.of(
            new Column(new ColumnName("name"), ColumnType.STRING, false, "Who it is", null),
            new Column(new ColumnName("age"), ColumnType.INT, true, null, null),
            new Column(new ColumnName("spent"), ColumnType.decimal(12, 2), true, null, null),
            new Column(new ColumnName("photo"), ColumnType.OTHER, true, null, null),
            new Column(new ColumnName("day"), ColumnType.DATE, true, null, 1),
            new Column(new ColumnName("region"), ColumnType.STRING, true, null, 0));

    private final DatabricksEmulator emulator;

    public EmulatedWorkspace() {
        this(options -> options);
    }

    public EmulatedWorkspace(UnaryOperator<DatabricksEmulator.Builder> options) {
        emulator = options.apply(DatabricksEmulator.builder(H2Backend.of(people(PEOPLE), people(OLD_PEOPLE))))
                .start();
    }

    private static TableData people(TableName name) {
        TableData table = new TableData(new TableSchema(name, COLUMNS, "Everybody"), List.of());
        for (int age = 1; age <= 50; age++) {
            table = table.row(age == 40 ? LITERAL : "p" + age, age, "12.34", null, null, "r");
        }
        return table;
    }

    public DatabricksEmulator emulator() {
        return emulator;
    }

    /** The way there, as a file would say it. */
    public Databricks config() {
        return config(Duration.ofMinutes(5));
    }

    public Databricks config(Duration metadataCache) {
        return new Databricks(
                emulator.host(), emulator.httpPath(), emulator.warehouseId(), proxy(), trustStore(), metadataCache);
    }

    Proxy proxy() {
        return new Proxy(emulator.proxyHost(), emulator.proxyPort());
    }

    TrustStore trustStore() {
        return new TrustStore(emulator.trustStore(), new Secret(emulator.trustStorePassword()), StoreType.PKCS12);
    }

    public AuthConfig oauth() {
        return oauth(emulator.clientSecret());
    }

    public AuthConfig oauth(String secret) {
        return new AuthConfig.OAuth(emulator.clientId(), new Secret(secret), URI.create(emulator.tokenUrl()));
    }

    /** The warehouse itself, without deadline. */
    public DatabricksWarehouse bare() {
        return DatabricksWarehouse.of(config(), oauth(), QueryLimits.ofSeconds(4, 10, -1));
    }

    /** The bounded warehouse, as in the product. */
    public Warehouse gated(Duration deadline) {
        QueryLimits limits = new QueryLimits(4, Duration.ofSeconds(10), deadline);
        return new BoundedWarehouse(DatabricksWarehouse.of(config(), oauth(), limits), limits);
    }

    /** How many are older. */
    static AggregateQuery olderThan(int age) {
        return count(
                PEOPLE,
                new Predicate.Comparison(
                        ComparisonOperator.GT,
                        new ColumnRef(new ColumnName("age"), ColumnType.INT),
                        new Literal.Number(java.math.BigDecimal.valueOf(age))));
    }

    /** How many have the name that must not be seen. */
    static AggregateQuery named() {
        return count(
                PEOPLE,
                new Predicate.Comparison(
                        ComparisonOperator.EQ,
                        new ColumnRef(new ColumnName("name"), ColumnType.STRING),
                        new Literal.Text(LITERAL)));
    }

    static AggregateQuery count(TableName table, Predicate filter) {
        return new AggregateQuery(
                table, new PrivacyUnit.Row(null), filter, new Cells.Whole(), List.of(new Measure.Units()));
    }

    static long ask(Warehouse warehouse, AggregateQuery query) {
        return TrueCells.value(warehouse.aggregate(query, new Cancellation()), 0, 0)
                .longValueExact();
    }

    /** How many requests of that kind there were. */
    public int requests(Endpoint endpoint) {
        return emulator.journal().requests(endpoint).size();
    }

    /** The statements that were sent, without parameters. */
    public List<String> statements() {
        return emulator.journal().requests(Endpoint.EXECUTE).stream()
                .map(request -> String.valueOf(request.statement()))
                .toList();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
