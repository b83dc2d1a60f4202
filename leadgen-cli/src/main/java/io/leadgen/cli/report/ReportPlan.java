package io.leadgen.cli.report;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audience.TableMetadata;
import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.ColumnName;
import io.leadgen.cli.answer.keep.ReportAnswer.Results;
import io.leadgen.cli.answer.keep.ReportAnswer.Section;
import io.leadgen.cli.report.ReportRequest.Kind;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.Count;
import io.leadgen.question.Funnel;
import io.leadgen.question.Profile;
import io.leadgen.question.Segments;
import io.leadgen.question.Trend;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.warehouse.Cells;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a report will ask, and what each question would cost: found out without asking or spending. Whatever is wrong with the
 * words of a command line is refused here, before anything is paid.
 *
 * <p>What is chosen where nothing is said depends on the table's types and declarations alone, never on its rows, and never costs
 * delta: <ul>
 * <li>the funnel has a step for each condition that the predicate joins with AND, in their order; conditions on a partition column
 * that every question must name hold for all steps;
 * <li>breakdowns are by the first {@value #BREAKDOWNS} columns, in the order of the table, whose values the data owner declares
 * and that the predicate does not use;
 * <li>the trend is over the only column of type DATE or TIMESTAMP, if there is one only, and over the last {@value #WINDOWS}
 * windows.
 * </ul>
 *
 * @param check of the predicate, with what the size would cost
 * @param columns what is known of the table's columns
 * @param parts in the order in which they are asked and shown
 * @param undecided the time columns, if a trend is requested and there are several
 */
public record ReportPlan(PredicateCheck check, List<ColumnInfo> columns, List<Priced> parts, List<String> undecided) {
    static final int BREAKDOWNS = 3;
    public static final int WINDOWS = 12;

    /** The most columns checked for breakdowns; each check writes a line to the log. */
    private static final int CANDIDATES = 12;

    private static final Set<String> TIMES = Set.of("date", "timestamp", "timestamp_ntz");

    public record Priced(ReportPart<?> part, PredicateCheck check) {}

    /**
     * Plans a report.
     *
     * @param today the day of the last window, where none is given
     * @param looking receives the part that is checked, so that an error can be shown in its text
     * @throws LeadgenException as the questions themselves would, unasked
     */
    public static ReportPlan of(
            ReportRequest wishes,
            AudienceService audience,
            LocalDate today,
            RequestContext context,
            Consumer<ReportPart<?>> looking) {
        PredicateCheck check = audience.check(
                Count.of(wishes.table()).where(wishes.predicate()).precision(wishes.precision()), context);
        TableMetadata table = audience.tableMetadata(wishes.table(), null, Integer.MAX_VALUE, context);
        return new Planning(wishes, audience, today, context, looking, check, table.columns()).plan();
    }

    /**
     * Asks what was planned, the size first: one question after the other, each with an audit event of its own, under the id
     * of the whole and its place. A part that is refused or fails is reported as such. A suppressed
     * audience has no parts: nothing is spent on what would be suppressed.
     *
     * @param begun hears what is asked next, and how far it has come, 0 to 1
     * @throws LeadgenException if the size is not answered; CANCELLED and INTERNAL for any part
     */
    public Results ask(
            Precision precision, AudienceService audience, RequestContext context, BiConsumer<String, Double> begun) {
        int questions = parts.size() + 1;
        begun.accept("size", 0.0);
        AudienceEstimate size =
                audience.ask(Count.of(check.table()).where(check.predicate()).precision(precision), context);
        List<Section> sections = new ArrayList<>();
        for (Priced priced : parts) {
            ReportPart<?> part = priced.part();
            int place = sections.size() + 1;
            begun.accept(part.kind(), (double) place / questions);
            RequestContext own = under(context, place);
            sections.add(size.suppressed() ? Section.unasked(part.kind(), part.about()) : section(part, audience, own));
        }
        return new Results(size, sections, audience.budget(check.table(), under(context, sections.size() + 1)));
    }

    private static RequestContext under(RequestContext context, int place) {
        return new RequestContext(
                context.principal(), context.requestId() + "-" + place, context.cancellation(), context.caller());
    }

    private static Section section(ReportPart<?> part, AudienceService audience, RequestContext context) {
        try {
            return Section.answered(part.kind(), part.about(), context.requestId(), part.ask(audience, context));
        } catch (LeadgenException e) {
            if (e.code() == ErrorCode.CANCELLED || e.code() == ErrorCode.INTERNAL) {
                throw e;
            }
            return Section.refused(part.kind(), part.about(), context.requestId(), e);
        }
    }

    private record Planning(
            ReportRequest wishes,
            AudienceService audience,
            LocalDate today,
            RequestContext context,
            Consumer<ReportPart<?>> looking,
            PredicateCheck check,
            List<ColumnInfo> columns) {

        ReportPlan plan() {
            List<Priced> parts = new ArrayList<>();
            if (wants(Kind.FUNNEL)) {
                Funnel funnel = wishes.steps().isEmpty()
                        ? narrowing()
                        : Funnel.of(wishes.table(), wishes.steps()).where(wishes.predicate());
                if (funnel != null) {
                    parts.add(priced(ReportPart.of(funnel.precision(wishes.precision()))));
                }
            }
            if (wants(Kind.SEGMENTS)) {
                if (wishes.by().isEmpty()) {
                    parts.addAll(breakdowns());
                } else {
                    wishes.by().forEach(by -> parts.add(priced(segments(by))));
                }
            }
            List<String> times = times();
            if (wants(Kind.TREND) && times.size() == 1) {
                parts.add(priced(ReportPart.of(trend(times.get(0)))));
            }
            for (String column : wishes.profiles()) {
                parts.add(priced(ReportPart.of(Profile.of(wishes.table(), column)
                        .where(wishes.predicate())
                        .precision(wishes.precision()))));
            }
            return new ReportPlan(check, columns, parts, wants(Kind.TREND) && times.size() > 1 ? times : List.of());
        }

        private boolean wants(Kind kind) {
            return !wishes.without().contains(kind);
        }

        private Priced priced(ReportPart<?> part) {
            looking.accept(part);
            return new Priced(part, audience.check(part.question(), context));
        }

        private @Nullable Funnel narrowing() {
            String partition = check.applied().partition();
            List<Predicate> common = new ArrayList<>();
            List<Predicate> steps = new ArrayList<>();
            for (Predicate condition : check.conditions()) {
                if (condition instanceof Predicate.Constant) {
                    continue; // narrows nothing down
                }
                boolean ofPartition =
                        partition != null && ColumnsOf.predicate(condition).contains(new ColumnName(partition));
                (ofPartition ? common : steps).add(condition);
            }
            if (steps.isEmpty()) {
                return null;
            }
            return Funnel.of(
                            wishes.table(),
                            atMost(Cells.Funnel.MOST_STEPS, steps).stream()
                                    .map(PredicatePrinter::text)
                                    .toList())
                    .where(common.isEmpty() ? null : PredicatePrinter.text(joined(common)));
        }

        /** As many as there may be; the last one is all that are left. */
        private static List<Predicate> atMost(int most, List<Predicate> conditions) {
            if (conditions.size() <= most) {
                return conditions;
            }
            List<Predicate> first = new ArrayList<>(conditions.subList(0, most - 1));
            first.add(joined(conditions.subList(most - 1, conditions.size())));
            return first;
        }

        private static Predicate joined(List<Predicate> conditions) {
            return conditions.size() == 1 ? conditions.get(0) : new Predicate.And(conditions);
        }

        private List<Priced> breakdowns() {
            Set<ColumnName> looked = Set.copyOf(check.columns());
            List<String> candidates = columns.stream()
                    .filter(column -> !column.values().isEmpty() && !looked.contains(new ColumnName(column.name())))
                    .limit(CANDIDATES)
                    .map(column -> PredicatePrinter.name(new ColumnName(column.name())))
                    .toList();
            List<Priced> chosen = new ArrayList<>();
            for (String column : candidates) {
                Priced priced = priced(segments(List.of(column)));
                // Only what the owner declares is cut without delta.
                if (priced.check().costDelta().equals(Delta.ZERO)) {
                    chosen.add(priced);
                }
                if (chosen.size() == BREAKDOWNS) {
                    break;
                }
            }
            return chosen;
        }

        private ReportPart<?> segments(List<String> by) {
            return ReportPart.of(
                    Segments.of(wishes.table(), by).where(wishes.predicate()).precision(wishes.precision()));
        }

        /** The time column, or the candidates if there are several. */
        private List<String> times() {
            return wishes.time() != null
                    ? List.of(wishes.time())
                    : columns.stream()
                            .filter(column -> TIMES.contains(column.type().toLowerCase(Locale.ROOT)))
                            .map(ColumnInfo::name)
                            .toList();
        }

        private Trend trend(String time) {
            LocalDate last = wishes.to() == null ? today : wishes.to();
            LocalDate from = wishes.from() == null ? first(last, wishes.every()) : wishes.from();
            return Trend.of(wishes.table(), time, wishes.every())
                    .within(from, wishes.to())
                    .where(wishes.predicate())
                    .precision(wishes.precision());
        }

        /** A day of the first of {@value #WINDOWS} windows; any day for a unit that the calendar does not have, which is refused. */
        private static LocalDate first(LocalDate last, String every) {
            return switch (every.strip().toLowerCase(Locale.ROOT)) {
                case "day" -> last.minusDays(WINDOWS - 1);
                case "week" -> last.minusWeeks(WINDOWS - 1);
                case "month" -> last.minusMonths(WINDOWS - 1);
                case "quarter" -> last.minusMonths(3L * (WINDOWS - 1));
                case "year" -> last.minusYears(WINDOWS - 1);
                default -> last;
            };
        }
    }
}
