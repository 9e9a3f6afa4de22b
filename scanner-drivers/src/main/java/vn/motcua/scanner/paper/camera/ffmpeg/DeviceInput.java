package vn.motcua.scanner.paper.camera.ffmpeg;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How an operating system's cameras are asked for in FFmpeg's terms (ffmpeg-devices(1),
 * "video4linux2" and "dshow").
 *
 * @param format name of the input
 * @param prefix what stands before a device's name in its address
 * @param compressed options that ask for JPEG frames, the only ones that fit through USB 2 in large
 *     sizes
 * @param sizes what to try for the greatest picture, greatest first; V4L2 answers a size that it
 *     lacks with its nearest one, DirectShow with an error
 * @param live true if frames come by the clock, so that old ones must be thrown away
 */
record DeviceInput(
    String format,
    String prefix,
    Map<String, String> compressed,
    List<String> sizes,
    boolean live) {
  static final DeviceInput LINUX =
      new DeviceInput("v4l2", "", Map.of("input_format", "mjpeg"), List.of("8000x6000"), true);

  static final DeviceInput WINDOWS =
      new DeviceInput(
          "dshow",
          "video=",
          Map.of("vcodec", "mjpeg"),
          List.of(
              "4656x3496",
              "4608x3456",
              "4208x3120",
              "4160x3120",
              "4032x3024",
              "3840x2880",
              "3840x2160",
              "3672x2856",
              "3648x2736",
              "3264x2448",
              "3200x2400",
              "2592x1944",
              "2560x1920",
              "2560x1440",
              "2048x1536",
              "1920x1080",
              "1600x1200",
              "1280x960",
              "1280x720"),
          true);

  /** The one of this operating system. */
  static DeviceInput ofThisSystem() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows")
        ? WINDOWS
        : LINUX;
  }

  String address(String name) {
    return prefix + name;
  }
}
