package vn.motcua.scanner.chip.simulated;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.motcua.scanner.chip.AccessKeys;

/**
 * Makes a {@link SimulatedCard} of any data groups, keys and certificates. EF.COM, EF.SOD,
 * EF.CardAccess, EF.CardSecurity, DG14 and DG15 are made to fit what was given; each can also be
 * given raw, right or wrong. {@code SimulatedCardProfile.builder(issuer)} begins with a citizen.
 */
public final class CardBuilder {
  private static final int COM = 0x011E;
  private static final int SOD = 0x011D;

  private final Map<Integer, byte[]> groups = new TreeMap<>();
  private final Map<Integer, byte[]> raw = new TreeMap<>();
  private final Set<Integer> without = new TreeSet<>();
  private Optional<SimulatedIssuer> issuer = Optional.empty();
  private int signer;
  private Optional<SodForm> form = Optional.empty();
  private Optional<Instant> made = Optional.empty();
  private Optional<String> can = Optional.empty();
  private Optional<AccessKeys.MrzKey> mrz = Optional.empty();
  private List<PaceOffer> offers = List.of(PaceOffer.USUAL);
  private List<ChipKey> chipKeys = List.of();
  private Optional<ActiveKey> activeKey = Optional.empty();
  private boolean fingerprints;
  private CardManners manners = CardManners.USUAL;

  CardBuilder() {}

  /**
   * A data group.
   *
   * @param number 1 to 16
   * @param content the whole file, its tag first
   */
  public CardBuilder group(int number, byte[] content) {
    if (number < 1 || number > 16) {
      throw new IllegalArgumentException("data groups are 1 to 16, not " + number);
    }
    groups.put(number, content.clone());
    return this;
  }

  /** DG2 with this picture, see {@link FaceFile#dg2(byte[])}. */
  public CardBuilder face(byte[] picture) {
    return group(2, FaceFile.dg2(picture));
  }

  /** Takes a data group away again. */
  public CardBuilder withoutGroup(int number) {
    groups.remove(number);
    return this;
  }

  /**
   * Any file as it is; it stands instead of one that would be made, and is not signed.
   *
   * @param id for example {@code 0x011E} for EF.COM, {@code 0x0102} for DG2
   */
  public CardBuilder file(int id, byte[] content) {
    raw.put(id, content.clone());
    without.remove(id);
    return this;
  }

  /** Without that file, although one would be made; EF.COM and EF.SOD still speak of it. */
  public CardBuilder withoutFile(int id) {
    raw.remove(id);
    without.add(id);
    return this;
  }

  /** Who signs EF.SOD and EF.CardSecurity; without an issuer the card has neither. */
  public CardBuilder issuer(SimulatedIssuer state) {
    issuer = Optional.of(state);
    return this;
  }

  /** Which of the issuer's document signers signs, from 0. */
  public CardBuilder signer(int index) {
    signer = index;
    return this;
  }

  /**
   * When the card was made: a form that says {@link SodForm.Time.Now} means this moment, if the
   * document signer was valid then.
   */
  public CardBuilder made(Instant then) {
    made = Optional.of(then);
    return this;
  }

  /** EF.SOD in this form instead of the issuer's. */
  public CardBuilder sod(SodForm as) {
    form = Optional.of(as);
    return this;
  }

  /** EF.SOD as it is. */
  public CardBuilder sod(byte[] content) {
    return file(SOD, content);
  }

  /** The card access number. */
  public CardBuilder can(String number) {
    can = Optional.of(number);
    return this;
  }

  /** The data of the machine readable zone, for PACE and BAC. */
  public CardBuilder mrz(AccessKeys.MrzKey key) {
    mrz = Optional.of(key);
    return this;
  }

  /** Takes no card access number. */
  public CardBuilder noCan() {
    can = Optional.empty();
    return this;
  }

  /** Takes no MRZ data, neither for PACE nor for BAC. */
  public CardBuilder noMrz() {
    mrz = Optional.empty();
    return this;
  }

  /** The variants of PACE, in the order in which EF.CardAccess lists them. */
  public CardBuilder pace(PaceOffer... variants) {
    offers = List.of(variants);
    return this;
  }

  /** Neither PACE nor EF.CardAccess. */
  public CardBuilder noPace() {
    offers = List.of();
    return this;
  }

  /** EF.CardAccess as it is, true or not; which variants work is still {@link #pace}'s to say. */
  public CardBuilder cardAccess(byte[] content) {
    return file(CardFiles.CARD_ACCESS, content);
  }

  /** No basic access control, although the MRZ data are known. */
  public CardBuilder noBac() {
    manners = manners.withoutBac();
    return this;
  }

