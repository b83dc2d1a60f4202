/** The privacy budget ledger in a database: SQLite for one machine, PostgreSQL for several. */
@NullMarked
package io.leadgen.runtime.ledger;

import org.jspecify.annotations.NullMarked;
