package vn.motcua.kiosk.ui.counter;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.PageSight;
import vn.motcua.kiosk.desk.ReadBackDesk;
import vn.motcua.kiosk.desk.TakenOver;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.readback.Proposal;
import vn.motcua.kiosk.paper.readback.Reason;
import vn.motcua.kiosk.ui.kit.Errands;

/**
 * What the scanned papers say for the fields of the form. It fills in nothing: an officer takes a
 * value over or leaves it, and a field that a chip or a person filled is only told what differs.
 */
public final class ReadBackModel {
  /** Of these, fewer than one in fifty is wrong; the others are to be checked first. */
  static final double SURE = 0.9;

  /** Nobody waits for what stands further back. */
  private static final int MOST_PAGES = 50;

  /** Whose field it is. */
  public enum Person {
    APPLICANT,
    OWNER
  }

  /**
   * What a paper says for a field.
   *
   * @param value as it would stand in the field
   * @param page the number of the page that it stands on
   * @param place how people count that page
   * @param sure whether it may be believed; else it is to be checked
   * @param hint whether the field says something else already: then it is only told
   * @param others what other pages say for the same field of the same person
   */
  public record Offer(
      String value, int page, int place, boolean sure, boolean hint, List<Other> others) {
    public Offer {
      others = List.copyOf(others);
    }

    /** Never the value: this may land in a log. */
    @Override
    public String toString() {
      return "Offer[page " + page + "]";
    }
  }

  /**
   * What another page says.
   *
   * @param value as it would stand in the field
   * @param place how people count that page
   */
  public record Other(String value, int place) {
    /** Never the value: this may land in a log. */
    @Override
    public String toString() {
      return "Other[page " + place + "]";
    }
  }

  /** Names a field of the form. */
  private record Place(Person person, PersonForm.Key key) {}

  /** A proposal with the number of its page in the pile. */
  private record Found(Proposal proposal, int page) {}

  private record Dismissed(Place place, String value) {}

  private final PageSight sight;
  private final ReadBackDesk desk;
  private final Errands errands;
  private final PageStrip strip;
  private final Map<Person, PersonForm> people;
  private final Map<Place, ReadOnlyObjectWrapper<Optional<Offer>>> offers = new HashMap<>();
  private final Map<Integer, PageText> texts = new HashMap<>();
  private final Map<Integer, Path> asked = new HashMap<>();
  private final Set<Dismissed> dismissed = new HashSet<>();
  private final Map<Place, Integer> taken = new HashMap<>();
  private List<Found> found = List.of();
  private List<Integer> proposedFrom = List.of();
  private boolean reading;
  private boolean again;
  private int turn;

  ReadBackModel(
      PageSight sight,
      ReadBackDesk desk,
      Errands errands,
      PageStrip strip,
      PersonForm applicant,
      PersonForm owner) {
    this.sight = sight;
    this.desk = desk;
    this.errands = errands;
    this.strip = strip;
    this.people = Map.of(Person.APPLICANT, applicant, Person.OWNER, owner);
    for (Person person : Person.values()) {
      for (PersonForm.Key key : PersonForm.Key.values()) {
        offers.put(new Place(person, key), new ReadOnlyObjectWrapper<>(Optional.empty()));
        field(new Place(person, key)).text().addListener((_, _, _) -> show());
      }
    }
    if (sight != PageSight.NONE) {
      strip.kept().subscribe(this::pages);
    }
  }

  /** What a paper says for a field, if there is something to be said. */
  public ReadOnlyObjectProperty<Optional<Offer>> offer(Person person, PersonForm.Key key) {
    return wrapper(new Place(person, key)).getReadOnlyProperty();
  }

  /** The officer takes the value over. Nothing if the field is not empty (any more). */
  public void use(Person person, PersonForm.Key key) {
    Place place = new Place(person, key);
    wrapper(place)
        .get()
        .filter(offer -> !offer.hint())
        .ifPresent(offer -> {
          taken.put(place, offer.page());
          field(place).take(offer.value());
        });
  }

  /** The officer does not want what the papers say for this field. */
  public void dismiss(Person person, PersonForm.Key key) {
    Place place = new Place(person, key);
    candidates(place).forEach(one -> dismissed.add(new Dismissed(place, value(key, one))));
    show();
  }

