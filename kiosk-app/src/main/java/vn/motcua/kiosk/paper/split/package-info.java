/**
 * From a pile of pages to documents: the codes that stand on pages, where documents begin, and the
 * rules for the list of pages. Below package {@code paper}, above {@code dossier}.
 */
@NullMarked
package vn.motcua.kiosk.paper.split;

import org.jspecify.annotations.NullMarked;
