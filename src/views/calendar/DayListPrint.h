#pragma once

#include <QObject>

namespace ClinicDesk {

class Messages;
class ReceptionModels;
class ReceptionSidebar;

/// The shown day or week on paper: what is on the screen, as of now. GUI thread.
class DayListPrint final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayListPrint)
public:
    /// The dialog opens over `window`; only doctors whose columns are shown are printed.
    DayListPrint(ReceptionModels &models, const ReceptionSidebar &sidebar, Messages &messages,
                 QWidget *window);

    /// Goes with its dialog.
    void open(bool withCancelled);

private:
    ReceptionModels &m_models;
    const ReceptionSidebar &m_sidebar;
    Messages &m_messages;
    QWidget *m_window;
};

} // namespace ClinicDesk
