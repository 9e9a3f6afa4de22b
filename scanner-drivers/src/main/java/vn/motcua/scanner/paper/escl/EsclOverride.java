package vn.motcua.scanner.paper.escl;

import java.time.Duration;

/**
 * What a technician knows of a device better than the device does. Set by the device's UUID, its
 * id's address ({@code http://host:port/eSCL}) or {@code host:port}.
 *
 * @param forceFeeder start although it says that its feeder is empty: some say so always
 * @param pauseBeforeNextPage before each further page of the feeder is asked for, 0 to 10 s: some
 *     say too early that there is none
 * @param noDuplex never ask for both sides, whatever it says
 * @param preferPng ask for PNG where it is on offer, for colour and grey too
 * @param hostIsLocalhost say {@code Host: localhost} when a job is created: some refuse others
 */
public record EsclOverride(
    boolean forceFeeder,
    Duration pauseBeforeNextPage,
    boolean noDuplex,
    boolean preferPng,
    boolean hostIsLocalhost) {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** The device is believed. */
  public static final EsclOverride NONE =
      new EsclOverride(false, Duration.ZERO, false, false, false);

  public EsclOverride {
    if (pauseBeforeNextPage.isNegative() || pauseBeforeNextPage.compareTo(LONGEST_PAUSE) > 0) {
      throw new IllegalArgumentException("pauseBeforeNextPage: " + pauseBeforeNextPage);
    }
  }

  /** The same starting an empty feeder. */
  public EsclOverride withForceFeeder() {
    return new EsclOverride(true, pauseBeforeNextPage, noDuplex, preferPng, hostIsLocalhost);
  }

  /** The same with a pause before each further page. */
  public EsclOverride withPauseBeforeNextPage(Duration pause) {
    return new EsclOverride(forceFeeder, pause, noDuplex, preferPng, hostIsLocalhost);
  }

  /** The same on one side only. */
  public EsclOverride withNoDuplex() {
    return new EsclOverride(forceFeeder, pauseBeforeNextPage, true, preferPng, hostIsLocalhost);
  }

  /** The same asking for PNG. */
  public EsclOverride withPreferPng() {
    return new EsclOverride(forceFeeder, pauseBeforeNextPage, noDuplex, true, hostIsLocalhost);
  }

  /** The same calling itself local. */
  public EsclOverride withHostIsLocalhost() {
    return new EsclOverride(forceFeeder, pauseBeforeNextPage, noDuplex, preferPng, true);
  }
}
