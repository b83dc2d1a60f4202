/**
 * What may be asked and what may be answered: predicates, privacy, ports. No I/O.
 *
 * <p>Programs that embed leadgen ask through {@link io.leadgen.audience}. Everything else is exported to leadgen's own modules
 * only. An engine or a ledger of your own runs on the class path, like its contract tests. There the packages of this jar are
 * sealed: no class of another jar can join them.
 */
@org.jspecify.annotations.NullMarked
module io.leadgen.core {
    requires net.sf.jsqlparser;
    requires org.apache.commons.statistics.distribution;
    requires static transitive org.jspecify;

    exports io.leadgen.audience;
    exports io.leadgen.catalog;
    exports io.leadgen.error;
    exports io.leadgen.privacy.accounting;
    exports io.leadgen.privacy.policy;
    exports io.leadgen.question;
    exports io.leadgen.question.answer;
    exports io.leadgen.audit to
            io.leadgen.runtime,
            io.leadgen.attacks;
    exports io.leadgen.people to
            io.leadgen.runtime,
            io.leadgen.attacks,
            io.leadgen.testkit,
            io.leadgen.cli;
    exports io.leadgen.predicate to
            io.leadgen.runtime,
            io.leadgen.attacks,
            io.leadgen.testkit,
            io.leadgen.cli;
    exports io.leadgen.predicate.canonical to
            io.leadgen.runtime;
    exports io.leadgen.predicate.language.bind to
            io.leadgen.runtime,
            io.leadgen.attacks;
    exports io.leadgen.predicate.language.complete to
            io.leadgen.cli;
    exports io.leadgen.predicate.language.lex to
            io.leadgen.attacks;
    exports io.leadgen.predicate.language.parse to
            io.leadgen.attacks,
            io.leadgen.cli,
            io.leadgen.mcp;
    exports io.leadgen.privacy to
            io.leadgen.runtime,
            io.leadgen.attacks,
            io.leadgen.testkit,
            io.leadgen.cli;
    exports io.leadgen.privacy.noise to
            io.leadgen.runtime,
            io.leadgen.attacks,
            io.leadgen.testkit;
    exports io.leadgen.spelling to
            io.leadgen.runtime,
            io.leadgen.cli,
            io.leadgen.mcp;
    exports io.leadgen.warehouse to
            io.leadgen.runtime,
            io.leadgen.attacks,
            io.leadgen.testkit,
            io.leadgen.cli;
}
