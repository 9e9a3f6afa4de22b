/** Tests of the chip driver. */
package vn.motcua.scanner.chip;
