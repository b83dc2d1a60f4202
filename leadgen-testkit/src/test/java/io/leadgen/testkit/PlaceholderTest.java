package io.leadgen.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
    @Test
    void hasItsName() {
        assertEquals("testkit", Placeholder.name());
    }
}
