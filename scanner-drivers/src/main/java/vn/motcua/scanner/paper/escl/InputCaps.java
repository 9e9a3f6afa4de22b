package vn.motcua.scanner.paper.escl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one of a device's sources can do.
 *
 * @param minWidth narrowest region, 1/300 inch
 * @param maxWidth widest region, 1/300 inch; 0 if the device does not say
 * @param minHeight shortest region, 1/300 inch
 * @param maxHeight longest region, 1/300 inch; 0 if the device does not say
 * @param profiles combinations of settings that go together; never empty
 * @param intents what a scan can be meant for
 */
record InputCaps(
    int minWidth,
    int maxWidth,
    int minHeight,
    int maxHeight,
    List<Profile> profiles,
    Set<String> intents) {
  InputCaps {
    profiles = List.copyOf(profiles);
    intents = Set.copyOf(intents);
  }

  /**
   * Settings that go together.
   *
   * @param modes as eSCL names them
   * @param formats media types in {@code DocumentFormat}
   * @param extended media types in {@code DocumentFormatExt}, which came with version 2.1
   * @param renderings ways to make one bit out of grey
   */
  record Profile(
      Set<String> modes,
      Set<String> formats,
      Set<String> extended,
      Set<String> renderings,
      Resolutions resolutions) {
    Profile {
      modes = Set.copyOf(modes);
      formats = Set.copyOf(formats);
      extended = Set.copyOf(extended);
      renderings = Set.copyOf(renderings);
    }

    boolean offers(String mediaType) {
      // A device that names no format at all gives JPEG: the one that it must know.
      return formats.contains(mediaType)
          || extended.contains(mediaType)
          || (formats.isEmpty() && extended.isEmpty() && mediaType.equals("image/jpeg"));
    }
  }

  /**
   * Reads one {@code …InputCaps}.
   *
   * @param named the profiles that stand elsewhere in the document
   */
  static InputCaps read(Xml caps, List<Xml> named) {
    List<Profile> profiles =
        caps.all("SettingProfiles").stream()
            .flatMap(list -> list.all("SettingProfile").stream())
            .map(profile -> resolved(profile, named))
            .map(InputCaps::profile)
            .toList();
    Set<String> intents = new LinkedHashSet<>();
    for (Xml list : caps.all("SupportedIntents")) {
      list.children().forEach(each -> intents.add(each.text()));
    }
    return new InputCaps(
        caps.number("MinWidth", 0),
        caps.number("MaxWidth", 0),
        caps.number("MinHeight", 0),
        caps.number("MaxHeight", 0),
        profiles.isEmpty() ? List.of(profile(caps)) : profiles,
        intents);
  }

  /** A profile without content points at one by its name. */
  private static Xml resolved(Xml profile, List<Xml> named) {
    if (!profile.children().isEmpty() || profile.profile().isEmpty()) {
      return profile;
    }
    Optional<Xml> meant =
        named.stream()
            .filter(each -> !each.children().isEmpty())
            .filter(each -> each.profile().equals(profile.profile()))
            .findFirst();
    return meant.orElse(profile);
  }

  private static Profile profile(Xml profile) {
    Set<String> modes = texts(profile, "ColorModes", "ColorMode");
    return new Profile(
        modes.isEmpty() ? Set.of("RGB24", "Grayscale8") : modes,
        texts(profile, "DocumentFormats", "DocumentFormat"),
        texts(profile, "DocumentFormats", "DocumentFormatExt"),
        texts(profile, "BinaryRenderings", "BinaryRendering"),
        profile.child("SupportedResolutions").map(Resolutions::read).orElse(Resolutions.NONE));
  }

  private static Set<String> texts(Xml profile, String list, String item) {
    Set<String> texts = new LinkedHashSet<>();
    for (Xml each : profile.all(list)) {
      each.all(item).forEach(one -> texts.add(one.text()));
    }
    return texts;
  }
}
