/**
 * Pictures in files: SVG, PNG and HTML. XChart draws axes, grids and marks; no other package knows it, and nothing here is loaded
 * unless a file was asked for.
 */
@NullMarked
package io.leadgen.cli.picture.file;

import org.jspecify.annotations.NullMarked;
