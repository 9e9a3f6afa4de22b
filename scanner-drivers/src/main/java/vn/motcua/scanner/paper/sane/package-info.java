/**
 * Paper scanners behind a SANE daemon, spoken to in SANE's own network protocol (SANE standard
 * 1.06, chapter 5). The daemon is the process boundary that keeps a vendor driver's crash out of
 * this program.
 */
@NullMarked
package vn.motcua.scanner.paper.sane;

import org.jspecify.annotations.NullMarked;
