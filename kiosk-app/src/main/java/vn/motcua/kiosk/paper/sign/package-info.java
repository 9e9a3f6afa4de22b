/**
 * Signing PDFs (PAdES baseline, ETSI EN 319 142-1) and judging the signatures of others. Written on
 * PDFBox and Bouncy Castle; see {@code docs/decisions} for why.
 */
@NullMarked
package vn.motcua.kiosk.paper.sign;

import org.jspecify.annotations.NullMarked;
