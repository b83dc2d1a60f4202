package io.leadgen.runtime.export;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.runtime.files.Resources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition in Python, and {@code count(path)}, which returns the number of matching people in a file of JSON Lines. It uses
 * only the standard library, and contains only the functions that the condition calls.
 */
final class PythonProgram {
    /** The imported names by module, in order of the import lines. */
    private static final List<Map.Entry<String, List<String>>> MODULES = List.of(
            Map.entry("datetime", List.of("date", "datetime", "timedelta", "timezone")),
            Map.entry("decimal", List.of("Decimal")),
            Map.entry("functools", List.of("lru_cache", "total_ordering")),
            Map.entry("operator", List.of("attrgetter", "contains", "eq", "ge", "gt", "le", "lt", "ne", "not_")));

    private static final Pattern DEFINITION = Pattern.compile("(?m)^(?:def|class) (\\w+)");

    private PythonProgram() {}

    static String text(ExportedAudience audience) {
        PythonCondition written = new PythonCondition();
        String condition = audience.filter().accept(written);
        StringBuilder own = new StringBuilder();
        List<String> sets = written.sets();
        for (int i = 0; i < sets.size(); i++) {
            own.append("IN_")
                    .append(i + 1)
                    .append(" = frozenset([")
                    .append(sets.get(i))
                    .append("])\n");
        }
        own.append("COLUMNS = {").append(columns(audience)).append("}\n\n\ndef condition(row):\n    return ");
        own.append(condition).append("\n\n\n").append(count(audience));
        List<String> needed = needed(own.toString());
        String functions = needed.stream().map(function -> function + "\n\n\n").collect(Collectors.joining());
        return imports(functions + own) + "\n\n\n" + functions + own;
    }

    private static String columns(ExportedAudience audience) {
        return audience.columns().stream()
                .map(column -> "\n    " + PythonText.string(column.name().value()) + ": " + reader(column) + ",")
                .collect(Collectors.joining("", "", audience.columns().isEmpty() ? "" : "\n"));
    }

    /** The function that converts a JSON value to the type of the column. */
    private static String reader(Column column) {
        ColumnType type = column.type();
        return switch (type.kind()) {
            case BOOLEAN -> "truth";
            case TINYINT, SMALLINT, INT, BIGINT, DECIMAL -> "exact";
            case FLOAT -> "single";
            case DOUBLE -> "double";
            case DATE -> "day";
            case TIMESTAMP, TIMESTAMP_NTZ -> "time";
            case STRING, OTHER -> "str";
        };
    }

    private static String count(ExportedAudience audience) {
        return audience.unit() instanceof PrivacyUnit.Key key
                ? "def count(path):\n    return len({unit for unit, row in rows(path, "
                        + PythonText.string(key.column().value())
                        + ") if unit is not None and condition(row) is True})"
                : "def count(path):\n    return sum(condition(row) is True for _, row in rows(path))";
    }

    /** The functions that a text calls directly or indirectly, in the order of the library. */
    private static List<String> needed(String text) {
        List<String> library = library();
        Set<Integer> needed = new TreeSet<>();
        List<String> callers = new ArrayList<>(List.of(text));
        while (!callers.isEmpty()) {
            Predicate<String> called = mentionedIn(callers.remove(callers.size() - 1));
            for (int i = 0; i < library.size(); i++) {
                if (called.test(name(library.get(i))) && needed.add(i)) {
                    callers.add(library.get(i));
                }
            }
        }
        return needed.stream().map(library::get).toList();
    }

    private static String name(String function) {
        return DEFINITION
                .matcher(function)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String imports(String text) {
        Predicate<String> mentioned = mentionedIn(text);
        Stream<String> whole =
                Stream.of("json", "re", "struct").filter(mentioned).map(name -> "import " + name);
        Stream<String> parts = MODULES.stream()
                .map(module -> Map.entry(
                        module.getKey(),
                        module.getValue().stream().filter(mentioned).toList()))
                .filter(module -> !module.getValue().isEmpty())
                .map(module -> "from " + module.getKey() + " import " + String.join(", ", module.getValue()));
        return Stream.concat(whole, parts).collect(Collectors.joining("\n"));
    }

    /** Tests if a name is used. A word in a string also counts, which can only add a function. */
    private static Predicate<String> mentionedIn(String text) {
        Set<String> words = new LinkedHashSet<>(List.of(text.split("\\W+")));
        return words::contains;
    }

    private static List<String> library() {
        return Stream.of(Resources.text(PythonProgram.class, "condition.py").split("\n\n\n"))
                .filter(part -> DEFINITION.matcher(part).find())
                .map(String::strip)
                .toList();
    }
}
