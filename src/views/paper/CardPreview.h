#pragma once

#include "views/paper/PatientCard.h"

#include <QWidget>

namespace ClinicDesk {

/// The card as it will be on paper, as large as there is room. GUI thread.
class CardPreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardPreview)
public:
    explicit CardPreview(QWidget *parent = nullptr);

    void show(const PatientCard &card, CardLayout layout);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PatientCard m_card;
    CardLayout m_layout = CardLayout::Card;
};

} // namespace ClinicDesk
