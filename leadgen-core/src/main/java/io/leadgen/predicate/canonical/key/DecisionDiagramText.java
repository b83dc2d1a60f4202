package io.leadgen.predicate.canonical.key;

import static java.util.Objects.requireNonNull;

import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.domain.CutPoint;
import io.leadgen.predicate.canonical.key.DecisionDiagram.Layer;
import io.leadgen.predicate.canonical.key.DecisionDiagram.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A diagram as text, a different one for each function of points: first the axes that matter with the classes of their points,
 * then the nodes, each after its successors. Points that no node distinguishes are one class.
 */
final class DecisionDiagramText {
    private final DecisionDiagram diagram;
    private final Map<Integer, Integer> written = new HashMap<>(
            Map.of(DecisionDiagram.FALSE, DecisionDiagram.FALSE, DecisionDiagram.TRUE, DecisionDiagram.TRUE));
    private final List<Node> nodes = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private DecisionDiagramText(DecisionDiagram diagram) {
        this.diagram = diagram;
    }

    static String of(DecisionDiagram diagram) {
        return new DecisionDiagramText(diagram).text();
    }

    private String text() {
        int last = visit(diagram.root());
        List<Layer> used = diagram.layers().stream()
                .filter(layer -> nodes.stream().anyMatch(node -> node.layer == layer))
                .toList();
        out.append(used.size()).append(' ');
        Map<Layer, int[]> classes = new HashMap<>();
        for (Layer layer : used) {
            int[] merged = merged(layer);
            classes.put(layer, merged);
            axis(layer, merged);
        }
        for (Node node : nodes) {
            out.append(used.indexOf(node.layer));
            leadsTo(node, requireNonNull(classes.get(node.layer)));
        }
        return out.append(last).toString();
    }

    /** Numbers the reachable nodes, in an order that follows from the diagram and the order of points. */
    private int visit(int number) {
        Integer before = written.get(number);
        if (before != null) {
            return before;
        }
        Node node = diagram.node(number);
        for (int next : node.next) {
            visit(next);
        }
        nodes.add(node);
        int name = DecisionDiagram.FIRST + nodes.size() - 1;
        written.put(number, name);
        return name;
    }

    /** Numbers the classes of a layer. Classes that no node distinguishes get one number. */
    private int[] merged(Layer layer) {
        int[] result = new int[layer.inDimension.length];
        int count = 1;
        for (Node node : nodes) {
            if (node.layer == layer && count < result.length) {
                Map<List<Integer>, Integer> parts = new HashMap<>();
                for (int i = 0; i < result.length; i++) {
                    result[i] = parts.computeIfAbsent(List.of(result[i], node.next[i]), part -> parts.size());
                }
                count = parts.size();
            }
        }
        return result;
    }

    /** A part that can hold any character is preceded by its length, so the text can be read in one way only. */
    private void piece(String text) {
        out.append(text.length()).append(' ').append(text).append(' ');
    }

    /** The class of each point; for values, which have a point for each cut, only where it changes. */
    private void axis(Layer layer, int[] merged) {
        piece(layer.axis.label());
        int current = -1;
        for (int i = 0; i < layer.classOf.length; i++) {
            int found = merged[layer.classOf[i]];
            if (layer.axis.kind() == Axis.Kind.VALUES) {
                if (found == current) {
                    continue;
                }
                if (i > 0) {
                    piece(text(layer.axis.operand(), layer.cuts.get(i - 1)));
                }
            }
            out.append(found).append(' ');
            current = found;
        }
        out.append(": ");
    }

    private String text(Operand operand, CutPoint.At cut) {
        ComparisonOperator end = cut.above() ? ComparisonOperator.LE : ComparisonOperator.LT;
        return PredicatePrinter.text(new Comparison(end, operand, cut.value()));
    }

    private void leadsTo(Node node, int[] merged) {
        int count = 0;
        for (int i = 0; i < merged.length; i++) {
            if (merged[i] == count) {
                count++;
                out.append(' ').append(written.get(node.next[i]));
            }
        }
        out.append("; ");
    }
}
