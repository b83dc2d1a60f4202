/** The privacy budget's ledger in a database: SQLite for one machine, PostgreSQL where servers share budgets. */
@NullMarked
package io.leadgen.runtime.ledger;

import org.jspecify.annotations.NullMarked;
