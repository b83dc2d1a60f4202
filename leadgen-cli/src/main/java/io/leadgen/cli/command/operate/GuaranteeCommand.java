package io.leadgen.cli.command.operate;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.operate.GuaranteeAnswer;
import io.leadgen.cli.command.OperatorCommand;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import java.time.Clock;
import picocli.CommandLine.Command;

@Command(
        name = "guarantee",
        header = "Show what is guaranteed, on one page for a privacy officer.",
        description = {
            "",
            "Says for this configuration who is protected and against what, how well for each class of callers and for all "
                    + "together, within a window, a year and for ever, what is not protected, and who must be trusted. Reads "
                    + "the configuration and the ledger, and asks the warehouse nothing."
        },
        footer = {"  leadgen --demo guarantee", "  leadgen --demo guarantee -o json"})
public final class GuaranteeCommand implements OperatorCommand {

    @Override
    public Answer run(LeadgenConfig config) {
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), Clock.systemUTC())) {
            return GuaranteeAnswer.of(config, ledger);
        }
    }
}
