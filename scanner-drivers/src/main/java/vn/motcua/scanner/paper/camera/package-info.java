/**
 * A camera, a document camera or a telephone's picture in the place of a scanner: the sheet is
 * found, put upright, freed of shadows, and whatever speaks against the picture is said before it
 * is kept.
 */
@NullMarked
package vn.motcua.scanner.paper.camera;

import org.jspecify.annotations.NullMarked;
