/** Figures as SVG, PNG and HTML files. The only package that uses Java 2D. */
@NullMarked
package io.leadgen.cli.figure.file;

import org.jspecify.annotations.NullMarked;
