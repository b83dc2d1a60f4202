package io.leadgen.runtime.config;

import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.runtime.yaml.YamlFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config.yml} says, checked as far as that is possible without asking a warehouse. Immutable; shows no secret in
 * {@link #toString()}.
 *
 * <p>Not checked here: whether files and columns exist, and whether {@code require} and row filters are predicates. The first
 * question about a table finds out, and is refused if not.
 *
 * @param auth null only for a warehouse that needs none
 * @param classes every class of callers by its name, those that the file does not mention too
 * @param ledgerMark absolute; where this machine notes how far the ledger has come
 * @param auditLog absolute
 * @param timeZone the zone of {@code current_date}
 * @param http how the server is reached over HTTP, if it is started so
 */
public record LeadgenConfig(
        WarehouseConfig warehouse,
        @Nullable AuthConfig auth,
        Scopes scopes,
        Limits limits,
        Observability observability,
        PrivacyPolicy privacy,
        Map<String, CallerClass> classes,
        LedgerUrl ledger,
        Path ledgerMark,
        Path auditLog,
        ZoneId timeZone,
        HttpConfig http) {
    public LeadgenConfig {
        classes = Map.copyOf(classes);
    }

    /** A fresh clone has a config.yml whose variables nobody has set yet. */
    private static final String HINT = "to look around on generated data without a configuration, use --demo";

    private static final Pattern EMBEDDED = Pattern.compile("(?m)^[^#\\n]*\\bembedded\\b");

    /** Whether a file that cannot be loaded may be meant to serve files of this machine: if there is a doubt, it is. */
    public static boolean mayServeFiles(Path file) {
        return EMBEDDED.matcher(ConfigText.read(file)).find();
    }

    /** The configuration of somebody who has none: safe defaults, no table, state in the home folder. */
    public static LeadgenConfig defaults(LeadgenHome home) {
        return new LeadgenConfig(
                new WarehouseConfig.Embedded(Map.of()),
                null,
                new Scopes(Map.of()),
                Limits.DEFAULT,
                Observability.DEFAULT,
                PrivacyPolicy.DEFAULT,
                Map.of(
                        CallerClass.UNTRUSTED.name(), CallerClass.UNTRUSTED,
                        CallerClass.TRUSTED.name(), CallerClass.TRUSTED),
                home.ledger(),
                home.ledgerMark(home.ledger()),
                home.auditLog(),
                ZoneOffset.UTC,
                HttpConfig.DEFAULT);
    }

    /**
     * The same with one file as the only table. Classes, principals, limits, ledger and audit log stay.
     *
     * @param unit what one person is in it
     */
    public LeadgenConfig serving(TableName table, Path file, PrivacyUnit unit) {
        TablePolicy declared = new TablePolicy(unit, null, null, null, Map.of());
        return new LeadgenConfig(
                new WarehouseConfig.Embedded(Map.of(table, file)),
                null,
                new Scopes(Map.of(table.catalog(), Set.of(table.schema()))),
                limits,
                observability,
                new PrivacyPolicy(privacy.defaultClass(), privacy.principals(), Map.of(table, declared)),
                classes,
                ledger,
                ledgerMark,
                auditLog,
                timeZone,
                http);
    }

    /**
     * Reads a file.
     *
     * @param environment what {@code ${NAME}} stands for; {@code LEADGEN_HOME} need not be in it
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID with one line {@code file:line:column: problem} for each
     *     problem of the file; no line holds a secret or what came from the environment
     */
    public static LeadgenConfig load(Path file, Map<String, String> environment) {
        LeadgenHome home = LeadgenHome.of(environment);
        Path folder = file.toAbsolutePath().normalize().getParent();
        RootSection root = new RootSection(home, folder == null ? file.toAbsolutePath() : folder);
        return YamlFile.read(file.toString(), ConfigText.read(file), home.within(environment), HINT, root::read);
    }
}
