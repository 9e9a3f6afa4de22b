package vn.motcua.kiosk.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.ReceivedPaper;

/**
 * What a package tells.
 *
 * @param name what it is called
 * @param site which installation made it: 16 hexadecimal digits
 * @param agency the electronic id of the centre
 * @param program name and version of the program
 * @param made when it was ordered, local time
 * @param after the last link of the site's chain that the package before told of
 * @param upTo the last link that this one tells of
 * @param dossier as it stood
 * @param events all that had happened to it, oldest first
 * @param files what is in the package
 * @param kept how many files of the dossier stay in the house, by kind
 */
public record Manifest(
    PackageName name,
    String site,
    String agency,
    String program,
    LocalDateTime made,
    long after,
    long upTo,
    Dossier dossier,
    List<DossierEvent> events,
    List<PackagedFile> files,
    Map<String, Long> kept) {
  /** What a reader looks at first. */
  public static final String FORMAT = "motcua-package/1";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Manifest {
    events = List.copyOf(events);
    files = List.copyOf(files);
    kept = Map.copyOf(kept);
  }

  /** As it stands in the package: UTF-8. */
  public byte[] bytes() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put("package", name.file());
    root.put("version", name.version());
    root.put("made", made.toString());
    root.put("program", program);
    root.put("site", site);
    root.put("agency", agency);
    Map<String, Object> seq = new LinkedHashMap<>();
    seq.put("after", after);
    seq.put("upTo", upTo);
    root.put("seq", seq);
    Map<String, List<String>> byPaper =
        files.stream()
            .filter(file -> !file.paper().isEmpty())
            .collect(
                Collectors.groupingBy(
                    PackagedFile::paper,
                    Collectors.mapping(PackagedFile::name, Collectors.toList())));
    root.putAll(PortalShape.dossier(dossier, byPaper));
    root.put("TienDo", events.stream().map(this::progress).toList());
    root.put("papers", dossier.papers().stream().map(Manifest::paper).toList());
    root.put("files", new ArrayList<>(files.stream().map(Manifest::file).toList()));
    root.put("notInPackage", new TreeMap<>(kept));
    return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> progress(DossierEvent event) {
    Map<String, Object> one = PortalShape.progress(dossier.code(), event);
    one.put("number", event.number());
    one.put("move", event.move().name());
    one.put("stage", event.stage().name());
    one.put("holder", event.holder());
    one.put("note", event.note());
    return one;
  }

  private static Map<String, Object> paper(ReceivedPaper paper) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", paper.name());
    one.put("originals", paper.originals());
    one.put("copies", paper.copies());
    one.put("pages", paper.pages());
    return one;
  }

  private static Map<String, Object> file(PackagedFile file) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", file.name());
    one.put("kind", file.kind());
    one.put("paper", file.paper());
    one.put("bytes", file.bytes());
    one.put("sha256", file.sha256());
    return one;
  }
}
