package vn.motcua.kiosk.dossier;

/** What can be done to a dossier. Which moves are allowed when stands in {@link Moves}. */
public enum Move {
  /** Filed online, not yet accepted (status 1). */
  REGISTER,
  /** Accepted at the counter (status 2, form 01). */
  RECEIVE,
  /** Not accepted (status 3, form 03): an end. */
  REFUSE,
  /** Handed on to the next stage. */
  FORWARD,
  /** Papers are asked for (status 5, form 02), the clock pauses. Once only. */
  ASK_FOR_PAPERS,
  /** A payment is asked for (status 6), the clock pauses. */
  ASK_FOR_PAYMENT,
  /** What was asked for came; the clock goes on. */
  RESUME,
  /** Late: apology and new date (form 04). */
  EXTEND,
  /** Stopped before a decision (status 8): the clock pauses until form 05 is issued. */
  STOP,
  /** Form 05 is issued: what was stopped has ended. */
  ISSUE_STOP,
  /** The citizen takes it back (status 7): an end. */
  WITHDRAW,
  /** The result is ready (status 9). */
  FINISH,
  /** One of the agencies that share the dossier has done, paused or resumed its part. */
  LINKED_PART,
  /** The result was given to the post; it counts as handed out once it is delivered. */
  POST_OUT,
  /** The post could not deliver it and brought it back. */
  POST_BACK,
  /** The result was handed out (status 10): an end. */
  HAND_OUT
}
