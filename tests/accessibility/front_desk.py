"""A receptionist who hears the program: finds a patient, books, moves, cancels and takes it back, by AT-SPI and keys.

Fails on a step that cannot be heard, and on any node that takes the focus without a name.
Usage: front_desk.py PROGRAM
"""

import datetime
import re
import subprocess
import sys
import zoneinfo

from hearing import Atspi, Failed, Hearing

PATIENT = "ZEBROWSKA"
SATURDAY = 5
MOST_STEPS = 60  # of ten minutes, from the visit to a free time


def look_around(ear):
    ear.shown(Atspi.Role.FRAME, "Reception")
    ear.focused("Dr ")  # the slot of now
    ear.check_names("day")
    table = ear.shown(Atspi.Role.TABLE, "Day")
    if not all(table.get_child_at_index(i).get_name().startswith("Dr ") for i in range(table.get_child_count())):
        raise Failed("a cell of the day does not say whose it is")
    for keys, dialog in (("F1", "Keys"), ("Ctrl+K", "Do or find anything")):
        ear.press(keys)
        ear.shown(Atspi.Role.DIALOG, dialog)
        ear.check_names(dialog)
        ear.press("Esc")
        ear.gone(Atspi.Role.DIALOG, dialog)
        ear.focused("Dr ")


def find_patient(ear):
    ear.press("Ctrl+F")
    ear.focused("Find patient")
    ear.type("zeb ola")
    ear.heard("1 patient found")
    ear.check_names("patients found")
    ear.press("Enter")


def new_patient(ear):
    """What is missing is said, and stands at its field."""
    ear.press("Ctrl+Shift+N")
    ear.focused("Family name")
    ear.check_names("new patient")
    for field in ("Given name", "Birth date", "Phone"):
        ear.press("Enter")
        ear.focused(field)
    ear.press("Enter")
    ear.heard("family name")
    if not ear.focused("Family name").get_description():
        raise Failed("the field does not describe its error")
    ear.press("Esc")
    ear.focused("Patient")
    ear.press("Esc")
    ear.focused("Dr ")


def book(ear):
    """The doctor and the time, as they were offered. On the next working day: late at night nothing of today
    is left, and of a Saturday only what the demo's clinic works past midnight."""
    day = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin")).date()
    while True:
        ear.press("Ctrl+Right")
        day += datetime.timedelta(days=1)
        if day.weekday() < SATURDAY:
            break
    find_patient(ear)
    offer = ear.focused("Dr ").get_name()  # "Tomorrow 08:40, Dr Osei", "Mon 30-Nov-2026, 08:40, Dr Osei"
    doctor = next(part for part in offer.split(", ") if part.startswith("Dr "))
    start = re.search(r"\b\d\d:\d\d\b", offer).group()
    ear.check_names("booking panel")
    ear.press("Enter")
    ear.focused("Book")
    ear.press("Enter")
    ear.heard(start, doctor)
    ear.heard(PATIENT, "booked")
    ear.focused("Find patient")
    return doctor, start


def next_target(ear, start):
    last = ear.said[-1].splitlines()[-1] if ear.said else ""
    return last if last.startswith("Moving ") and f": {start} " not in last else None


def move(ear, doctor, time):
    find_patient(ear)
    ear.shown(Atspi.Role.TABLE_CELL, doctor, time, "Zebrowska")
    ear.check_names("appointment opened")
    ear.press("Esc")
    ear.focused(doctor, time, "Zebrowska")
    start = time
    for _ in range(MOST_STEPS):
        ear.press("Alt+Down")
        # The first step says where it stands as well.
        target = ear.wait_for("the next target", lambda: next_target(ear, start))
        start = target.split(": ", 1)[1].split()[0]
        if "Enter" in target:
            break
    else:
        raise Failed("no free time below")
    ear.check_names("moving")
    ear.press("Enter")
    ear.heard("Moved", PATIENT, start)
    ear.focused(doctor, start, "Zebrowska")
    return start


def open_record(ear, doctor, time):
    ear.press("F2")
    ear.shown(Atspi.Role.TREE, "Visits")
    ear.check_names("record")
    ear.press("Esc")
    ear.focused(doctor, time)


def cancel(ear, doctor, time):
    ear.press("Del")
    ear.shown(Atspi.Role.DIALOG, "Cancel appointment")
    ear.check_names("cancel dialog")
    ear.press("Enter")
    ear.heard("Choose a reason")
    ear.press("2")
    ear.focused("Patient is ill")
    ear.press("Enter")
    ear.heard(PATIENT, "cancelled")
    ear.shown(Atspi.Role.TABLE_CELL, doctor, time, "free")
    ear.press("Ctrl+Z")
    ear.heard("Undone", PATIENT)
    ear.shown(Atspi.Role.TABLE_CELL, doctor, time, "Zebrowska")


def main(program):
    ear = Hearing("clinicdesk")
    desk = subprocess.Popen([program, "--user", "ana", "--desk", "Desk 1"])
    try:
        look_around(ear)
        new_patient(ear)
        doctor, time = book(ear)
        time = move(ear, doctor, time)
        open_record(ear, doctor, time)
        cancel(ear, doctor, time)
    except Failed:
        ear.dump()
        raise
    finally:
        desk.terminate()
        desk.wait()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except Failed as failure:
        sys.exit(f"FAILED: {failure}")
