package io.leadgen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
    @Test
    void hasItsName() {
        assertEquals("cli", Placeholder.name());
    }
}
