package io.leadgen.cli.figure.file;

import java.util.function.Consumer;

/** A picture that is laid out: its height in pixels, over the whole {@link #WIDTH}, and how it is drawn there. */
record Plot(double height, Consumer<Sheet> painter) {
    static final int WIDTH = 860;
}
