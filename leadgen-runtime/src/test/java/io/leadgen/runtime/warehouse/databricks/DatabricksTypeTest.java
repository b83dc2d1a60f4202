package io.leadgen.runtime.warehouse.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabricksTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean | boolean",
                "tinyint | tinyint",
                "BYTE | tinyint",
                "smallint | smallint",
                "short | smallint",
                "INT | int",
                "integer | int",
                "BIGINT | bigint",
                "long | bigint",
                "float | float",
                "real | float",
                "double | double",
                "decimal(12,2) | decimal(12,2)",
                "DECIMAL(38, 0) | decimal(38,0)",
                "decimal(5) | decimal(5,0)",
                "numeric | decimal(10,0)",
                "decimal(39,0) | other",
                "decimal(2,3) | other",
                "decimal(0) | other",
                "string | string",
                "varchar(20) | string",
                "char(3) | string",
                "STRING COLLATE UTF8_LCASE | string",
                "date | date",
                "timestamp | timestamp",
                "timestamp_ltz | timestamp",
                "TIMESTAMP_NTZ | timestamp_ntz",
                "binary | other",
                "variant | other",
                "void | other",
                "interval day to second | other",
                "array<string> | other",
                "map<string,int> | other",
                "struct<a:int,b:decimal(12,2)> | other",
                "geography(4326) | other",
                "something of the future | other"
            })
    void readsTypesAsTheCatalogWritesThem(String text, String type) {
        assertThat(DatabricksType.of(text)).hasToString(type);
    }
}
