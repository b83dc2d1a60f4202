package io.leadgen.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The layout of every help text. */
final class HelpLayout {
    /** The least width that picocli supports. */
    private static final int NARROWEST = 55;

    private static final int WIDEST = 100;

    private HelpLayout() {}

    /** The width of help texts on a terminal; very long lines are hard to read. */
    static int width(int terminal) {
        return Math.max(NARROWEST, Math.min(WIDEST, terminal));
    }

    static void arrange(CommandLine root) {
        arrange(root.getCommandSpec().usageMessage(), "%nOptions, before or after the command:%n");
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpLayout::groups);
        root.getSubcommands().values().forEach(HelpLayout::arrangeCommand);
    }

    /** The commands under a heading for each package, in their order. */
    private static String groups(Help help) {
        Map<String, Map<String, Help>> groups = new LinkedHashMap<>();
        help.subcommands()
                .forEach((name, command) -> groups.computeIfAbsent(group(command), any -> new LinkedHashMap<>())
                        .put(name, command));
        StringBuilder text = new StringBuilder();
        groups.forEach((group, commands) ->
                text.append(String.format("%n%s commands:%n", group)).append(help.commandList(commands)));
        return text.toString();
    }

    private static String group(Help command) {
        String room = command.commandSpec().userObject().getClass().getPackageName();
        String name = room.substring(room.lastIndexOf('.') + 1);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
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
