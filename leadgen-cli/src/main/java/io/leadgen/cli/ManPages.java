package io.leadgen.cli;

import io.leadgen.cli.man.ManPage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;

/** Writes the manual, a compressed page for each command. For the build; no command of the program. */
public record ManPages(Path folder, LocalDate date, String version) {
    /**
     * Writes all pages.
     *
     * @param args the folder to write to, the instant of the build, the program's version, and the classes of further programs,
     *     which get a page each
     * @throws ClassNotFoundException if there is no such class
     */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        LocalDate date = LocalDate.ofInstant(Instant.parse(args[1]), ZoneOffset.UTC);
        ManPages pages = new ManPages(Files.createDirectories(Path.of(args[0])), date, args[2]);
        CommandLine root = CommandRegistry.STANDARD.described();
        HelpLayout.arrange(root);
        pages.write(root);
        for (String program : Arrays.asList(args).subList(3, args.length)) {
            pages.write(new CommandLine(Class.forName(program)));
        }
    }

    private void write(CommandLine command) throws IOException {
        if (command.getCommandSpec().usageMessage().hidden()) {
            return;
        }
        ManPage page = new ManPage(command);
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(page.name() + ".1.gz")))) {
            file.write(page.source(date.toString(), version).getBytes(StandardCharsets.UTF_8));
        }
        for (CommandLine child : List.copyOf(command.getSubcommands().values())) {
            write(child);
        }
    }
}
