package io.leadgen.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same on every system: Windows' paths are words like any other here. */
class TableOrFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.leads.customer_360      | TABLE",
                "main.leads.`a/b`             | TABLE",
                "`main`.leads.csv             | TABLE",
                "`C:\\data`.x.parquet         | TABLE",
                "customers                    | TABLE",
                "main.leads                   | TABLE",
                "main.leads.people.csvs       | TABLE",
                "customers.parquet            | FILE",
                "Customers.PARQUET            | FILE",
                "customers.pq                 | FILE",
                "people.csv                   | FILE",
                "people.tsv                   | FILE",
                "people.csv.gz                | FILE",
                "a.b.csv.gz                   | FILE",
                "people.duckdb                | FILE",
                "new customers.csv            | FILE",
                "a b.c.csv                    | FILE",
                "a.b.c.csv                    | FILE",
                "./people                     | FILE",
                "./main.leads.csv             | FILE",
                "data/people.parquet          | FILE",
                "/data/main.leads.people      | FILE",
                "C:\\data\\people.csv         | FILE",
                "C:\\data\\people             | FILE",
                "C:people.csv                 | FILE",
                "D:/data/people.parquet       | FILE",
                "..\\people.csv               | FILE",
                "\\\\server\\share\\x.parquet | FILE",
                "https://example.com/x.csv    | FILE",
                "main.leads.csv               | EITHER",
                "sales.2026.parquet           | EITHER",
                "MAIN.LEADS.CSV               | EITHER",
            })
    void aWordIsATableOrAFile(String word, TableOrFile meant) {
        assertThat(TableOrFile.of(word)).isEqualTo(meant);
    }
}
