package io.leadgen.cli.source;

import io.leadgen.catalog.TableSchema;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.cli.source.ServiceSource.AskedFile;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.runtime.csv.CsvWords;
import io.leadgen.runtime.local.RememberedUnits;
import io.leadgen.runtime.local.UnitParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the unit of a file, the column that identifies a person: from the command line, from the last use, or by asking. */
public record FileUnitResolver(AskedFile asked, RememberedUnits units, UserPrompt dialogue, Consumer<String> progress) {
    /**
     * The unit, which is remembered from now on.
     *
     * @throws LeadgenException INVALID_ARGUMENT if the unit is unknown, or the file has no such column
     */
    public PrivacyUnit choose(TableSchema schema) {
        Optional<PrivacyUnit> before = units.of(asked.file()).filter(unit -> isIn(schema, unit));
        String word = asked.unit();
        PrivacyUnit unit = word == null ? before.orElseGet(() -> ask(schema)) : UnitParser.parse(word, schema);
        if (before.isPresent() && !before.get().equals(unit)) {
            progress.accept(
                    "note: the unit of " + fileName() + " changes from " + words(before.get()) + " to " + words(unit)
                            + ". Earlier answers protect only " + words(before.get())
                            + "; all are charged to one budget");
        }
        if (!before.equals(Optional.of(unit)) || !csv().equals(units.csv(asked.file()))) {
            units.remember(asked.file(), unit, csv());
        }
        return unit;
    }

    /** What is declared about a CSV file: on the command line, or with the last use. */
    public List<String> csv() {
        List<String> words = asked.csv();
        return words.isEmpty() ? units.csv(asked.file()) : words.equals(List.of(CsvWords.AUTO)) ? List.of() : words;
    }

    private PrivacyUnit ask(TableSchema schema) {
        if (!dialogue.isPossible()) {
            throw UnitParser.missing(schema);
        }
        progress.accept("What identifies a person in " + fileName() + "? " + UnitParser.columns(schema));
        while (true) {
            String word = dialogue.ask(
                    "The column that identifies a person, or " + UnitParser.ROWS + " if each row is one person", "");
            try {
                return UnitParser.parse(word, schema);
            } catch (LeadgenException e) {
                progress.accept(e.getMessage() + "; " + e.hint());
            }
        }
    }

    private String fileName() {
        return String.valueOf(asked.file().path().getFileName());
    }

    /** The file may have been replaced by one with other columns. */
    private static boolean isIn(TableSchema schema, PrivacyUnit unit) {
        return !(unit instanceof PrivacyUnit.Key key)
                || schema.column(key.column()).isPresent();
    }

    private static String words(PrivacyUnit unit) {
        return unit instanceof PrivacyUnit.Key key ? "one value of " + key.column() : "one row";
    }
}
