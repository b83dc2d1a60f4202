package io.leadgen.runtime.config;

/** The shortest files that work, for messages; a test loads them. */
final class MinimalExamples {
    static final String EMBEDDED = """
            warehouse:
              embedded:
                tables:
                  main.leads.customers: customers.parquet
            """;

    static final String DATABRICKS = """
            warehouse:
              host: ${DATABRICKS_HOST}
              http_path: ${DATABRICKS_HTTP_PATH}
            auth:
              token: ${DATABRICKS_TOKEN}
            scopes:
              catalogs:
                main:
                  schemas:
                    - leads
            """;

    private MinimalExamples() {}
}
