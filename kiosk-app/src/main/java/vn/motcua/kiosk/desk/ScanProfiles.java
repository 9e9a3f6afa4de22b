package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import vn.motcua.kiosk.desk.ProfileFolder.Content;
import vn.motcua.kiosk.desk.ProfileFolder.Entry;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * The scan profiles of one machine: a folder with one JSON file each, written whole or not at all.
 * Safe for several threads and processes.
 *
 * <p>A profile can be locked with a PIN. Then it is neither changed nor removed nor overwritten
 * until it is unlocked with that PIN, and a locked file that was edited by hand is refused as
 * damaged. That holds off mistakes and casual tampering; it is no protection against an
 * administrator, who may read the sealing key in the folder and delete any file in it.
 */
public final class ScanProfiles {
  /** One writer a JVM; between processes a file lock does the same. */
  private static final ReentrantLock ONE_WRITER = new ReentrantLock();

  private final ProfileFolder folder;
  private final PinTries tries;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param folder where the profiles lie; need not exist
   */
  public ScanProfiles(Path folder, Clock clock) {
    this.folder = new ProfileFolder(folder, random);
    this.tries = new PinTries(folder.resolve("tries"), clock);
  }

  /** What is done while no other process writes. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Content content) throws FaultException;
  }

  /** All profiles, and the files that cannot be understood. */
  public ProfileList list() throws FaultException {
    Content content = folder.read();
    return new ProfileList(
        content.entries().stream()
            .map(entry -> new KeptProfile(entry.profile(), entry.isLocked()))
            .toList(),
        content.reasons());
  }

  /**
   * The profile of that name.
   *
   * @throws FaultException PROFILE-NONE if there is none
   */
  public KeptProfile find(String name) throws FaultException {
    Entry entry = entry(folder.read(), name);
    return new KeptProfile(entry.profile(), entry.isLocked());
  }

  /**
   * Keeps a new profile.
   *
   * @throws FaultException PROFILE-EXISTS if there is one of that name, and what a disk can do
   */
  public void make(ScanProfile profile) throws FaultException {
    writing(content -> {
      refuseTaken(content, profile.name());
      Path file = folder.place(profile.name(), content);
      folder.write(file, profile, Optional.empty());
      return file;
    });
  }

  /**
   * Puts {@code profile} in the place of the one of that name, which may get another name by it.
   *
   * @throws FaultException PROFILE-NONE, PROFILE-LOCKED, or PROFILE-EXISTS if the new name is taken
   */
  public void change(String name, ScanProfile profile) throws FaultException {
    writing(content -> {
      Entry old = unlocked(content, name);
      if (old.isNamed(profile.name())) {
        folder.write(old.file(), profile, Optional.empty());
        return old.file();
      }
      refuseTaken(content, profile.name());
      Path file = folder.place(profile.name(), content);
      folder.write(file, profile, Optional.empty());
      delete(old.file());
      return file;
    });
  }

  /**
   * Removes a profile.
   *
   * @throws FaultException PROFILE-NONE, PROFILE-LOCKED
   */
  public void remove(String name) throws FaultException {
    writing(content -> {
      Path file = unlocked(content, name).file();
      delete(file);
      return file;
    });
  }

  /**
   * Locks a profile.
   *
   * @param pin 4 to 12 digits
   * @throws FaultException PROFILE-NONE, PROFILE-PIN-FORM, PROFILE-LOCKED if it is locked already
   */
  public void lock(String name, String pin) throws FaultException {
    checkForm(pin);
    writing(content -> {
      Entry entry = unlocked(content, name);
      folder.write(entry.file(), entry.profile(), Optional.of(ProfileLock.of(pin, random)));
      return entry.file();
    });
  }

  /**
   * Takes the lock off.
   *
   * @throws FaultException PROFILE-NONE, PROFILE-NOT-LOCKED, PROFILE-PIN if the PIN is another,
   *     PROFILE-PIN-WAIT after three wrong ones
   */
  public void unlock(String name, String pin) throws FaultException {
    checkForm(pin);
    writing(content -> {
      Entry entry = entry(content, name);
      ProfileLock lock =
          entry
              .stored()
              .sealed()
              .orElseThrow(
                  () -> new FaultException(new ProfileFault.NotLocked(entry.profile().name())))
              .lock();
      tries.mayTry();
      if (!lock.opensWith(pin)) {
        tries.wrong();
        throw new FaultException(new ProfileFault.WrongPin());
      }
      tries.right();
      folder.write(entry.file(), entry.profile(), Optional.empty());
      return entry.file();
    });
  }

