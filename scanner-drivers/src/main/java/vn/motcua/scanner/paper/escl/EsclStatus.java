package vn.motcua.scanner.paper.escl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.paper.ScanFault;

/**
 * What a device says of its state in {@code ScannerStatus} (Mopria eSCL §9).
 *
 * @param state of the device, for example {@code Idle}; empty if it does not say
 * @param adf of the feeder, for example {@code ScannerAdfLoaded}; empty if it does not say
 * @param reasons for the state of the device
 * @param jobs those that it remembers, old ones among them
 */
record EsclStatus(String state, String adf, List<String> reasons, List<Job> jobs) {
  /** What stands there cannot be read: it may be a jam as well as an end. */
  static final EsclStatus UNKNOWN = new EsclStatus("?", "", List.of(), List.of());

  /** A device that has no such page at all: it never tells, and its answers have to be believed. */
  static final EsclStatus NEVER_TOLD = new EsclStatus("", "", List.of(), List.of());

  private static final int MOST_JOBS = 100;

  EsclStatus {
    reasons = List.copyOf(reasons);
    jobs = List.copyOf(jobs);
  }

  /**
   * One job.
   *
   * @param path of its address, without a slash at the end; may be empty
   * @param uuid may be empty
   * @param state for example {@code Processing}
   * @param reasons for that state
   */
  record Job(String path, String uuid, String state, List<String> reasons) {
    Job {
      reasons = List.copyOf(reasons);
    }

    boolean completed() {
      return state.equals("Completed");
    }

    boolean aborted() {
      return state.equals("Aborted");
    }

    /** It came to an end, and says that not everything went well. */
    boolean failed() {
      return state.equals("ProcessingStopped")
          || reasons.stream().anyMatch(reason -> reason.contains("Error"));
    }

    boolean cancelled() {
      return state.equals("Canceled") || state.equals("Cancelled");
    }

    boolean alive() {
      return state.startsWith("Processing") || state.startsWith("Pending");
    }
  }

  /** Reads the document. */
  static EsclStatus read(byte[] document) throws NonsenseException {
    Xml root = Xml.parse(document);
    if (!root.name().equals("ScannerStatus")) {
      throw new NonsenseException("not ScannerStatus: " + word(root.name()));
    }
    List<Job> jobs = new ArrayList<>();
    for (Xml list : root.all("Jobs")) {
      list.all("JobInfo").stream().limit(MOST_JOBS).forEach(info -> jobs.add(job(info)));
    }
    return new EsclStatus(
        word(root.textOf("State")),
        word(root.textOf("AdfState")),
        words(root, "StateReasons"),
        jobs);
  }

  private static Job job(Xml info) {
    List<String> reasons = words(info, "JobStateReasons");
    String uri = info.textOf("JobUri");
    String path =
        uri.matches("[\\x21-\\x7e]{1,300}")
            ? uri.replaceFirst("^https?://[^/]*", "").replaceAll("/+$", "")
            : "";
    return new Job(path, word(info.textOf("JobUuid")), word(info.textOf("JobState")), reasons);
  }

  private static List<String> words(Xml parent, String list) {
    return parent.all(list).stream()
        .flatMap(each -> each.children().stream())
        .limit(MOST_JOBS)
        .map(each -> word(each.text()))
        .toList();
  }

  /** A word that may be logged. */
  private static String word(String said) {
    return EsclCapabilities.name(said);
  }

  /** True if the device tells nothing that could be understood. */
  boolean isUnknown() {
    return equals(UNKNOWN);
  }

  /** What it says of the job at {@code path}. */
  Optional<Job> job(String path) {
    String last = last(path);
    return jobs.stream()
        .filter(
            each -> each.path().equals(path) || (!last.isEmpty() && last(each.path()).equals(last)))
        .findFirst()
        .or(() ->
            jobs.stream().filter(each -> !last.isEmpty() && each.uuid().equals(last)).findFirst());
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  boolean feederEmpty() {
    return adf.equals("ScannerAdfEmpty");
  }

  boolean feederLoaded() {
    return adf.equals("ScannerAdfLoaded");
  }

  boolean idle() {
    return state.equals("Idle");
  }

  boolean working() {
    return state.equals("Processing") || state.equals("Testing");
  }

  /** What is wrong with the feeder and wants a person's hand. */
  Optional<ScanFault> feederFault() {
    return fault(adf).or(() -> state.equals("Stopped") ? named(reasons) : Optional.empty());
  }

  /** The fault that a word of the device stands for; vendors vary the standard's words. */
  static Optional<ScanFault> fault(String word) {
    String low = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    if (has(low, "multipick", "multifeed", "multiplefeed", "doublefeed")) {
      return Optional.of(new ScanFault.DoubleFeed());
    }
    if (has(low, "jam", "mispick", "misfeed", "pickfail")) {
      return Optional.of(new ScanFault.Jam());
    }
    if (has(low, "hatchopen", "dooropen", "coveropen", "interlockopen")) {
      return Optional.of(new ScanFault.CoverOpen());
    }
    if (has(low, "tooshort", "toolong")) {
      return Optional.of(new ScanFault.PageLength());
    }
    if (has(low, "trayfailed", "overloaded", "scannerfault", "hardwarefail")) {
      return Optional.of(new ScanFault.DeviceError());
    }
    return Optional.empty();
  }

  /**
   * Why a job was aborted, as far as the device tells.
   *
   * @param feeder whether it draws paper
   */
  ScanFault reason(Job job, boolean feeder) {
    Optional<ScanFault> named = named(job.reasons()).or(() -> named(reasons));
    if (named.isPresent()) {
      return named.get();
    }
    // "Resources" of a job that draws paper are its sheets and their path.
    return feeder && job.reasons().contains("ResourcesAreNotReady")
        ? new ScanFault.Jam()
        : new ScanFault.DeviceError();
  }

  private static Optional<ScanFault> named(List<String> reasons) {
    return reasons.stream().map(EsclStatus::fault).flatMap(Optional::stream).findFirst();
  }

  private static boolean has(String word, String... parts) {
    for (String part : parts) {
      if (word.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** For the log: what it says of itself and of the job at {@code path}. */
  String brief(String path) {
    return state + ", " + adf + ", " + job(path).map(Job::toString).orElse("no such job");
  }

  /** The same in the words of the house. */
  DeviceState general() {
    if (feederFault().isPresent() || state.equals("Stopped")) {
      return DeviceState.ATTENTION;
    }
    if (state.equals("Down")) {
      return DeviceState.OFFLINE;
    }
    return working() ? DeviceState.BUSY : DeviceState.READY;
  }
}
