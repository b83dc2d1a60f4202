package io.leadgen.runtime.sql;

/** How logical catalogs are called inside DuckDB. */
public final class DuckDbNames {
    private DuckDbNames() {}

    /** The DuckDB database that stands for a catalog. */
    public static String catalog(String logical) {
        return "uc_" + logical;
    }
}
