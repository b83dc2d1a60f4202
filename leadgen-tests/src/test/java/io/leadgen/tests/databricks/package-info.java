/**
 * A Databricks SQL warehouse on this machine, for our tests of the adapter with the real driver. It is not published.
 *
 * <p>{@link io.leadgen.tests.databricks.DatabricksEmulator} speaks as much of the protocol as {@code databricks-jdbc} needs in its
 * Statement Execution mode: OAuth log-in, sessions, statements that run, wait and can be cancelled. The test chooses the engine
 * that runs the statements, by default {@link io.leadgen.tests.databricks.H2Backend}. The driver connects through its own proxy
 * settings and knows no host but the emulator's, so the code under test is the code of production:
 *
 * <pre>{@code
 * TableData customers = TableData.of("main.leads.customers", Column.of("age", ColumnType.INT)).row(31).row(17);
 * try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(customers))) {
 *     Files.writeString(home.resolve("config.yml"), emulator.configYaml());
 *     emulator.faults().next(Endpoint.EXECUTE, Fault.unavailable(Duration.ofSeconds(1)));
 *     // Ask the program under test, which reads that file; or, in Java, ask
 *     // DatabricksWarehouse.of(emulator.config(), emulator.auth(), limits).
 *     assertThat(emulator.journal().openSessions()).isZero();
 *     assertThat(emulator.journal().tripwires()).isEmpty();
 * }
 * }</pre>
 *
 * <p>{@link io.leadgen.tests.databricks.FaultPlan} injects failures. {@link io.leadgen.tests.databricks.RequestJournal} lists the
 * requests, and what was cancelled or left open.
 *
 * <p>What it proves and what not: requests, states, errors and time-outs are those of the real service as far as they are
 * documented or were recorded. The SQL dialect is that of the engine; H2 understands the Databricks SQL that leadgen sends and
 * little more.
 */
@NullMarked
package io.leadgen.tests.databricks;

import org.jspecify.annotations.NullMarked;
