package io.leadgen.runtime.csv;

import java.util.Locale;
import java.util.Optional;

/** In which order a date has day, month and year. */
public enum DateOrder {
    YMD(1, "%Y#%m#%d"),
    DMY(2, "%d#%m#%Y"),
    MDY(4, "%m#%d#%Y");

    /** In a set of orders. */
    private final int bit;

    private final String pattern;

    DateOrder(int bit, String pattern) {
        this.bit = bit;
        this.pattern = pattern;
    }

    int bit() {
        return bit;
    }

    /** The format of strptime for dates with this sign between the parts. */
    String format(char separator) {
        return pattern.replace('#', separator);
    }

    public static Optional<DateOrder> parse(String name) {
        try {
            return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
