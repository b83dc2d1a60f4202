/** Figures as SVG, PNG and HTML files. The only package that knows the plotting library. */
@NullMarked
package io.leadgen.cli.figure.file;

import org.jspecify.annotations.NullMarked;
