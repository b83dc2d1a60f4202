/**
 * A Databricks SQL warehouse on this machine, for tests of programs that use the real driver.
 *
 * <h2>For users' own tests</h2>
 *
 * <p>{@link io.leadgen.testkit.databricks.DatabricksEmulator} speaks as much of the protocol as {@code databricks-jdbc} needs in its
 * Statement Execution mode: OAuth log-in, sessions, statements that run, wait and can be cancelled. Behind it stands an engine that
 * the test chooses, {@link io.leadgen.testkit.databricks.H2Backend} if nothing else. The driver gets there by its own proxy
 * settings and knows no host but the emulator's, so the code under test is the code of production:
 *
 * <pre>{@code
 * TableData customers = TableData.of("main.leads.customers", Column.of("age", ColumnType.INT)).row(31).row(17);
 * try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(customers))) {
 *     Files.writeString(home.resolve("config.yml"), emulator.configYaml());
 *     emulator.faults().next(Endpoint.EXECUTE, Fault.unavailable(Duration.ofSeconds(1)));
 *     // Ask the program under test, which finds its warehouse by that file; or, in Java, ask
 *     // DatabricksWarehouse.of(emulator.config(), emulator.auth(), limits).
 *     assertThat(emulator.journal().openSessions()).isZero();
 *     assertThat(emulator.journal().tripwires()).isEmpty();
 * }
 * }</pre>
 *
 * <p>{@link io.leadgen.testkit.databricks.FaultPlan} says what goes wrong, {@link io.leadgen.testkit.databricks.RequestJournal} what
 * was asked, cancelled and left open. Whoever uses {@code H2Backend} adds {@code com.h2database:h2}, and whoever connects by
 * himself {@code com.databricks:databricks-jdbc}; the emulator needs neither.
 *
 * <p>What it proves and what not: requests, states, errors and time-outs are those of the real service as far as they are
 * documented or were recorded; the SQL dialect is that of the engine behind it, and H2 understands of Databricks SQL what leadgen sends
 * and little more.
 */
@NullMarked
package io.leadgen.testkit.databricks;

import org.jspecify.annotations.NullMarked;
