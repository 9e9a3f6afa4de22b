package vn.motcua.kiosk.paper.small;

/**
 * A stencil through which one colour is painted (ISO 32000-1 §8.9.6.2), as CCITT group 4 (ITU-T
 * T.6; in a PDF {@code /K -1}, no byte alignment, no end of line). Its black pixels paint, which in
 * a PDF is what {@code /BlackIs1 false} and {@code /Decode [0 1]}, the defaults, say.
 *
 * @param rgb the ink, 0xRRGGBB in sRGB
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; written into a PDF only
public record MaskLayer(byte[] bytes, int width, int height, int rgb, Place place)
    implements Layer {}
