package io.leadgen.predicate.canonical.key;

import io.leadgen.predicate.canonical.domain.CutPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A truth table as a reduced decision diagram. Each node asks about one axis, in the order of the axes, and leads to the next
 * node by the point of the row, until TRUE or FALSE is reached. There are no nodes whose outcome changes nothing, and no two
 * equal nodes.
 *
 * <p>For one function of points such a diagram is unique (R. Bryant, Graph-Based Algorithms for Boolean Function Manipulation,
 * IEEE Transactions on Computers 35, 1986; with more than two outcomes the proof is the same), and so is its {@link
 * DecisionDiagramText}. It does not show which cuts and axes the formula mentioned without depending on them, nor whether an axis
 * shared its dimension.
 */
final class DecisionDiagram {
    static final int FALSE = 0;
    static final int TRUE = 1;
    static final int FIRST = 2;

    /** A node with its successor for each class of its axis. */
    static final class Node {
        final Layer layer;
        final int[] next;

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

    /** The nodes of one axis. */
    static final class Layer {
        final Axis axis;
        final List<CutPoint.At> cuts;
        /** For each point of the axis its class; classes are numbered by their first points. */
        final int[] classOf;
        /** For each class its number in the dimension. */
        final int[] inDimension;

        private Layer(Axis axis, List<CutPoint.At> cuts, int[] dimensionClasses) {
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

    DecisionDiagram(TruthTable table) {
        int[] reached = new int[table.cells()];
        Arrays.setAll(reached, cell -> table.holds().get(cell) ? TRUE : FALSE);
        for (int i = table.dimensions().size() - 1; i >= 0; i--) {
            reached = without(table.dimensions().get(i), reached);
        }
        root = reached[0];
    }

    /** The nodes of the cells of a table without this dimension, which ran fastest. */
    private int[] without(Dimension dimension, int[] reached) {
        int classes = dimension.classes();
        int[] result = new int[reached.length / classes];
        int[] known = dimension.axisClasses();
        Layer values = dimension.axis() == null ? null : layer(dimension.axis(), dimension.cuts(), known);
        Layer nulls = dimension.presence() == null ? null : layer(dimension.presence(), List.of(), new int[] {0, 1});
        BlockIndex blocks = new BlockIndex(reached, classes);
        for (int i = 0; i < result.length; i++) {
            int first = blocks.first(i);
            if (first < i) {
                result[i] = result[first];
                continue;
            }
            int start = i * classes;
            int ifKnown = values == null ? reached[start + known[0]] : node(values, reached, start);
            result[i] = nulls == null
                    ? ifKnown
                    : node(nulls, new int[] {reached[start + dimension.nullClass()], ifKnown}, 0);
        }
        return result;
    }

    private Layer layer(Axis axis, List<CutPoint.At> cuts, int[] dimensionClasses) {
        Layer layer = new Layer(axis, cuts, dimensionClasses);
        layers.add(0, layer);
        return layer;
    }

    private int node(Layer layer, int[] reached, int start) {
        int[] next = Arrays.stream(layer.inDimension)
                .map(found -> reached[start + found])
                .toArray();
        if (Arrays.stream(next).allMatch(found -> found == next[0])) {
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

    /** The axes that nodes can ask about, in order. */
    List<Layer> layers() {
        return layers;
    }

    int root() {
        return root;
    }

    /** The node with a number from {@link #FIRST} on. */
    Node node(int number) {
        return nodes.get(number - FIRST);
    }

    /** Finds earlier equal blocks of an array. A hash table of positions, because there can be tens of thousands. */
    private static final class BlockIndex {
        /** Odd, with irregular bits. */
        private static final int SPREAD = 0x9E3779B1;

        private final int[] array;
        private final int length;
        private final int[] positions;

        BlockIndex(int[] array, int length) {
            this.array = array;
            this.length = length;
            this.positions = new int[Integer.highestOneBit(array.length / length) * 4];
            Arrays.fill(positions, -1);
        }

        /** The first block that equals this one, possibly itself. Must be called for every block in order. */
        int first(int block) {
            int hash = 0;
            for (int i = block * length; i < (block + 1) * length; i++) {
                hash = (hash ^ array[i]) * SPREAD;
            }
            int position = (hash ^ hash >>> 16) & positions.length - 1;
            while (positions[position] >= 0 && !equal(positions[position], block)) {
                position = position + 1 & positions.length - 1;
            }
            if (positions[position] < 0) {
                positions[position] = block;
            }
            return positions[position];
        }

        private boolean equal(int one, int other) {
            return Arrays.equals(array, one * length, (one + 1) * length, array, other * length, (other + 1) * length);
        }
    }
}
