#include "views/commands/CommandPalette.h"

#include "models/PatientSearchModel.h"
#include "views/commands/PaletteDelegate.h"
#include "views/commands/PaletteRows.h"
#include "widgets/Announce.h"
#include "widgets/theme/Theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

CommandPalette::CommandPalette(const QMenuBar &menuBar, PatientSearchModel *patients,
                               const ClinicClock &clock, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_patients(patients)
    , m_rows(new PaletteRows(menuBar, clock, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(u"commandPalette"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Do or find anything"));
    const Theme &theme = Theme::of(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8));
    layout->setSpacing(theme.px(8));
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    m_field->setObjectName(u"paletteField"_s);
    m_field->setPlaceholderText(patients ? tr("A command, a patient, or: kim osei tue 10 20m")
                                         : tr("A command"));
    m_field->setAccessibleName(windowTitle());
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_rows->setWords(text);
        if (m_patients)
            m_patients->search(text);
        Q_EMIT wordsChanged(text);
    });
    if (m_patients) {
        m_patients->search({});
        connect(m_patients, &PatientSearchModel::found, this,
                [this] { m_rows->setPatients(m_patients->matches()); });
    }
    connect(m_rows, &PaletteRows::modelReset, this, &CommandPalette::selectFirst);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    selectFirst();
    place();
    m_field->setFocus();
}

void CommandPalette::setBooking(const QString &text)
{
    m_rows->setBooking(text);
}

void CommandPalette::place()
{
    const Theme &theme = Theme::of(this);
    const QWidget *const host = parentWidget();
    const QSize size = QSize(theme.px(600), theme.px(420)).boundedTo(host->size());
    resize(size);
    move(host->mapToGlobal(
        QPoint((host->width() - size.width()) / 2, (host->height() - size.height()) / 4)));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            moveBy(1);
            return true;
        case Qt::Key_Up:
            moveBy(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::moveBy(int rows)
{
    if (m_rows->rowCount() == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_rows->rowCount() - 1);
    const QModelIndex index = m_rows->index(row);
    m_list->setCurrentIndex(index);
    announce(m_list, index.data().toString());
}

void CommandPalette::selectFirst()
{
    m_list->setCurrentIndex(m_rows->index(0));
}

void CommandPalette::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !index.data(PaletteRows::CanDoRole).toBool())
        return;
    const int row = index.row();
    // The focus goes back first: a command may act on what had it.
    switch (m_rows->kind(row)) {
    case PaletteRows::Kind::Booking: {
        const QString words = m_field->text();
        accept();
        Q_EMIT bookingChosen(words);
        break;
    }
    case PaletteRows::Kind::Command: {
        QAction *const command = m_rows->command(row);
        accept();
        QTimer::singleShot(0, command, &QAction::trigger);
        break;
    }
    case PaletteRows::Kind::Patient: {
        const PatientMatch patient = m_rows->patient(row);
        accept();
        Q_EMIT patientChosen(patient);
        break;
    }
    }
}

} // namespace ClinicDesk
