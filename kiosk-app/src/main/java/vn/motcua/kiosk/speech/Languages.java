package vn.motcua.kiosk.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The languages of one machine: those that the program brings and those of the folder {@code
 * languages} of its data. A folder of a shipped language adds to it: sentences in other words, or a
 * person's voice instead of the machine's.
 */
public final class Languages {
  private static final Logger LOG = LoggerFactory.getLogger(Languages.class);
  private static final Locale VIETNAMESE = Locale.of("vi");

  /** A folder that cannot be used whole. */
  public record Trouble(String folder, LanguageFault fault) {}

  private record Found(List<LanguagePack> packs, List<Trouble> troubles) {}

  private final List<LanguagePack> shipped = ShippedPacks.all();
  private final Optional<Path> folder;
  private final PackKeys keys;
  private volatile Found found = new Found(List.of(), List.of());

  private Languages(Optional<Path> folder, PackKeys keys) {
    this.folder = folder;
    this.keys = keys;
    reload();
  }

  /** What the program brings, and nothing else. */
  public static Languages shipped() {
    return new Languages(Optional.empty(), new PackKeys(List.of(), List.of(), List.of()));
  }

  /**
   * What the program brings and what lies in {@code folder}, which need not be there. What is wrong
   * with a pack is logged and told by {@link #troubles()}; it never stops anything.
   */
  public static Languages in(Path folder, PackKeys keys) {
    return new Languages(Optional.of(folder), keys);
  }

  /** Looks at the folder again. */
  public void reload() {
    List<LanguagePack> packs = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    for (Path each : folders()) {
      String name = String.valueOf(each.getFileName());
      PackReport report = PackFolder.read(each, keys);
      report.faults().forEach(fault -> troubles.add(new Trouble(name, fault)));
      Optional<LanguagePack> pack = report.pack();
      if (pack.isPresent() && !pack.get().info().code().equals(name)) {
        troubles.add(new Trouble(name, new LanguageFault.BadCode(name)));
      } else {
        pack.ifPresent(packs::add);
      }
    }
    troubles.forEach(trouble ->
        LOG.warn(
            "languages/{}: {} {}",
            trouble.folder(),
            trouble.fault().code(),
            trouble.fault().about()));
    found = new Found(List.copyOf(packs), List.copyOf(troubles));
  }

  private List<Path> folders() {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder.get())) {
      return all.filter(Files::isDirectory)
          .filter(each -> LanguageInfo.CODE.matcher(String.valueOf(each.getFileName())).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      LOG.warn("languages: {}", e.getMessage());
      return List.of();
    }
  }

  /** Where packs are put, if anywhere. */
  public Optional<Path> folder() {
    return folder;
  }

  /** Which sentences a pack may have. */
  public PackKeys keys() {
    return keys;
  }

  /** What is wrong with packs of the folder. */
  public List<Trouble> troubles() {
    return found.troubles();
  }

  /** Every language once: Vietnamese, those of the folder by their own names, English. */
  public List<LanguageInfo> all() {
    List<LanguageInfo> all = new ArrayList<>(shipped.stream().map(LanguagePack::info).toList());
    List<LanguageInfo> added =
        found.packs().stream()
            .map(LanguagePack::info)
            .filter(info -> all.stream().noneMatch(known -> known.code().equals(info.code())))
            .sorted(Comparator.comparing(LanguageInfo::name, Collator.getInstance(VIETNAMESE)))
            .toList();
    all.addAll(1, added);
    return List.copyOf(all);
  }

  /** The packs of that language: the folder's, then the program's. */
  public List<LanguagePack> of(Locale language) {
    String code = language.toLanguageTag();
    return Stream.concat(found.packs().stream(), shipped.stream())
        .filter(pack -> pack.info().code().equals(code))
        .toList();
  }

  /** The sentence that a pack of the folder has for {@code key}. */
  public Optional<String> text(Locale language, String key) {
    String code = language.toLanguageTag();
    for (LanguagePack pack : found.packs()) {
      if (pack.info().code().equals(code)) {
        return Optional.ofNullable(pack.texts().get(key));
      }
    }
    return Optional.empty();
  }
}
