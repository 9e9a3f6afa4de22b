package vn.motcua.kiosk.desk;

/**
 * What the waiting hall has beside the looking up.
 *
 * @param queue queue numbers
 * @param ratings how people found it
 * @param slips what the terminal prints
 */
public record HallDesks(QueueDesk queue, RatingDesk ratings, SlipDesk slips) {}
