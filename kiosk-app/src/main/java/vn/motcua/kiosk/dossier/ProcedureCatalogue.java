package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The procedures of the centre. */
public final class ProcedureCatalogue {
  private record Entry(
      Procedure procedure, String folded, List<String> words, List<String> initials) {}

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
      words.addAll(plainWords(procedure.shortName()));
      words.addAll(plainWords(procedure.name()));
      words.addAll(plainWords(procedure.nameEn()));
      procedure.words().forEach(word -> words.addAll(plainWords(word)));
      entries.add(
          new Entry(
              procedure,
              plain(procedure.shortName() + " " + procedure.name()),
              words,
              initials(procedure)));
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
      procedures.add(ProcedureJson.read(node, version));
    }
    return new ProcedureCatalogue(procedures);
  }

  /**
   * What holds on {@code day} of several catalogues: of each procedure the newest that dossiers
   * were already received under then. A procedure that is not yet in force is left out.
   *
   * @param catalogues the older ones first
   */
  public static ProcedureCatalogue on(LocalDate day, List<ProcedureCatalogue> catalogues) {
    Map<String, Procedure> holding = new LinkedHashMap<>();
    for (ProcedureCatalogue catalogue : catalogues) {
      for (Procedure procedure : catalogue.all()) {
        LocalDate from = procedure.details().validFrom();
        Procedure known = holding.get(procedure.code());
        boolean newer = known == null || !from.isBefore(known.details().validFrom());
        if (!from.isAfter(day) && newer) {
          holding.put(procedure.code(), procedure);
        }
      }
    }
    return new ProcedureCatalogue(List.copyOf(holding.values()));
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
    String wanted = plain(text.length() > 200 ? text.substring(0, 200) : text);
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
    return hits.isEmpty() ? nearly(wanted) : hits.stream().map(Hit::procedure).toList();
  }

  /** Nothing fits: what shares the most words with it, slips of the hand allowed. */
  private List<Procedure> nearly(String wanted) {
    List<String> words = SearchText.words(wanted);
    int most = 0;
    List<Procedure> best = new ArrayList<>();
    for (Entry entry : entries) {
      int fitting = (int) words.stream().filter(word -> Slips.anyLike(word, entry.words())).count();
      if (Slips.glued(wanted, entry.folded())) {
        fitting = words.size();
      }
      if (fitting > most) {
        most = fitting;
        best.clear();
      }
      if (fitting == most && fitting > 0) {
        best.add(entry.procedure());
      }
    }
    // One word of several is chance.
    return most * 2 >= words.size() && (most > 1 || words.size() == 1) ? best : List.of();
  }

  /** Folded, and "kí" written as "ký": people write both. */
  private static String plain(String text) {
    return SearchText.fold(text).replace('y', 'i');
  }

  private static List<String> plainWords(String text) {
    return SearchText.words(plain(text));
  }

  /** Of what people call it first: {@code ks} is Khai sinh before anything else. */
  private static List<String> initials(Procedure procedure) {
    List<String> letters = new ArrayList<>();
    letters.add(SearchText.initials(plain(procedure.shortName())));
    letters.add(SearchText.initials(plain(procedure.name())));
    for (String word : procedure.words()) {
      if (SearchText.words(word).size() > 1) {
        letters.add(SearchText.initials(plain(word)));
      }
    }
    return letters;
  }

  /** 0 is the best, negative is no hit. */
  private static int rank(Entry entry, String wanted) {
    if (entry.procedure().code().equals(wanted)) {
      return 0;
    }
    if (entry.initials().getFirst().equals(wanted)) {
      return 1;
    }
    if (plain(entry.procedure().shortName()).startsWith(wanted)) {
      return 2;
    }
    if (entry.initials().stream().anyMatch(letters -> letters.startsWith(wanted))
        || entry.procedure().words().stream().anyMatch(word -> plain(word).startsWith(wanted))) {
      return 3;
    }
    if ((" " + entry.folded()).contains(" " + wanted)) {
      return 4;
    }
    if (entry.initials().stream().anyMatch(letters -> letters.contains(wanted))) {
      return 5;
    }
    boolean allBegin =
        SearchText.words(wanted).stream()
            .allMatch(word -> entry.words().stream().anyMatch(own -> own.startsWith(word)));
    if (allBegin) {
      return 6;
    }
    return wanted.length() >= 4 && entry.procedure().code().contains(wanted) ? 7 : -1;
  }
}
