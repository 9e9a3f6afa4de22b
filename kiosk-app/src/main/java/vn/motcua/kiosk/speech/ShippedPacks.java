package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.FaultException;

/** The languages that the program brings: Vietnamese and English, whose texts are its bundles. */
final class ShippedPacks {
  private static final String ROOT = "/vn/motcua/kiosk/languages/";

  private ShippedPacks() {}

  static List<LanguagePack> all() {
    return List.of(pack("vi"), pack("en"));
  }

  /** The text of the Vietnamese grammar, from which every other one is made. */
  static String grammarText() {
    return text("vi/grammar");
  }

  private static LanguagePack pack(String code) {
    LanguageInfo info =
        JsonMapper.builder().build().readValue(text(code + "/language.json"), LanguageInfo.class);
    Grammar grammar;
    try {
      grammar = Grammar.parse(text(code + "/grammar"));
    } catch (FaultException e) {
      throw new IllegalStateException(code, e);
    }
    return new LanguagePack(info, Map.of(), Optional.of(grammar), new ResourceClips(code, grammar));
  }

  private static String text(String name) {
    try (InputStream in = open(name).orElseThrow(() -> new IllegalStateException(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<InputStream> open(String name) {
    return Optional.ofNullable(ShippedPacks.class.getResourceAsStream(ROOT + name));
  }

  /** Recordings beside the classes; a jar cannot be listed, so the grammar says their names. */
  private static final class ResourceClips implements Clips {
    private final String code;
    private final Set<String> names;

    ResourceClips(String code, Grammar grammar) {
      this.code = code;
      names =
          grammar.clips().keySet().stream()
              .filter(name -> ShippedPacks.class.getResource(ROOT + path(name)) != null)
              .collect(Collectors.toUnmodifiableSet());
    }

    private String path(String name) {
      return code + "/sounds/" + name + FolderClips.END;
    }

    @Override
    public Set<String> names() {
      return names;
    }

    @Override
    public Sound read(String name) throws IOException {
      Optional<InputStream> found = names.contains(name) ? open(path(name)) : Optional.empty();
      if (found.isEmpty()) {
        throw new IOException("no recording " + name);
      }
      try (InputStream in = found.get()) {
        return Wave.read(in);
      }
    }
  }
}
