#include "views/paper/PaperPreview.h"

#include "widgets/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ClinicDesk {

namespace {

constexpr double trueSize = 96.0 / 72.0; ///< pixels a point
constexpr int picturesKept = 6;
constexpr double faint = 0.25;

} // namespace

PaperPreview::PaperPreview(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_pictures(picturesKept)
{
    setAccessibleName(tr("Preview"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        viewport()->update();
        nameCurrentPage();
    });
}

void PaperPreview::showPages(std::shared_ptr<const DocumentPages> pages, const QSizeF &page)
{
    m_pages = std::move(pages);
    m_page = page;
    fit();
    nameCurrentPage();
}

void PaperPreview::setRange(const PageRange &range)
{
    m_range = range;
    viewport()->update();
}

QSize PaperPreview::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.px(320), theme.px(220)};
}

int PaperPreview::step() const
{
    return m_size.height() + Theme::of(this).px(8);
}

void PaperPreview::fit()
{
    m_pictures.clear();
    const int gap = Theme::of(this).px(8);
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(2 * gap, 2 * gap);
    if (pageCount() == 0 || room.width() < 1) {
        verticalScrollBar()->setRange(0, 0);
        return;
    }
    // A small page is seen whole, a large one at least in its true size where it is wide enough.
    const double scale = std::min(room.width() / m_page.width(),
                                  std::max(room.height() / m_page.height(), trueSize));
    m_size = (m_page * scale).toSize().expandedTo({1, 1});
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(Theme::of(this).px(40));
    verticalScrollBar()->setRange(0,
                                  std::max(0, pageCount() * step() + gap - viewport()->height()));
    viewport()->update();
}

void PaperPreview::nameCurrentPage()
{
    if (pageCount() == 0)
        return;
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    const int number = std::clamp(middle / step() + 1, 1, pageCount());
    setAccessibleName(tr("Preview, page %1 of %2").arg(number).arg(pageCount()));
}

QRect PaperPreview::placeOf(int number) const
{
    const int gap = Theme::of(this).px(8);
    const int spare = viewport()->height() - pageCount() * step() - gap;
    return {{(viewport()->width() - m_size.width()) / 2,
             std::max(0, spare / 2) + gap + number * step() - verticalScrollBar()->value()},
            m_size};
}

const QPixmap &PaperPreview::pictureOf(int number)
{
    if (const QPixmap *const known = m_pictures.object(number))
        return *known;
    const double ratio = devicePixelRatioF();
    auto *picture = new QPixmap((QSizeF(m_size) * ratio).toSize());
    picture->setDevicePixelRatio(ratio);
    picture->fill(Qt::white);
    QPainter painter(picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(m_size.width() / m_page.width(), m_size.height() / m_page.height());
    m_pages->paint(painter, number);
    painter.end();
    m_pictures.insert(number, picture);
    return *picture;
}

void PaperPreview::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    for (int number = 0; number < pageCount(); ++number) {
        const QRect place = placeOf(number);
        if (!place.intersects(event->rect()))
            continue;
        painter.setOpacity(m_range.contains(number + 1) ? 1 : faint);
        painter.drawPixmap(place.topLeft(), pictureOf(number));
        painter.setOpacity(1);
        painter.setPen(Theme::of(this).colour(Token::Border));
        painter.drawRect(place);
    }
}

void PaperPreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
}

void PaperPreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Home)
        verticalScrollBar()->setValue(0);
    else if (event->key() == Qt::Key_End)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace ClinicDesk
