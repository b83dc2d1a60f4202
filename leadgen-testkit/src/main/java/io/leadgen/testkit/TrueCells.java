package io.leadgen.testkit;

import io.leadgen.privacy.Aggregate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the true cells that an engine sealed into an {@link Aggregate}, for tests of engines only.
 *
 * <p>The core offers no way to do this, and its package is sealed, so no other jar can add one. This class uses reflection. That
 * works on the class path, where tests run. On the module path it fails unless the command line opens the package:
 * {@code --add-opens io.leadgen.core/io.leadgen.privacy=ALL-UNNAMED}. Anyone who can start the JVM can do the same, so this
 * class gives away nothing that was protected. The product does not ship it.
 *
 * <p>A noise source that always draws zero would be no replacement: releases drop small groups, hide their keys and round sums.
 */
public final class TrueCells {
    private TrueCells() {}

    /** The value of one measure in one cell. */
    public static BigInteger value(Aggregate aggregate, int cell, int measure) {
        return (BigInteger) call(aggregate, "value", cell, measure);
    }

    /** One measure in all cells. */
    public static List<BigInteger> values(Aggregate aggregate, int measure) {
        return IntStream.range(0, size(aggregate))
                .mapToObj(cell -> value(aggregate, cell, measure))
                .toList();
    }

    /** The keys of all cells, in the order of the cells; an empty list for a cell that the question names. */
    @SuppressWarnings("unchecked") // the type of Aggregate.key
    public static List<List<@Nullable String>> keys(Aggregate aggregate) {
        return IntStream.range(0, size(aggregate))
                .mapToObj(cell -> (List<@Nullable String>) call(aggregate, "key", cell))
                .toList();
    }

    private static int size(Aggregate aggregate) {
        return (int) call(aggregate, "size");
    }

    private static Object call(Aggregate aggregate, String name, Object... arguments) {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, int.class);
        try {
            Method method = Aggregate.class.getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(aggregate, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Aggregate has no method " + name, e);
        }
    }
}
