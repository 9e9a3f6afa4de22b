package vn.motcua.kiosk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.kiosk.desk.KeptPage;
import vn.motcua.kiosk.desk.PageTrouble;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.UnfinishedBatch;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.paper.ScanFault;

/** What is told when a scan stops: which pages are safe, and the command that goes on with them. */
final class KeptPages {
  /** The title of a document that nobody gave one. */
  static final String TITLE = "Tài liệu quét";

  private final ScanBatch batch;
  private final Path out;
  private final String title;
  private final String code;
  private final boolean noOcr;
  private final boolean withoutDamaged;

  KeptPages(
      ScanBatch batch, Path out, String title, String code, boolean noOcr, boolean withoutDamaged) {
    this.batch = batch;
    this.out = out;
    this.title = title;
    this.code = code;
    this.noOcr = noOcr;
    this.withoutDamaged = withoutDamaged;
  }

  /**
   * The scan stopped, its pages are kept.
   *
   * @param allScanned whether only the document is still to be made
   */
  PartlyDone stopped(Fault fault, boolean allScanned) {
    // A folder that somebody removed meanwhile is not said to be there.
    List<Path> there = batch.pages().stream().filter(Files::isRegularFile).toList();
    Map<String, Object> done = Reply.object();
    done.put("pages", there.size());
    done.put("kept", there.stream().map(Path::toString).toList());
    done.put("batch", batch.id());
    if (fault instanceof ScanFault.UnsupportedSetting lacks) {
      done.put("setting", lacks.setting());
    }
    if (!batch.troubles().isEmpty()) {
      done.put("troubles", troubles(batch.troubles()));
    }
    boolean anyway = withoutDamaged || !batch.troubles().isEmpty();
    String command = command(allScanned, anyway);
    done.put("resume", command);
    System.err.println("Đã giữ " + there.size() + " trang / " + there.size() + " pages are kept.");
    batch
        .troubles()
        .forEach(page ->
            System.err.println(
                "Trang " + page.number() + " / page " + page.number() + ": " + page.kind()));
    System.err.println(command);
    return new PartlyDone(fault, done);
  }

  /**
   * Places in the document, from 1, of pages that are the same as one before: a file of a hot
   * folder that was interrupted comes again whole.
   */
  List<Integer> repeated() {
    Set<String> seen = new HashSet<>();
    List<Integer> again = new ArrayList<>();
    int place = 0;
    for (KeptPage page : batch.kept()) {
      place++;
      if (!seen.add(page.sha256())) {
        again.add(place);
      }
    }
    if (!again.isEmpty()) {
      System.err.println("Trang giống trang trước / pages like an earlier one: " + again);
    }
    return again;
  }

  private String command(boolean allScanned, boolean anyway) {
    List<String> words = new ArrayList<>(List.of("./kiosk", "scan", "--resume", batch.id()));
    words.add("--out");
    words.add(quoted(out.toString()));
    if (allScanned) {
      words.add("--pages 0");
    }
    if (anyway) {
      words.add("--without-damaged");
    }
    if (!title.equals(TITLE)) {
      words.add("--title");
      words.add(quoted(title));
    }
    if (!code.isEmpty()) {
      words.add("--code");
      words.add(quoted(code));
    }
    if (noOcr) {
      words.add("--no-ocr");
    }
    return String.join(" ", words);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** The scans that wait to be gone on with. */
  static Map<String, Object> list(List<UnfinishedBatch> left) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (UnfinishedBatch batch : left) {
      Map<String, Object> one = Reply.object();
      one.put("batch", batch.id());
      one.put("pages", batch.pages());
      batch.begun().ifPresent(at -> one.put("begun", at.toString()));
      batch
          .job()
          .ifPresent(job -> {
            job.profile().ifPresent(name -> one.put("profile", name));
            one.put("device", job.device().toString());
          });
      if (!batch.troubles().isEmpty()) {
        one.put("troubles", troubles(batch.troubles()));
      }
      all.add(one);
      System.err.println(batch.id() + ": " + batch.pages() + " trang / pages");
    }
    Map<String, Object> done = Reply.object();
    done.put("unfinished", all);
    return done;
  }

  private static List<Map<String, Object>> troubles(List<PageTrouble> troubles) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (PageTrouble trouble : troubles) {
      Map<String, Object> one = Reply.object();
      one.put("page", trouble.number());
      one.put("what", trouble.kind().name());
      all.add(one);
    }
    return all;
  }
}
