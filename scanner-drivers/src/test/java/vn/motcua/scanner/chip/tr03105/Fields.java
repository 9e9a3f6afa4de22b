package vn.motcua.scanner.chip.tr03105;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;

/** A sequence whose elements have names, so that one can be changed or left out. */
final class Fields {
  /** What is done to it before it is encoded. */
  interface Surgery {
    Surgery NONE = fields -> fields;

    Fields on(Fields fields);
  }

  private final Map<String, ASN1Encodable> all = new LinkedHashMap<>();

  /** Sets an element; a new one comes last. */
  Fields with(String name, ASN1Encodable value) {
    all.put(name, value);
    return this;
  }

  Fields without(String name) {
    if (all.remove(name) == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return this;
  }

  ASN1Encodable get(String name) {
    ASN1Encodable found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return found;
  }

  DERSequence sequence() {
    return new DERSequence(all.values().toArray(ASN1Encodable[]::new));
  }
}
