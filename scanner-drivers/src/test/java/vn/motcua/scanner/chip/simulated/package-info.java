/** Tests of the simulated card. */
package vn.motcua.scanner.chip.simulated;
