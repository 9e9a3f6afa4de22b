package vn.motcua.kiosk.paper.small;

/**
 * A photograph of paper, in grey or colour (DCTDecode, ISO 32000-1 §7.4.8): 8 bits a sample, JFIF,
 * sRGB.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; written into a PDF only
public record JpegLayer(byte[] bytes, int width, int height, boolean grey, Place place)
    implements Layer {}
