#pragma once

#include "views/paper/PaperJob.h"

#include <QDialog>

class QBoxLayout;
class QLineEdit;
class QPushButton;

namespace ClinicDesk {

class DeskView;
class FieldError;
class PaperPreview;
class TextLabel;

/// What is about to be printed or saved as PDF: its pages, and which of them. It works on what is
/// in memory, so also without a connection. Pages are laid out, printed and written off the GUI
/// thread, where it lives. Open it with open(); Print has the focus.
class PaperDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaperDialog)
public:
    /// `desk` remembers the folder of saved files.
    PaperDialog(std::shared_ptr<const Document> document, DeskView &desk, QWidget *parent);

    void setDocument(std::shared_ptr<const Document> document);
    /// Writes the PDF there; saved() follows, or the reason is shown and the dialog stays.
    void saveAs(const QString &path);
    /// As the printer is set up; printed() follows, or the reason is shown and the dialog stays.
    void printOn(const std::shared_ptr<QPrinter> &printer);
    [[nodiscard]] QString problem() const;
    /// 0 until they are laid out.
    [[nodiscard]] int shownPages() const;
    void reject() override;

Q_SIGNALS:
    void saved(const QString &path);
    void printed(const QString &printer);

protected:
    /// Above the pages; owns `widget`.
    void addAbove(QWidget *widget);
    void setProblem(const QString &text);
    /// While something is written nothing else can be.
    [[nodiscard]] bool isWriting() const { return m_isWriting; }
    /// What was written last, or is being written, is the document as it is now.
    [[nodiscard]] bool isWrittenAsShown() const { return m_written == m_document; }
    /// To a button that changes nothing.
    void focusSafe();

private:
    void addChoices(QBoxLayout &layout);
    void addButtons(QBoxLayout &layout);
    void onLaidOut(const std::shared_ptr<const DocumentPages> &pages, const QSizeF &page);
    void onRangeEdited();
    /// Whether it is known which pages are meant.
    bool checkRange();
    void askFile();
    void askPrinter();
    void beginWriting(const QString &text);
    /// Whether it was written.
    bool endWriting(const QString &problem, QPushButton *button);
    void showState();

    std::shared_ptr<const Document> m_document;
    std::shared_ptr<const Document> m_written;
    DeskView &m_desk;
    PaperPreview *m_preview = nullptr;
    QWidget *m_rangeRow = nullptr;
    QLineEdit *m_rangeText = nullptr;
    TextLabel *m_state = nullptr;
    FieldError *m_rangeProblem = nullptr;
    FieldError *m_problem = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_close = nullptr;
    std::optional<PageRange> m_range = PageRange(); ///< none: what is typed is no range
    int m_layouts = 0; ///< asked for; only the last one is shown
    bool m_isWriting = false;
    bool m_isWarned = false; ///< that it is still being written
};

} // namespace ClinicDesk
