package io.leadgen.cli.answer.schema;

import static java.util.Map.entry;

import io.leadgen.cli.answer.keep.AudienceAnswers;
import io.leadgen.cli.answer.keep.AudienceDiffAnswer;
import io.leadgen.cli.answer.keep.ReportAnswer;
import io.leadgen.cli.answer.keep.ReportPlanAnswer;
import io.leadgen.cli.answer.operate.AttackAnswer;
import io.leadgen.cli.answer.operate.AuditAnswers;
import io.leadgen.cli.answer.operate.DoctorAnswer;
import io.leadgen.cli.answer.operate.InitAnswer;
import io.leadgen.runtime.answer.BreakdownShapes;
import io.leadgen.runtime.answer.CatalogShapes;
import io.leadgen.runtime.answer.ErrorShape;
import io.leadgen.runtime.answer.EstimateShapes;
import io.leadgen.runtime.answer.FreeShapes;
import io.leadgen.runtime.answer.JsonSchema;
import io.leadgen.runtime.answer.Shape;
import io.leadgen.runtime.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the JSON Schema of what the program prints with {@code -o json}. For the build; no command of the program. */
public final class AnswerSchema {
    /** The shapes that the answer of a command can have; commands within commands as in {@code audit_tail}. */
    private static final Map<String, List<Shape<?>>> COMMANDS = Map.ofEntries(
            entry("catalogs", List.of(CatalogShapes.CATALOGS)),
            entry("schemas", List.of(CatalogShapes.SCHEMAS)),
            entry("tables", List.of(CatalogShapes.TABLES)),
            entry("describe", List.of(CatalogShapes.METADATA)),
            entry("partitions", List.of(CatalogShapes.PARTITIONS)),
            entry("count", List.of(EstimateShapes.COUNT, EstimateShapes.COUNTS)),
            entry("metric", List.of(EstimateShapes.METRIC)),
            entry("segment", List.of(BreakdownShapes.SEGMENTS)),
            entry("trend", List.of(BreakdownShapes.TREND)),
            entry("funnel", List.of(BreakdownShapes.FUNNEL)),
            entry("overlap", List.of(BreakdownShapes.OVERLAP)),
            entry("profile", List.of(BreakdownShapes.PROFILE)),
            entry("check", List.of(FreeShapes.CHECK)),
            entry("export", List.of(FreeShapes.EXPORT)),
            entry("budget", List.of(FreeShapes.BUDGET)),
            entry("report", List.of(ReportAnswer.SHAPE, ReportPlanAnswer.SHAPE)),
            entry("audience_save", List.of(AudienceAnswers.SAVED)),
            entry("audience_show", List.of(AudienceAnswers.SHOWN)),
            entry("audience_list", List.of(AudienceAnswers.LISTED)),
            entry("audience_diff", List.of(AudienceDiffAnswer.SIZED, AudienceDiffAnswer.UNSIZED)),
            entry("audience_rm", List.of(AudienceAnswers.REMOVED)),
            entry("init", List.of(InitAnswer.SHAPE)),
            entry("doctor", List.of(DoctorAnswer.SHAPE)),
            entry("attack", List.of(AttackAnswer.SHAPE)),
            entry("audit_verify", List.of(AuditAnswers.VERIFIED)),
            entry("audit_tail", List.of(AuditAnswers.TAIL)));

    private AnswerSchema() {}

    /**
     * Writes the schema.
     *
     * @param args the file to write to
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JsonText.pretty(JsonSchema.document(
                                "What leadgen prints with -o json",
                                "One definition for each command, under its name; shared definitions begin with a capital"
                                        + " letter. Errors go to stderr and have the shape of Error. Keys are only ever"
                                        + " added.",
                                COMMANDS,
                                ErrorShape.ERROR))
                        + "\n");
    }
}
