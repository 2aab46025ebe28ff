#include "services/demo/DemoStaff.h"

#include "database/ScramVerifier.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

const Statement isSuperuser {"demo_role", "text",
                             "SELECT rolsuper FROM pg_roles WHERE rolname = $1"};
const Statement createStaff {"demo_staff_create", "text, text, text, text",
                             "SELECT app.staff_create($1, $2, $3, $4)"};
const Statement attachStaff {
    "demo_staff_attach", "text, text, text",
    "INSERT INTO app.staff(login, display_name, role) VALUES ($1, $2, $3)"};
// The server quotes; the text it gives back is run as it is.
const Statement attachScript {
    "demo_staff_script", "text, text, text",
    "SELECT format('REVOKE clinic_reception, clinic_doctor, clinic_admin FROM %1$I; "
    "ALTER ROLE %1$I LOGIN INHERIT PASSWORD %2$L; GRANT %3$I TO %1$I', $1, $2, $3)"};

QString groupOf(StaffRole role)
{
    switch (role) {
    case StaffRole::Receptionist:
        return u"clinic_reception"_s;
    case StaffRole::Doctor:
        return u"clinic_doctor"_s;
    case StaffRole::Administrator:
        return u"clinic_admin"_s;
    }
    Q_UNREACHABLE();
}

DemoLogin doctorNumber(int number)
{
    static const QStringList names {
        u"Osei"_s,     u"Lindqvist"_s, u"Ba"_s,       u"Haddad"_s,  u"Tanaka"_s,  u"Novak"_s,
        u"Okafor"_s,   u"Marini"_s,    u"Kowalski"_s, u"Nguyen"_s,  u"Fischer"_s, u"Moreau"_s,
        u"Silva"_s,    u"Petrov"_s,    u"Larsen"_s,   u"Cohen"_s,   u"Rao"_s,     u"Chen"_s,
        u"Demir"_s,    u"Costa"_s,     u"Jansen"_s,   u"Popescu"_s, u"Horvat"_s,  u"Brandt"_s,
        u"Dubois"_s,   u"Keita"_s,     u"Mensah"_s,   u"Sato"_s,    u"Park"_s,    u"Murphy"_s,
        u"Virtanen"_s, u"Rossi"_s,     u"Schmid"_s,   u"Alvarez"_s, u"Iyer"_s,    u"Nasser"_s,
        u"Walsh"_s,    u"Berg"_s,      u"Aziz"_s,     u"Lopes"_s,
    };
    const qsizetype round = number / names.size();
    const QString suffix = round == 0 ? QString() : QString::number(round + 1);
    const QString &name = names.at(number % names.size());
    return {name.toLower() + suffix,
            u"Dr "_s + name + (round == 0 ? QString() : QString(u' ' + suffix)), StaffRole::Doctor};
}

} // namespace

QList<DemoLogin> demoStaff(int doctors)
{
    QList<DemoLogin> people {{u"ana"_s, u"Ana Ruiz"_s, StaffRole::Receptionist},
                             {u"ben"_s, u"Ben Cole"_s, StaffRole::Receptionist},
                             {u"admin"_s, u"Maya Lund"_s, StaffRole::Administrator}};
    for (int number = 0; number < doctors; ++number)
        people.append(doctorNumber(number));
    return people;
}

void createDemoStaff(Connection &owner, Connection &superuser, const QList<DemoLogin> &people,
                     const QString &password)
{
    for (const DemoLogin &person : people) {
        const QString verifier = scramVerifier(superuser, person.login, password);
        const Rows existing = superuser.send({{&isSuperuser, {person.login}}}).constFirst();
        if (existing.isEmpty()) {
            owner.send(
                {{&createStaff, {person.login, verifier, person.displayName, toKey(person.role)}}});
            continue;
        }
        if (existing.constFirst().get<bool>(0))
            throw Refusal {Error {ErrorKind::ValidationFailed,
                                  {},
                                  ValidationDetails {{{u"login"_s, u"taken"_s}}},
                                  {}}};
        owner.send({{&attachStaff, {person.login, person.displayName, toKey(person.role)}}});
        const Rows script
            = superuser.send({{&attachScript, {person.login, verifier, groupOf(person.role)}}})
                  .constFirst();
        superuser.runScript(script.constFirst().get<QString>(0));
    }
}

} // namespace ClinicDesk
