package io.leadgen.predicate.canonical;

import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.PredicatePrinter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A truth table as a reduced decision diagram: questions about one axis after the other, in the order of axes, each of which
 * leads on by the row's place, until TRUE or FALSE is reached. A question whose outcome changes nothing is not asked, and two
 * that lead on in the same way are one question.
 *
 * <p>For a function of places such a diagram is unique (R. Bryant, Graph-Based Algorithms for Boolean Function Manipulation,
 * IEEE Transactions on Computers 35, 1986; with more than two outcomes the proof is the same), and so is its text. It does not
 * show which boundaries and axes the formula mentioned without depending on them, nor whether an axis shared its dimension.
 */
final class Diagram {
    private static final int FALSE = 0;
    private static final int TRUE = 1;
    private static final int FIRST = 2;
    private static final int[] NONE = {};

    /** A question; for each class of its axis where it leads to. */
    private static final class Node {
        private final Layer layer;
        private final int[] next;

        private Node(Layer layer, int[] next) {
            this.layer = layer;
            this.next = next;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Node node && node.layer == layer && Arrays.equals(node.next, next);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(layer) + Arrays.hashCode(next);
        }
    }

    /** The questions about one axis. */
    private static final class Layer {
        private final Axis axis;
        private final List<Cut.At> cuts;
        /** For each point of the axis its class, numbered by first points. */
        private final int[] classOf;
        /** For each class its number in the dimension. */
        private final int[] inDimension;

        private Layer(Axis axis, List<Cut.At> cuts, int[] dimensionClasses) {
            this.axis = axis;
            this.cuts = cuts;
            Map<Integer, Integer> numbers = new LinkedHashMap<>();
            this.classOf = Arrays.stream(dimensionClasses)
                    .map(found -> numbers.computeIfAbsent(found, key -> numbers.size()))
                    .toArray();
            this.inDimension =
                    numbers.keySet().stream().mapToInt(found -> found).toArray();
        }
    }

    private final List<Layer> layers = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final int root;

    Diagram(TruthTable table) {
        int[] reached = new int[table.cells()];
        Arrays.setAll(reached, cell -> table.holds().get(cell) ? TRUE : FALSE);
        for (int i = table.dimensions().size() - 1; i >= 0; i--) {
            reached = without(table.dimensions().get(i), reached);
        }
        root = reached[0];
    }

    /** Where the cells lead of a table that lacks this dimension, the one that ran fastest. */
    private int[] without(Dimension dimension, int[] reached) {
        int[] result = new int[reached.length / dimension.classes()];
        int[] known = dimension.axisClasses();
        Layer values = dimension.axis() == null ? null : layer(dimension.axis(), dimension.cuts(), known);
        Layer nulls = dimension.presence() == null ? null : layer(dimension.presence(), List.of(), new int[] {0, 1});
        for (int i = 0; i < result.length; i++) {
            int start = i * dimension.classes();
            int ifKnown = values == null ? reached[start + known[0]] : node(values, reached, start);
            result[i] = nulls == null
                    ? ifKnown
                    : node(nulls, new int[] {reached[start + dimension.nullClass()], ifKnown}, 0);
        }
        return result;
    }

    private Layer layer(Axis axis, List<Cut.At> cuts, int[] dimensionClasses) {
        Layer layer = new Layer(axis, cuts, dimensionClasses);
        layers.add(0, layer);
        return layer;
    }

    private int node(Layer layer, int[] reached, int start) {
        int[] next = new int[layer.inDimension.length];
        boolean same = true;
        for (int i = 0; i < next.length; i++) {
            next[i] = reached[start + layer.inDimension[i]];
            same &= next[i] == next[0];
        }
        if (same) {
            return next[0];
        }
        Node node = new Node(layer, next);
        Integer known = numbers.putIfAbsent(node, nodes.size() + FIRST);
        if (known != null) {
            return known;
        }
        nodes.add(node);
        return nodes.size() + FIRST - 1;
    }

    /**
     * The diagram as text, a different one for each function of places: the axes that matter, each with its classes, points
     * that no question tells apart being one; then the questions, each after those that it leads to.
     */
    String text() {
        return new Writer().text();
    }

    private final class Writer {
        private final Map<Integer, Integer> written = new HashMap<>(Map.of(FALSE, FALSE, TRUE, TRUE));
        private final List<Node> questions = new ArrayList<>();
        private final StringBuilder out = new StringBuilder();

        String text() {
            int last = visit(root);
            Map<Layer, int[]> classes = new HashMap<>();
            Map<Layer, Integer> axes = new HashMap<>();
            for (Layer layer : layers) {
                int[] merged = merged(layer);
                if (Arrays.stream(merged).anyMatch(found -> found != 0)) {
                    axes.put(layer, axes.size());
                    classes.put(layer, merged);
                    axis(layer, merged);
                }
            }
            for (Node question : questions) {
                question(question, axes.getOrDefault(question.layer, -1), classes.getOrDefault(question.layer, NONE));
            }
            return out.append(last).toString();
        }

        /** Numbers the questions that are asked, in an order that follows from the diagram and the order of points. */
        private int visit(int number) {
            Integer before = written.get(number);
            if (before != null) {
                return before;
            }
            Node node = nodes.get(number - FIRST);
            for (int next : node.next) {
                visit(next);
            }
            questions.add(node);
            written.put(number, questions.size() + FIRST - 1);
            return questions.size() + FIRST - 1;
        }

        /** For each class of a layer the first one that no question tells apart from it, these numbered. */
        private int[] merged(Layer layer) {
            int[] result = new int[layer.inDimension.length];
            for (Node question : questions) {
                if (question.layer == layer) {
                    Map<List<Integer>, Integer> parts = new HashMap<>();
                    for (int i = 0; i < result.length; i++) {
                        result[i] = parts.computeIfAbsent(List.of(result[i], question.next[i]), part -> parts.size());
                    }
                }
            }
            return result;
        }

        /** A piece that can hold any character has its length in front: the text can be read in one way only. */
        private void piece(String text) {
            out.append(text.length()).append(' ').append(text).append(' ');
        }

        private void axis(Layer layer, int[] merged) {
            piece(layer.axis.label());
            int current = -1;
            for (int i = 0; i < layer.classOf.length; i++) {
                int found = merged[layer.classOf[i]];
                if (found == current) {
                    continue;
                }
                current = found;
                if (i > 0 && !layer.cuts.isEmpty()) {
                    Cut.At cut = layer.cuts.get(i - 1);
                    ComparisonOperator end = cut.above() ? ComparisonOperator.LE : ComparisonOperator.LT;
                    piece(PredicatePrinter.text(new Comparison(end, layer.axis.operand(), cut.value())));
                }
                out.append(found).append(' ');
            }
            out.append(": ");
        }

        private void question(Node question, int axis, int[] merged) {
            out.append(axis);
            int count = 0;
            for (int i = 0; i < merged.length; i++) {
                if (merged[i] == count) {
                    count++;
                    out.append(' ').append(written.get(question.next[i]));
                }
            }
            out.append("; ");
        }
    }
}
