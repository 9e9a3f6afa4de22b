/**
 * Paper scanners that speak eSCL (also sold as AirScan or AirPrint scanning): HTTP and XML, after
 * the Mopria eSCL Technical Specification 2.97 and what devices really do. No vendor code runs
 * here.
 */
@NullMarked
package vn.motcua.scanner.paper.escl;

import org.jspecify.annotations.NullMarked;
