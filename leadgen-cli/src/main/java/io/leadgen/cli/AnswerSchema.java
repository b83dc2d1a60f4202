package io.leadgen.cli;

import io.leadgen.runtime.answer.ErrorShape;
import io.leadgen.runtime.answer.JsonSchema;
import io.leadgen.runtime.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the JSON Schema of what the program prints with {@code -o json}. For the build; no command of the program. */
public final class AnswerSchema {
    private AnswerSchema() {}

    /** Writes the schema to the file that the only argument names. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JsonText.pretty(JsonSchema.document(
                                "What leadgen prints with -o json",
                                "One definition for each command, under its name; shared definitions begin with a capital"
                                        + " letter. Errors go to stderr and have the shape of Error. Keys are only ever"
                                        + " added.",
                                CommandRegistry.shapes(),
                                ErrorShape.ERROR))
                        + "\n");
    }
}
