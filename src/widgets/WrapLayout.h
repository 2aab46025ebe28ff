#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace ClinicDesk {

/// A row that goes on in a next row where its items do not fit side by side; in a row they stand
/// with their middles level. Mirrors with the layout direction. GUI thread.
class WrapLayout final : public QLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WrapLayout)
public:
    explicit WrapLayout(QWidget *parent = nullptr);
    ~WrapLayout() override;

    /// Between rows; without it as between items.
    void setRowSpacing(int pixels);
    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    /// The widest item's.
    [[nodiscard]] QSize minimumSize() const override;
    /// All side by side.
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// The height it takes; moves the items only when told to.
    int arrange(const QRect &rect, bool moves) const;

    int m_rowSpacing = -1;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace ClinicDesk
