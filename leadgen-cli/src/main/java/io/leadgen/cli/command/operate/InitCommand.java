package io.leadgen.cli.command.operate;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.InitAnswer;
import io.leadgen.cli.command.LocalCommand;
import io.leadgen.cli.command.option.OutputFile;
import io.leadgen.cli.command.option.SchemaName;
import io.leadgen.cli.process.UserPrompt;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.ConfigDraft;
import io.leadgen.runtime.config.ConfigDraft.Login;
import io.leadgen.runtime.config.ConfigDraft.Place;
import io.leadgen.runtime.config.LeadgenConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        header = "Write a first config.yml.",
        description = {
            "",
            "Without options, at a terminal, it asks you. The file holds no secret, only names of environment "
                    + "variables. Run leadgen doctor afterwards.",
            "",
            "For columns of text in files it proposes values to declare, as comments. It finds only values that many "
                    + "people share."
        },
        footer = {
            "  leadgen init",
            "  leadgen init --host adb-1.azuredatabricks.net \\",
            "      --http-path /sql/1.0/warehouses/abc --scope main.leads \\",
            "      --unit main.leads.customers=customer_id",
            "  leadgen init --table main.leads.people=people.parquet -f people.yml"
        })
public final class InitCommand implements LocalCommand {
    @Option(names = "--host", paramLabel = "HOST", description = "The host name of the Databricks workspace.")
    @Nullable
    String host;

    @Option(
            names = "--http-path",
            paramLabel = "PATH",
            description = "The HTTP path of the SQL warehouse: /sql/1.0/warehouses/ID.")
    @Nullable
    String httpPath;

    @Option(
            names = "--auth",
            paramLabel = "KIND",
            converter = LoginName.class,
            description = "oauth for a service principal (default), or token.")
    Login login = Login.OAUTH;

    @Option(
            names = "--scope",
            paramLabel = "CATALOG.SCHEMA",
            description = "A schema that callers may query; repeat for more.")
    List<SchemaName> scopes = new ArrayList<>();

    @Option(
            names = "--table",
            paramLabel = "TABLE=FILE",
            converter = Assigned.Reader.class,
            description = "A Parquet, CSV or .duckdb file on this machine, instead of a workspace; repeat for more.")
    List<Assigned> tables = new ArrayList<>();

    @Option(
            names = "--unit",
            paramLabel = "TABLE=COLUMN",
            converter = Assigned.Reader.class,
            description = "The column that identifies a person; repeat for more tables.")
    List<Assigned> units = new ArrayList<>();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file to write (default: ${DEFAULT-VALUE}).")
    Path file = Path.of("config.yml");

    @Option(names = "--force", description = "Replace FILE if it exists.")
    boolean force;

    /** {@code catalog.schema.table=something}. */
    record Assigned(TableName table, String value) {
        static final class Reader implements ITypeConverter<Assigned> {
            @Override
            public Assigned convert(String text) {
                int equals = text.indexOf('=');
                if (equals < 0 || equals == text.length() - 1) {
                    throw LeadgenException.invalid(
                            "This option is written TABLE=VALUE",
                            "for example --unit main.leads.customers=customer_id");
                }
                return new Assigned(TableName.parse(text.substring(0, equals)), text.substring(equals + 1));
            }
        }
    }

    static final class LoginName implements ITypeConverter<Login> {
        @Override
        public Login convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "oauth" -> Login.OAUTH;
                case "token" -> Login.TOKEN;
                default -> throw LeadgenException.invalid("Unknown kind of login", "use oauth or token");
            };
        }
    }

    @Override
    public Answer run(UserPrompt prompt) {
        OutputFile target = new OutputFile(file, force);
        target.check(); // before any question
        if (host == null && tables.isEmpty()) {
            ask(prompt);
        }
        ConfigDraft draft = draft();
        LeadgenConfig config = draft.config(file);
        target.write(draft.text() + ConfigDraft.proposals(Leadgen.proposedValues(config)));
        return InitAnswer.of(file, draft.variables());
    }

    private void ask(UserPrompt prompt) {
        if (!prompt.isPossible()) {
            throw LeadgenException.invalid(
                    "The location of the tables is missing",
                    "use --host, --http-path and --scope for Databricks, or --table for files; at a terminal, leadgen"
                            + " init asks you");
        }
        String place = prompt.ask("Location of the tables: databricks, or files on this machine", "databricks");
        if (place.toLowerCase(Locale.ROOT).startsWith("d")) {
            host = prompt.ask("Host name of the workspace", "");
            httpPath = prompt.ask("HTTP path of the SQL warehouse (/sql/1.0/warehouses/...)", "");
            login = new LoginName().convert(prompt.ask("Login: oauth (a service principal) or token", "oauth"));
            String names = prompt.ask("Schemas that callers may query, as catalog.schema, separated by commas", "");
            for (String name : names.split("[, ]+", -1)) {
                scopes.add(SchemaName.parse(name));
            }
        } else {
            String path = prompt.ask("File (Parquet, CSV or .duckdb)", "");
            tables.add(new Assigned(TableName.parse(prompt.ask("Its name as a table", "main.leads.people")), path));
        }
        String first = tables.isEmpty() ? "none" : tables.get(0).table().toString();
        String table = prompt.ask("A table with a column that identifies people (none to skip)", first);
        if (!table.equals("none")) {
            units.add(new Assigned(TableName.parse(table), prompt.ask("The column that identifies a person", "")));
        }
    }

    private ConfigDraft draft() {
        Map<TableName, ColumnName> columns = new LinkedHashMap<>();
        units.forEach(unit -> columns.put(unit.table(), new ColumnName(unit.value())));
        return new ConfigDraft(
                place(),
                scopes.stream()
                        .map(scope -> new ConfigDraft.Schema(scope.catalog(), scope.schema()))
                        .toList(),
                columns);
    }

    private Place place() {
        if (host == null) {
            Map<TableName, String> files = new LinkedHashMap<>();
            tables.forEach(table -> files.put(table.table(), seenFromConfiguration(table.value())));
            return new Place.Files(files);
        }
        if (!tables.isEmpty()) {
            throw LeadgenException.invalid("--host and --table cannot be combined", "use one of them");
        }
        if (httpPath == null || scopes.isEmpty()) {
            throw LeadgenException.invalid(
                    "A workspace needs --http-path and at least one --scope",
                    "the connection details of the warehouse show the path");
        }
        return new Place.Databricks(host, httpPath, login);
    }

    /** The path as the configuration needs it: relative paths there start at its own folder. */
    private String seenFromConfiguration(String path) {
        Path here = Path.of("").toAbsolutePath();
        boolean elsewhere = !here.equals(here.resolve(file).normalize().getParent());
        return elsewhere && Files.exists(here.resolve(path))
                ? here.resolve(path).normalize().toString()
                : path;
    }
}
