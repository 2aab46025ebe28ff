#include "widgets/theme/Theme.h"

#include "widgets/theme/ClinicStyle.h"
#include "widgets/theme/Icons.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QString installedFamily()
{
    const QString wanted = u"Noto Sans"_s;
    return QFontDatabase::hasFamily(wanted) ? wanted : QApplication::font().family();
}

double pointsOf(TextRole role)
{
    switch (role) {
    case TextRole::SlotDetail:
        return 9;
    case TextRole::Body:
    case TextRole::BodyStrong:
        return 10;
    case TextRole::Section:
        return 13;
    case TextRole::Title:
        return 16;
    case TextRole::Figure:
        return 24;
    }
    Q_UNREACHABLE();
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    initializeIcons();
}

Theme::~Theme() = default;

void Theme::applyTo(QApplication &application)
{
    m_systemIsDark = application.palette().color(QPalette::Window).lightness() < 128;
    m_family = installedFamily();
    m_application = &application;
    m_cursorFlashTime = QApplication::cursorFlashTime();
    // Keys open menus and lists too, and what answers a key does not slide in.
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                                      Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip})
        QApplication::setEffectEnabled(effect, false);
    application.setStyle(new ClinicStyle(*this));
    refresh();
}

const Theme &Theme::of(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    if (const auto *clinicStyle = qobject_cast<const ClinicStyle *>(style))
        return clinicStyle->theme();
    static const Theme plain;
    return plain;
}

void Theme::setScheme(ColourScheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    refresh();
}

ColourScheme Theme::effectiveScheme() const
{
    if (m_scheme != ColourScheme::System)
        return m_scheme;
    return m_systemIsDark ? ColourScheme::Dark : ColourScheme::Light;
}

void Theme::setSystemIsDark(bool dark)
{
    if (m_systemIsDark == dark)
        return;
    m_systemIsDark = dark;
    if (m_scheme == ColourScheme::System)
        refresh();
}

void Theme::setZoom(int percent)
{
    const int zoom = qBound(minimumZoom, percent, maximumZoom);
    if (m_zoom == zoom)
        return;
    m_zoom = zoom;
    refresh();
}

void Theme::setMotionReduced(bool reduced)
{
    if (m_motionReduced == reduced)
        return;
    m_motionReduced = reduced;
    refresh();
}

void Theme::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    refresh();
}

QColor Theme::colour(Token token) const
{
    return tokenColour(token, effectiveScheme());
}

StatusColours Theme::status(StatusLook look) const
{
    return statusColours(look, effectiveScheme());
}

bool Theme::isHighContrast() const
{
    return effectiveScheme() == ColourScheme::HighContrast;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set
        = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, colour(token)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Window);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::AccentText);
    set(QPalette::Highlight, Token::Selected);
    set(QPalette::HighlightedText, Token::SelectedText);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Raised);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::PlaceholderText, Token::SecondaryText);
    set(QPalette::Light, Token::Raised);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Dark, Token::FieldEdge);
    set(QPalette::Shadow, Token::Border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(Token::DisabledText));
    palette.setColor(QPalette::Disabled, QPalette::Base, colour(Token::Closed));
    palette.setColor(QPalette::Disabled, QPalette::Button, colour(Token::Closed));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(Token::Pressed));
    return palette;
}

QFont Theme::font(TextRole role) const
{
    QFont font = m_family.isEmpty() ? QApplication::font() : QFont(m_family);
    font.setPointSizeF(pointsOf(role) * m_zoom / 100.0);
    if (role == TextRole::BodyStrong || role == TextRole::Section || role == TextRole::Title)
        font.setWeight(QFont::DemiBold);
    return font;
}

int Theme::px(int pixels) const
{
    return qRound(pixels * m_zoom / 100.0);
}

int Theme::controlHeight() const
{
    switch (m_density) {
    case Density::Compact:
        return px(24);
    case Density::Normal:
        return px(28);
    case Density::Touch:
        return px(56);
    }
    Q_UNREACHABLE();
}

int Theme::tenMinuteHeight() const
{
    return px(m_density == Density::Compact ? 24 : 32);
}

void Theme::refresh()
{
    if (m_application) {
        m_application->setPalette(palette());
        m_application->setFont(font(TextRole::Body));
        QApplication::setCursorFlashTime(m_motionReduced ? 0 : m_cursorFlashTime);
        const QWidgetList widgets = QApplication::allWidgets();
        for (QWidget *widget : widgets) {
            QEvent event(QEvent::StyleChange);
            QCoreApplication::sendEvent(widget, &event);
        }
    }
    Q_EMIT changed();
}

} // namespace ClinicDesk
