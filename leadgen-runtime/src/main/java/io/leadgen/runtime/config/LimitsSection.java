package io.leadgen.runtime.config;

import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code limits}. */
final class LimitsSection {
    enum Key implements YamlKey {
        MAX_ROWS,
        QUERY_TIMEOUT_SECONDS,
        MAX_CONCURRENT_QUERIES,
        ALLOW_STATEMENT_TYPES
    }

    private static final int MAX_CONCURRENCY = 1000;

    private LimitsSection() {}

    static Limits read(YamlValue value) {
        YamlMapping<Key> limits = value.mapping(Key.class);
        return new Limits(
                limits.get(Key.MAX_ROWS)
                        .integerOrNoLimit()
                        .map(rows -> rows < 0 ? Limits.UNLIMITED : rows)
                        .orElse(Limits.DEFAULT.maxRows()),
                timeout(limits.get(Key.QUERY_TIMEOUT_SECONDS)),
                limits.get(Key.MAX_CONCURRENT_QUERIES)
                        .integer(1, MAX_CONCURRENCY)
                        .orElse(Limits.DEFAULT.maxConcurrentQueries()),
                statementTypes(limits.get(Key.ALLOW_STATEMENT_TYPES)));
    }

    private static @Nullable Duration timeout(YamlValue value) {
        Optional<Integer> seconds = value.integerOrNoLimit();
        if (seconds.isEmpty()) {
            return Limits.DEFAULT.queryTimeout();
        }
        return seconds.get() < 0 ? null : Duration.ofSeconds(seconds.get());
    }

    private static Set<StatementType> statementTypes(YamlValue value) {
        if (!value.isPresent()) {
            return Limits.DEFAULT.allowStatementTypes();
        }
        Set<StatementType> types = EnumSet.noneOf(StatementType.class);
        boolean complete = value.isList();
        for (YamlValue item : value.list()) {
            complete &= item.oneOfCapitals(StatementType.class).map(types::add).isPresent();
        }
        if (complete && !types.contains(StatementType.SELECT)) {
            value.report("allow_statement_types must contain SELECT, which every question is");
        }
        types.add(StatementType.SELECT);
        return types;
    }
}
