/**
 * The room "Cần giấy tờ gì?": what a procedure needs, the same for the phone, slides that explain
 * it, and a draft that a counter takes over.
 */
@NullMarked
package vn.motcua.kiosk.ui.citizen.papers;

import org.jspecify.annotations.NullMarked;
