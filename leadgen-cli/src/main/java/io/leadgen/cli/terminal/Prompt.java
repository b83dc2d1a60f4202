package io.leadgen.cli.terminal;

import io.leadgen.catalog.TableName;
import org.jspecify.annotations.Nullable;

/** What the shell shows before a line: the table and the audience, short enough to leave room for the line. */
public final class Prompt {
    private static final String NO_TABLE = "leadgen";
    private static final int LONGEST_TABLE = 24;
    private static final int PART_OF_A_LINE = 3;

    private Prompt() {}

    /** The prompt, with a space at its end. */
    public static String of(@Nullable TableName table, @Nullable String predicate, Theme theme) {
        if (table == null) {
            return theme.strong(NO_TABLE) + "> ";
        }
        String name = DisplayText.cut(DisplayText.visible(table.table(), theme.unicode()), LONGEST_TABLE, theme);
        String audience = predicate == null
                ? ""
                : " "
                        + theme.dim("["
                                + DisplayText.cut(
                                        DisplayText.visible(predicate, theme.unicode()),
                                        theme.width() / PART_OF_A_LINE,
                                        theme)
                                + "]");
        return theme.strong(name) + audience + "> ";
    }
}