  /** What stands in the form as it was read from a paper, for the record. */
  List<TakenOver> taken(boolean withOwner) {
    List<TakenOver> all = new ArrayList<>();
    for (Person person : Person.values()) {
      for (PersonForm.Key key : PersonForm.Key.values()) {
        Place place = new Place(person, key);
        Integer page = taken.get(place);
        if (page != null
            && field(place).source().get().equals(Optional.of(FieldSource.PAPER))
            && (withOwner || person == Person.APPLICANT)) {
          all.add(new TakenOver(record(place), strip.find(page).map(PageItem::place).orElse(0)));
        }
      }
    }
    return all;
  }

  /** The history of a dossier is kept in Vietnamese, whatever language the screen has. */
  private static String record(Place place) {
    String what =
        switch (place.key()) {
          case NUMBER -> "số định danh";
          case NAME -> "họ và tên";
          case BIRTH -> "ngày sinh";
          case SEX -> "giới tính";
          case ADDRESS -> "nơi cư trú";
          case PHONE -> "điện thoại";
        };
    return what + (place.person() == Person.APPLICANT ? " người nộp" : " chủ hồ sơ");
  }

  void clear() {
    turn++;
    asked.values().forEach(sight::forget);
    asked.clear();
    texts.clear();
    dismissed.clear();
    taken.clear();
    found = List.of();
    proposedFrom = List.of();
    reading = false;
    again = false;
    show();
  }

  // --- reading ------------------------------------------------------------------------------

  private void pages() {
    for (PageItem item : strip.kept()) {
      if (asked.size() < MOST_PAGES && !asked.containsKey(item.number())) {
        Path picture = item.picture().orElseThrow();
        asked.put(item.number(), picture);
        int mine = turn;
        errands.run(
            () -> sight.text(picture),
            text -> read(mine, item.number(), text),
            unreadable -> {}); // said where the page is shown
      }
    }
    if (!readable().equals(proposedFrom)) {
      propose(); // a page that was taken out contradicts no other
    }
    show();
  }

  /** The pages that are kept and read, by number. */
  private List<Integer> readable() {
    return strip.kept().stream().map(PageItem::number).filter(texts::containsKey).sorted().toList();
  }

  private void read(int mine, int number, PageText text) {
    if (mine == turn) {
      texts.put(number, text);
      propose();
    }
  }

  private void propose() {
    if (reading) {
      again = true;
      return;
    }
    List<Integer> numbers = readable();
    proposedFrom = numbers;
    List<PageText> words = numbers.stream().map(texts::get).toList();
    reading = true;
    int mine = turn;
    errands.run(
        () -> desk.offers(words, FIELDS.keySet()),
        offered -> {
          if (mine == turn) {
            found =
                offered.values().stream()
                    .flatMap(List::stream)
                    .map(one -> new Found(one, numbers.get(one.page() - 1)))
                    .toList();
            proposed();
          }
        },
        fault -> {
          if (mine == turn) {
            proposed();
          }
        });
  }

  private void proposed() {
    reading = false;
    if (again) {
      again = false;
      propose();
    }
    show();
  }

  // --- offering -----------------------------------------------------------------------------

  /** Which field of a paper is which of the form; a card's holder may be the applicant. */
  private static final Map<String, Place> FIELDS = fields();

  private static Map<String, Place> fields() {
    Map<PersonForm.Key, String> names =
        Map.of(
            PersonForm.Key.NUMBER, "number",
            PersonForm.Key.NAME, "name",
            PersonForm.Key.BIRTH, "birth",
            PersonForm.Key.SEX, "sex",
            PersonForm.Key.ADDRESS, "residence",
            PersonForm.Key.PHONE, "phone");
    Map<String, Place> fields = new HashMap<>();
    names.forEach((key, name) -> {
      fields.put("applicant." + name, new Place(Person.APPLICANT, key));
      fields.put("holder." + name, new Place(Person.APPLICANT, key));
      fields.put("owner." + name, new Place(Person.OWNER, key));
    });
    return fields;
  }

  private ReadOnlyObjectWrapper<Optional<Offer>> wrapper(Place place) {
    ReadOnlyObjectWrapper<Optional<Offer>> known = offers.get(place);
    if (known == null) {
      throw new IllegalStateException(place.toString());
    }
    return known;
  }

  private FormField field(Place place) {
    PersonForm form = people.get(place.person());
    if (form == null) {
      throw new IllegalStateException(place.toString());
    }
    return form.field(place.key());
  }

  private void show() {
    offers.forEach((place, offer) -> {
      Optional<Offer> now = best(place);
      if (!now.equals(offer.get())) {
        offer.set(now);
      }
    });
  }

