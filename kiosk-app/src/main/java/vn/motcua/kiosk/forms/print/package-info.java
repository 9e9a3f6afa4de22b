/** Printers: IPP with known job states, the platform's print service, ESC/POS receipt printers. */
@org.jspecify.annotations.NullMarked
package vn.motcua.kiosk.forms.print;
