#include "views/bars/FaintColours.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr double textMinimum = 4.5;
constexpr double shapeMinimum = 3.0;

class Comparison
{
public:
    explicit Comparison(ColourScheme scheme)
        : m_scheme(scheme)
    {
    }

    void expect(const QString &what, const QColor &first, const QColor &second, double minimum)
    {
        const double ratio = contrastRatio(first, second);
        if (ratio < minimum)
            m_faint << u"%1: %2"_s.arg(what).arg(ratio, 0, 'f', 2);
    }
    void expect(Token first, Token second, double minimum)
    {
        expect(u"token %1 on %2"_s.arg(int(first)).arg(int(second)), tokenColour(first, m_scheme),
               tokenColour(second, m_scheme), minimum);
    }
    [[nodiscard]] const QStringList &faint() const { return m_faint; }

private:
    ColourScheme m_scheme;
    QStringList m_faint;
};

} // namespace

QStringList faintStatuses(ColourScheme scheme)
{
    Comparison comparison(scheme);
    const QColor grid = tokenColour(Token::Grid, scheme);
    for (int look = 0; look <= int(StatusLook::Hold); ++look) {
        const StatusColours colours = statusColours(StatusLook(look), scheme);
        const QString name = u"status %1"_s.arg(look);
        comparison.expect(name + u", text"_s, colours.text, colours.fill, textMinimum);
        comparison.expect(name + u", bar on the grid"_s, colours.bar, grid, shapeMinimum);
        comparison.expect(name + u", bar"_s, colours.bar, colours.fill, shapeMinimum);
    }
    return comparison.faint();
}

QStringList faintTexts(ColourScheme scheme)
{
    Comparison comparison(scheme);
    for (const Token ground :
         {Token::Window, Token::Surface, Token::Raised, Token::Grid, Token::Closed, Token::Hover}) {
        comparison.expect(Token::Text, ground, textMinimum);
        comparison.expect(Token::SecondaryText, ground, textMinimum);
    }
    for (const Token ground : {Token::Window, Token::Surface, Token::Raised}) {
        comparison.expect(Token::Error, ground, textMinimum);
        comparison.expect(Token::Accent, ground, textMinimum);
    }
    comparison.expect(Token::AccentText, Token::Accent, textMinimum);
    comparison.expect(Token::AccentText, Token::AccentHover, textMinimum);
    comparison.expect(Token::SelectedText, Token::Selected, textMinimum);
    comparison.expect(Token::NowText, Token::Now, textMinimum);
    comparison.expect(Token::ErrorText, Token::ErrorFill, textMinimum);
    comparison.expect(Token::WarningText, Token::WarningFill, textMinimum);
    comparison.expect(Token::SuccessText, Token::SuccessFill, textMinimum);
    comparison.expect(Token::InformationText, Token::InformationFill, textMinimum);
    return comparison.faint();
}

QStringList faintEdges(ColourScheme scheme)
{
    Comparison comparison(scheme);
    for (const Token edge : {Token::FieldEdge, Token::Focus, Token::Now}) {
        comparison.expect(edge, Token::Grid, shapeMinimum);
        comparison.expect(edge, Token::Window, shapeMinimum);
    }
    comparison.expect(Token::Error, Token::ErrorFill, shapeMinimum);
    comparison.expect(Token::Warning, Token::WarningFill, shapeMinimum);
    comparison.expect(Token::Success, Token::SuccessFill, shapeMinimum);
    comparison.expect(Token::Information, Token::InformationFill, shapeMinimum);
    return comparison.faint();
}

} // namespace ClinicDesk
