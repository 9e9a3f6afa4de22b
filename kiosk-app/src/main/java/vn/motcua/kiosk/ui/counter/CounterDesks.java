package vn.motcua.kiosk.ui.counter;

import vn.motcua.kiosk.desk.BlankJudge;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.IntakeDesk;
import vn.motcua.kiosk.desk.PageSight;
import vn.motcua.kiosk.desk.ReadBackDesk;
import vn.motcua.kiosk.desk.ReturnDesk;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.StaffDesks;
import vn.motcua.kiosk.desk.WorkDesk;

/**
 * Everything behind the counter's window.
 *
 * @param devices card readers and barcode readers
 * @param intake where dossiers are received
 * @param scans where paper becomes pages
 * @param work where dossiers are moved on
 * @param returns where results are handed out
 * @param calls calls from terminals
 * @param blanks says which pages look blank; a person decides
 * @param sight what is seen on pages before they are in a document
 * @param readBack offers values that stand on papers
 * @param staff what officers have beside the dossiers themselves
 * @param drafts what citizens prepared
 */
public record CounterDesks(
    Devices devices,
    IntakeDesk intake,
    ScanDesk scans,
    WorkDesk work,
    ReturnDesk returns,
    CallDesk calls,
    BlankJudge blanks,
    PageSight sight,
    ReadBackDesk readBack,
    StaffDesks staff,
    DraftDesk drafts) {}
