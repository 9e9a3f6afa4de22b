package vn.motcua.kiosk.ui.counter;

import java.nio.file.Path;

/**
 * A page that lies safely on disk.
 *
 * @param number 1 for the first page of the batch
 * @param line which paper it belongs to
 * @param picture its picture file
 */
public record PageItem(int number, PaperLine line, Path picture) {}
