/** Paying fees: the codes that banks' applications read. */
@NullMarked
package vn.motcua.kiosk.payment;

import org.jspecify.annotations.NullMarked;
