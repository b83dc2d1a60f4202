package io.leadgen.cli.answer.keep;

import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.TextTable;
import io.leadgen.runtime.answer.CommonShapes;
import io.leadgen.runtime.answer.Scalars;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.audiences.SavedAudience;
import io.leadgen.runtime.audiences.SavedAudiences.SaveResult;
import io.leadgen.runtime.audiences.SavedAudiences.SavedName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is saved under a name, and what was done with it. */
public final class AudienceAnswers {
    private static final Shape<Map.Entry<String, String>> COLUMN = Shape.<Map.Entry<String, String>>of()
            .field("name", TEXT, Map.Entry::getKey)
            .field("type", TEXT, Map.Entry::getValue);

    private static final Shape<SavedAudience> AUDIENCE = Shape.<SavedAudience>of()
            .field("name", TEXT, audience -> audience.reference().name())
            .field("version", WHOLE, SavedAudience::version)
            .about("From 1. A version never changes.")
            .field("saved_at", Scalars.TIME.orNull(), SavedAudience::savedAt)
            .about("An instant in UTC; null if the file was added by hand.")
            .field("note", TEXT.orNull(), SavedAudience::note)
            .with(CommonShapes.TABLE, SavedAudience::table)
            .field("predicate", TEXT, SavedAudience::predicate)
            .about("As it was written.")
            .field("canonical", TEXT, SavedAudience::canonical)
            .about("The canonical form when it was saved, with what policy added.")
            .field(
                    "columns",
                    listOf(COLUMN),
                    audience -> List.copyOf(audience.columns().entrySet()))
            .field("unit", TEXT, SavedAudience::unit)
            .about("What one person was: a column, or row.");

    public record Stored(SaveResult saved, String requestId) {
        SavedAudience audience() {
            return saved.audience();
        }
    }

    public record Shown(SavedAudience audience, List<Integer> versions) {}

    public record Removed(String name, List<Integer> removed, List<Integer> versions) {}

    public static final Shape<Stored> SAVED = Shape.<Stored>of()
            .with(AUDIENCE, Stored::audience)
            .field("applied", CommonShapes.APPLIED, stored -> stored.audience().applied())
            .jsonOnly()
            .field("file", TEXT, stored -> stored.audience().file().toString())
            .field("unchanged", TRUTH, stored -> !stored.saved().isNew())
            .about("True if the newest version was the same already, so that there is no new one.")
            .field("request_id", TEXT, Stored::requestId);

    public static final Shape<Shown> SHOWN = Shape.<Shown>of()
            .with(AUDIENCE, Shown::audience)
            .field("applied", CommonShapes.APPLIED, shown -> shown.audience().applied())
            .field("file", TEXT, shown -> shown.audience().file().toString())
            .field("versions", listOf(WHOLE), shown -> List.copyOf(shown.versions()))
            .columnAfter("predicate");

    private static final Shape<SavedName> ENTRY = Shape.<SavedName>of()
            .field("name", TEXT, entry -> entry.reference().name())
            .field("version", WHOLE, entry -> entry.reference().version())
            .about("The newest.")
            .field("saved_at", Scalars.TIME.orNull(), of(SavedAudience::savedAt))
            .field("note", TEXT.orNull(), of(SavedAudience::note))
            .field("catalog", TEXT.orNull(), of(audience -> audience.table().catalog()))
            .field("schema", TEXT.orNull(), of(audience -> audience.table().schema()))
            .field("table", TEXT.orNull(), of(audience -> audience.table().table()))
            .field("predicate", TEXT.orNull(), of(SavedAudience::predicate))
            .field("versions", listOf(WHOLE), entry -> List.copyOf(entry.versions()))
            .field("problem", TEXT.orNull(), SavedName::error)
            .about("Why the newest version cannot be read; its other fields are null then.");

    public static final Shape<List<SavedName>> LISTED =
            Shape.<List<SavedName>>of().field("audiences", listOf(ENTRY), entries -> entries);

