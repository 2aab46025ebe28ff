#include "views/calendar/DayListPrint.h"

#include "models/ReceptionModels.h"
#include "views/notices/Messages.h"
#include "views/paper/PaperDialog.h"
#include "views/paper/Papers.h"
#include "views/reception/ReceptionSidebar.h"
#include "widgets/Format.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int savedSeconds = 12;

} // namespace

DayListPrint::DayListPrint(ReceptionModels &models, const ReceptionSidebar &sidebar,
                           Messages &messages, QWidget *window)
    : QObject(window)
    , m_models(models)
    , m_sidebar(sidebar)
    , m_messages(messages)
    , m_window(window)
{
}

void DayListPrint::open(bool withCancelled)
{
    if (!m_models.day().day().isValid()) {
        deleteLater();
        return;
    }
    const bool isLive = m_models.connection().isLive();
    const Papers::DayListChoice choice {
        .clinic = m_models.session().clinic.name,
        .asOf = isLive ? m_models.clock().now() : m_models.connection().lostSince(),
        .isShown = [this](DoctorId doctor) { return m_sidebar.isShown(doctor); },
        .withCancelled = withCancelled};
    auto *dialog = new PaperDialog(std::make_shared<DayListDocument>(
                                       Papers::dayList(m_models.day(), m_models.clock(), choice)),
                                   m_models.deskView(), m_window);
    dialog->setObjectName(u"dayListDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QObject::destroyed, this, &QObject::deleteLater);
    connect(dialog, &PaperDialog::saved, this, [this, dialog](const QString &path) {
        m_messages.hint(tr("Day list saved: %1").arg(Format::isolated(path)), savedSeconds);
        dialog->accept();
    });
    connect(dialog, &PaperDialog::printed, this, [this, dialog](const QString &printer) {
        m_messages.hint(tr("Day list sent to printer %1").arg(printer));
        dialog->accept();
    });
    dialog->open();
}

} // namespace ClinicDesk
