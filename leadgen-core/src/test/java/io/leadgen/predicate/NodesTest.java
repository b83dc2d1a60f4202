package io.leadgen.predicate;

import static io.leadgen.predicate.Examples.AGE;
import static io.leadgen.predicate.Examples.BORN;
import static io.leadgen.predicate.Examples.NAME;
import static io.leadgen.predicate.Examples.SCORE;
import static io.leadgen.predicate.Examples.SEEN;
import static io.leadgen.predicate.Examples.call;
import static io.leadgen.predicate.Examples.compare;
import static io.leadgen.predicate.Examples.literal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Operand.DateTrunc;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate.And;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.Predicate.In;
import io.leadgen.predicate.Predicate.IsNull;
import io.leadgen.predicate.Predicate.Truth;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node checks its operands, so no invalid tree can reach an engine. */
class NodesTest {
    static Stream<ThrowingCallable> invalid() {
        return Stream.of(
                () -> new And(List.of(compare(AGE, "=", 1))),
                () -> compare(AGE, "=", "x"),
                () -> compare(AGE, "=", SCORE),
                () -> compare(BORN, "<", SEEN),
                () -> new Comparison(ComparisonOperator.EQ, literal(1), literal(2)),
                () -> compare(Examples.column("tags", ColumnType.OTHER), "=", "x"),
                () -> new In(AGE, List.of()),
                () -> new IsNull(literal(1)),
                () -> new Truth(AGE),
                () -> Examples.like(AGE, "x"),
                () -> call(Function.LOWER, AGE),
                () -> call(Function.LOWER, NAME, "x"),
                () -> call(Function.COALESCE, NAME, 1),
                () -> new Operand.Call(Function.COALESCE, List.of(NAME, NAME)),
                () -> new DateTrunc(DateUnit.DAY, NAME),
                () -> new LikePattern.Text(""),
                () -> literal("#1e38"),
                () -> literal("#1e-39"),
                () -> literal("#123456789012345678901234567890.123456789"),
                () -> literal(LocalDateTime.of(10_000, 1, 1, 0, 0)),
                () -> literal(LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1)));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void rejectsOperandsThatDoNotFit(ThrowingCallable constructor) {
        assertThatIllegalArgumentException().isThrownBy(constructor);
    }

    @Test
    void findsFunctionsByNameInAnyCase() {
        assertThat(Function.named("Lower")).isEqualTo(Function.LOWER);
        assertThat(Function.named("sum")).isNull();
    }
}
