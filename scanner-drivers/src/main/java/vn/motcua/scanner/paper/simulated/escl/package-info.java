/**
 * A network scanner in software: the device's side of eSCL (Mopria Alliance, eSCL Technical
 * Specification; on Apple's side AirScan) as a real HTTP server, with all its states and with the
 * faults that real devices show.
 */
@NullMarked
package vn.motcua.scanner.paper.simulated.escl;

import org.jspecify.annotations.NullMarked;
