package vn.motcua.kiosk.desk;

/**
 * The centre that this machine stands in.
 *
 * @param name what it is called on its signboard, Vietnamese, for example "Xã Sơn Tây"
 * @param kind the line above it, for example "Trung tâm Phục vụ hành chính công"
 * @param province for example "tỉnh Quảng Ngãi"
 * @param agency the electronic id that begins its dossier codes, for example {@code H48.025.16}
 * @param hotline telephone number
 * @param returnCounter where results are handed out
 */
public record Centre(
    String name,
    String kind,
    String province,
    String agency,
    String hotline,
    String returnCounter) {}
