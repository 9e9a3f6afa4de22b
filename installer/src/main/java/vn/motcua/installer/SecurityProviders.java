package vn.motcua.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The security providers that a runtime lists in {@code conf/security/java.security}. jlink copies
 * the whole JDK's list even where it leaves a provider's module out. Whenever the JDK then comes to
 * such a name it looks for it on the class path and makes every provider that stands there, with
 * their signed jars: a third of a second before the first screen.
 */
final class SecurityProviders {
  private static final Pattern LISTED = Pattern.compile("security\\.provider\\.\\d+=(\\w+)\\s*");

  /** Those of the JDK that are in modules of their own. */
  private static final Map<String, String> MODULES =
      Map.of(
          "SunJGSS", "java.security.jgss",
          "JdkSASL", "jdk.security.jgss",
          "XMLDSig", "java.xml.crypto",
          "JdkLDAP", "java.naming",
          "SunSASL", "java.security.sasl",
          "SunMSCAPI", "jdk.crypto.mscapi",
          "SunPCSC", "java.smartcardio",
          "SunPKCS11", "jdk.crypto.cryptoki");

  private final Path runtime;

  SecurityProviders(Path runtime) {
    this.runtime = runtime;
  }

  /** Strikes off the list what this runtime does not have; all others stay in their order. */
  void leaveOutMissing() throws IOException {
    String modules = Files.readString(runtime.resolve("release"));
    Path file = runtime.resolve("conf").resolve("security").resolve("java.security");
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      Matcher listed = LISTED.matcher(line);
      if (!listed.matches()) {
        lines.add(line);
      } else if (isThere(listed.group(1), modules)) {
        number++;
        lines.add("security.provider." + number + "=" + listed.group(1));
      }
    }
    Files.write(file, lines);
  }

  private static boolean isThere(String provider, String modules) {
    String module = MODULES.get(provider);
    return module == null
        || Pattern.compile("[\" ]" + Pattern.quote(module) + "[\" ]").matcher(modules).find();
  }
}
