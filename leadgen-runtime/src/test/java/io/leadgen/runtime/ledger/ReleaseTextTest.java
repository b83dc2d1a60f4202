package io.leadgen.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTextTest {
    private static final Release RELEASE = new Release(
            List.of(new Cell(
                    Arrays.asList(null, "null"),
                    new NoisyValue(new BigDecimal("1.50"), 0.1),
                    List.of(new NoisyValue(BigDecimal.TEN, 0)))),
            true,
            new PrivacyLoss(new Rho(12), new Delta(3)));

    /** The texts lie in ledgers: one that reads otherwise tomorrow would show another answer to a repeated question. */
    @Test
    void theFormatStays() throws IOException {
        String text = "{\"format\":1,\"coarse\":true,\"cost\":[12,3],\"cells\":["
                + "{\"key\":[null,\"null\"],\"count\":[\"1.50\",\"0x1.999999999999ap-4\"],"
                + "\"details\":[[\"10\",\"0x0.0p0\"]]}]}";
        assertThat(ReleaseText.of(RELEASE)).isEqualTo(text);
        assertThat(ReleaseText.read(text)).isEqualTo(RELEASE);
    }

    @Test
    void everyAnswerIsReadAsItWasWritten() throws IOException {
        Random random = new Random(20261124);
        for (int i = 0; i < 2_000; i++) {
            Release release = release(random);
            String text = ReleaseText.of(release);
            assertThat(ReleaseText.read(text)).isEqualTo(release);
            assertThat(text).matches("\\p{ASCII}*").doesNotContain("\n");
        }
    }

    private static Release release(Random random) {
        List<Cell> cells = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<String> key = new ArrayList<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                key.add(random.nextInt(4) == 0 ? null : text(random));
            }
            List<NoisyValue> details = new ArrayList<>();
            for (int d = random.nextInt(3); d > 0; d--) {
                details.add(value(random));
            }
            cells.add(new Cell(key, value(random), details));
        }
        PrivacyLoss cost =
                new PrivacyLoss(new Rho(random.nextLong() & Long.MAX_VALUE), new Delta(random.nextLong() >>> 1));
        return new Release(cells, random.nextBoolean(), cost);
    }

    /** Any signs but halves of surrogate pairs, which no database returns. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int sign = random.nextInt(random.nextBoolean() ? 0x100 : Character.MAX_CODE_POINT + 1);
            text.appendCodePoint(Character.getType(sign) == Character.SURROGATE ? '"' : sign);
        }
        return text.toString();
    }

    private static NoisyValue value(Random random) {
        BigDecimal value = new BigDecimal(new BigInteger(1 + random.nextInt(120), random), random.nextInt(60) - 30);
        double sigma = Math.abs(Double.longBitsToDouble(random.nextLong()));
        return new NoisyValue(random.nextBoolean() ? value : value.negate(), Double.isNaN(sigma) ? 0 : sigma);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "{\"format\":2,\"coarse\":true,\"cost\":[1,2],\"cells\":[]}",
                "{\"format\":1,\"coarse\":true,\"cost\":[-1,2],\"cells\":[]}",
                "{\"format\":1,\"coarse\":true,\"cost\":[1,2]}",
                "{\"format\":1,\"cost\":[1,2],\"cells\":[]}",
                "{\"format\":1,\"coarse\":true,\"cost\":[1,2],\"cells\":[{\"key\":[],\"count\":[1,2],\"details\":[]}]}"
            })
    void whatIsNoAnswerIsRefused(String text) {
        assertThatThrownBy(() -> ReleaseText.read(text)).isInstanceOf(IOException.class);
    }
}
