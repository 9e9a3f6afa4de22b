package vn.motcua.kiosk;

import java.nio.file.Path;

/**
 * Another system that knows of dossiers, as a technician sets it.
 *
 * @param id short name, for files: lower-case letters, digits, hyphens
 * @param kind {@code folder} or {@code http}
 * @param name what people call it, for example {@code hệ thống của tỉnh}
 * @param address the watched folder, or the address of the service
 * @param mapping the file that says what its fields mean; beside the settings unless absolute
 * @param keepDays how long its last answers are kept, 1 to 3,650
 */
record SourceSetting(
    String id, String kind, String name, String address, String mapping, int keepDays) {
  SourceSetting {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("sources: id");
    }
    if (!kind.equals("folder") && !kind.equals("http")) {
      throw new IllegalArgumentException("sources: kind is folder or http");
    }
    if (name.isBlank() || name.length() > 80 || address.isBlank() || mapping.isBlank()) {
      throw new IllegalArgumentException("sources: name, address, mapping");
    }
    if (keepDays < 1 || keepDays > 3650) {
      throw new IllegalArgumentException("sources: keepDays is 1 to 3650");
    }
  }

  Path mappingIn(Path data) {
    return data.resolve(mapping);
  }

  Path folderIn(Path data) {
    return data.resolve(address);
  }
}
