package io.leadgen.cli.command;

/** A question whose answer takes so long that a person who waits wants to know how far it has come. */
public interface ProgressCommand extends ServiceCommand {

    /** Where to tell, from now on. */
    void reportTo(Progress progress);

    /** Hears how far the work has come. */
    @FunctionalInterface
    interface Progress {
        /**
         * It has come so far.
         *
         * @param step what is being done
         * @param fraction of all, 0 to 1
         */
        void at(String step, double fraction);
    }
}
