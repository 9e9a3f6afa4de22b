/** One class a job that a person does. No JavaFX, no SQL. */
@NullMarked
package vn.motcua.kiosk.desk;

import org.jspecify.annotations.NullMarked;
