package vn.motcua.scanner.paper.camera;

/**
 * A camera that was found.
 *
 * @param name by which it is opened: a device file on Linux, a device's moniker on Windows
 * @param label as a person would call it
 * @param simulated true if no lens is behind it
 */
public record CameraInfo(String name, String label, boolean simulated) {}
