package io.leadgen.e2e.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A notebook's cells, as text. */
record Notebook(List<Cell> cells) {
    /** @param printed what its execution wrote */
    record Cell(boolean code, String source, String printed) {}

    static Notebook read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Notebook parse(String json) throws IOException {
        List<Cell> cells = new ArrayList<>();
        for (JsonNode cell : new ObjectMapper().readTree(json).get("cells")) {
            StringBuilder printed = new StringBuilder();
            for (JsonNode output : cell.path("outputs")) {
                printed.append(joined(output.path("text")));
            }
            cells.add(new Cell(
                    cell.get("cell_type").asText().equals("code"), joined(cell.get("source")), printed.toString()));
        }
        return new Notebook(cells);
    }

    /** A text is a string, or a list of its lines. */
    private static String joined(JsonNode text) {
        return text.isTextual()
                ? text.asText()
                : StreamSupport.stream(text.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining());
    }

    /** The one cell that has this in it. */
    String cellWith(String part) {
        List<String> found = cells.stream()
                .map(Cell::source)
                .filter(source -> source.contains(part))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " cells with " + part);
        }
        return found.get(0);
    }

    String code() {
        return cells.stream().filter(Cell::code).map(Cell::source).collect(Collectors.joining("\n\n\n"));
    }

    String printed() {
        return cells.stream().map(Cell::printed).collect(Collectors.joining());
    }
}
