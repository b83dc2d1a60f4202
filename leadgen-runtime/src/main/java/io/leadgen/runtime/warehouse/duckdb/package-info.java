/** The embedded engine: DuckDB over Parquet, CSV and .duckdb files. */
@NullMarked
package io.leadgen.runtime.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
