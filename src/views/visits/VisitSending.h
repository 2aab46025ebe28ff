#pragma once

#include <QObject>
#include <QString>

class QPushButton;

namespace ClinicDesk {

class FieldError;
class OpenVisit;
class StaleNotice;

/// The acting half of a dialog about one visit, from the first key to the answer: what is sent goes
/// once, and the dialog stays until it is done. Off, and why, while there is no connection, while
/// an answer is awaited and while another desk's change has still to be looked at. Touches nothing
/// typed. GUI thread.
class VisitSending final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitSending)
public:
    struct Parts
    {
        QPushButton *act;
        QPushButton *back;
        QWidget *typed; ///< has the focus while `act` is off
    };
    struct Words
    {
        QString act; ///< "Cancel appointment"
        QString sending; ///< "Cancelling..."
        QString back; ///< "Keep it"
        QString close; ///< of `back` where there is nothing left to keep
    };

    /// Follows `visit` and `notice`, which must outlive it.
    VisitSending(OpenVisit &visit, const StaleNotice &notice, const Parts &parts,
                 const Words &words, QObject *parent);

    /// Says why not; belongs above the buttons.
    [[nodiscard]] FieldError *line() const { return m_line; }
    [[nodiscard]] bool isSending() const { return m_isSending; }
    [[nodiscard]] bool canSend() const;

    /// It is on its way: refuse() or done() follows.
    void begin();
    /// Not done, and why. What the visit is now is read again.
    void refuse(const QString &why);
    /// No connection, and since when; empty: there is one.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    /// The visit is as the dialog wanted it, by this person's doing.
    void done();

private:
    void refresh();

    OpenVisit &m_visit;
    const StaleNotice &m_notice;
    Parts m_parts;
    Words m_words;
    FieldError *m_line;
    QString m_whyReadOnly;
    bool m_isSending = false;
};

} // namespace ClinicDesk
