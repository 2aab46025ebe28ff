#include "views/visits/ReasonMenu.h"

#include "domain/ErrorText.h"
#include "models/OpenVisit.h"
#include "widgets/MenuTitle.h"

#include <QAbstractItemView>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ReasonMenu::ReasonMenu(const AppointmentRow &visit, const ReasonDialog::Question &question,
                       const Parts &parts, const Send &send)
    : QMenu(&parts.list)
{
    setObjectName(u"reasonMenu"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    addMenuTitle(*this, question.text);
    int number = 0;
    for (const QString &reason : question.reasons) {
        const QAction *const action = addAction(u"&%1   %2"_s.arg(++number).arg(reason));
        connect(action, &QAction::triggered, &parts.list,
                [send, visit, reason, chosen = parts.chosen] {
                    if (send(visit, reason) && chosen)
                        chosen();
                });
    }
    const QAction *const other = addAction(u"&%1   %2"_s.arg(++number).arg(tr("Other...")));
    connect(other, &QAction::triggered, &parts.list,
            [visit, question, parts, send] { openDialog(visit, question, parts, send); });
    const QRect row = parts.list.visualRect(parts.list.currentIndex());
    popup(parts.list.viewport()->mapToGlobal(row.bottomLeft()));
}

void ReasonMenu::openDialog(const AppointmentRow &visit, ReasonDialog::Question question,
                            const Parts &parts, const Send &send)
{
    question.reasons.clear(); // they stood in the menu
    QWidget *const window = parts.list.window();
    OpenVisit *const open = parts.makeVisit(window);
    open->open(visit);
    auto *const dialog = new ReasonDialog(question, *open, parts.clock, parts.doctorName, window);
    connect(dialog, &ReasonDialog::reasonGiven, dialog,
            [dialog, send, clock = parts.clock](const AppointmentRow &seen, const QString &reason) {
                const Error changed {ErrorKind::InvalidTransition, {}, {}, {}};
                if (!send(seen, reason))
                    dialog->refuse(errorText(changed, clock.zone(), clock.now()));
            });
    dialog->open();
}

} // namespace ClinicDesk
