package io.leadgen.runtime.warehouse.databricks;

import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.OLD_PEOPLE;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.PEOPLE;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.ask;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.named;
import static io.leadgen.runtime.warehouse.databricks.EmulatedWorkspace.olderThan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.Secret;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.Fault;
import io.leadgen.tests.databricks.SqlFailure;
import io.leadgen.warehouse.Warehouse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through the real driver, what a warehouse does when nothing goes wrong, and when its session does. */
class DatabricksWarehouseTest {
    private static final String ID = "0b0f8bd2-4c8e-4cc5-9a5c-6f5f6d3f2a11";

    private final EmulatedWorkspace workspace = new EmulatedWorkspace();
    private DatabricksWarehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = workspace.bare();
    }

    @AfterEach
    void leavesNothing() {
        warehouse.close();
        assertThat(workspace.emulator().journal().openSessions()).isZero();
        assertThat(workspace.emulator().journal().openStatements()).isZero();
        assertThat(workspace.emulator().journal().tripwires()).isEmpty();
        assertThat(workspace.emulator().journal().refusedTargets()).isEmpty();
        workspace.close();
    }

    @Test
    void sendsNothingBeforeItIsAsked() {
        assertThat(warehouse.explain(named())).startsWith("SELECT ").contains("`main`.`leads`.`people`");
        assertThat(workspace.emulator().journal().requests()).isEmpty();
    }

    @Test
    void answersEverythingInOneSession() {
        assertThat(ask(warehouse, olderThan(35))).isEqualTo(15);
        assertThat(ask(warehouse, named())).isEqualTo(1);
        assertThat(warehouse.describe(PEOPLE)).isPresent();
        assertThat(workspace.requests(Endpoint.TOKEN)).isEqualTo(1);
        assertThat(workspace.requests(Endpoint.OPEN_SESSION)).isEqualTo(1);
    }

    @Test
    void logsInWithATokenAsWell() {
        AuthConfig token = new AuthConfig.Token(new Secret(workspace.emulator().token()));
        try (Warehouse other = DatabricksWarehouse.of(workspace.config(), token, QueryLimits.ofSeconds(1, 10, 60))) {
            assertThat(ask(other, olderThan(35))).isEqualTo(15);
        }
        assertThat(workspace.requests(Endpoint.TOKEN)).isZero();
    }

    @Test
    void asksSeveralAtOnceOnOneSession() throws Exception {
        workspace.emulator().faults().always(Endpoint.EXECUTE, Fault.slowStatement(Duration.ofMillis(300)));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Long>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(callers.submit(() -> ask(warehouse, olderThan(35))));
        }
        int most = 0;
        for (Future<Long> answer : answers) {
            while (!answer.isDone()) {
                most = Math.max(most, workspace.emulator().journal().runningStatements());
                Thread.onSpinWait();
            }
            assertThat(answer.get()).isEqualTo(15);
        }
        callers.shutdown();
        assertThat(most).isGreaterThan(1);
        assertThat(workspace.requests(Endpoint.OPEN_SESSION)).isEqualTo(1);
    }

    @Test
    void marksStatementsWithTheIdOfTheirQuestion() {
        String callersOwn = "*/ DROP TABLE people /*";
        ask(warehouse.onBehalfOf(ID, new Cancellation()), olderThan(1));
        ask(warehouse.onBehalfOf(callersOwn, new Cancellation()), olderThan(2));
        warehouse.onBehalfOf(ID, new Cancellation()).describe(PEOPLE);
        assertThat(workspace.statements())
                .anyMatch(sql -> sql.startsWith("/* leadgen " + ID + " */ SELECT COUNT(*)"))
                .anyMatch(sql -> sql.startsWith("/* leadgen " + ID + " */ SELECT column_name"))
                .anyMatch(sql -> sql.startsWith("/* leadgen "
                        + UUID.nameUUIDFromBytes(callersOwn.getBytes(StandardCharsets.UTF_8)) + " */ SELECT"))
                .noneMatch(sql -> sql.contains("DROP"));
        assertThat(workspace.emulator().journal().requests(Endpoint.EXECUTE))
                .allMatch(request -> request.userAgent().contains(" leadgen/"));
    }

    // What there is

    @Test
    void describesByTheCatalogsOwnTables() {
        assertThat(warehouse.catalogs()).containsExactly("hive_metastore", "main", "system");
        assertThat(warehouse.schemas("MAIN")).containsExactly("information_schema", "leads");
        assertThat(warehouse.tables("main", "Leads")).containsExactly(PEOPLE);
        assertDescribed(warehouse.describe(PEOPLE).orElseThrow());
        assertThat(warehouse.describe(PEOPLE).orElseThrow().column(new ColumnName("name")))
                .hasValueSatisfying(column -> assertThat(column.nullable()).isFalse());
        assertThat(workspace.statements()).noneMatch(sql -> sql.contains("DESCRIBE"));
    }

    @Test
    void describesTheOldCatalogByShowAndDescribe() {
        assertThat(warehouse.schemas("hive_metastore")).containsExactly("leads");
        assertThat(warehouse.tables("hive_metastore", "leads")).containsExactly(OLD_PEOPLE);
        assertDescribed(warehouse.describe(OLD_PEOPLE).orElseThrow());
        assertThat(warehouse.tables("hive_metastore", "nowhere")).isEmpty();
        assertThat(warehouse.describe(TableName.parse("hive_metastore.leads.nobody")))
                .isEmpty();
        assertThat(workspace.statements()).noneMatch(sql -> sql.contains("information_schema"));
    }

    private static void assertDescribed(TableSchema people) {
        assertThat(people.comment()).isEqualTo("Everybody");
        assertThat(people.columns().stream().map(column -> column.name() + " " + column.type()))
                .containsExactly(
                        "name string", "age int", "spent decimal(12,2)", "photo other", "day date", "region string");
        assertThat(people.columns().get(0).comment()).isEqualTo("Who it is");
        assertThat(people.columns().get(1).comment()).isNull();
        assertThat(people.partitionColumns().stream()
                        .map(column -> column.name().value()))
                .containsExactly("region", "day");
    }

    @Test
    void takesNamesAsNamesOnly() {
        String evil = "x` ; DROP TABLE people; -- '";
        assertThat(warehouse.schemas(evil)).isEmpty();
        assertThat(warehouse.tables("main", "x' OR '1' = '1")).isEmpty();
        assertThat(warehouse.tables(evil, evil)).isEmpty();
        assertThat(warehouse.describe(new TableName("main", "leads", "%"))).isEmpty();
        assertThat(warehouse.describe(new TableName(evil, evil, evil))).isEmpty();
        assertThat(warehouse.schemas("")).isEmpty();
        assertThat(warehouse.schemas("a\nb")).isEmpty();
        assertThat(ask(warehouse, olderThan(35))).isEqualTo(15);
    }

    @Test
    void remembersWhatIsThereUntilToldToForget() {
        assertThat(warehouse.describe(PEOPLE))
                .isEqualTo(warehouse.describe(PEOPLE))
                .isPresent();
        assertThat(warehouse.tables("main", "leads")).isEqualTo(warehouse.tables("main", "leads"));
        int asked = workspace.requests(Endpoint.EXECUTE);
        warehouse.describe(PEOPLE);
        warehouse.tables("main", "leads");
        assertThat(workspace.requests(Endpoint.EXECUTE)).isEqualTo(asked);
        warehouse.refresh();
        warehouse.describe(PEOPLE);
        warehouse.tables("main", "leads");
        assertThat(workspace.requests(Endpoint.EXECUTE)).isEqualTo(asked + 3);
    }

    @Test
    void remembersNothingThatIsNotThere() {
        TableName nobody = TableName.parse("main.leads.nobody");
        assertThat(warehouse.describe(nobody)).isEmpty();
        int asked = workspace.requests(Endpoint.EXECUTE);
        assertThat(warehouse.describe(nobody)).isEmpty();
        assertThat(workspace.requests(Endpoint.EXECUTE)).isEqualTo(asked + 1);
    }

    @Test
    void remembersNothingIfTheConfigurationSaysSo() {
        try (Warehouse forgetful = DatabricksWarehouse.of(
                workspace.config(Duration.ZERO), workspace.oauth(), QueryLimits.ofSeconds(1, 10, 60))) {
            forgetful.tables("main", "leads");
            int asked = workspace.requests(Endpoint.EXECUTE);
            forgetful.tables("main", "leads");
            assertThat(workspace.requests(Endpoint.EXECUTE)).isEqualTo(asked + 1);
        }
    }

    @Test
    void forgetsATableThatIsNotWhatItWas() {
        warehouse.describe(PEOPLE);
        int asked = workspace.requests(Endpoint.EXECUTE);
        workspace
                .emulator()
                .faults()
                .next(
                        Endpoint.EXECUTE,
                        Fault.failedStatement(SqlFailure.of("UNRESOLVED_COLUMN.WITH_SUGGESTION", "42703", "x")));
        assertThatThrownBy(() -> ask(warehouse, olderThan(1))).hasMessageContaining("columns have changed");
        warehouse.describe(PEOPLE);
        assertThat(workspace.requests(Endpoint.EXECUTE)).isEqualTo(asked + 3);
    }

    // What becomes of a session

    @Test
    void logsInAnewWhenItsTokenWasRevoked() {
        assertThat(ask(warehouse, olderThan(35))).isEqualTo(15);
        workspace.emulator().revokeTokens();
        assertThat(ask(warehouse, olderThan(36))).isEqualTo(14);
        assertThat(ask(warehouse, olderThan(37))).isEqualTo(13);
        assertThat(workspace.requests(Endpoint.TOKEN)).isEqualTo(2);
        // Nobody is left who may close the first session; the service does so in time.
        workspace.emulator().dropSessions();
    }

    @Test
    void opensAnotherSessionWhenItsSessionIsGone() {
        assertThat(ask(warehouse, olderThan(35))).isEqualTo(15);
        workspace.emulator().dropSessions();
        assertThat(ask(warehouse, olderThan(36))).isEqualTo(14);
        assertThat(warehouse.describe(PEOPLE)).isPresent();
        assertThat(workspace.requests(Endpoint.OPEN_SESSION)).isEqualTo(2);
    }

    @Test
    void asksOnceMoreWhenAConnectionBreaks() {
        assertThat(ask(warehouse, olderThan(35))).isEqualTo(15);
        for (Endpoint endpoint : List.of(Endpoint.EXECUTE, Endpoint.POLL)) {
            workspace.emulator().faults().next(endpoint, Fault.reset());
            assertThat(ask(warehouse, olderThan(36))).as("%s", endpoint).isEqualTo(14);
        }
        workspace.emulator().faults().next(Endpoint.POLL, Fault.truncated());
        assertThat(ask(warehouse, olderThan(36))).isEqualTo(14);
    }

    @Test
    void waitsForAWarehouseThatStarts() {
        workspace.emulator().faults().next(Endpoint.EXECUTE, Fault.warehouseStarting(Duration.ofMillis(500)));
        assertThat(ask(warehouse, olderThan(35))).isEqualTo(15);
    }

    @Test
    void refreshesATokenThatIsAboutToExpire() {
        try (EmulatedWorkspace shortLived =
                        new EmulatedWorkspace(options -> options.tokenLifetime(Duration.ofSeconds(1)));
                Warehouse other = shortLived.bare()) {
            for (int i = 0; i < 3; i++) {
                assertThat(ask(other, olderThan(35))).isEqualTo(15);
            }
            assertThat(shortLived.requests(Endpoint.TOKEN)).isGreaterThan(1);
        }
    }

    @Test
    void worksWithNewerServersAndSmallChunks() {
        try (EmulatedWorkspace newer = new EmulatedWorkspace(
                        options -> options.statementsUnderSessions().rowsPerChunk(2));
                Warehouse other = newer.bare()) {
            assertThat(ask(other, olderThan(35))).isEqualTo(15);
            assertThat(other.describe(PEOPLE).orElseThrow().columns()).hasSize(6);
        }
    }
}
