package vn.motcua.kiosk.desk;

/**
 * Every desk of one centre over one data folder.
 *
 * @param centre the centre
 * @param lookup where citizens ask
 * @param intake where dossiers are received
 * @param scans where paper becomes pages
 * @param work where dossiers are moved on
 * @param returns where results are handed out
 * @param calls calls from terminals
 * @param devices card readers and barcode readers
 * @param technician where devices are found and tried
 * @param sight what is seen on pages before they are in a document
 * @param readBack offers values that stand on papers
 * @param staff what officers have beside the dossiers themselves
 * @param citizens what citizens have at a terminal beside looking up
 * @param hall what the waiting hall has
 * @param helpers who helps citizens at the terminal
 */
public record Desks(
    Centre centre,
    LookupDesk lookup,
    IntakeDesk intake,
    ScanDesk scans,
    WorkDesk work,
    ReturnDesk returns,
    CallDesk calls,
    Devices devices,
    DeviceDesk technician,
    PageSight sight,
    ReadBackDesk readBack,
    StaffDesks staff,
    CitizenDesks citizens,
    HallDesks hall,
    HelperDesk helpers) {}
