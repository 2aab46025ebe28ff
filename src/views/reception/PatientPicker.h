#pragma once

#include "domain/Patient.h"
#include "models/ClinicClock.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QLineEdit;
class QListView;

namespace ClinicDesk {

class PatientSearchModel;

/// A field that finds patients as one types, with the matches in a list below it. The field keeps
/// the focus; arrows, Enter and Esc work on the list. An Enter pressed before the answer counts
/// once it is there, if it names one patient only. GUI thread.
class PatientPicker final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientPicker)
public:
    PatientPicker(PatientSearchModel &model, const ClinicClock &clock, QWidget *parent = nullptr);
    ~PatientPicker() override;

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    /// As if typed.
    void type(const QString &text);
    /// Shows a chosen patient's name, without searching.
    void showText(const QString &text);
    [[nodiscard]] bool isListOpen() const;
    void closeList();
    /// The match that Enter would choose; nothing while no list is open.
    [[nodiscard]] std::optional<PatientMatch> highlighted() const;

Q_SIGNALS:
    void chosen(const ClinicDesk::PatientMatch &patient);
    void newPatientWanted(const QString &typed);
    /// The text was changed by the user.
    void edited();
    /// Enter while no list is open.
    void entered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool onKey(int key);
    void onFound();
    void onEnter();
    void chooseCurrent();
    void moveBy(int rows);
    void openList();
    void placeList();

    PatientSearchModel &m_model;
    QLineEdit *m_field;
    QPointer<QFrame> m_frame;
    QPointer<QListView> m_list;
    bool m_enterWaits = false;
    bool m_settled = true; ///< the text is a chosen patient, or nothing
};

} // namespace ClinicDesk
