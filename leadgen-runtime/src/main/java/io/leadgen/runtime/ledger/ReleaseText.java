package io.leadgen.runtime.ledger;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.runtime.json.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an answer is kept: one line of ASCII, from which the very same answer is read. */
final class ReleaseText {
    private static final long FORMAT = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

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

    /** A decimal number with its scale, and a double with all its bits. */
    private static List<String> tree(NoisyValue value) {
        return List.of(value.value().toString(), Double.toHexString(value.sigma()));
    }

    /** @throws IOException if the text is not one that this version writes */
    static Release read(String text) throws IOException {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            Map<?, ?> tree = (Map<?, ?>) requireNonNull(value(json));
            if (field(tree, "format", Long.class) != FORMAT) {
                throw new IOException("an answer in another format");
            }
            List<?> cost = field(tree, "cost", List.class);
            PrivacyLoss loss = LedgerRow.loss((Long) cost.get(0), (Long) cost.get(1));
            List<Cell> cells = new ArrayList<>();
            for (Object cell : field(tree, "cells", List.class)) {
                cells.add(cell((Map<?, ?>) cell));
            }
            return new Release(cells, field(tree, "coarse", Boolean.class), loss);
        } catch (RuntimeException e) {
            throw new IOException("not an answer", e);
        }
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

    private static @Nullable Object value(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    map.put(name, value(json));
                }
                return map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                return list;
            }
            case VALUE_STRING -> {
                return json.getText();
            }
            case VALUE_NUMBER_INT -> {
                return json.getLongValue();
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return json.getBooleanValue();
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> throw new IOException("not a value of an answer");
        }
    }
}
