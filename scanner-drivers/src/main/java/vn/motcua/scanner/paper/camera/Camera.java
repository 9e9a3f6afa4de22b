package vn.motcua.scanner.paper.camera;

import java.time.Duration;
import java.util.Optional;
import vn.motcua.scanner.FaultException;

/** An open camera, used by one thread at a time. */
public interface Camera extends AutoCloseable {
  /**
   * The newest frame that was not given yet.
   *
   * @param patience how long to wait for it; nothing came in that time if the answer is empty
   * @throws FaultException with {@link CameraFault.Gone} if it was pulled out or fell silent
   */
  Optional<Picture> frame(Duration patience) throws FaultException;

  /**
   * A picture in the greatest size that the camera has. May take some seconds, and frames follow
   * after it as before.
   *
   * @throws FaultException with {@link CameraFault.Gone} if it was pulled out or fell silent
   */
  Picture still() throws FaultException;

  /** Gives the device back; a second call changes nothing. */
  @Override
  void close();
}