  /** Everything can be read without any key. */
  public CardBuilder open() {
    manners = manners.withEverythingOpen();
    return this;
  }

  /** The keys of chip authentication; the first also serves the chip authentication mapping. */
  public CardBuilder chipKeys(ChipKey... keys) {
    chipKeys = List.of(keys);
    return this;
  }

  /** The key of Active Authentication. */
  public CardBuilder activeKey(ActiveKey key) {
    activeKey = Optional.of(key);
    return this;
  }

  /**
   * READ BINARY knows no short file identifiers.
   *
   * @param status what it answers instead, for example {@code 0x6A82} or {@code 0x6A86}
   */
  public CardBuilder noShortFileIds(int status) {
    manners = manners.withNoShortFileId(status);
    return this;
  }

  /** Extended APDUs are answered 6700. */
  public CardBuilder shortApdusOnly() {
    manners = manners.withShortOnly();
    return this;
  }

  /** READ BINARY gives at most so many bytes of data, with 9000, however many are asked for. */
  public CardBuilder largestAnswer(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("at least one byte");
    }
    manners = manners.withLargest(bytes);
    return this;
  }

  /** What reading past the end answers. */
  public CardBuilder endOfFile(EndOfFile manner) {
    manners = manners.withEnd(manner);
    return this;
  }

  /** SELECT of the master file works. */
  public CardBuilder selectMasterFileWorks() {
    manners = manners.withMasterFile();
    return this;
  }

  /** DG3 is listed and signed, but nobody may read it: 6982. */
  public CardBuilder fingerprints() {
    fingerprints = true;
    manners = manners.withFingerprints(Sw.NOT_ALLOWED);
    return this;
  }

  /** DG3 is not there: 6A82 instead of the 6982 of the citizen card. */
  public CardBuilder noFingerprints() {
    fingerprints = false;
    manners = manners.withFingerprints(Sw.NOT_FOUND);
    return this;
  }

  /** After so many wrong passwords in a row the card is blocked; it says 63Cx, then 6983. */
  public CardBuilder tries(int most) {
    if (most < 1 || most > 15) {
      throw new IllegalArgumentException("1 to 15 tries");
    }
    manners = manners.withTries(most);
    return this;
  }

  /** The card. The builder may be used again; keys and issuer are shared then. */
  public SimulatedCard build() {
    return new SimulatedCard(recipe(), (command, genuine) -> genuine);
  }

  /** File identifier → content of the card that would be built. */
  public Map<Integer, byte[]> files() {
    return new TreeMap<>(recipe().files());
  }

  CardRecipe recipe() {
    Map<Integer, byte[]> signed = new TreeMap<>(groups);
    SecurityInfos.dg14(chipKeys, activeKey).ifPresent(made -> signed.putIfAbsent(14, made));
    activeKey.map(ActiveKey::dg15).ifPresent(made -> signed.putIfAbsent(15, made));
    Map<Integer, byte[]> files = new TreeMap<>();
    signed.forEach((number, content) -> files.put(0x0100 | number, content));
    if (fingerprints) {
      signed.putIfAbsent(3, Der.tlv(0x63, Ciphers.sha1(Der.ascii("nobody's fingers"))));
    }
    files.put(COM, ComFile.of(signed.keySet()));
    if (!offers.isEmpty()) {
      files.put(CardFiles.CARD_ACCESS, SecurityInfos.cardAccess(offers, chipKeys));
    }
    if (issuer.isPresent() && !raw.containsKey(SOD) && !without.contains(SOD)) {
      SimulatedIssuer by = issuer.get();
      files.put(SOD, by.sign(signed, signer, dated(by)));
    }
    files.putAll(raw);
    without.forEach(files::remove);
    return new CardRecipe(files, cardSecurity(), can, mrz, offers, chipKeys, activeKey, manners);
  }

  private SodForm dated(SimulatedIssuer by) {
    SodForm wanted = form.orElse(by.form());
    Optional<Instant> then = made.filter(moment -> by.signerValid(signer, moment));
    return wanted.time() instanceof SodForm.Time.Now && then.isPresent()
        ? wanted.signedAt(then.get())
        : wanted;
  }

  private byte[] cardSecurity() {
    boolean wanted =
        offers.stream().anyMatch(offer -> offer.mapping() == PaceOffer.Mapping.ECDH_CAM);
    if (wanted && chipKeys.isEmpty()) {
      throw new IllegalStateException("ECDH_CAM needs a chip key");
    }
    return wanted && issuer.isPresent()
        ? issuer.get().cardSecurity(SecurityInfos.cardSecurity(offers, chipKeys))
        : new byte[0];
  }
}
