package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.FaultException;

/** The files of the profiles: one each, and the key that seals the locked ones. */
final class ProfileFolder {
  private static final String ENDING = ".json";
  private static final long MAX_BYTES = 100_000;
  private static final int KEY_BYTES = 32;
  private static final int SLUG = 24;

  private final Path folder;
  private final SecureRandom random;

  ProfileFolder(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /** A file with the profile in it. */
  record Entry(Path file, ProfileJson.Stored stored) {
    ScanProfile profile() {
      return stored.profile();
    }

    boolean isLocked() {
      return stored.sealed().isPresent();
    }

    boolean isNamed(String name) {
      return key(profile().name()).equals(key(name));
    }
  }

  /** All files, those that can be used in the order of their names. */
  record Content(List<Entry> entries, List<Path> damaged, List<String> reasons) {}

  Path folder() {
    return folder;
  }

  /** Two names that people cannot tell apart are one. */
  static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  Content read() throws FaultException {
    List<Entry> entries = new ArrayList<>();
    List<Path> damaged = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path file : files()) {
      try {
        ProfileJson.Stored stored = ProfileJson.read(text(file));
        if (!isSealed(stored)) {
          throw new IllegalArgumentException("locked, but changed by hand");
        }
        if (!names.add(key(stored.profile().name()))) {
          throw new IllegalArgumentException("name: another file has it too");
        }
        entries.add(new Entry(file, stored));
      } catch (IllegalArgumentException wrong) {
        damaged.add(file);
        reasons.add(file.getFileName() + ": " + wrong.getMessage());
      }
    }
    Collator order = Collator.getInstance(Locale.of("vi"));
    entries.sort(Comparator.comparing((Entry entry) -> entry.profile().name(), order::compare));
    return new Content(entries, damaged, reasons);
  }

  private List<Path> files() throws FaultException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    } catch (IOException trouble) {
      throw new FaultException(new StoreFault.Disk(), trouble);
    }
  }

  /** A file of ours as text; whatever is wrong with it is said as an illegal argument. */
  static String text(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IllegalArgumentException("more than " + MAX_BYTES + " bytes");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      throw new IllegalArgumentException("not UTF-8", notUtf8);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("cannot be read", unreadable);
    }
  }

  /**
   * Where a profile of that name is written.
   *
   * @throws FaultException PROFILE-DAMAGED if a file that cannot be understood stands there
   */
  Path place(String name, Content content) throws FaultException {
    Path file = folder.resolve(fileName(name));
    if (content.damaged().contains(file)) {
      throw new FaultException(new ProfileFault.Damaged(file.getFileName().toString()));
    }
    return file;
  }

  void write(Path file, ScanProfile profile, Optional<ProfileLock> lock) throws FaultException {
    Optional<ProfileJson.Sealed> sealed = Optional.empty();
    if (lock.isPresent()) {
      byte[] key = key().isPresent() ? key().get() : newKey();
      sealed = Optional.of(new ProfileJson.Sealed(lock.get(), seal(profile, lock.get(), key)));
    }
    Durable.write(file, ProfileJson.write(profile, sealed).getBytes(StandardCharsets.UTF_8));
  }

  private boolean isSealed(ProfileJson.Stored stored) {
    if (stored.sealed().isEmpty()) {
      return true;
    }
    ProfileJson.Sealed sealed = stored.sealed().get();
    return key()
        .filter(key ->
            MessageDigest.isEqual(
                seal(stored.profile(), sealed.lock(), key).getBytes(StandardCharsets.US_ASCII),
                sealed.seal().getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  private static String seal(ScanProfile profile, ProfileLock lock, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of()
          .formatHex(
              mac.doFinal(ProfileJson.canonical(profile, lock).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing); // every Java platform has it
    }
  }

  private Path keyFile() {
    return folder.resolve("seal.key");
  }

  private Optional<byte[]> key() {
    try {
      byte[] key = Files.readAllBytes(keyFile());
      return key.length == KEY_BYTES ? Optional.of(key) : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private byte[] newKey() throws FaultException {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    Durable.write(keyFile(), key);
    try {
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException trouble) {
      throw new FaultException(new StoreFault.Disk(), trouble);
    }
    return key;
  }

  /** Readable for a person in a file list, and one file for one name. */
  private static String fileName(String name) {
    String plain =
        Normalizer.normalize(key(name), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('đ', 'd')
            .replaceAll("[^a-z0-9]+", "-");
    String slug = plain.substring(0, Math.min(SLUG, plain.length())).replaceAll("^-|-$", "");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key(name).getBytes(StandardCharsets.UTF_8));
      return slug + "-" + HexFormat.of().formatHex(hash, 0, 4) + ENDING;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing); // every Java platform has it
    }
  }
}