    public static final Shape<Removed> REMOVED = Shape.<Removed>of()
            .field("name", TEXT, Removed::name)
            .field("removed", listOf(WHOLE), removed -> List.copyOf(removed.removed()))
            .field("versions", listOf(WHOLE), removed -> List.copyOf(removed.versions()))
            .about("The remaining versions.");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AudienceAnswers() {}

    private static <V> Function<SavedName, @Nullable V> of(Function<SavedAudience, @Nullable V> value) {
        return entry -> entry.audience() == null ? null : value.apply(entry.audience());
    }

    public static Answer saved(SaveResult saved, String requestId) {
        SavedAudience audience = saved.audience();
        return Answer.one(SAVED, new Stored(saved, requestId), page -> {
            page.headline((saved.isNew() ? "saved as " : "already saved as ") + audience.reference());
            page.sentence(subject(page, audience));
            page.gap();
            if (!audience.canonical().equals(audience.predicate())) {
                page.fact("canonical", page.shown(audience.canonical()));
            }
            page.fact("use", "-w @" + audience.reference().name());
            PolicyFacts.request(page, requestId);
        });
    }

    public static Answer list(List<SavedName> entries) {
        return Answer.list(LISTED, entries, "audiences", page -> write(page, entries));
    }

    private static void write(Page page, List<SavedName> entries) {
        if (entries.isEmpty()) {
            page.sentence("No audience is saved. Save one: leadgen audience save NAME TABLE -w PREDICATE");
            return;
        }
        TextTable table = new TextTable(List.of("name", "saved (UTC)", "table", "condition", "note"));
        for (SavedName entry : entries) {
            SavedAudience audience = entry.audience();
            table.row(
                    audience == null
                            ? List.of(
                                    entry.reference().toString(),
                                    "",
                                    "",
                                    "cannot be read: " + page.shown(String.valueOf(entry.error())),
                                    "")
                            : List.of(
                                    entry.reference().toString(),
                                    time(audience.savedAt()),
                                    page.shown(audience.table().toString()),
                                    page.condition(audience.predicate()),
                                    audience.note() == null ? "" : page.shown(audience.note())));
        }
        page.table(table);
    }

    public static Answer shown(SavedAudience audience, List<Integer> versions) {
        return Answer.one(SHOWN, new Shown(audience, versions), page -> write(page, audience, versions));
    }

    private static void write(Page page, SavedAudience audience, List<Integer> versions) {
        page.headline(audience.reference().toString());
        page.sentence(subject(page, audience));
        page.gap();
        if (audience.note() != null) {
            page.fact("note", page.shown(audience.note()));
        }
        page.fact("saved", audience.savedAt() == null ? "added by hand" : time(audience.savedAt()) + " UTC");
        page.fact("canonical", page.shown(audience.canonical()));
        if (!audience.columns().isEmpty()) {
            page.fact(
                    "columns",
                    audience.columns().entrySet().stream()
                            .map(column -> page.shown(column.getKey() + " " + column.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        PolicyFacts.unit(page, audience.unit());
        PolicyFacts.applied(page, audience.applied());
        if (versions.size() > 1) {
            page.fact("versions", PolicyFacts.numbers(versions));
        }
        page.fact("file", page.shown(audience.file().toString()));
        page.fact("use", "-w @" + audience.reference());
    }

    public static Answer removed(String name, List<Integer> removed, List<Integer> left) {
        return Answer.one(REMOVED, new Removed(name, removed, left), page -> {
            page.headline(
                    "removed " + (left.isEmpty() && removed.size() == 1 ? name : name + ", " + numbered(removed)));
            if (!left.isEmpty()) {
                page.sentence("Remaining: " + numbered(left) + ".");
            }
        });
    }

    private static String numbered(List<Integer> versions) {
        return (versions.size() == 1 ? "version " : "versions ") + PolicyFacts.numbers(versions);
    }

    private static String subject(Page page, SavedAudience audience) {
        return PolicyFacts.subject(page, audience.table().toString(), audience.predicate());
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }
}
