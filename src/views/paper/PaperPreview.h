#pragma once

#include "views/paper/PaperJob.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>

namespace ClinicDesk {

/// A document's pages one below the other as they will be on paper, as wide as there is room. Only
/// what is in sight is painted, so it takes any number of pages. GUI thread.
class PaperPreview final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaperPreview)
public:
    explicit PaperPreview(QWidget *parent = nullptr);

    /// `page` in points.
    void showPages(std::shared_ptr<const DocumentPages> pages, const QSizeF &page);
    /// The others are shown faint: they will not be printed.
    void setRange(const PageRange &range);
    [[nodiscard]] int pageCount() const { return m_pages ? m_pages->count() : 0; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();
    void nameCurrentPage();
    [[nodiscard]] QRect placeOf(int number) const; ///< in the viewport
    [[nodiscard]] const QPixmap &pictureOf(int number);
    [[nodiscard]] int step() const; ///< from page to page, in pixels

    std::shared_ptr<const DocumentPages> m_pages;
    QSizeF m_page;
    PageRange m_range;
    QSize m_size; ///< of a page on the screen
    QCache<int, QPixmap> m_pictures;
};

} // namespace ClinicDesk
