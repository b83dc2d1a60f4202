/**
 * A Databricks SQL warehouse on this machine, for tests of programs that use the real driver.
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
 *     // ask the program under test
 *     assertThat(emulator.journal().openSessions()).isZero();
 *     assertThat(emulator.journal().tripwires()).isEmpty();
 * }
 * }</pre>
 *
 * <p>What it proves and what not: requests, states, errors and time-outs are those of the real service as far as they are
 * documented or were recorded; the SQL dialect is that of the engine behind it, and H2 understands of Databricks SQL what leadgen sends
 * and little more.
 */
@NullMarked
package io.leadgen.testkit.databricks;

import org.jspecify.annotations.NullMarked;
