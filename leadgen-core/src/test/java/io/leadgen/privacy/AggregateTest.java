package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AggregateTest {
    private static final BigInteger[][] TWO = {{BigInteger.ONE}, {BigInteger.TWO}};

    @Test
    void foundCellsAreTold() {
        List<@Nullable String> key = new ArrayList<>(Arrays.asList("NYC", null));
        Aggregate aggregate = Aggregate.seal(List.of(key, List.of("LA", "x")), TWO);
        key.set(0, "changed later");
        assertThat(aggregate.key(0)).containsExactly("NYC", null);
        assertThat(aggregate.key(1)).containsExactly("LA", "x");
        assertThat(aggregate.value(1, 0)).isEqualTo(BigInteger.TWO);
        assertThat(aggregate).hasToString("Aggregate[sealed]");
    }

    @Test
    void cellsThatTheQuestionNamesHaveNoKeys() {
        assertThat(Aggregate.seal(TWO).key(1)).isEmpty();
    }

    @Test
    void everyCellHasKeysAndMeasures() {
        assertThatIllegalArgumentException().isThrownBy(() -> Aggregate.seal(List.of(List.of("NYC")), TWO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Aggregate.seal(new BigInteger[][] {{BigInteger.ONE}, {}}));
        assertThat(Aggregate.seal(List.of(), new BigInteger[0][]).size()).isZero();
    }
}
