package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanDrivers;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/** Where profiles are held against the devices, tried and offered. All methods block. */
public final class ProfileDesk {
  private final ScanDrivers drivers;
  private final ScanProfiles profiles;
  private final TestPage testPage;

  /**
   * @param drivers the scan drivers
   * @param profiles those of this machine
   * @param temporary where test pages go
   */
  public ProfileDesk(List<ScanDriver> drivers, ScanProfiles profiles, Path temporary) {
    this.drivers = new ScanDrivers(drivers);
    this.profiles = profiles;
    this.testPage = new TestPage(temporary);
  }

  /** The profiles of this machine. */
  public ScanProfiles profiles() {
    return profiles;
  }

  /** The scanners that can be found now. */
  public List<Scanner> scanners() {
    return drivers.discover().scanners();
  }

  /**
   * What a scanner can do.
   *
   * @throws FaultException SCAN-OFFLINE if it cannot be reached
   */
  public ScannerCapabilities capabilities(ScannerId device) throws FaultException {
    return driver(device).capabilities(device);
  }

  /**
   * Holds a profile against its device.
   *
   * @return why that was not possible (the device is off, say); empty if the device can do all
   * @throws FaultException SCAN-SETTING if the device can be asked and lacks something
   */
  public Optional<Fault> check(ScanProfile profile) throws FaultException {
    ScannerCapabilities can;
    try {
      can = capabilities(profile.device());
    } catch (FaultException cannotAsk) {
      return Optional.of(cannotAsk.fault());
    }
    Optional<ScanFault> lacks = ProfileCheck.unsupported(profile, can);
    if (lacks.isPresent()) {
      throw new FaultException(lacks.get());
    }
    return Optional.empty();
  }

  /**
   * Scans one page as the profile says, into a picture file in a temporary folder.
   *
   * @throws FaultException what the scanner reported
   * @throws CancellationException if it was cancelled before there was a page
   */
  public Path test(ScanProfile profile, Cancellation cancellation) throws FaultException {
    return testPage.scan(
        driver(profile.device()), profile.device(), profile.settings(), cancellation);
  }

  /** The profiles that were made, at once and without a look at any device. */
  public List<ScanChoice> made() throws FaultException {
    return profiles.list().profiles().stream()
        .map(kept -> new ScanChoice(kept.profile(), false, Optional.empty(), false))
        .toList();
  }

  /**
   * What can be chosen for scanning: the profiles that were made, each with the state of its
   * device; or, with none made, proposals for the scanners that were found, ready ones first.
   */
  public List<ScanChoice> choices() throws FaultException {
    List<ScanChoice> made = made();
    ScanChoices choices = new ScanChoices(this::capabilities, scanners());
    return made.isEmpty() ? choices.proposals() : choices.withStates(made);
  }

  private ScanDriver driver(ScannerId device) throws FaultException {
    return drivers
        .find(device)
        .orElseThrow(() -> new FaultException(new ScanFault.Offline(), "no such driver"));
  }
}
