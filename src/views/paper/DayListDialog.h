#pragma once

#include "views/paper/DayListPaper.h"

#include <QDialog>
#include <QImage>

#include <functional>

class QPrinter;
class QPushButton;
class QScrollArea;

namespace ClinicDesk {

class DeskView;
class FieldError;
class TextLabel;

/// The day list before it is printed or saved as PDF. It works on what is in memory, so also
/// without a connection. Pages are laid out and files written off the GUI thread, where it lives.
class DayListDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayListDialog)
public:
    DayListDialog(const DayList &list, const QString &fileName, DeskView &desk,
                  QWidget *parent = nullptr);
    ~DayListDialog() override;

    /// Writes the PDF there; saved() follows, or the reason is shown and the dialog stays.
    void saveAs(const QString &path);
    [[nodiscard]] QString problem() const;
    [[nodiscard]] int shownPages() const { return m_shownPages; }

Q_SIGNALS:
    void saved(const QString &path);
    void printed(const QString &printer);

private:
    /// Runs `work` on a thread of its own and `then` back here, unless the dialog is gone.
    template<typename T> void aside(std::function<T()> work, std::function<void(T)> then);
    void askFile();
    void askPrinter();
    void showPages(const QList<QImage> &pages);
    void setBusy(const QString &text);

    DayList m_list;
    QString m_fileName;
    DeskView &m_desk;
    QScrollArea *m_pages;
    TextLabel *m_state;
    FieldError *m_problem;
    QPushButton *m_print;
    QPushButton *m_save;
    std::unique_ptr<QPrinter> m_printer;
    int m_shownPages = 0;
};

} // namespace ClinicDesk
