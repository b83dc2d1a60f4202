package io.leadgen.runtime.yaml;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with a file, collected so that a person can repair all of it in one go. */
final class Problems {
    private static final int SHOWN = 50;

    private final String file;
    private final String hint;
    // A set: an anchored value that is used twice is wrong once.
    private final Set<Problem> found = new LinkedHashSet<>();

    Problems(String file, String hint) {
        this.file = file;
        this.hint = hint;
    }

    void add(Position position, String message) {
        found.add(new Problem(position, message));
    }

    /**
     * Ends the reading of a file.
     *
     * @throws LeadgenException CONFIG_INVALID if anything was found; one line for each problem, in the order of the file
     */
    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        List<Problem> sorted =
                found.stream().sorted(Comparator.comparing(Problem::position)).toList();
        String message = sorted.stream()
                .limit(SHOWN)
                .map(problem -> problem.format(file))
                .collect(Collectors.joining("\n"));
        if (sorted.size() > SHOWN) {
            message += "\n" + file + ": and " + (sorted.size() - SHOWN) + " more";
        }
        throw LeadgenException.of(ErrorCode.CONFIG_INVALID, message, hint);
    }

    private record Problem(Position position, String message) {
        String format(String file) {
            return file + ":" + position.line() + ":" + position.column() + ": " + message;
        }
    }
}
