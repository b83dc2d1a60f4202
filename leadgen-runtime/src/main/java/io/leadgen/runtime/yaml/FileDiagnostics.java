package io.leadgen.runtime.yaml;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with a file. Collects everything, so that the author can fix all of it at once. */
final class FileDiagnostics {
    private static final int SHOWN = 50;

    private final String file;
    private final String hint;
    // A set: an anchored value that is used twice is reported once.
    private final Set<Found> found = new LinkedHashSet<>();

    FileDiagnostics(String file, String hint) {
        this.file = file;
        this.hint = hint;
    }

    void add(Position position, String message) {
        found.add(new Found(position, message));
    }

    int size() {
        return found.size();
    }

    /** @throws LeadgenException CONFIG_INVALID if anything was found; one line each, in the order of the file */
    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        List<Found> sorted =
                found.stream().sorted(Comparator.comparing(Found::position)).toList();
        String message =
                sorted.stream().limit(SHOWN).map(one -> one.format(file)).collect(Collectors.joining("\n"));
        if (sorted.size() > SHOWN) {
            message += "\n" + file + ": and " + (sorted.size() - SHOWN) + " more";
        }
        throw LeadgenException.of(ErrorCode.CONFIG_INVALID, message, hint);
    }

    private record Found(Position position, String message) {
        String format(String file) {
            return file + ":" + position.line() + ":" + position.column() + ": " + message;
        }
    }
}
