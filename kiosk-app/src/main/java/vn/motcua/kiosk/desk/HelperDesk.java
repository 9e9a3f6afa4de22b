package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * Who may help citizens at the terminal, and who is helping where. A helper signs in with a PIN of
 * their own; what is done meanwhile is written down as help, and the citizen stays the applicant.
 * PINs are kept as PBKDF2 hashes only; guessing is slowed down as for every PIN of the house. Safe
 * for use by several threads; signing in blocks for some 100 ms a helper.
 */
public final class HelperDesk {
  private static final String FILE = "helpers";
  private static final String TRIES = "tries";

  private record Kept(Helper helper, ProfileLock lock) {}

  private final Path folder;
  private final PinTries tries;
  private final Map<String, Helper> helping = new ConcurrentHashMap<>();

  /**
   * @param folder where helpers are kept; need not exist
   */
  public HelperDesk(Path folder, Clock clock) {
    this.folder = folder;
    tries = new PinTries(folder.resolve(TRIES), clock);
  }

  /** All who may help, in the order in which they were named. */
  public List<Helper> helpers() throws FaultException {
    return read().stream().map(Kept::helper).toList();
  }

  /**
   * Lets {@code helper} help with that PIN; one of the same name is replaced.
   *
   * @throws FaultException with a {@link HelperFault}
   */
  public synchronized void allow(Helper helper, String pin) throws FaultException {
    if (!pin.matches("[0-9]{6,12}") || pin.chars().distinct().count() < 2) {
      throw new FaultException(new HelperFault.PinForm());
    }
    List<Kept> all = new ArrayList<>(read());
    all.removeIf(kept -> kept.helper.name().equals(helper.name()));
    if (all.stream().anyMatch(kept -> kept.lock.opensWith(pin))) {
      throw new FaultException(new HelperFault.PinTaken());
    }
    all.add(new Kept(helper, ProfileLock.of(pin, new SecureRandom())));
    write(all);
  }

  /** {@code name} helps no more; whether they did. */
  public synchronized boolean remove(String name) throws FaultException {
    List<Kept> all = new ArrayList<>(read());
    boolean gone = all.removeIf(kept -> kept.helper.name().equals(name));
    if (gone) {
      write(all);
    }
    return gone;
  }

  /**
   * Whose PIN that is. Nobody helps yet: whoever asked may have left meanwhile; see {@link #begin}.
   *
   * @throws FaultException HELPER-PIN-WRONG, HELPER-PIN-WAIT, HELPER-DAMAGED
   */
  public synchronized Helper known(String pin) throws FaultException {
    try {
      tries.mayTry();
    } catch (FaultException trouble) {
      throw trouble.fault() instanceof ProfileFault.Wait
          ? new FaultException(new HelperFault.Wait())
          : trouble;
    }
    // Counted before it is compared: to cut the power between the two gains no try.
    tries.wrong();
    for (Kept kept : read()) {
      if (kept.lock.opensWith(pin)) {
        tries.right();
        return kept.helper;
      }
    }
    throw new FaultException(new HelperFault.WrongPin());
  }

  /** {@code helper}, whose PIN is known, begins to help at {@code terminal}. Does not block. */
  public void begin(String terminal, Helper helper) {
    helping.put(terminal, helper);
  }

  /** Nobody helps at {@code terminal} any more. */
  public void end(String terminal) {
    helping.remove(terminal);
  }

  /** Who helps at {@code terminal} now. */
  public Optional<Helper> at(String terminal) {
    return Optional.ofNullable(helping.get(terminal));
  }

  /**
   * The reason of a viewing, with who helped if somebody does.
   *
   * @param why in plain words, Vietnamese
   */
  String why(String terminal, String why) {
    return at(terminal).map(helper -> why + "; " + helper.name() + " giúp").orElse(why);
  }

  private List<Kept> read() throws FaultException {
    try {
      List<Kept> all = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve(FILE), StandardCharsets.UTF_8)) {
        String[] parts = line.split("\t", -1);
        all.add(
            new Kept(
                new Helper(parts[0], Helper.Role.valueOf(parts[1])),
                new ProfileLock(parts[2], Integer.parseInt(parts[3]), parts[4])));
      }
      return all;
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException | RuntimeException spoilt) {
      throw new FaultException(new HelperFault.Damaged(), spoilt);
    }
  }

  private void write(List<Kept> all) throws FaultException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new FaultException(new HelperFault.Damaged(), e);
    }
    String text =
        all.stream()
            .map(kept ->
                String.join(
                    "\t",
                    kept.helper.name(),
                    kept.helper.role().name(),
                    kept.lock.salt(),
                    String.valueOf(kept.lock.rounds()),
                    kept.lock.hash()))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    Durable.write(folder.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
  }
}
