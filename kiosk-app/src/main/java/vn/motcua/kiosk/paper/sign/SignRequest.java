package vn.motcua.kiosk.paper.sign;

import java.nio.file.Path;

/**
 * What is to be signed and how.
 *
 * @param in the document
 * @param out where the signed document goes; may be {@code in} itself
 * @param level how much is proven; above B-B a timestamp authority is needed
 * @param look how it shows
 * @param reason why, for the signature's own record; empty for none
 * @param exceptions what may be missing
 */
public record SignRequest(
    Path in, Path out, Level level, Look look, String reason, SignerCheck.Exceptions exceptions) {}
