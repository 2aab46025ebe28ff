#include "views/booking/OfferList.h"

#include "models/Catalogue.h"
#include "views/booking/OfferDelegate.h"
#include "widgets/Format.h"
#include "widgets/HeldKey.h"

#include <QEvent>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

OfferList::OfferList(Catalogue &catalogue, const ClinicClock &clock, QWidget *parent)
    : QListWidget(parent)
    , m_catalogue(catalogue)
    , m_clock(clock)
{
    setItemDelegate(new OfferDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *clicked) { chooseRow(row(clicked)); });
}

void OfferList::offer(const QList<Suggestion> &offers, const std::optional<FreeSlot> &held)
{
    if (offers == m_offers && held == m_held)
        return;
    m_held = held;
    const int before = currentRow();
    // Gone to by the person; the first row is where the list begins.
    const std::optional<Suggestion> chosen = before > 0 && before < m_offers.size()
        ? std::optional(m_offers.at(before))
        : std::nullopt;
    if (offers.size() != m_offers.size())
        updateGeometry();
    m_offers = offers;
    clear();
    int next = 0;
    for (qsizetype i = 0; i < offers.size(); ++i) {
        const Suggestion &offer = offers.at(i);
        auto *item = new QListWidgetItem(when(offer.slot.start), this);
        const bool isHeld = held == offer.slot;
        const QString doctor = m_catalogue.doctorName(offer.slot.doctor);
        const QString note = isHeld   ? tr("held for you")
            : offer.sameTimeElsewhere ? tr("same time")
                                      : QString();
        item->setData(OfferRole::Digit, i < 9 ? QString::number(i + 1) : QString());
        item->setData(OfferRole::DoctorName, doctor);
        item->setData(OfferRole::Held, isHeld);
        item->setData(OfferRole::Note, note);
        QStringList spoken {item->text(), doctor, note};
        spoken.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, spoken.join(u", "_s));
        // Another doctor's list may have the time as "same time": Enter would book the former one.
        if (isHeld || (chosen && *chosen == offer))
            next = static_cast<int>(i);
    }
    if (!offers.isEmpty())
        setCurrentRow(next);
}

QString OfferList::when(const QDateTime &start) const
{
    const QDate day = m_clock.dayOf(start);
    const QDate today = m_clock.today();
    const QString time = Format::time(start, m_clock.zone());
    if (day == today)
        return tr("Today %1").arg(time);
    if (day == today.addDays(1))
        return tr("Tomorrow %1").arg(time);
    return tr("%1, %2", "day, time").arg(Format::dayAndDate(day), time);
}

QSize OfferList::sizeHint() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int rowHeight = itemDelegate()->sizeHint(option, {}).height();
    const auto rows = std::clamp(static_cast<int>(m_offers.size()), 1, m_rows);
    return {240, rows * rowHeight + 2 * frameWidth()};
}

void OfferList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!HeldKey::isRepeat(*event))
            chooseRow(currentRow());
        event->accept();
        return;
    }
    const QString text = event->text();
    const bool isCommand = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (!isCommand && !text.isEmpty() && text.at(0).isLetter()) {
        event->accept();
        Q_EMIT nameTyped(text);
        return;
    }
    QListWidget::keyPressEvent(event);
}

void OfferList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
}

void OfferList::chooseRow(int row)
{
    if (row >= 0 && row < m_offers.size())
        Q_EMIT offerChosen(m_offers.at(row).slot);
}

} // namespace ClinicDesk
