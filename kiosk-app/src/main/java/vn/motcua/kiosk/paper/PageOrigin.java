package vn.motcua.kiosk.paper;

import java.nio.file.Path;

/**
 * Where a page of a pile came from.
 *
 * @param file as it was given
 * @param page its place among the pages of the file, from 1; also 1 if none of them could be had
 */
public record PageOrigin(Path file, int page) {}
