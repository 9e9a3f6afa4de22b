package vn.motcua.kiosk.dossier;

import java.time.LocalDate;

/**
 * Form 04: an apology with a new date.
 *
 * @param oldDate the date that was promised
 * @param newDate the new one
 * @param reason in plain words
 */
public record Apology(LocalDate oldDate, LocalDate newDate, String reason) {}
