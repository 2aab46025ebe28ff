<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AgendaText</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::Bell</name>
    <message numerus="yes">
        <source>Bell, %n unread messages</source>
        <translation>
            <numerusform>Bell, %n unread message</numerusform>
            <numerusform>Bell, %n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DayHeader</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n weeks</source>
        <translation>
            <numerusform>in %n week</numerusform>
            <numerusform>in %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DayListDialog</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DoctorWindow</name>
    <message numerus="yes">
        <source>%n requests wait for an answer</source>
        <translation>
            <numerusform>%n request waits for an answer</numerusform>
            <numerusform>%n requests wait for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PasswordModel</name>
    <message numerus="yes">
        <source>Your present password is wrong. %n tries left before a %1-minute lock.</source>
        <translation>
            <numerusform>Your present password is wrong. %n try left before a %1-minute lock.</numerusform>
            <numerusform>Your present password is wrong. %n tries left before a %1-minute lock.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientPicker</name>
    <message numerus="yes">
        <source>%n patients found</source>
        <translation>
            <numerusform>%n patient found</numerusform>
            <numerusform>%n patients found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionNotices</name>
    <message numerus="yes">
        <source>%n requests wait for an answer</source>
        <translation>
            <numerusform>%n request waits for an answer</numerusform>
            <numerusform>%n requests wait for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionSidebar</name>
    <message numerus="yes">
        <source>%1, %n free</source>
        <comment>doctor</comment>
        <translation>
            <numerusform>%1, %n free</numerusform>
            <numerusform>%1, %n free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SessionGuard</name>
    <message numerus="yes">
        <source>After %n minutes</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SignInTexts</name>
    <message numerus="yes">
        <source>Name or password is wrong. %n tries left before a %1-minute lock.</source>
        <translation>
            <numerusform>Name or password is wrong. %n try left before a %1-minute lock.</numerusform>
            <numerusform>Name or password is wrong. %n tries left before a %1-minute lock.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceptionTexts</name>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n free</numerusform>
            <numerusform>%n free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>closed, %n booked</source>
        <translation>
            <numerusform>closed, %n booked</numerusform>
            <numerusform>closed, %n booked</numerusform>
        </translation>
    </message>
</context>
</TS>
