/** What is kept in a USB token, smart card or HSM behind a PKCS#11 module (v2.40). */
@NullMarked
package vn.motcua.kiosk.token;

import org.jspecify.annotations.NullMarked;
