package io.leadgen.predicate.language;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.bind.RelatedTables.RelatedTable;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A table with a column of every type, for tests of parser and binder. */
final class People {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    static final Set<ColumnName> FORBIDDEN = Set.of(new ColumnName("msisdn"));
    static final TableSchema SCHEMA = new TableSchema(
            TableName.parse("main.leads.people"),
            List.of(
                    Column.of("msisdn", ColumnType.STRING),
                    Column.of("age", ColumnType.INT),
                    Column.of("tiny", ColumnType.TINYINT),
                    Column.of("small", ColumnType.SMALLINT),
                    Column.of("visits", ColumnType.BIGINT),
                    Column.of("ltv", ColumnType.decimal(12, 2)),
                    Column.of("score", ColumnType.DOUBLE),
                    Column.of("rate", ColumnType.FLOAT),
                    Column.of("income_level", ColumnType.STRING),
                    Column.of("city", ColumnType.STRING),
                    Column.of("email", ColumnType.STRING),
                    Column.of("consent", ColumnType.BOOLEAN),
                    Column.of("vip", ColumnType.BOOLEAN),
                    Column.of("born", ColumnType.DATE),
                    Column.of("died", ColumnType.DATE),
                    Column.of("joined", ColumnType.TIMESTAMP),
                    Column.of("seen", ColumnType.TIMESTAMP_NTZ),
                    Column.of("tags", ColumnType.OTHER),
                    Column.of("year", ColumnType.INT),
                    Column.of("date", ColumnType.DATE),
                    Column.of("timestamp", ColumnType.TIMESTAMP),
                    Column.of("interval", ColumnType.INT),
                    Column.of("all", ColumnType.INT),
                    Column.of("select", ColumnType.INT),
                    Column.of("from", ColumnType.INT),
                    Column.of("window", ColumnType.STRING),
                    Column.of("escape", ColumnType.STRING),
                    Column.of("case", ColumnType.BOOLEAN),
                    Column.of("and", ColumnType.BOOLEAN),
                    Column.of("my column", ColumnType.STRING),
                    Column.of("größe", ColumnType.DOUBLE),
                    Column.of("tick`tock", ColumnType.STRING),
                    Column.of("a.b", ColumnType.STRING)),
            null);

    private static final TableSchema EVENTS = new TableSchema(
            TableName.parse("main.leads.events"),
            List.of(
                    Column.of("msisdn", ColumnType.STRING),
                    Column.of("kind", ColumnType.STRING),
                    Column.of("amount", ColumnType.decimal(12, 2)),
                    Column.of("happened", ColumnType.DATE)),
            null);

    private static final PredicateParser PARSER = new PredicateParser(PredicateLimits.UNTRUSTED);
    private static final PredicateBinder BINDER = new PredicateBinder();

    private People() {}

    static Predicate bind(String text) {
        return BINDER.bind(PARSER.parse(text), SCHEMA, FORBIDDEN, TODAY);
    }

    /** With a table of events of these people, and without any other. */
    static Predicate bindRelated(String text) {
        return BINDER.bind(PARSER.parse(text), SCHEMA, FORBIDDEN, TODAY, People::related);
    }

    private static RelatedTable related(List<String> parts) {
        TableSchema found = Stream.of(SCHEMA, EVENTS)
                .filter(table -> String.join(".", parts)
                                .equalsIgnoreCase(table.name().table())
                        || String.join(".", parts).equalsIgnoreCase(table.name().toString()))
                .findFirst()
                .orElseThrow(
                        () -> LeadgenException.of(ErrorCode.UNKNOWN_TABLE, "There is no such table", "name another"));
        ColumnName key = new ColumnName("msisdn");
        Link link = new Link(SCHEMA.name(), new ColumnRef(key, ColumnType.STRING), found.name(), key, Set.of());
        return new RelatedTable(link, found, FORBIDDEN, new PredicateCanonicalizer()::canonicalize);
    }
}