  private Optional<Offer> best(Place place) {
    FormField field = field(place);
    List<Found> asked =
        candidates(place).stream()
            .filter(one -> !dismissed.contains(new Dismissed(place, value(place.key(), one))))
            .toList();
    if (field.value().isEmpty()) {
      return asked.stream()
          .findFirst()
          .map(one -> offer(place, one, isSure(place, one), false, others(place, one, asked)));
    }
    return asked.stream()
        .filter(one -> isWorthAHint(place, one))
        .findFirst()
        .map(one -> offer(place, one, true, true, List.of()));
  }

  private Offer offer(Place place, Found one, boolean sure, boolean hint, List<Other> others) {
    return new Offer(value(place.key(), one), one.page(), place(one), sure, hint, others);
  }

  private int place(Found one) {
    return strip.find(one.page()).map(PageItem::place).orElse(0);
  }

  /** What contradicts an offer, each value once, where it stands first. */
  private List<Other> others(Place place, Found one, List<Found> asked) {
    if (!isContested(one)) {
      return List.of();
    }
    String own = value(place.key(), one);
    Map<String, Other> others = new LinkedHashMap<>();
    asked.stream()
        .filter(other -> isContested(other) && other.page() != one.page())
        .filter(other -> !value(place.key(), other).equalsIgnoreCase(own))
        .forEach(other -> {
          String value = value(place.key(), other);
          others.putIfAbsent(value, new Other(value, place(other)));
        });
    return List.copyOf(others.values());
  }

  /** Whether another page says otherwise, and neither is likely to be misread. */
  private static boolean isContested(Found one) {
    return one.proposal().why().contains(Reason.OTHER_PAGE_DIFFERS);
  }

  /** The field is filled, be it from another page, and this paper says something else. */
  private boolean isWorthAHint(Place place, Found one) {
    FormField field = field(place);
    String value = value(place.key(), one);
    if (isCard(one) || field.value().equalsIgnoreCase(value)) {
      return false;
    }
    if (isContested(one)) {
      return true;
    }
    boolean sure = one.proposal().confidence() >= SURE;
    // A number of somebody else is what is to be told; what else that page says is not.
    boolean ofTheSame = place.key() == PersonForm.Key.NUMBER || !isOfSomebodyElse(place, one);
    return sure && ofTheSame && !field.says(value);
  }

  /** What can be said for a field, the most trusted first; only from pages that are kept. */
  private List<Found> candidates(Place place) {
    Set<Integer> kept = strip.kept().stream().map(PageItem::number).collect(Collectors.toSet());
    return found.stream()
        .filter(one -> place.equals(FIELDS.get(one.proposal().field())))
        .filter(one -> kept.contains(one.page()))
        .filter(one -> !value(place.key(), one).isEmpty())
        .filter(one -> !isCard(one) || !isOfSomebodyElse(place, one))
        .sorted(
            Comparator.comparing(ReadBackModel::isCard)
                .thenComparing(one -> -one.proposal().confidence()))
        .toList();
  }

  private boolean isSure(Place place, Found one) {
    return one.proposal().confidence() >= SURE && !isCard(one) && !isOfSomebodyElse(place, one);
  }

  /** A copy of a card may be anybody's. */
  private static boolean isCard(Found one) {
    return one.proposal().field().startsWith("holder.");
  }

  /** Whether the same person on the same page has another number than the one in the form. */
  private boolean isOfSomebodyElse(Place place, Found one) {
    Optional<CitizenNumber> here =
        CitizenNumber.read(field(new Place(place.person(), PersonForm.Key.NUMBER)).value());
    String whose = one.proposal().field().substring(0, one.proposal().field().indexOf('.'));
    return here.isPresent()
        && found.stream()
            .filter(other -> other.page() == one.page())
            .filter(other -> other.proposal().field().equals(whose + ".number"))
            .findFirst()
            .flatMap(other -> CitizenNumber.read(other.proposal().value()))
            .filter(number -> !number.equals(here.get()))
            .isPresent();
  }

  /** As it would stand in the field; empty if the field cannot take it. */
  private static String value(PersonForm.Key key, Found found) {
    String value = found.proposal().value();
    return switch (key) {
      case NUMBER -> CitizenNumber.read(value).map(CitizenNumber::value).orElse("");
      case BIRTH -> day(value);
      case SEX ->
          value.equals("Nữ") ? PersonForm.FEMALE : value.equals("Nam") ? PersonForm.MALE : "";
      case NAME, ADDRESS, PHONE -> value;
    };
  }

  private static String day(String value) {
    try {
      return PersonForm.text(LocalDate.parse(value));
    } catch (DateTimeParseException onlyAYear) {
      return "";
    }
  }
}
