/** Receipts that any terminal can prove without a network: what their QR says and who signed it. */
@org.jspecify.annotations.NullMarked
package vn.motcua.kiosk.forms.receipt;
