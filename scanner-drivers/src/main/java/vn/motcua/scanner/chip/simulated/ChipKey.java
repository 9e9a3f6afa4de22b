package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The key by which a chip proves to be no copy (chip authentication, ICAO 9303-11 §6.2). A value;
 * the {@code with…} methods give changed copies.
 */
public final class ChipKey {
  private static final byte[] PROTOCOLS = {4, 0, 0x7F, 0, 7, 2, 2};

  private final Domain domain;
  private final BigInteger told;
  private final BigInteger secret;
  private final List<ChipCipher> ciphers;
  private final OptionalInt id;
  private final boolean stated;

  /**
   * @param told whose public key DG14 states
   * @param secret the one inside the chip
   */
  private ChipKey(
      Domain domain,
      BigInteger told,
      BigInteger secret,
      List<ChipCipher> ciphers,
      OptionalInt id,
      boolean stated) {
    this.domain = domain;
    this.told = told;
    this.secret = secret;
    this.ciphers = List.copyOf(ciphers);
    this.id = id;
    this.stated = stated;
    if (ciphers.isEmpty()) {
      throw new IllegalArgumentException("chip authentication needs a cipher");
    }
  }

  /** What citizen cards are said to have: brainpoolP256r1 with AES-128. */
  public static ChipKey create() {
    return ec("brainpoolP256r1", ChipCipher.AES_128);
  }

  /**
   * A new key on a curve.
   *
   * @param curve its usual name, for example {@code secp384r1}
   * @param ciphers what the card takes with it, one or more
   */
  public static ChipKey ec(String curve, ChipCipher... ciphers) {
    return made(EcDomain.named(curve), ciphers);
  }

  /**
   * A new key in a prime field.
   *
   * @param parameterId 0 to 2 (ICAO 9303-11 §9.5.1)
   */
  public static ChipKey dh(int parameterId, ChipCipher... ciphers) {
    return made(DhDomain.standard(parameterId), ciphers);
  }

  private static ChipKey made(Domain domain, ChipCipher... ciphers) {
    BigInteger secret = domain.secret(new SecureRandom());
    return new ChipKey(domain, secret, secret, List.of(ciphers), OptionalInt.empty(), true);
  }

  /** A key whose number somebody knows, on the usual curve. */
  static ChipKey of(BigInteger secret) {
    return new ChipKey(
        EcDomain.named("brainpoolP256r1"),
        secret,
        secret,
        List.of(ChipCipher.AES_128),
        OptionalInt.empty(),
        true);
  }

  /** With a key identifier, as a card with several keys has them. */
  public ChipKey withId(int number) {
    return new ChipKey(domain, told, secret, ciphers, OptionalInt.of(number), stated);
  }

  /**
   * Stated in DG14 by its public key alone, without ChipAuthenticationInfo, as old cards do: a
   * terminal takes triple DES then (ICAO 9303-11 §9.2.5).
   */
  public ChipKey withoutInfo() {
    List<ChipCipher> old = new ArrayList<>(ciphers);
    if (!old.contains(ChipCipher.TRIPLE_DES)) {
      old.add(ChipCipher.TRIPLE_DES);
    }
    return new ChipKey(domain, told, secret, old, id, false);
  }

  /** With the curve spelled out in DG14 instead of named; a key in a prime field stays as it is. */
  public ChipKey withExplicitCurve() {
    Domain spelled = domain instanceof EcDomain curve ? curve.spelledOut() : domain;
    return new ChipKey(spelled, told, secret, ciphers, id, stated);
  }

  /** What a copyist has: DG14 states the same public key, the chip holds another private one. */
  public ChipKey impostor() {
    return new ChipKey(domain, told, domain.secret(new SecureRandom()), ciphers, id, stated);
  }

  Domain domain() {
    return domain;
  }

  BigInteger secret() {
    return secret;
  }

  OptionalInt id() {
    return id;
  }

  /** The cipher of a protocol's object identifier, if this key goes with it. */
  java.util.Optional<ChipCipher> cipher(byte[] oid) {
    return ciphers.stream()
        .filter(cipher -> java.util.Arrays.equals(oid, protocol(cipher)))
        .findFirst();
  }

  /** Whether MSE:Set KAT, which knows only triple DES, may use it. */
  boolean takesTripleDes() {
    return ciphers.contains(ChipCipher.TRIPLE_DES);
  }

  private byte[] protocol(ChipCipher cipher) {
    byte kind = (byte) (domain.elliptic() ? 2 : 1);
    return Der.join(PROTOCOLS, new byte[] {3, kind, (byte) cipher.arc()});
  }

  /** ChipAuthenticationInfo for every cipher, one behind the other; none for an old card. */
  byte[] protocolInfos() {
    byte[] all = new byte[0];
    if (stated) {
      for (ChipCipher cipher : ciphers) {
        byte[] oid = Der.tlv(0x06, protocol(cipher));
        all = Der.join(all, Der.tlv(0x30, oid, Der.integer(1), number()));
      }
    }
    return all;
  }

  private byte[] number() {
    return id.isPresent() ? Der.integer(id.getAsInt()) : new byte[0];
  }

  /** ChipAuthenticationPublicKeyInfo, for DG14 and EF.CardSecurity. */
  byte[] publicInfo() {
    byte kind = (byte) (domain.elliptic() ? 2 : 1);
    try {
      return Der.tlv(
          0x30,
          Der.tlv(0x06, Der.join(PROTOCOLS, new byte[] {1, kind})),
          domain.info(told).getEncoded("DER"),
          number());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
