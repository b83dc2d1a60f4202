package io.leadgen.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralOrderTest {

    /** Engines compare UTF-8 bytes. */
    @Test
    void ordersStringsAsTheirUtf8Bytes() {
        Random random = new Random(7);
        int[] points = {'a', 'b', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10001, 0x10ffff, 0x1f600
        };
        for (int i = 0; i < 20_000; i++) {
            String one = text(random, points);
            String other = text(random, points);
            int bytes = Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
            int order = LiteralOrder.INSTANCE.compare(new Literal.Text(one), new Literal.Text(other));
            assertThat(Integer.signum(order)).isEqualTo(Integer.signum(bytes));
        }
    }

    private static String text(Random random, int[] points) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
