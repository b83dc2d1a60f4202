package io.leadgen.cli.output;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers for people: thousands are separated by commas whatever the locale, so that a transcript reads the same everywhere. */
final class Numerals {
    private Numerals() {}

    static String grouped(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        int digits = Math.max(0, number.scale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
