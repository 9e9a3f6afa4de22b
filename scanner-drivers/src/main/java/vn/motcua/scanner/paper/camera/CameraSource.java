package vn.motcua.scanner.paper.camera;

import java.util.List;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/** Where cameras come from: the operating system, or pictures. Safe for use by several threads. */
public interface CameraSource {
  /** Where there is no camera at all. */
  CameraSource NONE =
      new CameraSource() {
        @Override
        public List<CameraInfo> list() {
          return List.of();
        }

        @Override
        public Camera open(String name, int width, int height) throws FaultException {
          throw new FaultException(new ScanFault.Offline(), name);
        }
      };

  /** The cameras that are connected now. */
  List<CameraInfo> list();

  /**
   * Opens a camera.
   *
   * @param width of the frames that are wanted, pixels; the nearest that it has is taken
   * @param height of the frames that are wanted
   * @throws FaultException with {@link ScanFault.Offline} if there is none of that name, with
   *     {@link ScanFault.Busy} if another program has it, with {@link ScanFault.Refused} if this
   *     user may not
   */
  Camera open(String name, int width, int height) throws FaultException;
}
