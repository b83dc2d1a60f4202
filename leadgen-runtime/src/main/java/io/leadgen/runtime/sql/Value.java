package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;

/** An operand in SQL, with the type that it has there: FLOAT columns, for example, are read as DOUBLE. */
record Value(Fragment sql, ColumnType type) {}
