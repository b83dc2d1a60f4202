package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.lex.Normalizer;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token;
import io.leadgen.predicate.language.lex.Token.Kind;
import io.leadgen.predicate.language.parse.Syntax.Name;
import io.leadgen.predicate.language.parse.Syntax.RelatedColumns;
import io.leadgen.predicate.language.parse.Syntax.SubQuery;
import io.leadgen.predicate.language.parse.Syntax.SubQuery.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code SELECT … FROM … WHERE … GROUP BY … HAVING …}. The clauses are found here. The conditions in them are read like any
 * predicate.
 */
final class SubQueryReader {
    private static final String FORM =
            "write column IN (SELECT column FROM table WHERE condition GROUP BY column HAVING COUNT(*) >= 2)";
    private static final String LINK =
            "write EXISTS (SELECT 1 FROM events e WHERE e.customer_id = customers.customer_id AND condition)";
    private static final Set<String> CLAUSES = Set.of("where", "group", "having");
    private static final Set<String> AGGREGATES = Set.of("count", "sum", "avg", "min", "max");
    private static final Set<String> OTHER_CLAUSES = Set.of(
            "order",
            "limit",
            "offset",
            "fetch",
            "union",
            "intersect",
            "except",
            "minus",
            "join",
            "inner",
            "left",
            "right",
            "full",
            "cross",
            "on",
            "using",
            "qualify",
            "window",
            "lateral",
            "tablesample");

    private final Token query;
    private final PredicateLimits limits;
    private final Diagnostics diagnostics;
    private final List<Token> tokens;
    private int at;
    private int conditions;

    SubQueryReader(Token query, PredicateLimits limits, Diagnostics diagnostics) {
        this.query = query;
        this.limits = limits;
        this.diagnostics = diagnostics;
        this.tokens = Normalizer.subQuery(query, limits, diagnostics);
        diagnostics.throwIfAny();
    }

    SubQuery read() {
        noOtherClauses();
        word("select");
        if (isWord("distinct")) {
            at++;
        }
        boolean all = takesRows();
        List<Name> selecting = all || takesOne() ? List.of() : path();
        word("from");
        List<Name> table = path();
        String alias = alias(table);
        @Nullable Name selected = selecting.isEmpty() ? null : inner(selecting, alias);
        @Nullable Body where = clause("where", alias);
        @Nullable Name grouped = null;
        if (isWord("group")) {
            at++;
            word("by");
            grouped = inner(path(), alias);
        }
        List<Token> having = isWord("having") ? rest() : List.of();
        if (at < tokens.size()) {
            throw unexpected(tokens.get(at).range(), FORM);
        }
        RelatedColumns link = where == null ? null : where.link;
        Use use = query.kind() == Kind.EXISTS ? Use.EXISTS : all ? Use.COUNT : Use.PEOPLE;
        boolean linked = link != null;
        if (use == Use.PEOPLE ? selected == null || linked : !linked) {
            throw unexpected(query.range(), use == Use.PEOPLE ? FORM : LINK);
        }
        if (use == Use.EXISTS && all) {
            // SQL's answer is TRUE whatever the rows are, which nobody means.
            throw unexpected(query.range(), LINK);
        }
        boolean other = grouped != null && selected != null && !grouped.text().equalsIgnoreCase(selected.text());
        boolean counted = use == Use.COUNT && (grouped != null || !having.isEmpty());
        // Without GROUP BY there is one group, even of no rows.
        boolean ungrouped = grouped == null && !having.isEmpty();
        if (other || counted || ungrouped) {
            throw unexpected(grouped == null ? query.range() : grouped.range(), FORM);
        }
        Syntax of = where == null || where.tokens.isEmpty() ? null : condition(where.tokens);
        Syntax together = having.isEmpty() ? null : condition(having);
        List<Name> people =
                Stream.of(selected, grouped).filter(Objects::nonNull).toList();
        return new SubQuery(query.range(), table, link, people, of, together, use, conditions);
    }

    /** Of the words that begin a clause which is not supported, the first is reported. */
    private void noOtherClauses() {
        for (Token token : tokens) {
            if (token.kind() == Kind.WORD && OTHER_CLAUSES.contains(lower(token))) {
                diagnostics.unsupported(
                        token.range(),
                        token.text().toUpperCase(Locale.ROOT) + " is not supported in a sub-query",
                        FORM);
                throw diagnostics.rejection();
            }
        }
    }