  /**
   * Writes profiles to one file for another machine. Locks stay here: a PIN is this machine's.
   *
   * @param names which; all if empty
   * @return how many
   */
  public int exportTo(Path file, List<String> names) throws FaultException {
    Content content = folder.read();
    List<ScanProfile> chosen = new ArrayList<>();
    if (names.isEmpty()) {
      content.entries().forEach(entry -> chosen.add(entry.profile()));
    }
    for (String name : names) {
      chosen.add(entry(content, name).profile());
    }
    if (chosen.isEmpty()) {
      throw new FaultException(new ProfileFault.None(""));
    }
    Durable.write(file, ProfileJson.writeAll(chosen).getBytes(StandardCharsets.UTF_8));
    return chosen.size();
  }

  /**
   * Takes in what {@link #exportTo} wrote: all of it, or nothing if there is a fault.
   *
   * @param replace whether a profile of this machine gives way to one of the same name
   * @return what was taken in, unlocked
   * @throws FaultException PROFILE-DAMAGED if the file cannot be understood; PROFILE-EXISTS,
   *     PROFILE-LOCKED
   */
  public List<ScanProfile> importFrom(Path file, boolean replace) throws FaultException {
    List<ScanProfile> profiles;
    try {
      profiles = ProfileJson.readAll(ProfileFolder.text(file));
    } catch (IllegalArgumentException wrong) {
      throw damaged(file, wrong);
    }
    Set<String> names = new HashSet<>();
    for (ScanProfile profile : profiles) {
      if (!names.add(ProfileFolder.key(profile.name()))) {
        throw damaged(file, new IllegalArgumentException("name: twice " + profile.name()));
      }
    }
    return writing(content -> {
      List<Path> places = new ArrayList<>();
      for (ScanProfile profile : profiles) {
        Optional<Entry> old = named(content, profile.name());
        if (old.isPresent() && old.get().isLocked()) {
          throw new FaultException(new ProfileFault.Locked(old.get().profile().name()));
        }
        if (old.isPresent() && !replace) {
          throw new FaultException(new ProfileFault.Exists(old.get().profile().name()));
        }
        places.add(old.isPresent() ? old.get().file() : folder.place(profile.name(), content));
      }
      for (int i = 0; i < profiles.size(); i++) {
        folder.write(places.get(i), profiles.get(i), Optional.empty());
      }
      return profiles;
    });
  }

  private static FaultException damaged(Path file, IllegalArgumentException wrong) {
    String what = file.getFileName() + ": " + wrong.getMessage();
    return new FaultException(new ProfileFault.Damaged(what), what);
  }

  private static void checkForm(String pin) throws FaultException {
    if (!ProfileLock.isPin(pin)) {
      throw new FaultException(new ProfileFault.PinForm());
    }
  }

  private static Optional<Entry> named(Content content, String name) {
    return content.entries().stream().filter(entry -> entry.isNamed(name)).findFirst();
  }

  private Entry entry(Content content, String name) throws FaultException {
    Optional<Entry> entry = named(content, name);
    if (entry.isEmpty()) {
      folder.place(name, content); // damaged rather than unknown, if its file is there
      throw new FaultException(new ProfileFault.None(name));
    }
    return entry.get();
  }

  private Entry unlocked(Content content, String name) throws FaultException {
    Entry entry = entry(content, name);
    if (entry.isLocked()) {
      throw new FaultException(new ProfileFault.Locked(entry.profile().name()));
    }
    return entry;
  }

  private static void refuseTaken(Content content, String name) throws FaultException {
    Optional<Entry> taken = named(content, name);
    if (taken.isPresent()) {
      throw new FaultException(new ProfileFault.Exists(taken.get().profile().name()));
    }
  }

  private <T> T writing(Work<T> work) throws FaultException {
    Durable.folder(folder.folder());
    ONE_WRITER.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.folder().resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      return work.with(folder.read());
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder.folder());
    } finally {
      ONE_WRITER.unlock();
    }
  }

  private void delete(Path file) throws FaultException {
    try {
      Files.delete(file);
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder.folder());
    }
  }
}
