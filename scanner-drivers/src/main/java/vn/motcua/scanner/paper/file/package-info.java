/** Files that hold pages (JPEG, PNG, TIFF, PDF), read one page at a time. Writes no PDF. */
@NullMarked
package vn.motcua.scanner.paper.file;

import org.jspecify.annotations.NullMarked;
