package vn.motcua.kiosk.cardkit;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/**
 * A profile file: who the card belongs to, who issued it and how it behaves. Either JSON, read
 * strictly ({@code scanner-drivers/docs/simulated-card.md} lists the keys), or the properties form
 * of {@link SimulatedCardProfile#load}.
 */
public final class CardProfile {
  /** A profile is short; raw files in it are a few hundred kilobytes at most. */
  private static final long LARGEST = 4_000_000;

  private final SimulatedCardProfile citizen;
  private final IssuerPart issuer;
  private final String can;
  private final CardBuilder builder;
  private final Optional<HostilePart> hostile;

  private CardProfile(
      SimulatedCardProfile citizen,
      IssuerPart issuer,
      String can,
      CardBuilder builder,
      Optional<HostilePart> hostile) {
    this.citizen = citizen;
    this.issuer = issuer;
    this.can = can;
    this.builder = builder;
    this.hostile = hostile;
  }

  /**
   * Reads a profile.
   *
   * @throws WrongProfile if it cannot be read, or says something unknown or impossible
   */
  public static CardProfile load(Path file) throws WrongProfile {
    String name = file.toString();
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new WrongProfile(name, "is no file, or larger than " + LARGEST + " bytes");
      }
      String text = Files.readString(file);
      return text.stripLeading().startsWith("{")
          ? strictly(StrictJson.parse(name, text), folder)
          : plainly(SimulatedCardProfile.load(file));
    } catch (MalformedInputException notText) {
      throw new WrongProfile(name, "is not UTF-8 text");
    } catch (IOException unreadable) {
      throw new WrongProfile(name, String.valueOf(unreadable.getMessage()));
    }
  }

  private static CardProfile plainly(SimulatedCardProfile citizen) {
    return new CardProfile(
        citizen, IssuerPart.usual(), citizen.can(), citizen.unsigned(), Optional.empty());
  }

  private static CardProfile strictly(StrictJson json, Path folder) throws WrongProfile {
    SimulatedCardProfile citizen =
        CitizenPart.read(
            json.object("citizen").orElseThrow(() -> json.wrong("citizen", "is missing")));
    Optional<StrictJson> issuing = json.object("issuer");
    IssuerPart issuer = issuing.isPresent() ? IssuerPart.read(issuing.get()) : IssuerPart.usual();
    CardBuilder builder = citizen.unsigned();
    Optional<StrictJson> access = json.object("access");
    Optional<String> can = Optional.empty();
    if (access.isPresent()) {
      can = access.get().text("can");
      MannersPart.readAccess(access.get(), builder);
    }
    Optional<StrictJson> chip = json.object("chip");
    if (chip.isPresent()) {
      ChipPart.read(chip.get(), builder);
    }
    Optional<StrictJson> manners = json.object("manners");
    if (manners.isPresent()) {
      MannersPart.readManners(manners.get(), builder);
    }
    FilesPart.read(json, folder, builder);
    Optional<StrictJson> how = json.object("hostile");
    Optional<HostilePart> hostile =
        how.isPresent() ? Optional.of(HostilePart.read(how.get())) : Optional.empty();
    json.mustHaveNoOthers();
    return new CardProfile(citizen, issuer, can.orElse(citizen.can()), builder, hostile);
  }

  /** The citizen that the card is for. */
  public SimulatedCardProfile citizen() {
    return citizen;
  }

  /** The card access number, whether the card takes it or not. */
  public String can() {
    return can;
  }

  /** A new issuer as the profile wants it. */
  public SimulatedIssuer newIssuer() {
    return issuer.builder().build();
  }

  /**
   * The card; to be called once.
   *
   * @param by who signs it
   * @throws WrongProfile if it wants more document signers than {@code by} has
   */
  public VirtualCard card(SimulatedIssuer by) throws WrongProfile {
    if (issuer.signer() >= by.signers()) {
      throw new WrongProfile(
          "issuer.signBy", "the issuer has only " + by.signers() + " document signers");
    }
    builder.issuer(by).signer(issuer.signer()).sod(issuer.form());
    try {
      return hostile.isPresent() ? hostile.get().over(builder) : builder.build();
    } catch (IllegalStateException contradiction) {
      throw new WrongProfile("access.pace", String.valueOf(contradiction.getMessage()));
    }
  }
}
