package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
    @Test
    void hasItsName() {
        assertEquals("bench", Placeholder.name());
    }
}
