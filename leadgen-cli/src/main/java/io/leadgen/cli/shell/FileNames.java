package io.leadgen.cli.shell;

import io.leadgen.cli.completion.Candidate;
import io.leadgen.cli.completion.Candidate.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of files, which other shells complete by themselves. */
final class FileNames {
    private FileNames() {}

    /** What can take the place of the beginning of a path; hidden files only for who has begun with their point. */
    static List<Candidate> begunWith(String text) {
        int slash = Math.max(text.lastIndexOf('/'), text.lastIndexOf(java.io.File.separatorChar));
        String folder = text.substring(0, slash + 1);
        String name = text.substring(slash + 1);
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.filter(file -> begins(file.getFileName().toString(), name))
                    .sorted()
                    .map(file -> {
                        boolean directory = Files.isDirectory(file);
                        return new Candidate(
                                folder + file.getFileName() + (directory ? "/" : ""),
                                "",
                                directory ? Ending.GOES_ON : Ending.WORD_ENDS);
                    })
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }

    private static boolean begins(String file, String name) {
        return file.startsWith(name) && (!file.startsWith(".") || name.startsWith("."));
    }
}
