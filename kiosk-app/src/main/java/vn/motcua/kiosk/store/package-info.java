/** Where everything is kept: SQLite, files by their hash, the data folder and its lock. */
@NullMarked
package vn.motcua.kiosk.store;

import org.jspecify.annotations.NullMarked;
