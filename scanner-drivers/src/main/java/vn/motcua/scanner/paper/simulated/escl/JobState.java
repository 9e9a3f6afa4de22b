package vn.motcua.scanner.paper.simulated.escl;

/** The states of a job (PWG 5100.19 job states, as far as eSCL uses them). */
enum JobState {
  PENDING("Pending"),
  PROCESSING("Processing"),
  COMPLETED("Completed"),
  CANCELED("Canceled"),
  ABORTED("Aborted");

  private final String word;

  JobState(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  boolean over() {
    return this != PENDING && this != PROCESSING;
  }
}
