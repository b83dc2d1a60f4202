package io.leadgen.cli.command.operate;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.DoctorAnswer;
import io.leadgen.cli.command.OperatorCommand;
import io.leadgen.runtime.Leadgen;
import io.leadgen.runtime.config.LeadgenConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        header = "Check the configuration and its connections.",
        description = {
            "",
            "Checks all that a question needs: the connection to the warehouse (name, TLS, login, state), scopes, "
                    + "declared tables and the permission to read them, ledger, audit log and clock. Each line says what to "
                    + "do. Counts nobody for an answer and charges nothing. Exit code 0 if nothing failed, else 6.",
            "",
            "Of tables in files, and with --exact of every table, it also checks whether people are what is declared: that "
                    + "rows_are_people is true, and that every row has a unit. That takes a scan of the column. "
                    + "What it finds are exact numbers, so keep them to yourself."
        },
        footer = {"  leadgen --demo doctor", "  leadgen --config config.yml doctor -o json"})
public final class DoctorCommand implements OperatorCommand {
    @Option(
            names = "--exact",
            description = "Check in every declared table whether people are what is declared, which takes a scan each.")
    boolean exact;

    @Override
    public Answer run(LeadgenConfig config) {
        return DoctorAnswer.of(Leadgen.diagnose(config, exact, result -> {}));
    }
}
