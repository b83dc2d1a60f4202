package io.leadgen.cli.answer.operate;

import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Type.listOf;
import static io.leadgen.runtime.answer.Type.mapOf;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.accounting.Guarantee;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Content;
import io.leadgen.privacy.policy.TablePolicy.Population;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.config.LeadgenConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is guaranteed to one person, on one page. */
public final class GuaranteeAnswer {
    private static final int DAYS_OF_YEAR = 365;

    private static final List<String> AGAINST = List.of(
            "whether the person is in the data at all",
            "any fact about a person who is known to be there: a value, a group, an event, or all of their rows");

    private static final List<String> NOT_PROTECTED = List.of(
            "facts that several people share, such as a family: k people who are linked in what is asked are protected"
                    + " as by k times k the rho",
            "one person under several ids, or with a wrong id",
            "conclusions from what holds for many, such as that smoking causes cancer",
            "what the declarations of the data owner say: names, types, values and bounds of columns",
            "the time of answers beyond their steps, which double, and what a class without a response step can measure",
            "people of tables that are different people by the configuration, but the same in truth: budgets add up");

    private static final List<String> TRUSTED = List.of(
            "who operates leadgen, and can read its ledger, configuration and memory",
            "who administers the warehouse, and can read the tables and the history of its statements",
            "the data owner, whose declarations say who one person is and which tables have the same people");

    /**
     * How well people are protected.
     *
     * @param from whom: principals of a class
     * @param over how long
     * @param most what can be spent at most
     */
    private record Row(String people, String from, String over, PrivacyLoss most, Guarantee guarantee) {
        static Row of(String people, String from, String over, PrivacyLoss most) {
            return new Row(people, from, over, most, Guarantee.ofAny(most));
        }
    }

    /**
     * People who are protected together.
     *
     * @param unit the column that identifies one of them, or {@code row}
     * @param left what each class may still spend on them, by its name
     */
    private record Protected(String people, List<String> tables, String unit, Map<String, PrivacyLoss> left) {
        Map<String, Number> rhoLeft() {
            Map<String, Number> numbers = new LinkedHashMap<>();
            left.forEach((name, loss) -> numbers.put(name, loss.rho().value()));
            return numbers;
        }
    }

    /** All that is said. */
    public record Statement(List<Protected> people, List<String> undeclared, List<Row> rows) {}

    private static final Shape<Protected> PROTECTED = Shape.<Protected>of()
            .field("people", TEXT, Protected::people)
            .field("tables", listOf(TEXT), Protected::tables)
            .field("unit", TEXT, Protected::unit)
            .field("rho_left", mapOf(NUMBER), Protected::rhoLeft)
            .about("What all principals of each class may still spend on these people.");

    private static final Shape<Row> ROW = Shape.<Row>of()
            .field("people", TEXT, Row::people)
            .field("from", TEXT, Row::from)
            .field("over", TEXT, Row::over)
            .field("rho", NUMBER, row -> row.most().rho().value())
            .field("delta", NUMBER, row -> row.most().delta().value())
            .field("epsilon", NUMBER, row -> rounded(row.guarantee().epsilon()))
            .field("epsilon_delta", NUMBER, row -> row.guarantee().delta())
            .field("ceiling", NUMBER, row -> rounded(row.guarantee().ceiling()))
            .about(
                    "How often at most anyone is right about a yes/no fact of one person, if all of it is spent; 0.5 is chance.");

    public static final Shape<Statement> SHAPE = Shape.<Statement>of()
            .field("protected", listOf(PROTECTED), Statement::people)
            .field("against", listOf(TEXT), statement -> AGAINST)
            .field("guarantees", listOf(ROW), Statement::rows)
            .field("not_declared", listOf(TEXT), Statement::undeclared)
            .about("Tables in the configuration of which nobody has declared what one person is.")
            .field("not_protected", listOf(TEXT), statement -> NOT_PROTECTED)
            .field("trusted", listOf(TEXT), statement -> TRUSTED);

    private GuaranteeAnswer() {}

    /** The statement for a configuration, with what has been spent so far. */
    public static Answer of(LeadgenConfig config, BudgetLedger ledger) {
        Statement statement = statement(config, ledger);
        return Answer.list(SHAPE, statement, "guarantees", page -> write(page, statement));
    }

