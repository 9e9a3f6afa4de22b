/** The hot folder: whatever scans into a folder, or is copied there, is a scanner. */
@NullMarked
package vn.motcua.scanner.paper.folder;

import org.jspecify.annotations.NullMarked;
