#pragma once

#include "domain/Error.h"
#include "domain/Patient.h"

#include <QAbstractListModel>

#include <functional>

namespace ClinicDesk {

class PatientService;

/// The best matches for what is being typed, and as last row "+ New patient". One request is under
/// way at a time and the last text wins, so slow answers never overtake fast fingers. While there
/// is no connection it finds who is in memory, and the last row says so. GUI thread.
class PatientSearchModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientSearchModel)
public:
    enum Role {
        MatchRole = Qt::UserRole + 1, ///< PatientMatch; not on the last row
        IsNewRole, ///< bool: the last row, "+ New patient"
        IsNoteRole, ///< bool: the last row, which only says what the rows above are
        LookAlikeRole, ///< bool: another row has nearly the same name
        DifferingRole, ///< int of Parts: what tells this row from its look-alikes
    };
    enum Part { FamilyName = 1, GivenName = 2, BirthDate = 4, Phone = 8 };
    Q_DECLARE_FLAGS(Parts, Part)

    static constexpr int maximumMatches = 8;

    explicit PatientSearchModel(PatientService &patients, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Fewer than two letters or digits empty the list at once.
    void search(const QString &words);
    using Finder = std::function<QList<PatientMatch>(const QString &words)>;
    /// Without a connection: who is found, and what the last row says. The words asked for last are
    /// answered anew.
    void goOffline(const Finder &find, const QString &note);
    void goOnline();
    [[nodiscard]] const QString &words() const { return m_wanted; }
    /// The rows answer the words asked for last.
    [[nodiscard]] bool isCurrent() const { return m_shown == m_wanted; }
    [[nodiscard]] const QList<PatientMatch> &matches() const { return m_matches; }
    void apply(const QString &words, const QList<PatientMatch> &matches);

Q_SIGNALS:
    /// The rows now answer the words asked for last.
    void found();
    void failed(const ClinicDesk::Error &error);

private:
    void ask();
    void answerAnew();
    void show(const QString &words, const QList<PatientMatch> &matches);
    [[nodiscard]] bool isLookAlike(qsizetype index, qsizetype other) const;
    [[nodiscard]] bool hasLookAlike(qsizetype index) const;
    [[nodiscard]] Parts differing(qsizetype index) const;

    PatientService &m_patients;
    QList<PatientMatch> m_matches;
    QString m_wanted;
    QString m_shown;
    Finder m_offline; ///< set while there is no connection
    QString m_note;
    quint64 m_number = 0; ///< of the last request: an answer to an earlier one is dropped
    bool m_asking = false;
};

} // namespace ClinicDesk