    private static Statement statement(LeadgenConfig config, BudgetLedger ledger) {
        Map<TableName, TablePolicy> tables = config.privacy().tables();
        List<CallerClass> classes = config.classes().values().stream()
                .sorted(Comparator.comparing(CallerClass::name))
                .toList();
        Map<String, Protected> people = new LinkedHashMap<>();
        List<String> undeclared = new ArrayList<>();
        for (TableName table : sorted(tables.keySet())) {
            TablePolicy policy = config.privacy().table(table);
            if (policy.content() == Content.UNDECLARED) {
                undeclared.add(table.toString());
            } else if (policy.content() == Content.PEOPLE) {
                Population population = config.privacy().population(table);
                String name = population.name() == null ? table.toString() : population.name();
                people.computeIfAbsent(
                        name,
                        any -> new Protected(
                                name,
                                sorted(population.tables()).stream()
                                        .map(TableName::toString)
                                        .toList(),
                                policy.unit() instanceof PrivacyUnit.Key key
                                        ? key.column().value()
                                        : policy.unit().label(),
                                left(population, classes, ledger)));
            }
        }
        List<Row> rows = new ArrayList<>();
        people.keySet().forEach(name -> rows.addAll(rows(name, classes)));
        return new Statement(List.copyOf(people.values()), undeclared, rows);
    }

    private static List<TableName> sorted(Collection<TableName> tables) {
        return tables.stream().sorted(Comparator.comparing(TableName::toString)).toList();
    }

    private static Map<String, PrivacyLoss> left(Population people, List<CallerClass> classes, BudgetLedger ledger) {
        Map<String, PrivacyLoss> left = new LinkedHashMap<>();
        classes.forEach(callerClass -> left.put(callerClass.name(), ledger.left(people, callerClass)));
        return left;
    }

    private static List<Row> rows(String people, List<CallerClass> classes) {
        List<Row> rows = new ArrayList<>();
        PrivacyLoss windows = PrivacyLoss.NONE;
        PrivacyLoss years = PrivacyLoss.NONE;
        PrivacyLoss ever = PrivacyLoss.NONE;
        for (CallerClass callerClass : classes) {
            String window = callerClass.window().toDays() + " days";
            PrivacyLoss year =
                    callerClass.tableBudget().times(windowsOfYear(callerClass)).least(callerClass.lifetimeBudget());
            rows.add(Row.of(
                    people,
                    "one principal, " + callerClass.name(),
                    window,
                    callerClass.principalBudget().least(callerClass.tableBudget())));
            rows.add(Row.of(people, "all principals, " + callerClass.name(), window, callerClass.tableBudget()));
            rows.add(Row.of(people, "all principals, " + callerClass.name(), "a year", year));
            rows.add(Row.of(people, "all principals, " + callerClass.name(), "ever", callerClass.lifetimeBudget()));
            windows = windows.plus(callerClass.tableBudget());
            years = years.plus(year);
            ever = ever.plus(callerClass.lifetimeBudget());
        }
        rows.add(Row.of(people, "all classes together", "one window of each", windows));
        rows.add(Row.of(people, "all classes together", "a year", years));
        rows.add(Row.of(people, "all classes together", "ever", ever));
        return rows;
    }

    /** A window rolls: that many whole ones can begin within a year. */
    private static int windowsOfYear(CallerClass callerClass) {
        long days = callerClass.window().toDays();
        return (int) ((DAYS_OF_YEAR + days - 1) / days);
    }

    private static void write(Page page, Statement statement) {
        page.headline("What is guaranteed to one person");
        page.sentence(
                "Every answer is released under differential privacy and charged to a budget. Whatever is asked, and"
                        + " however cleverly, no one is right about a fact of one person more often than the ceiling below says.");
        for (Protected people : statement.people()) {
            page.gap();
            page.headline("People: " + page.shown(people.people()));
            page.fact("tables", page.shown(String.join(", ", people.tables())));
            page.fact("one person is", page.shown(people.unit()));
            people.left()
                    .forEach((name, left) ->
                            page.fact("left, " + page.shown(name), Numerals.budget(left.rho()) + " of rho"));
            page.gap();
            TextTable table = new TextTable(List.of("protected from", "over", "rho", "epsilon", "ceiling"));
            statement.rows().stream()
                    .filter(row -> row.people().equals(people.people()))
                    .forEach(row -> table.row(List.of(
                            page.shown(row.from()),
                            row.over(),
                            Numerals.budget(row.most().rho()),
                            rounded(row.guarantee().epsilon())
                                    .setScale(2, RoundingMode.CEILING)
                                    .toPlainString(),
                            percent(row.guarantee().ceiling()))));
            page.table(table);
        }
        list(page, "Protected against learning", AGAINST);
        if (!statement.undeclared().isEmpty()) {
            list(page, "Not declared, and not answered to classes that need a declaration", statement.undeclared());
        }
        list(page, "Not protected", NOT_PROTECTED);
        list(page, "To be trusted", TRUSTED);
    }

    private static void list(Page page, String title, List<String> items) {
        page.gap();
        page.headline(title);
        items.forEach(item -> page.sentence("- " + page.shown(item)));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.CEILING);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.CEILING) + " %";
    }
}
