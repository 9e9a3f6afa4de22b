package vn.motcua.kiosk.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The procedures of the centre. */
public final class ProcedureCatalogue {
  private record Entry(Procedure procedure, String folded, List<String> words, String initials) {}

  private record Hit(Procedure procedure, int rank, int place) {}

  private final List<Procedure> procedures;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param procedures in the order in which they are shown
   * @throws IllegalArgumentException if a code stands twice
   */
  public ProcedureCatalogue(List<Procedure> procedures) {
    this.procedures = List.copyOf(procedures);
    Set<String> codes = new HashSet<>();
    for (Procedure procedure : this.procedures) {
      if (!codes.add(procedure.code())) {
        throw new IllegalArgumentException("the code " + procedure.code() + " stands twice");
      }
      List<String> words = new ArrayList<>();
      words.addAll(SearchText.words(procedure.shortName()));
      words.addAll(SearchText.words(procedure.name()));
      words.addAll(SearchText.words(procedure.nameEn()));
      procedure.words().forEach(word -> words.addAll(SearchText.words(word)));
      entries.add(
          new Entry(
              procedure,
              SearchText.fold(procedure.shortName() + " " + procedure.name()),
              words,
              SearchText.initials(procedure.name())));
    }
  }

  /**
   * Reads the text of a catalogue file.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static ProcedureCatalogue read(String json) {
    JsonNode root = Json.object(json);
    String version = Json.date(root, "version").toString();
    List<Procedure> procedures = new ArrayList<>();
    for (JsonNode node : Json.list(root, "procedures")) {
      procedures.add(procedure(node, version));
    }
    return new ProcedureCatalogue(procedures);
  }

  /** All, in the order of the catalogue. */
  public List<Procedure> all() {
    return procedures;
  }

  /** The one with that code. */
  public Optional<Procedure> find(String code) {
    return procedures.stream().filter(procedure -> procedure.code().equals(code)).findFirst();
  }

  /**
   * Those that fit what a person typed: without diacritics, initials, everyday words, code; the
   * best first. All for an empty text.
   */
  public List<Procedure> search(String text) {
    String wanted = SearchText.fold(text.length() > 200 ? text.substring(0, 200) : text);
    if (wanted.isEmpty()) {
      return procedures;
    }
    List<Hit> hits = new ArrayList<>();
    for (Entry entry : entries) {
      int rank = rank(entry, wanted);
      if (rank >= 0) {
        hits.add(new Hit(entry.procedure(), rank, hits.size()));
      }
    }
    hits.sort(Comparator.comparingInt(Hit::rank).thenComparingInt(Hit::place));
    return hits.stream().map(Hit::procedure).toList();
  }

  /** 0 is the best, negative is no hit. */
  private static int rank(Entry entry, String wanted) {
    if (entry.procedure().code().equals(wanted)) {
      return 0;
    }
    if (SearchText.fold(entry.procedure().shortName()).startsWith(wanted)) {
      return 1;
    }
    if (entry.folded().contains(wanted)) {
      return 2;
    }
    if (entry.initials().contains(wanted)) {
      return 3;
    }
    boolean allBegin =
        SearchText.words(wanted).stream()
            .allMatch(word -> entry.words().stream().anyMatch(own -> own.startsWith(word)));
    if (allBegin) {
      return 4;
    }
    return wanted.length() >= 4 && entry.procedure().code().contains(wanted) ? 5 : -1;
  }

  private static Procedure procedure(JsonNode node, String version) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : Json.list(node, "words")) {
      if (!word.isString()) {
        throw new IllegalArgumentException("words holds something that is not a text");
      }
      words.add(word.stringValue());
    }
    List<RequiredPaper> papers = new ArrayList<>();
    for (JsonNode paper : Json.list(node, "papers")) {
      papers.add(
          new RequiredPaper(
              Json.text(paper, "name"),
              Json.whole(paper, "originals"),
              Json.whole(paper, "copies"),
              Json.yes(paper, "scan")));
    }
    return new Procedure(
        Json.text(node, "code"),
        version,
        Json.text(node, "name"),
        Json.text(node, "shortName"),
        Json.text(node, "nameEn"),
        Json.text(node, "unit"),
        words,
        papers,
        Json.whole(node, "workingDays"),
        Json.whole(node, "fee"),
        Json.yes(node, "needsEthnicity"),
        Json.yes(node, "confirmed"));
  }
}
