package io.leadgen.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.Test;

class PlaceholderTest {
    @Test
    void sparkParses() {
        assertEquals(
                "('a = 1)", new CatalystSqlParser().parseExpression("a = 1").toString());
    }

    @Test
    void sparkRefuses() {
        assertThrows(ParseException.class, () -> new CatalystSqlParser().parseExpression("a = = 1"));
    }
}
