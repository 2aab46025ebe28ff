#include "widgets/theme/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPaintDevice>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

static void initializeIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace ClinicDesk {

namespace {

constexpr std::array iconFiles {
    "alert",        "arrow-left", "arrow-right", "barred-circle", "bell",        "calendar",
    "chevron-down", "chevron-up", "clock",       "cross",         "double-tick", "edit",
    "eye",          "hand",       "help",        "information",   "keyboard",    "lock",
    "minus",        "person",     "person-add",  "phone",         "play",        "plus",
    "question",     "refresh",    "search",      "settings",      "sign-out",    "tick",
    "undo",
};
static_assert(iconFiles.size() == static_cast<size_t>(IconName::Undo) + 1);

QPixmap render(IconName name, const QSize &pixels, const QColor &colour)
{
    const QString file = QString::fromLatin1(iconFiles[static_cast<size_t>(name)]);
    QFile svg(u":/clinicdesk/icons/"_s + file + u".svg"_s);
    if (!svg.open(QIODevice::ReadOnly))
        return {};
    QByteArray text = svg.readAll();
    text.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(text);
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

QPixmap cached(IconName name, const QSize &pixels, const QColor &colour)
{
    const QString key = u"clinicdesk-%1-%2-%3-%4"_s.arg(int(name))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(colour.rgba(), 0, 16);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, pixels, colour);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QColor paletteColour(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        return palette.color(QPalette::ButtonText);
    }
    Q_UNREACHABLE();
}

/// Reads the palette at each painting, so a change of scheme needs no new icons.
class PaletteIconEngine final : public QIconEngine
{
public:
    explicit PaletteIconEngine(IconName name)
        : m_name(name)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawIcon(*painter, m_name, rect, paletteColour(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return cached(m_name, size, paletteColour(mode));
    }

    QIconEngine *clone() const override { return new PaletteIconEngine(m_name); }

private:
    IconName m_name;
};

} // namespace

void initializeIcons()
{
    initializeIconResource();
}

QIcon icon(IconName name)
{
    return QIcon(new PaletteIconEngine(name));
}

QPixmap iconPixmap(IconName name, int size, const QColor &colour, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = cached(name, {pixels, pixels}, colour);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void drawIcon(QPainter &painter, IconName name, const QRect &rect, const QColor &colour)
{
    const int side = qMin(rect.width(), rect.height());
    if (side <= 0)
        return;
    const QPoint topLeft = rect.center() - QPoint((side - 1) / 2, (side - 1) / 2);
    painter.drawPixmap(topLeft,
                       iconPixmap(name, side, colour, painter.device()->devicePixelRatioF()));
}

} // namespace ClinicDesk
