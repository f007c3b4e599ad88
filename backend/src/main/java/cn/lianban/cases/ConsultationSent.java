package cn.lianban.cases;

/**
 * A unit was asked to take a consultation over; in the transaction of it.
 *
 * @param consultation as it stands now
 */
record ConsultationSent(Consultation consultation, int toUnitId) {}
