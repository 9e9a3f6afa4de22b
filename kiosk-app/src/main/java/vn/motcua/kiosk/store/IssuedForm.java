package vn.motcua.kiosk.store;

import java.time.LocalDateTime;

/**
 * A form that was made and numbered.
 *
 * @param form 01 to 07
 * @param year of its number
 * @param number within site, form and year, from 1
 * @param template the version of the template that it was made by
 * @param made when
 * @param officer by whom
 */
public record IssuedForm(
    String form, int year, int number, String template, LocalDateTime made, String officer) {}
