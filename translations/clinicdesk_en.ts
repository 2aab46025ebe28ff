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
    <name>ClinicDesk::InboxPage</name>
    <message numerus="yes">
        <source>%n requests wait for an answer</source>
        <translation>
            <numerusform>%n request waits for an answer</numerusform>
            <numerusform>%n requests wait for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PaperDialog</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n pages. Choose some of them.</source>
        <translation>
            <numerusform>There is %n page. Choose that one.</numerusform>
            <numerusform>There are %n pages. Choose some of them.</numerusform>
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
    <name>DayListPaper</name>
    <message numerus="yes">
        <source>%n doctors</source>
        <translation>
            <numerusform>%n doctor</numerusform>
            <numerusform>%n doctors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled or rejected</source>
        <translation>
            <numerusform>%n cancelled or rejected</numerusform>
            <numerusform>%n cancelled or rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled or rejected appointments are not on this list.</source>
        <translation>
            <numerusform>%n cancelled or rejected appointment is not on this list.</numerusform>
            <numerusform>%n cancelled or rejected appointments are not on this list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperJob</name>
    <message numerus="yes">
        <source>The chosen pages do not exist: there are %n pages. Choose other pages.</source>
        <translation>
            <numerusform>The chosen pages do not exist: there is only %n page. Choose other pages.</numerusform>
            <numerusform>The chosen pages do not exist: there are %n pages. Choose other pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>appointments</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
