/**
 * The card's side of the eMRTD application in software: a full chip with PACE, BAC and secure
 * messaging for demonstrations and tests, in the same process or behind a virtual reader. It speaks
 * real APDUs, so that the very code that reads citizens' cards reads it. Its citizens are invented.
 */
@NullMarked
package vn.motcua.scanner.chip.simulated;

import org.jspecify.annotations.NullMarked;
