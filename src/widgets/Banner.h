#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace ClinicDesk {

enum class BannerTone { Error, Warning, Success, Information };

/// A bar across the top of a page that says what is wrong and offers up to two actions; takes no
/// room while it has nothing to say. Each text is announced to screen readers. GUI thread.
class Banner final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(QWidget *parent = nullptr);

    /// `hideAfterMs` 0: stays until clear() or the next present().
    void present(BannerTone tone, const QString &text, const QString &action = {},
                 const QString &secondAction = {}, int hideAfterMs = 0);
    /// The same news in other words, such as how long ago it was: not announced again.
    void amend(const QString &text);
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] BannerTone tone() const { return m_tone; }

Q_SIGNALS:
    void actionTriggered();
    void secondActionTriggered();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    /// Where the actions would leave the text little width, they stand below it.
    void arrange();

    BannerTone m_tone = BannerTone::Information;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_secondAction;
    QBoxLayout *m_parts;
    QBoxLayout *m_actions;
    QTimer *m_timer;
};

} // namespace ClinicDesk