    private RuntimeException unexpected(SourceRange range, String hint) {
        diagnostics.unsupported(range, "This sub-query is not supported", hint);
        return diagnostics.rejection();
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    private boolean is(Kind kind) {
        return at < tokens.size() && tokens.get(at).kind() == kind;
    }

    private boolean isWord(String word) {
        return at < tokens.size() && LinkFinder.isWord(tokens.get(at), word);
    }

    private void word(String word) {
        if (!isWord(word)) {
            throw unexpected(at < tokens.size() ? tokens.get(at).range() : query.range(), FORM);
        }
        at++;
    }

    /** {@code COUNT(*)}, as all that is selected. */
    private boolean takesRows() {
        Token rows = rowsAt(tokens, at);
        at += rows == null ? 0 : 4;
        return rows != null;
    }

    private static @Nullable Token rowsAt(List<Token> tokens, int at) {
        boolean rows = at + 3 < tokens.size()
                && tokens.get(at).kind() == Kind.WORD
                && lower(tokens.get(at)).equals("count")
                && tokens.get(at + 1).kind() == Kind.OPEN
                && isOne(tokens.get(at + 2))
                && tokens.get(at + 3).kind() == Kind.CLOSE;
        return rows
                ? new Token(
                        Kind.ROWS, "", tokens.get(at).from(), tokens.get(at + 3).to())
                : null;
    }

    private static boolean isOne(Token token) {
        return token.kind() == Kind.STAR
                || (token.kind() == Kind.NUMBER && token.text().equals("1"));
    }

    private boolean takesOne() {
        boolean one = at < tokens.size() && isOne(tokens.get(at));
        at += one ? 1 : 0;
        return one;
    }

    private List<Name> path() {
        List<Name> parts = new ArrayList<>();
        do {
            at += parts.isEmpty() ? 0 : 1;
            if (!is(Kind.WORD) && !is(Kind.NAME)) {
                throw unexpected(at < tokens.size() ? tokens.get(at).range() : query.range(), FORM);
            }
            Token token = tokens.get(at++);
            parts.add(new Name(token.range(), token.text()));
        } while (is(Kind.DOT));
        return parts;
    }

    /** A column of the sub-query's table, with or without its alias. */
    private Name inner(List<Name> parts, String alias) {
        Name last = parts.get(parts.size() - 1);
        boolean inner =
                parts.size() == 1 || (parts.size() == 2 && parts.get(0).text().equalsIgnoreCase(alias));
        if (!inner) {
            throw ofOtherTable(parts.get(0).range().through(last.range()));
        }
        return last;
    }

    private RuntimeException ofOtherTable(SourceRange range) {
        diagnostics.unsupported(
                range, "A column of another table can be used here only to say who is the same person", LINK);
        return diagnostics.rejection();
    }

    /** What names the sub-query's table in it. An alias hides the table's own name. */
    private String alias(List<Name> table) {
        boolean as = isWord("as");
        at += as ? 1 : 0;
        if (!as && !is(Kind.NAME) && (!is(Kind.WORD) || CLAUSES.contains(lower(tokens.get(at))))) {
            return table.get(table.size() - 1).text();
        }
        List<Name> alias = path();
        if (alias.size() > 1) {
            throw unexpected(alias.get(1).range(), FORM);
        }
        return alias.get(0).text();
    }

    /** What follows a word, up to the next clause. */
    private List<Token> rest() {
        at++;
        List<Token> found = new ArrayList<>();
        int open = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (open == 0 && token.kind() == Kind.WORD && CLAUSES.contains(lower(token))) {
                break;
            }
            open += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
            found.add(token);
            at++;
        }
        if (found.isEmpty()) {
            throw unexpected(query.range(), FORM);
        }
        return found;
    }

    /** A condition on rows, without the link. */
    private record Body(List<Token> tokens, @Nullable RelatedColumns link) {}

    private @Nullable Body clause(String word, String alias) {
        if (!isWord(word)) {
            return null;
        }
        List<Token> plain = rest();
        LinkFinder links = new LinkFinder(plain, alias);
        RelatedColumns link = null;
        List<Token> kept = new ArrayList<>();
        int open = 0;
        boolean either = false;
        for (int i = 0; i < plain.size(); i++) {
            Token token = plain.get(i);
            open += token.kind() == Kind.OPEN ? 1 : token.kind() == Kind.CLOSE ? -1 : 0;
            either |= open == 0 && LinkFinder.isWord(token, "or");
            LinkFinder.Found found = link == null && open == 0 ? links.at(i) : null;
            if (found != null) {
                link = found.columns();
                i = withoutAnd(plain, kept, found.end()) - 1;
            } else if (links.isQualified(i)) {
                if (!links.isInner(i)) {
                    throw ofOtherTable(token.range().through(plain.get(i + 2).range()));
                }
                i++;
            } else {
                kept.add(token);
            }
        }
        if (link != null && either) {
            throw unexpected(query.range(), "put brackets around the conditions that OR joins");
        }
        return new Body(kept, link);
    }

    /** Where to go on after a condition that is taken out, together with the AND before or after it. */
    private static int withoutAnd(List<Token> plain, List<Token> kept, int end) {
        if (!kept.isEmpty()) {
            kept.remove(kept.size() - 1);
            return end;
        }
        return Math.min(plain.size(), end + 1);
    }

    private static boolean isAggregate(List<Token> tokens, int at) {
        return tokens.get(at).kind() == Kind.WORD
                && AGGREGATES.contains(lower(tokens.get(at)))
                && at + 1 < tokens.size()
                && tokens.get(at + 1).kind() == Kind.OPEN;
    }

    /** Reads a condition like any predicate. */
    private Syntax condition(List<Token> plain) {
        List<Token> raw = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Token rows = rowsAt(plain, i);
            Token token = rows == null ? plain.get(i) : rows;
            if (isAggregate(plain, i) && rows == null) {
                diagnostics.unsupported(
                        token.range(),
                        "Of all rows of a person, only COUNT(*) is supported, in HAVING",
                        "put conditions on single rows in WHERE");
                throw diagnostics.rejection();
            }
            if (token.kind() == Kind.STAR || token.kind() == Kind.DOT) {
                throw unexpected(token.range(), FORM);
            }
            raw.add(token);
            i += rows == null ? 0 : 3;
        }
        int end = plain.get(plain.size() - 1).to();
        SyntaxConverter.Converted read =
                PredicateParser.parse(Normalizer.of(raw, end, limits, diagnostics), limits, diagnostics);
        conditions += read.conditions();
        return read.syntax();
    }
}
