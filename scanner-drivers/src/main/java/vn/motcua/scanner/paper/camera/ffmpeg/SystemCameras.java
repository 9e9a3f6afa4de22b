package vn.motcua.scanner.paper.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_free_list_devices;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_list_input_sources;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.camera.Camera;
import vn.motcua.scanner.paper.camera.CameraInfo;
import vn.motcua.scanner.paper.camera.CameraSource;

/**
 * The cameras that are connected to this computer: {@code /dev/video*} on Linux, DirectShow's
 * devices on Windows. On a computer for which the native libraries are missing there are none.
 */
public final class SystemCameras implements CameraSource {
  private static final Logger LOG = LoggerFactory.getLogger(SystemCameras.class);

  private final DeviceInput input;

  /** Those of this operating system. */
  public SystemCameras() {
    this(DeviceInput.ofThisSystem());
  }

  SystemCameras(DeviceInput input) {
    this.input = input;
  }

  /** The libraries' set-up, once and only when somebody asks for a camera. */
  private static final class Natives {
    static final boolean READY = load();

    private static boolean load() {
      try {
        avdevice_register_all();
        av_log_set_level(AV_LOG_FATAL);
        return true;
      } catch (LinkageError e) {
        LOG.error("no camera libraries for this computer: {}", e.toString());
        return false;
      }
    }
  }

  @Override
  public List<CameraInfo> list() {
    AVInputFormat kind = Natives.READY ? av_find_input_format(input.format()) : null;
    if (kind == null) {
      return List.of();
    }
    List<CameraInfo> found = new ArrayList<>();
    try (PointerPointer<AVDeviceInfoList> answer = new PointerPointer<>(1)) {
      answer.put(0, (AVDeviceInfoList) null);
      int code = avdevice_list_input_sources(kind, (BytePointer) null, (AVDictionary) null, answer);
      AVDeviceInfoList devices = answer.get(AVDeviceInfoList.class, 0);
      if (code < 0 || devices == null) {
        return List.of();
      }
      for (int i = 0; i < devices.nb_devices(); i++) {
        AVDeviceInfo device = devices.devices(i);
        if (seesPictures(device)) {
          String name = text(device.device_name());
          String label = text(device.device_description());
          found.add(new CameraInfo(name, label.isBlank() ? name : label, false));
        }
      }
      avdevice_free_list_devices(answer);
    }
    return List.copyOf(found);
  }

  /** DirectShow lists microphones too; V4L2 names no kind. */
  private static boolean seesPictures(AVDeviceInfo device) {
    if (device.nb_media_types() == 0) {
      return true;
    }
    for (int i = 0; i < device.nb_media_types(); i++) {
      if (device.media_types().get(i) == AVMEDIA_TYPE_VIDEO) {
        return true;
      }
    }
    return false;
  }

  private static String text(BytePointer pointer) {
    return pointer == null ? "" : pointer.getString(StandardCharsets.UTF_8);
  }

  @Override
  public Camera open(String name, int width, int height) throws FaultException {
    if (!Natives.READY) {
      throw new FaultException(new ScanFault.Offline(), "no camera libraries");
    }
    return FfmpegCamera.open(input, name, width + "x" + height);
  }
}
