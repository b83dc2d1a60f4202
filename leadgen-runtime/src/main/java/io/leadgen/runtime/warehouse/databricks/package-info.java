/** Databricks SQL warehouses, through the JDBC driver of Databricks. */
@NullMarked
package io.leadgen.runtime.warehouse.databricks;

import org.jspecify.annotations.NullMarked;
