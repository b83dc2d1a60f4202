package io.leadgen.e2e.spark;

import io.leadgen.e2e.spark.SparkTrees.OtherMeaning;
import java.util.ArrayList;
import java.util.List;

/** Patterns of LIKE as Spark means them. In a run of wildcards the single ones come first, and one multiple one is enough. */
final class SparkPatterns {
    private final List<Tree> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int one;
    private boolean any;

    private SparkPatterns() {}

    static List<Tree> read(String pattern, char escape) {
        SparkPatterns reader = new SparkPatterns();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == escape) {
                i++;
                if (i == pattern.length() || ("%_".indexOf(pattern.charAt(i)) < 0 && pattern.charAt(i) != escape)) {
                    throw new OtherMeaning("an escape before an ordinary character");
                }
                reader.literal(pattern.charAt(i));
            } else if (c == '%' || c == '_') {
                reader.wildcard(c);
            } else {
                reader.literal(c);
            }
        }
        return reader.end();
    }

    static List<Tree> of(String function, String text) {
        SparkPatterns reader = new SparkPatterns();
        if (!function.equals("startswith")) {
            reader.wildcard('%');
        }
        text.chars().forEach(c -> reader.literal((char) c));
        if (!function.equals("endswith")) {
            reader.wildcard('%');
        }
        return reader.end();
    }

    private void literal(char c) {
        endWildcards();
        text.append(c);
    }

    private void wildcard(char c) {
        endText();
        one += c == '_' ? 1 : 0;
        any |= c == '%';
    }

    private void endText() {
        if (text.length() > 0) {
            parts.add(Values.text(text.toString()));
            text.setLength(0);
        }
    }

    private void endWildcards() {
        for (; one > 0; one--) {
            parts.add(Tree.leaf("_"));
        }
        if (any) {
            parts.add(Tree.leaf("%"));
        }
        any = false;
    }

    private List<Tree> end() {
        endText();
        endWildcards();
        return parts;
    }
}
