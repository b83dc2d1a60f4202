package io.leadgen.runtime.ledger;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.json.JsonTree;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored form of an answer: one line of ASCII JSON, from which exactly the same answer is read. */
final class ReleaseText {
    private static final BigDecimal FORMAT = BigDecimal.ONE;

    private ReleaseText() {}

    static String of(Release release) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("coarse", release.coarse());
        tree.put(
                "cost",
                List.of(release.cost().rho().pico(), release.cost().delta().atto()));
        tree.put("cells", release.cells().stream().map(ReleaseText::tree).toList());
        return JsonText.ascii(tree);
    }

    private static Map<String, @Nullable Object> tree(Cell cell) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", cell.key());
        tree.put("count", tree(cell.count()));
        tree.put("details", cell.details().stream().map(ReleaseText::tree).toList());
        return tree;
    }

    /** A decimal with its scale, and all bits of a double. */
    private static List<String> tree(NoisyValue value) {
        return List.of(value.value().toString(), Double.toHexString(value.sigma()));
    }

    /** @throws IOException if this version does not write such a text */
    static Release read(String text) throws IOException {
        try {
            Map<String, @Nullable Object> tree =
                    JsonTree.object(text, place -> new IllegalArgumentException("not JSON"));
            if (field(tree, "format", BigDecimal.class).compareTo(FORMAT) != 0) {
                throw new IOException("unknown format of an answer");
            }
            List<?> cost = field(tree, "cost", List.class);
            PrivacyLoss loss = LedgerRow.loss(number(cost.get(0)), number(cost.get(1)));
            List<Cell> cells = new ArrayList<>();
            for (Object cell : field(tree, "cells", List.class)) {
                cells.add(cell((Map<?, ?>) cell));
            }
            return new Release(cells, field(tree, "coarse", Boolean.class), loss);
        } catch (RuntimeException e) {
            throw new IOException("not an answer", e);
        }
    }

    private static long number(Object value) {
        return ((BigDecimal) value).longValueExact();
    }

    private static <T> T field(Map<?, ?> tree, String name, Class<T> type) {
        return type.cast(requireNonNull(tree.get(name), name));
    }

    private static Cell cell(Map<?, ?> tree) {
        List<@Nullable String> key = new ArrayList<>();
        for (Object value : field(tree, "key", List.class)) {
            key.add((String) value);
        }
        List<NoisyValue> details = new ArrayList<>();
        for (Object value : field(tree, "details", List.class)) {
            details.add(noisyValue((List<?>) value));
        }
        return new Cell(key, noisyValue(field(tree, "count", List.class)), details);
    }

    private static NoisyValue noisyValue(List<?> parts) {
        return new NoisyValue(new BigDecimal((String) parts.get(0)), Double.parseDouble((String) parts.get(1)));
    }
}
