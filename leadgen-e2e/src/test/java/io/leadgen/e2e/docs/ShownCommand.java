package io.leadgen.e2e.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that a document shows, with what it says to print. The convention, in fences marked {@code console}:
 *
 * <pre>
 * $ bin/leadgen --demo tables main.leads           a command; a backslash at the end continues it on the next line
 * main.leads.customer_360                          what it prints, both streams; nothing shown is nothing compared
 * …                                                any number of lines
 * $ bin/leadgen --demo count x.y.z   # exit 4      its exit code where that is not 0
 * </pre>
 *
 * @param line where it stands in the document, from 1
 */
record ShownCommand(String document, int line, String command, int exitCode, List<String> output) {
    private static final Pattern EXIT = Pattern.compile("\\s+# exit (\\d+)$");
    private static final Pattern OURS = Pattern.compile("([A-Z_]+=\\S* )*(bin/)?leadgen( .*)?");
    private static final Pattern BUILD = Pattern.compile("(\\./mvnw|\\.ci/run|git|cd)( .*)?");

    /** The commands of a document, in their order. */
    static List<ShownCommand> in(String document, List<String> lines) {
        List<ShownCommand> commands = new ArrayList<>();
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
                commands.add(of(document, at + 1, command.toString().strip(), new ArrayList<>()));
            } else if (console) {
                if (commands.isEmpty()) {
                    throw new IllegalArgumentException(document + ":" + (i + 1) + " output of no command");
                }
                commands.get(commands.size() - 1).output.add(line);
            }
        }
        return commands;
    }

    private static ShownCommand of(String document, int line, String command, List<String> output) {
        Matcher exit = EXIT.matcher(command);
        return exit.find()
                ? new ShownCommand(
                        document, line, command.substring(0, exit.start()), Integer.parseInt(exit.group(1)), output)
                : new ShownCommand(document, line, command, 0, output);
    }

    boolean runsLeadgen() {
        return OURS.matcher(command).matches();
    }

    /** Whether it builds or fetches: that is what runs this test, and is not done again. */
    boolean builds() {
        return BUILD.matcher(command).matches();
    }
}
