#pragma once

#include "views/shell/CommandButton.h"
#include "views/shell/Page.h"

#include <QAction>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ClinicDesk {

/// A page with a field, one command about its current and a button for it.
class FakePage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakePage)
public:
    explicit FakePage(const QString &title);

    void focusFirst() override { m_field->setFocus(); }
    [[nodiscard]] bool canLeave() override { return m_canLeave; }

    /// The visit of that id and version is current; 0: none.
    void showVisit(qint64 id, int version = 1);
    void setDone(bool possible);

    [[nodiscard]] QLineEdit &field() const { return *m_field; }
    [[nodiscard]] QAction &command() { return m_command; }
    [[nodiscard]] CommandButton &button() const { return *m_button; }
    /// Whose visits the command was done to, with their versions.
    [[nodiscard]] const QList<std::pair<qint64, int>> &acts() const { return m_acts; }

    [[nodiscard]] bool namesCurrent() const override { return m_names; }

    bool m_canLeave = true;
    bool m_names = false;

private:
    QAction m_command;
    QLineEdit *m_field;
    CommandButton *m_button;
    bool m_possible = true;
    QList<std::pair<qint64, int>> m_acts;
};

} // namespace ClinicDesk
