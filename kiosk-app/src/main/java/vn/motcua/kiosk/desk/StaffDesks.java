package vn.motcua.kiosk.desk;

/**
 * What officers have beside the dossiers themselves.
 *
 * @param prints forms on paper
 * @param custody who has confirmed what
 * @param payments fees
 * @param crew who may do what
 */
public record StaffDesks(FormPrints prints, CustodyDesk custody, PaymentDesk payments, Crew crew) {}
