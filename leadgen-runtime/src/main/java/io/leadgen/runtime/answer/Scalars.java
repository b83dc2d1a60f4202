package io.leadgen.runtime.answer;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of single values. Apart from {@link Type}, so that no two threads wait for each other to load the two. */
public final class Scalars {
    public static final Type<String> TEXT = new Type.Scalar<>(Map.of("type", "string"));
    public static final Type<Number> NUMBER = new Type.Scalar<>(Map.of("type", "number"));
    public static final Type<Number> WHOLE = new Type.Scalar<>(Map.of("type", "integer"));
    public static final Type<Boolean> TRUTH = new Type.Scalar<>(Map.of("type", "boolean"));
    /** An instant, written in UTC as ISO 8601 writes it. */
    public static final Type<Instant> TIME = new Type.Scalar<>(Map.of("type", "string"));
    /** A JSON object with keys that leadgen does not decide. */
    public static final Type<Map<String, @Nullable Object>> OPEN = new Type.Scalar<>(Map.of("type", "object"));

    private Scalars() {}
}
