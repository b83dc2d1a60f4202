package io.leadgen.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksAccess;
import io.leadgen.runtime.warehouse.databricks.DatabricksWarehouse;
import io.leadgen.testkit.WarehouseContractTest;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract, and a look around, at a real workspace: only with the profile databricks, see CONTRIBUTING.md. */
@EnabledIfSystemProperty(named = "leadgen.databricks", matches = "true")
@EnabledIf(value = "workspaceIsKnown", disabledReason = "no real workspace was named; see CONTRIBUTING.md")
class RealDatabricksTest extends WarehouseContractTest {
    private final List<TableData> made = new ArrayList<>();
    private @Nullable Databricks config;
    private @Nullable AuthConfig auth;

    /** Says so where it is not: nobody must believe that a workspace was asked. */
    static boolean workspaceIsKnown() {
        List<String> missing = Stream.of("DATABRICKS_HOST", "DATABRICKS_HTTP_PATH", "DATABRICKS_SCRATCH")
                .filter(name -> variable(name).isEmpty())
                .toList();
        boolean principal = !variable("DATABRICKS_CLIENT_ID").isEmpty()
                && !variable("DATABRICKS_CLIENT_SECRET").isEmpty();
        boolean loggedIn = principal || !variable("DATABRICKS_TOKEN").isEmpty();
        if (!missing.isEmpty() || !loggedIn) {
            System.err.println("NOT TESTED: no real Databricks workspace was asked; not set are " + missing
                    + (loggedIn ? "" : " and DATABRICKS_TOKEN, or DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET"));
        }
        return missing.isEmpty() && loggedIn;
    }

    @Override
    protected Warehouse open(List<TableData> tables) throws Exception {
        config = new Databricks(variable("DATABRICKS_HOST"), variable("DATABRICKS_HTTP_PATH"), null, null, null);
        auth = variable("DATABRICKS_TOKEN").isEmpty()
                ? new AuthConfig.OAuth(
                        variable("DATABRICKS_CLIENT_ID"),
                        new Secret(variable("DATABRICKS_CLIENT_SECRET")),
                        URI.create("https://" + config.host() + "/oidc/v1/token"))
                : new AuthConfig.Token(new Secret(variable("DATABRICKS_TOKEN")));
        try (Connection connection = DatabricksAccess.connect(config, auth)) {
            made.addAll(tables);
            ScratchTables.create(connection, tables, catalog(), schema());
        }
        return new ScratchTables(
                DatabricksWarehouse.of(config, auth, QueryLimits.ofSeconds(8, 60, 300)), tables, catalog(), schema());
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    private static String catalog() {
        return variable("DATABRICKS_SCRATCH").replaceFirst("\\..*", "");
    }

    private static String schema() {
        return variable("DATABRICKS_SCRATCH").replaceFirst("[^.]*\\.", "");
    }

    @AfterAll
    void dropTables() throws Exception {
        if (config != null && auth != null) {
            try (Connection connection = DatabricksAccess.connect(config, auth)) {
                ScratchTables.drop(connection, made, catalog(), schema());
            }
        }
    }

    @Test
    void looksAround() {
        Warehouse bare = DatabricksWarehouse.of(config, auth, QueryLimits.ofSeconds(1, 60, 300));
        try (bare) {
            assertThat(bare.catalogs()).contains(catalog());
            assertThat(bare.schemas(catalog())).contains(schema());
            assertThat(bare.tables(catalog(), schema())).hasSizeGreaterThanOrEqualTo(made.size());
        }
    }

    @Test
    void refusesATableThatIsNotThere() {
        AggregateQuery query = new AggregateQuery(
                TableData.of("main.lab.nowhere", Column.of("a", ColumnType.INT))
                        .schema()
                        .name(),
                new PrivacyUnit.Row(null),
                Constant.TRUE,
                new Cells.Whole(),
                List.of(new Measure.Units()));
        assertThatThrownBy(() -> warehouse().aggregate(query, new Cancellation()))
                .hasMessageContaining("There is no such table");
    }
}
