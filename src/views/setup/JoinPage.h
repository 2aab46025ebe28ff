#pragma once

#include "models/DeskSettings.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ClinicDesk {

class SetupModel;
class TextLabel;

/// Where a clinic's server is: from the administrator's join file, opened or pasted, or typed; with
/// a test of the way there. GUI thread.
class JoinPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JoinPage)
public:
    explicit JoinPage(SetupModel &model, QWidget *parent = nullptr);

    /// False, said on the page, when it cannot be used yet. `deskName` and `role` are of the page
    /// before.
    [[nodiscard]] bool join(const QString &deskName, DeskRole role);
    void focusFirst();
    /// Reads a join file's text into the fields.
    void take(const QString &text);

private:
    void build();
    void openFile();
    void toggleTest();
    void showProblem(const QString &text);
    [[nodiscard]] DeskSettings desk() const;

    SetupModel &m_model;
    DeskSettings m_file; ///< what the join file told beyond the fields
    TextLabel *m_clinic;
    TextLabel *m_problem;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QPushButton *m_open;
    QPushButton *m_paste;
    QPushButton *m_test;
};

} // namespace ClinicDesk
