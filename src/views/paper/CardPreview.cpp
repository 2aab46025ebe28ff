#include "views/paper/CardPreview.h"

#include "widgets/theme/Theme.h"

#include <QPainter>

namespace ClinicDesk {

CardPreview::CardPreview(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Preview"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CardPreview::show(const PatientCard &card, CardLayout layout)
{
    m_card = card;
    m_layout = layout;
    update();
}

QSize CardPreview::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.px(320), theme.px(220)};
}

void CardPreview::paintEvent(QPaintEvent *)
{
    const QSizeF page = CardPaper::pageSize(m_layout).size(QPageSize::Millimeter);
    QRectF area({0, 0}, page.scaled(QSizeF(size()) - QSizeF(2, 2), Qt::KeepAspectRatio));
    area.moveCenter(QRectF(rect()).center());
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing);
    CardPaper::paint(painter, area, m_card, m_layout);
    painter.setPen(Theme::of(this).colour(Token::Border));
    painter.drawRect(area);
}

} // namespace ClinicDesk
