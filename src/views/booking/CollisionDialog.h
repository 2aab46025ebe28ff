#pragma once

#include "models/ClinicClock.h"

#include <QDialog>
#include <QElapsedTimer>

class QHBoxLayout;
class QPushButton;

namespace ClinicDesk {

class Catalogue;
class Collision;
class CollisionHost;
class OfferList;
class TextLabel;

/// "10:20 with Dr Osei has just been taken": what is free instead, the first held already. Enter
/// books the chosen one, or moves the visit there; 1 to 3 choose, F3 shows more, Esc goes back. For
/// the first 400 ms it takes no key, and never an auto-repeat, so a double Enter cannot take an
/// alternative. Open it with open().
class CollisionDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CollisionDialog)
public:
    static constexpr int deafMs = 400;

    CollisionDialog(CollisionHost &host, Catalogue &catalogue, const ClinicClock &clock,
                    QWidget *parent);

    void reject() override;
    /// Takes keys now.
    [[nodiscard]] bool isListening() const { return m_shown.hasExpired(deafMs); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *makeButtons();
    void refresh();
    bool onKey(int key);
    [[nodiscard]] QString takenText() const;
    [[nodiscard]] QString keptText() const;
    [[nodiscard]] QString keysText() const;
    [[nodiscard]] bool isMove() const;

    CollisionHost &m_host;
    Collision &m_collision;
    Catalogue &m_catalogue;
    ClinicClock m_clock;
    QElapsedTimer m_shown;
    TextLabel *m_title;
    TextLabel *m_who;
    OfferList *m_offers;
    TextLabel *m_keys;
    TextLabel *m_problem;
    QPushButton *m_book = nullptr;
};

} // namespace ClinicDesk
