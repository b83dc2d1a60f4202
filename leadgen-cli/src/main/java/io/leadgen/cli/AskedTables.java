package io.leadgen.cli;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Which tables a command line is about: the one that it names, and those of the exported audiences that it reads. */
record AskedTables(List<TableName> named, List<TableName> ofAudiences) {

    /** Those of a command line that was parsed, whatever the command. */
    static AskedTables of(CommandSpec command) {
        AskedTables tables = new AskedTables(new ArrayList<>(), new ArrayList<>());
        command.args().stream().map(ArgSpec::getValue).forEach(tables::add);
        return tables;
    }

    private void add(@Nullable Object value) {
        if (value instanceof TableName table) {
            named.add(table);
        } else if (value instanceof PredicateArgument predicate && predicate.table() != null) {
            ofAudiences.add(predicate.table());
        } else if (value instanceof Collection<?> several) {
            several.forEach(this::add);
        } else if (value instanceof Map<?, ?> several) {
            several.values().forEach(this::add);
        }
    }

    /**
     * Refuses an audience of another table: a condition may mean something else there.
     *
     * @throws LeadgenException INVALID_ARGUMENT
     */
    void checkSame() {
        if (Stream.concat(named.stream(), ofAudiences.stream()).distinct().count() > 1 && !ofAudiences.isEmpty()) {
            TableName other = ofAudiences.stream()
                    .filter(table -> !named.contains(table))
                    .findFirst()
                    .orElse(ofAudiences.get(0));
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "The file holds an audience of " + other + ", and the question is about another table",
                    "ask about that table, or put the condition alone into a text file");
        }
    }
}
