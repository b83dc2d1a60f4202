package io.leadgen.e2e.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that a page shows, with the output that it shows. The convention, in fences marked {@code console}:
 *
 * <pre>
 * $ bin/leadgen --demo tables main.leads           a command; a backslash at the end continues it on the next line
 * main.leads.customer_360                          its output, both streams; no output shown means none compared
 * …                                                any number of lines
 * $ bin/leadgen --demo count x.y.z   # exit 4      its exit code where that is not 0
 * $ bin/leadgen --demo shell x.y.z &lt;&lt;'END'         a command that reads what follows, up to the line END
 * </pre>
 *
 * @param line where it is on the page, from 1
 * @param after the number of lines of the page before its output
 */
record ShownCommand(String document, int line, int after, String command, int exitCode, List<String> output) {
    private static final Pattern EXIT = Pattern.compile("\\s+# exit (\\d+)$");
    private static final Pattern OURS = Pattern.compile("([A-Z_]+=\\S* )*(bin/)?leadgen(-mcp)?( .*)?", Pattern.DOTALL);
    private static final Pattern COPIES = Pattern.compile("cp \\S+ \\S+");
    private static final Pattern SERVES = Pattern.compile("(bin/)?leadgen-mcp .*--http.*");
    private static final Pattern BUILD = Pattern.compile("(\\./mvnw|\\.ci/run|git|cd)( .*)?");
    private static final String HERE = "<<'END'";

    /** The commands of a page, in their order. */
    static List<ShownCommand> in(Document document) {
        List<ShownCommand> commands = new ArrayList<>();
        List<String> lines = document.lines();
        boolean console = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                console = !console && line.strip().equals("```console");
            } else if (console && line.startsWith("$ ")) {
                int at = i;
                StringBuilder command = new StringBuilder(line.substring(2));
                while (command.charAt(command.length() - 1) == '\\') {
                    command.setLength(command.length() - 1);
                    command.append(lines.get(++i).strip());
                }
                if (command.toString().endsWith(HERE)) {
                    do {
                        command.append('\n').append(lines.get(++i));
                    } while (!lines.get(i).equals("END"));
                }
                commands.add(
                        of(document.name(), at + 1, i + 1, command.toString().strip()));
            } else if (console) {
                if (commands.isEmpty()) {
                    throw new IllegalArgumentException(document.name() + ":" + (i + 1) + " output of no command");
                }
                commands.get(commands.size() - 1).output.add(line);
            }
        }
        return commands;
    }

    private static ShownCommand of(String document, int line, int after, String text) {
        Matcher exit = EXIT.matcher(text);
        boolean fails = exit.find();
        return new ShownCommand(
                document,
                line,
                after,
                fails ? text.substring(0, exit.start()) : text,
                fails ? Integer.parseInt(exit.group(1)) : 0,
                new ArrayList<>());
    }

    boolean showsOutput() {
        return output.stream().anyMatch(shown -> !shown.isBlank());
    }

    /** Is it leadgen, or does it put a file where leadgen finds it? */
    boolean runs() {
        return OURS.matcher(command).matches() || COPIES.matcher(command).matches();
    }

    /** Does it serve until it is stopped? */
    boolean serves() {
        return SERVES.matcher(command).matches();
    }

    /** Does it build or fetch? Such a command runs this test, and is not run again. */
    boolean builds() {
        return BUILD.matcher(command).matches();
    }

    /** The first line of the command, after the name of its page. */
    @Override
    public String toString() {
        return document + ":" + line + " " + command.lines().findFirst().orElse("");
    }
}
