#include "views/reception/PatientPicker.h"

#include "models/PatientSearchModel.h"
#include "views/reception/PatientDelegate.h"
#include "widgets/Announce.h"
#include "widgets/HeldKey.h"
#include "widgets/theme/Theme.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PatientPicker::PatientPicker(PatientSearchModel &model, const ClinicClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_field(new QLineEdit(this))
    , m_frame(new QFrame(this))
    , m_list(new QListView(m_frame))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    m_field->setClearButtonEnabled(true);
    setFocusProxy(m_field);

    m_frame->setFrameShape(QFrame::StyledPanel);
    m_frame->setAutoFillBackground(true);
    m_frame->hide();
    auto *inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_list);
    m_list->setObjectName(u"patientMatches"_s);
    m_list->setModel(&model);
    m_list->setItemDelegate(new PatientDelegate(clock, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_settled = false;
        m_enterWaits = false;
        Q_EMIT edited();
        m_model.search(text);
    });
    connect(&model, &PatientSearchModel::found, this, &PatientPicker::onFound);
    connect(&model, &PatientSearchModel::failed, this, [this] { m_enterWaits = false; });
    connect(m_list, &QListView::clicked, this, &PatientPicker::chooseCurrent);
}

PatientPicker::~PatientPicker()
{
    delete m_frame; // may hang below the window instead of below this widget
}

void PatientPicker::type(const QString &text)
{
    m_field->setText(text);
    m_settled = false;
    Q_EMIT edited();
    m_model.search(text);
}

void PatientPicker::showText(const QString &text)
{
    m_settled = true;
    m_enterWaits = false;
    m_field->setText(text);
    closeList();
}

bool PatientPicker::isListOpen() const
{
    return m_frame->isVisible();
}

void PatientPicker::closeList()
{
    m_frame->hide();
}

std::optional<PatientMatch> PatientPicker::highlighted() const
{
    const QModelIndex index = m_list->currentIndex();
    const bool isMatch = index.isValid() && !index.data(PatientSearchModel::IsNewRole).toBool()
        && !index.data(PatientSearchModel::IsNoteRole).toBool();
    if (!isListOpen() || !isMatch)
        return std::nullopt;
    return index.data(PatientSearchModel::MatchRole).value<PatientMatch>();
}

bool PatientPicker::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Esc closes the list first; the window's Esc comes after it.
        if (isListOpen() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain
            && onKey(HeldKey::isRepeat(*key) && key->key() == Qt::Key_Return ? 0 : key->key()))
            return true;
        break;
    }
    case QEvent::FocusOut:
        closeList();
        break;
    case QEvent::FocusIn:
        if (!m_settled && m_model.isCurrent() && m_model.rowCount() > 0)
            openList();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool PatientPicker::onKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        onEnter();
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Escape:
        if (!isListOpen())
            return false;
        closeList();
        return true;
    default:
        return false;
    }
}

void PatientPicker::onFound()
{
    if (m_settled || m_model.rowCount() == 0) {
        closeList();
        return;
    }
    if (m_field->hasFocus())
        openList();
    m_list->setCurrentIndex(m_model.index(0));
    const auto count = static_cast<int>(m_model.matches().size());
    const QModelIndex last = m_model.index(count);
    const QString found = tr("%n patients found", nullptr, count);
    announce(m_list,
             last.data(PatientSearchModel::IsNoteRole).toBool()
                 ? tr("%1. %2", "found, where").arg(found, last.data().toString())
                 : found);
    if (std::exchange(m_enterWaits, false) && count == 1)
        chooseCurrent();
}

void PatientPicker::onEnter()
{
    if (m_settled) {
        Q_EMIT entered();
    } else if (!m_model.isCurrent()) {
        m_enterWaits = true;
    } else if (isListOpen()) {
        chooseCurrent();
    } else if (m_model.rowCount() > 0) {
        openList();
    }
}

void PatientPicker::chooseCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || index.data(PatientSearchModel::IsNoteRole).toBool())
        return;
    const bool isNew = index.data(PatientSearchModel::IsNewRole).toBool();
    const auto match = index.data(PatientSearchModel::MatchRole).value<PatientMatch>();
    const QString typed = m_field->text().simplified();
    closeList();
    if (isNew) {
        Q_EMIT newPatientWanted(typed);
        return;
    }
    showText(listName(match.familyName, match.givenName));
    Q_EMIT chosen(match);
}

void PatientPicker::moveBy(int rows)
{
    if (m_model.rowCount() == 0 || m_settled)
        return;
    if (!isListOpen())
        openList();
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model.rowCount() - 1);
    m_list->setCurrentIndex(m_model.index(row));
    announce(m_list, m_model.index(row).data().toString());
}

void PatientPicker::openList()
{
    m_frame->setParent(window());
    placeList();
    m_frame->show();
    m_frame->raise();
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
}

void PatientPicker::placeList()
{
    int height = 2 * m_frame->frameWidth() + 2;
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += m_list->sizeHintForRow(row);
    const QWidget *const host = window();
    const int wanted = std::max(m_field->width(), Theme::of(this).px(360));
    QPoint corner = m_field->mapTo(host, QPoint(0, m_field->height() + 2));
    const int width = std::min(wanted, host->width());
    corner.setX(std::clamp(corner.x(), 0, host->width() - width));
    m_frame->setGeometry(corner.x(), corner.y(), width,
                         std::min(height, host->height() - corner.y()));
}

} // namespace ClinicDesk
