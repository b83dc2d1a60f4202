package io.leadgen.cli.figure.file;

import java.util.function.Consumer;

/**
 * A picture that is laid out: how much room it takes, and how it is drawn there.
 *
 * @param height in pixels, over the whole {@link #WIDTH}
 */
record Plot(double height, Consumer<Sheet> painter) {
    static final int WIDTH = 860;
}
