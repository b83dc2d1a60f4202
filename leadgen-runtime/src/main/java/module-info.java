/**
 * All I/O: configuration, SQL, warehouses, budget ledger, audit log, and the composition root {@link io.leadgen.runtime.Leadgen}.
 */
@org.jspecify.annotations.NullMarked
module io.leadgen.runtime {
    requires transitive io.leadgen.core;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.github.benmanes.caffeine;
    requires static databricks.jdbc; // 43 MB, which a program without Databricks may leave out
    requires duckdb.jdbc;
    requires java.logging;
    requires java.net.http;
    requires java.sql;
    requires org.postgresql.jdbc;
    requires org.xerial.sqlitejdbc;
    requires org.yaml.snakeyaml;

    exports io.leadgen.runtime;
    exports io.leadgen.runtime.config;
    exports io.leadgen.runtime.csv;
    exports io.leadgen.runtime.export;
    exports io.leadgen.runtime.answer to
            io.leadgen.attacks,
            io.leadgen.cli,
            io.leadgen.mcp;
    exports io.leadgen.runtime.audiences to
            io.leadgen.cli;
    exports io.leadgen.runtime.audit to
            io.leadgen.cli;
    exports io.leadgen.runtime.demo to
            io.leadgen.cli,
            io.leadgen.mcp;
    exports io.leadgen.runtime.doctor to
            io.leadgen.cli;
    exports io.leadgen.runtime.files to
            io.leadgen.cli;
    exports io.leadgen.runtime.json to
            io.leadgen.cli,
            io.leadgen.mcp;
    exports io.leadgen.runtime.ledger to
            io.leadgen.cli;
    exports io.leadgen.runtime.local to
            io.leadgen.cli;
    exports io.leadgen.runtime.program to
            io.leadgen.cli,
            io.leadgen.mcp;
    exports io.leadgen.runtime.sql to
            io.leadgen.attacks,
            io.leadgen.testkit;
    exports io.leadgen.runtime.warehouse to
            io.leadgen.attacks,
            io.leadgen.testkit;
    exports io.leadgen.runtime.warehouse.duckdb to
            io.leadgen.attacks;
}
