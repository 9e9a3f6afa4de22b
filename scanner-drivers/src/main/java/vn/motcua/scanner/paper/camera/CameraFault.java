package vn.motcua.scanner.paper.camera;

import vn.motcua.scanner.Fault;

/** What can go wrong with a camera beyond {@link vn.motcua.scanner.paper.ScanFault}. */
public sealed interface CameraFault extends Fault {
  /** The camera was pulled out, or sends no more pictures. */
  record Gone() implements CameraFault {
    @Override
    public String code() {
      return "CAMERA-GONE";
    }
  }

  /** A sheet was there, but never still and sharp within the time for it. */
  record Unsteady() implements CameraFault {
    @Override
    public String code() {
      return "CAMERA-UNSTEADY";
    }
  }

  /** A picture file of a kind that cannot be read: HEIC, CMYK or far too many pixels. */
  record PictureKind() implements CameraFault {
    @Override
    public String code() {
      return "CAMERA-PICTURE";
    }
  }
}
