package io.leadgen.e2e.spark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** How both readers' constants are written in a {@link Tree}: their kind, and their value. */
final class Values {
    private Values() {}

    static Tree number(BigDecimal value) {
        return Tree.leaf("number " + value.stripTrailingZeros().toPlainString());
    }

    static Tree text(String value) {
        return Tree.leaf("text '" + value + "'");
    }

    static Tree bool(boolean value) {
        return Tree.leaf("boolean " + value);
    }

    static Tree date(LocalDate value) {
        return Tree.leaf("date " + value);
    }

    static Tree time(LocalDateTime value) {
        return Tree.leaf("time " + value);
    }
}
