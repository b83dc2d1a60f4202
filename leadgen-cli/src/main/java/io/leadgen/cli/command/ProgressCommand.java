package io.leadgen.cli.command;

/** A question whose answer takes so long that it reports progress. */
public interface ProgressCommand extends ServiceCommand {

    void reportTo(Progress progress);

    @FunctionalInterface
    interface Progress {
        /**
         * Reports progress.
         *
         * @param step the current step
         * @param fraction the part that is done, 0 to 1
         */
        void at(String step, double fraction);
    }
}
