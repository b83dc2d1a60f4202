package io.leadgen.cli;

import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One run of the command line within this process. */
record Run(int exitCode, String out, String err) {

    static Run of(ServiceSource source, String... args) {
        return of(source, Map.of(), args);
    }

    static Run of(ServiceSource source, Map<String, String> environment, String... args) {
        return typed(source, environment, "", args);
    }

    /** A run at a terminal, where somebody types; one that cannot write a line again, as nobody knows how long a test takes. */
    static Run typed(ServiceSource source, Map<String, String> environment, String typed, String... args) {
        ByteArrayInputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> all = new HashMap<>(Map.of("TERM", "dumb"));
        all.putAll(environment);
        ProcessContext surroundings =
                new ProcessContext(in, out, err, all, Path.of("").toAbsolutePath(), "analyst", true, true, true, true);
        int code = new Cli(surroundings, source, new Cancellation()).run(args);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What stands on {@code err}, however it is broken into lines. */
    String said() {
        return err.replaceAll("\\s+", " ");
    }
}
