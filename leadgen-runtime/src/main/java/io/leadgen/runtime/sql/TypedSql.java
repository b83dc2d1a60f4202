package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;

/** An expression and the type that it has in the statement. A FLOAT column, for example, is read as DOUBLE. */
public record TypedSql(SqlFragment sql, ColumnType type) {}
