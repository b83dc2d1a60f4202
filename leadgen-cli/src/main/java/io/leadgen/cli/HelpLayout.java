package io.leadgen.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The sections of every help text, in one place. */
final class HelpLayout {
    /** The least that picocli can do with. */
    private static final int NARROWEST = 55;

    private static final int WIDEST = 100;

    private HelpLayout() {}

    /** The width of help texts on a terminal: lines that are too long are hard to read. */
    static int width(int terminal) {
        return Math.max(NARROWEST, Math.min(WIDEST, terminal));
    }

    static void arrange(CommandLine root) {
        arrange(root.getCommandSpec().usageMessage(), "%nOptions, before or after the command:%n");
        root.getSubcommands().values().forEach(HelpLayout::arrangeCommand);
    }

    private static void arrangeCommand(CommandLine command) {
        arrange(command.getCommandSpec().usageMessage(), "%nOptions:%n");
        command.getSubcommands().values().forEach(HelpLayout::arrangeCommand);
    }

    private static void arrange(UsageMessageSpec usage, String options) {
        usage.synopsisHeading("%nUsage: ");
        usage.parameterListHeading("%nArguments:%n");
        usage.optionListHeading(options);
        usage.footerHeading("%nExamples:%n");
        // A command's own options come first, as they are declared; those of the root have their order there.
        usage.sortOptions(false);
        usage.sortSynopsis(false);
    }
}
