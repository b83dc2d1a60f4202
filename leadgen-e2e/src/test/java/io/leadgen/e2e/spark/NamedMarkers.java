package io.leadgen.e2e.spark;

/**
 * A statement whose {@code ?} have become {@code :p0, :p1, …}.
 *
 * @param text the statement
 * @param count number of markers
 */
record NamedMarkers(String text, int count) {

    /** Names the markers of a statement; question marks between quotes or backticks are none. */
    static NamedMarkers of(String sql) {
        StringBuilder named = new StringBuilder();
        int count = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '`' || c == '\'') {
                quote = c;
            }
            if (c == '?' && quote == 0) {
                named.append(':').append(name(count));
                count++;
            } else {
                named.append(c);
            }
        }
        return new NamedMarkers(named.toString(), count);
    }

    /** The name of a marker, without the colon. */
    static String name(int index) {
        return "p" + index;
    }
}
