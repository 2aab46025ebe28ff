#pragma once

#include "views/paper/CardDocument.h"
#include "views/paper/PaperText.h"

#include <QRectF>

namespace ClinicDesk {

/// The one page of a patient's card.
class CardPages final : public DocumentPages
{
public:
    /// `visits`: a line for each of the card's.
    CardPages(const PatientCard &card, const QStringList &visits, CardLayout layout,
              const QSizeF &page);

    [[nodiscard]] int count() const override { return 1; }
    void paint(QPainter &painter, int number) const override;

private:
    using Column = QList<PaperText>;

    void fit(const QStringList &visits);
    /// The first `shown` visits and how many more there are, in `scale` of the usual size; texts of
    /// too many lines as they are or cut.
    [[nodiscard]] Column column(const QStringList &visits, qsizetype shown, double scale,
                                bool isCut) const;
    [[nodiscard]] double heightOf(const Column &column, double scale) const;
    [[nodiscard]] PaperText line(const QString &text, double size, bool isBold,
                                 PaperStyle::Side side, double width) const;
    void paintCode(QPainter &painter) const;

    PatientCard m_card;
    CardLayout m_layout;
    QSizeF m_page;
    QSizeF m_size; ///< of the card
    QRectF m_square; ///< of the code; null without one
    QRectF m_room; ///< of the texts
    Column m_texts;
    double m_scale = 1;
};

} // namespace ClinicDesk
