package io.leadgen.cli.terminal;

import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.Rho;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers for people: thousands are separated by commas whatever the locale, so that a transcript reads the same everywhere. */
public final class Numerals {
    private Numerals() {}

    public static String grouped(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    public static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        int digits = Math.max(0, number.scale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }

    public static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** A share from 0 to 1, to a tenth of a percent. */
    public static String share(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " %";
    }

    /** An amount of budget, to three digits where it is small and to a millionth where it is not; rounded down. */
    public static String budget(Rho rho) {
        return budget(rho.value());
    }

    public static String budget(BigDecimal value) {
        BigDecimal three = value.round(new MathContext(3, RoundingMode.DOWN));
        BigDecimal millionths = value.setScale(6, RoundingMode.DOWN);
        return (three.scale() > millionths.scale() ? three : millionths)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A chance, mostly a tiny one: {@code 1e-8}. */
    public static String chance(Delta delta) {
        return delta.toString().toLowerCase(Locale.ROOT);
    }
}
