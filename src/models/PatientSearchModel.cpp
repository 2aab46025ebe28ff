#include "models/PatientSearchModel.h"

#include "models/TaskRunner.h"
#include "services/patients/PatientService.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PatientSearchModel::PatientSearchModel(PatientService &patients, QObject *parent)
    : QAbstractListModel(parent)
    , m_patients(patients)
{
}

int PatientSearchModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || m_shown.isEmpty())
        return 0;
    return static_cast<int>(m_matches.size()) + 1;
}

QVariant PatientSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isLast = index.row() == m_matches.size();
    const bool isNote = isLast && m_offline;
    if (role == IsNewRole)
        return isLast && !isNote;
    if (role == IsNoteRole)
        return isNote;
    if (isLast && role == Qt::DisplayRole)
        return isNote ? m_note : tr("+ New patient \"%1\"").arg(m_shown);
    if (isLast)
        return {};
    const PatientMatch &match = m_matches.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return listName(match.familyName, match.givenName);
    case MatchRole:
        return QVariant::fromValue(match);
    case LookAlikeRole:
        return hasLookAlike(index.row());
    case DifferingRole:
        return differing(index.row()).toInt();
    default:
        return {};
    }
}

void PatientSearchModel::search(const QString &words)
{
    m_wanted = words.simplified();
    const auto counted
        = std::ranges::count_if(m_wanted, [](QChar c) { return c.isLetterOrNumber(); });
    if (counted < 2) {
        m_wanted.clear();
        show({}, {});
    } else if (!isCurrent()) {
        ask();
    }
}

void PatientSearchModel::goOffline(const Finder &find, const QString &note)
{
    m_offline = find;
    m_note = note;
    answerAnew();
}

void PatientSearchModel::goOnline()
{
    m_offline = {};
    answerAnew();
}

void PatientSearchModel::answerAnew()
{
    ++m_number;
    m_asking = false;
    if (!m_wanted.isEmpty())
        ask();
}

void PatientSearchModel::apply(const QString &words, const QList<PatientMatch> &matches)
{
    m_wanted = words;
    show(words, matches);
}

void PatientSearchModel::ask()
{
    if (m_offline) {
        show(m_wanted, m_offline(m_wanted));
        return;
    }
    if (m_asking)
        return;
    m_asking = true;
    runTask(
        this, m_patients.find(m_wanted, maximumMatches),
        [this, asked = m_wanted, number = ++m_number](const Result<QList<PatientMatch>> &matches) {
            if (number != m_number)
                return;
            m_asking = false;
            if (asked != m_wanted) {
                if (!m_wanted.isEmpty())
                    ask();
            } else if (matches) {
                show(asked, *matches);
            } else {
                Q_EMIT failed(matches.error());
            }
        });
}

void PatientSearchModel::show(const QString &words, const QList<PatientMatch> &matches)
{
    beginResetModel();
    m_shown = words;
    m_matches = matches;
    endResetModel();
    Q_EMIT found();
}

bool PatientSearchModel::isLookAlike(qsizetype index, qsizetype other) const
{
    const auto sounds = [](const PatientMatch &match) {
        return QString(match.familyName.toCaseFolded() + u' '
                       + match.givenName.left(1).toCaseFolded());
    };
    return index != other && sounds(m_matches.at(index)) == sounds(m_matches.at(other));
}

bool PatientSearchModel::hasLookAlike(qsizetype index) const
{
    for (qsizetype other = 0; other < m_matches.size(); ++other) {
        if (isLookAlike(index, other))
            return true;
    }
    return false;
}

PatientSearchModel::Parts PatientSearchModel::differing(qsizetype index) const
{
    const PatientMatch &match = m_matches.at(index);
    Parts parts;
    for (qsizetype at = 0; at < m_matches.size(); ++at) {
        if (!isLookAlike(index, at))
            continue;
        const PatientMatch &other = m_matches.at(at);
        parts.setFlag(FamilyName,
                      parts.testFlag(FamilyName) || match.familyName != other.familyName);
        parts.setFlag(GivenName, parts.testFlag(GivenName) || match.givenName != other.givenName);
        parts.setFlag(BirthDate, parts.testFlag(BirthDate) || match.birthDate != other.birthDate);
        parts.setFlag(Phone, parts.testFlag(Phone) || match.phone != other.phone);
    }
    return parts;
}

} // namespace ClinicDesk
