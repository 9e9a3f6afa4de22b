package vn.motcua.installer;

import java.util.Locale;

/** The system that the package is made on and for: a package is made where it will run. */
enum Platform {
  LINUX("linux", "deb"),
  WINDOWS("windows", "msi");

  private final String classifier;
  private final String packageType;

  Platform(String classifier, String packageType) {
    this.classifier = classifier;
    this.packageType = packageType;
  }

  /** The platform of this machine. */
  static Platform here() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win") ? WINDOWS : LINUX;
  }

  /** How jars with native code for this platform are marked in their names. */
  String classifier() {
    return classifier;
  }

  /** What jpackage makes here. */
  String packageType() {
    return packageType;
  }

  /** Whether a jar carries native code of another platform only. */
  boolean isForeign(String jar) {
    for (Platform other : values()) {
      if (other != this && jar.contains("-" + other.classifier + "-x86_64")) {
        return true;
      }
    }
    return false;
  }

  /** Where a library of the runtime lies in its image. */
  String libraryFolder() {
    return this == WINDOWS ? "bin" : "lib";
  }

  /** Whether a jar entry is a native library of this platform. */
  boolean isLibrary(String entry) {
    return entry.endsWith(this == WINDOWS ? ".dll" : ".so");
  }
}
