/**
 * For authors of a warehouse or a ledger.
 *
 * <ul>
 *   <li>Extend {@link io.leadgen.testkit.WarehouseContractTest} to test a warehouse, and
 *       {@link io.leadgen.testkit.BudgetLedgerContractTest} to test a ledger.
 *   <li>Use {@link io.leadgen.testkit.H2Warehouse} to test a program that asks a warehouse.
 *   <li>Describe tables with {@link io.leadgen.fixture.TableData} and conditions with {@link io.leadgen.testkit.Predicates}.
 * </ul>
 *
 * <p>Tests run on the class path: see {@link io.leadgen.testkit.TrueCells}.
 */
@NullMarked
package io.leadgen.testkit;

import org.jspecify.annotations.NullMarked;
