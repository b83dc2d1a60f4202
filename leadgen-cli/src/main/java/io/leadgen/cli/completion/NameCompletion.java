package io.leadgen.cli.completion;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.completion.Candidate.Ending;
import io.leadgen.runtime.local.TableOrFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Completes names of the catalog and of saved audiences; {@code current} is the table of commands that name none, or null. */
record NameCompletion(CatalogNames names, @Nullable TableName current) {
    private static final Pattern PLAIN_PART = Pattern.compile("[\\p{L}_0-9][\\p{L}\\p{N}_$-]*");

    private static String quoted(String part) {
        return PLAIN_PART.matcher(part).matches() ? part : "`" + part + "`";
    }

    WordCompletion catalogs(String text) {
        return WordCompletion.of(
                names.catalogs().stream().map(NameCompletion::quoted).toList(), text);
    }

    /** Level by level; a level with one name is skipped. */
    WordCompletion schemas(String text) {
        List<String> schemas = new ArrayList<>();
        List<String> catalogs = begunWith(names.catalogs(), text);
        for (String catalog : catalogs) {
            if (catalogs.size() > 1) {
                return open(catalogs);
            }
            names.schemas(catalog).forEach(schema -> schemas.add(quoted(catalog) + "." + quoted(schema)));
        }
        return WordCompletion.of(schemas, text);
    }

    WordCompletion tables(String text) {
        if (TableOrFile.of(text) == TableOrFile.FILE) {
            return WordCompletion.FILES;
        }
        List<String> catalogs = begunWith(names.catalogs(), text);
        if (catalogs.isEmpty() && (current == null || !text.isEmpty())) {
            return WordCompletion.FILES; // not a table, but possibly a file
        }
        if (catalogs.size() != 1) {
            return open(catalogs);
        }
        String catalog = catalogs.get(0);
        List<String> schemas = names.schemas(catalog).stream()
                .filter(schema -> begins(quoted(catalog) + "." + quoted(schema) + ".", text))
                .toList();
        if (schemas.size() != 1) {
            return open(schemas.stream()
                    .map(schema -> quoted(catalog) + "." + quoted(schema))
                    .toList());
        }
        return WordCompletion.of(
                names.tables(catalog, schemas.get(0)).stream()
                        .map(table ->
                                quoted(table.catalog()) + "." + quoted(table.schema()) + "." + quoted(table.table()))
                        .toList(),
                text);
    }

    private static List<String> begunWith(List<String> all, String text) {
        return all.stream().filter(name -> begins(quoted(name) + ".", text)).toList();
    }

    /** Whether one of the two begins with the other. */
    private static boolean begins(String name, String text) {
        int common = Math.min(name.length(), text.length());
        return name.regionMatches(true, 0, text, 0, common);
    }

    private static WordCompletion open(List<String> names) {
        return WordCompletion.of(names.stream()
                .map(name -> new Candidate(name + ".", "", Ending.GOES_ON))
                .toList());
    }

    WordCompletion audiences(int from, String text) {
        return new WordCompletion(
                from,
                names.audiences().stream()
                        .filter(audience -> audience.name().startsWith(text.substring(from)))
                        .map(audience -> new Candidate(audience.name(), audience.meaning(), Ending.WORD_ENDS))
                        .toList(),
                false);
    }
}
