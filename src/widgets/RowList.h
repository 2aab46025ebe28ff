#pragma once

#include <QListView>

namespace ClinicDesk {

/// A list of tall rows that always has a current row while it has rows (screen readers need one),
/// says what it waits for while empty, and leaves letters to the window's commands. A current row
/// that somebody else takes away leaves its place to the next one, but nobody chose that: it is not
/// selected until a person does.
class RowList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowList)
public:
    explicit RowList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setEmptyText(const QString &text);
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    /// The selected one; -1 for none.
    [[nodiscard]] int chosenRow() const;
    /// Selects it in the middle of the view; nothing for -1.
    void goTo(int row);
    void keyboardSearch(const QString &) override { }

Q_SIGNALS:
    void currentRowChanged(); ///< another one is chosen, or none, or its contents are others

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void ensureCurrent();

    QString m_emptyText;
    bool m_isLeft = false; ///< its current row is being taken away
};

} // namespace ClinicDesk
