package vn.motcua.kiosk.paper.readback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The kinds of paper that can be read. */
public final class PaperKinds {
  private static final List<String> SHIPPED =
      List.of(
          "to-khai-khai-sinh",
          "to-khai-khai-tu",
          "to-khai-tinh-trang-hon-nhan",
          "giay-khai-sinh",
          "can-cuoc",
          "mau-01",
          "don-de-nghi",
          PaperKind.GENERIC);

  /** A folder with more files is not one of paper kinds. */
  private static final int MOST_FILES = 200;

  /** The shipped files have 2 to 4 kB. */
  private static final long MOST_BYTES = 200_000;

  private final Map<String, PaperKind> kinds = new LinkedHashMap<>();
  private final PaperKind generic;

  /**
   * @param kinds the later one wins if two have the same id
   * @throws IllegalArgumentException if {@link PaperKind#GENERIC} is not among them
   */
  public PaperKinds(List<PaperKind> kinds) {
    kinds.forEach(kind -> this.kinds.put(kind.id(), kind));
    PaperKind unknown = this.kinds.get(PaperKind.GENERIC);
    if (unknown == null) {
      throw new IllegalArgumentException("no kind " + PaperKind.GENERIC);
    }
    this.generic = unknown;
  }

  /** The kinds that come with the program. */
  public static PaperKinds shipped() {
    return new PaperKinds(SHIPPED.stream().map(PaperKinds::resource).toList());
  }

  /**
   * The shipped ones and those of a technician: every {@code *.json} in {@code folder}, in the
   * order of their names. One with a known id replaces the shipped one.
   *
   * @throws IOException if the folder cannot be read
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public static PaperKinds shippedAnd(Path folder) throws IOException {
    List<PaperKind> all = new ArrayList<>(shipped().all());
    List<Path> files;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
      files = StreamSupport.stream(found.spliterator(), false).sorted().limit(MOST_FILES).toList();
    }
    for (Path file : files) {
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException(file.getFileName() + ": too large");
      }
      try {
        all.add(PaperKindJson.read(Files.readString(file)));
      } catch (IllegalArgumentException bad) {
        throw new IllegalArgumentException(file.getFileName() + ": " + bad.getMessage(), bad);
      }
    }
    return new PaperKinds(all);
  }

  /** All, also the generic one. */
  public List<PaperKind> all() {
    return List.copyOf(kinds.values());
  }

  /** What stands for every unknown paper. */
  PaperKind generic() {
    return generic;
  }

  private static PaperKind resource(String id) {
    return PaperKindJson.read(text(id + ".json"));
  }

  static String text(String name) {
    try (InputStream in = PaperKinds.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
