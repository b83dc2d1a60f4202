package io.leadgen.cli.command.option;

import java.util.ArrayList;
import java.util.List;

/** The groupings of one {@code --by}, separated by commas. */
public record GroupingList(List<String> texts) {

    /** Reads groupings; a comma in brackets or backticks is part of a grouping. */
    public static GroupingList parse(String value) {
        List<String> groupings = new ArrayList<>();
        int from = 0;
        boolean brackets = false;
        boolean backticks = false;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '`') {
                backticks = !backticks;
            } else if (!backticks && (c == '[' || c == ']')) {
                brackets = c == '[';
            } else if (c == ',' && !brackets && !backticks) {
                groupings.add(value.substring(from, at).strip());
                from = at + 1;
            }
        }
        groupings.add(value.substring(from).strip());
        return new GroupingList(groupings);
    }
}
