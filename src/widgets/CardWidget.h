#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace ClinicDesk {

class TextLabel;

/// A rounded panel with a title; put the contents into body(), small controls beside the title
/// into header().
class CardWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardWidget)

public:
    explicit CardWidget(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QHBoxLayout *header() const { return m_header; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    TextLabel *m_title;
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
};

} // namespace ClinicDesk
